"""What a page sends: acts with an id of their own, resent until they are acknowledged."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Annotated

import msgspec

from bot.channels.web.bodies import OwnBody
from bot.channels.whole_letters import whole_letters
from handlers.dialog.actions import leaves_message, pressed_action
from handlers.dialog.links import decode_link
from handlers.dialog.speech import (
    Command,
    Pressed,
    PressedOn,
    Said,
    SentOther,
    SentPhoto,
    SharedPhone,
    SharedPlace,
    Trouble,
    What,
)
from models.people.people import Language

MOST_LETTERS = 20_000
MOST_SHOWN = 4096
MOST_DIGITS = 40
MOST_SEEN = 1000
ActId = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9_-]{1,64}$")]
"""An act's own id, chosen by the page."""
Number = Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
"""A whole number that JavaScript holds exactly."""
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:\s+(.*))?", re.DOTALL)


class Say(msgspec.Struct, frozen=True, tag="say"):
    """Text was written."""

    act: ActId
    text: str


class Press(msgspec.Struct, frozen=True, tag="press"):
    """A button of a message was pressed, as the message stood at that change of the page."""

    act: ActId
    message: Number
    data: str
    change: Number = 0


class Follow(msgspec.Struct, frozen=True, tag="follow"):
    """A link into the shop was opened."""

    act: ActId
    payload: str


class GivePhone(msgspec.Struct, frozen=True, tag="phone"):
    """A phone number was shared with one tap."""

    act: ActId
    number: str


class GivePlace(msgspec.Struct, frozen=True, tag="place"):
    """A pin was shared."""

    act: ActId
    latitude: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    longitude: Annotated[float, msgspec.Meta(ge=-180, le=180)]


class GivePhoto(msgspec.Struct, frozen=True, tag="photo"):
    """A photo was sent; `photo` is its hash, or empty with the trouble that it had.

    Of several that were chosen at once those behind the first are `further` ones.
    """

    act: ActId
    photo: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{64})?$")] = ""
    trouble: str = ""
    album: bool = False
    further: bool = False


Act = Say | Press | Follow | GivePhone | GivePlace | GivePhoto


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """A pane opens, or reconnects: of that book it has everything up to that change.

    `language` is what its page was asked for by its address, empty where it was not.
    """

    pane: str
    book: str = ""
    after: Number = 0
    language: str = ""


class SeenAll(msgspec.Struct, frozen=True, tag="shown"):
    """The page tells the ids of messages that are on the screen."""

    messages: Annotated[list[Number], msgspec.Meta(max_length=MOST_SEEN)]


class Unread(msgspec.Struct, frozen=True):
    """An act of which nothing but its id could be read."""

    act: str


FromPage = Act | Hello | SeenAll
FROM_PAGE: msgspec.json.Decoder[FromPage] = msgspec.json.Decoder(FromPage)
UNREAD: msgspec.json.Decoder[Unread] = msgspec.json.Decoder(Unread)

UNREADABLE = (msgspec.DecodeError, ValueError, RecursionError)


def read_frame(text: str) -> FromPage | Unread | None:
    """What the page sent; None is no message of ours."""
    for read in (FROM_PAGE.decode, UNREAD.decode, read_whole):
        with suppress(*UNREADABLE):
            return read(text)
    return None


def read_whole(text: str) -> FromPage:
    """What was sent by a page that cuts letters in half, without these."""
    return FROM_PAGE.decode(whole_letters(text))


def heard_in(act: Act) -> What:
    """The act in the values of speech."""
    match act:
        case Say(text=text):
            return heard_text(clean(text)[:MOST_LETTERS])
        case Press(data=data):
            return Pressed(pressed_action(data))
        case Follow(payload=payload):
            return read_link(payload)
        case GivePhone(number=number):
            return SharedPhone(clean(number)[:MOST_DIGITS])
        case GivePlace(latitude=latitude, longitude=longitude):
            return SharedPlace(latitude, longitude)
        case GivePhoto(photo=photo, trouble=trouble, album=album, further=further):
            taken = SentPhoto(photo, album=album, further=further)
            return taken if photo else SentOther(known_trouble(trouble))


def replaceable(act: Act) -> Press | None:
    """The press in whose message's place the answer may come, unless that is to stay."""
    return act if isinstance(act, Press) and not leaves_message(act.data) else None


def pressed_on(act: Act) -> PressedOn | None:
    """The message of a press that may be replaced by its answer, and what it showed.

    A page that names no change does not say that.
    """
    press = replaceable(act)
    if press is None or not press.change:
        return None
    return PressedOn(str(press.message), str(press.change))


def heard_text(text: str) -> What:
    """A command or plain text; a /start with a payload is a link that was followed."""
    command = _COMMAND.fullmatch(text.strip())
    if command is None:
        return Said(text)
    name, rest = command[1].lower(), (command[2] or "").strip()
    return read_link(rest) if name == "start" and rest else Command(name, rest)


def read_link(payload: str) -> What:
    """The action of a link, or the start when it is none."""
    action = decode_link(payload)
    return Pressed(action, from_link=True) if action else Command("start")


def known_trouble(name: str) -> Trouble:
    """The trouble that the page names; an unknown name counts as no photo."""
    return Trouble(name) if name in set(Trouble) else Trouble.not_a_photo


def own_body(act: Act, language: Language) -> OwnBody | None:
    """The act as the person's own message; a press and a link show none."""
    match act:
        case Say(text=text):
            return OwnBody(text=clean(text)[:MOST_SHOWN], language=language, act=act.act)
        case GivePhone(number=number):
            return OwnBody(text=clean(number)[:MOST_DIGITS], language=language, act=act.act)
        case GivePlace(latitude=latitude, longitude=longitude):
            text = f"{latitude:.5f}, {longitude:.5f}"
            return OwnBody(text=text, language=language, act=act.act)
        case GivePhoto(photo=photo) if photo:
            return OwnBody(photo=photo, language=language, act=act.act)
        case _:
            return None


def clean(text: str) -> str:
    """The text without the one character that PostgreSQL cannot store."""
    return text.replace("\0", "")
