"""What the chat page shows of a card: a stored body, and what is made of it for the browser."""

from __future__ import annotations

import html
import re
from typing import Literal

import msgspec

from bot.channels.web.alt_texts import alt_text
from handlers.dialog.actions import button_data
from handlers.dialog.links import encode_link
from handlers.dialog.pictures import Picture, StoredPhoto, picture_key
from handlers.dialog.rendering import bare, label_words, words
from handlers.dialog.speech import AnyChoice, Card, Choice, LinkChoice, ShareChoice
from locales.languages import LANGUAGES
from models.messaging.web_messages import WebMessageView
from models.people.people import Language


class CardBody(msgspec.Struct, frozen=True, tag="card"):
    """A card of the bot, in the language that its reader had."""

    card: Card
    language: Language


class OwnBody(msgspec.Struct, frozen=True, tag="own", kw_only=True):
    """What the person wrote, shared or sent by an act, shown as their own message."""

    language: Language
    text: str = ""
    photo: str = ""
    act: str = ""


Body = CardBody | OwnBody
_HEADING = re.compile("<b>(.*?)</b>", re.DOTALL)
_DECODER: msgspec.json.Decoder[Body] = msgspec.json.Decoder(Body)


def encode_body(body: Body) -> str:
    """The body as JSON, which is how it is stored."""
    return msgspec.json.encode(body).decode()


def decode_body(stored: str) -> Body:
    """The stored body; raises msgspec.DecodeError when it is none of today's."""
    return _DECODER.decode(stored)


def picture_of(body: Body) -> Picture | None:
    """The picture that a message shows: the card's, or the photo that a person sent."""
    if isinstance(body, CardBody):
        return body.card.picture
    return StoredPhoto(body.photo) if body.photo else None


class ButtonBody(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button of the page: it presses, opens an address, or shares a link.

    `weight` is how it stands out, if it does.
    """

    label: str
    data: str = ""
    url: str = ""
    share: str = ""
    text: str = ""
    weight: str = ""


class Shown(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message as the browser gets it; `html` holds nothing but text and <b>.

    `picture` is an address whose picture never changes, `width` and `height` are its pixels, 0
    where they are not known; a photo `among` buttons leaves them room. `owed` asks the page to say
    when it was seen, and `act` is what the person's own message was sent with.
    """

    id: int
    change: int
    at: str
    html: str
    direction: Literal["rtl", "ltr", "auto"]
    language: Language
    mine: bool = False
    owed: bool = False
    act: str = ""
    picture: str = ""
    width: int = 0
    height: int = 0
    alt: str = ""
    among: bool = False
    file: str = ""
    file_name: str = ""
    voice: str = ""
    latitude: float | None = None
    longitude: float | None = None
    buttons: tuple[tuple[ButtonBody, ...], ...] = ()
    ask: str = ""


def render_message(line: WebMessageView, body: Body) -> Shown:
    """A stored message for the browser; raises LookupError when its words are missing."""
    base = Shown(
        id=line.id,
        change=line.change,
        at=line.at.isoformat(),
        html="",
        direction=LANGUAGES[body.language].direction,
        language=body.language,
        mine=line.mine,
        owed=bool(line.is_owed),
    )
    if isinstance(body, OwnBody):
        return render_own(base, body)
    return render_card(base, body)


def render_own(base: Shown, body: OwnBody) -> Shown:
    """The person's own message, in whatever direction it was written; it is escaped here."""
    return msgspec.structs.replace(
        base,
        html=html.escape(body.text, quote=False),
        direction="auto",
        act=body.act,
        picture=f"photos/{body.photo}" if body.photo else "",
    )


def render_card(base: Shown, body: CardBody) -> Shown:
    """A card of the bot."""
    card = body.card
    return msgspec.structs.replace(
        base,
        html=words(card.text, body.language) + place_words(card, body.language),
        picture=picture_address(base.id, card.picture) if card.picture else "",
        alt=alt_text(card.picture, heading_of(card, body.language)) if card.picture else "",
        file=f"files/{base.id}" if card.file else "",
        file_name=card.file.name if card.file else "",
        among=isinstance(card.picture, StoredPhoto) and bool(card.choices),
        voice=f"voices/{card.voice.hash}" if card.voice else "",
        latitude=card.place.latitude if card.place else None,
        longitude=card.place.longitude if card.place else None,
        buttons=tuple(
            tuple(button(choice, body.language, stays=card.stays) for choice in row)
            for row in card.choices
        ),
        ask=card.ask or "",
    )


def picture_address(message_id: int, picture: Picture) -> str:
    """Where the picture of a message is fetched; another picture has another address."""
    return f"pictures/{message_id}/{picture_key(picture)}"


def place_words(card: Card, language: Language) -> str:
    """The title and address of a card's place, beneath its text."""
    if card.place is None:
        return ""
    return f"\n<b>{words(card.place.title, language)}</b>\n{words(card.place.address, language)}"


def heading_of(card: Card, language: Language) -> str:
    """What stands in bold first in the card's words, as plain text; empty where nothing does."""
    found = _HEADING.search(words(card.text, language))
    return html.unescape(found[1]) if found else ""


def button(choice: AnyChoice, language: Language, *, stays: bool) -> ButtonBody:
    """A choice as a button."""
    label = label_words(choice.label, language)
    match choice:
        case Choice(action=action, look=look):
            data = button_data(action, stays=stays)
            return ButtonBody(label=label, data=data, weight=look.value)
        case LinkChoice(url=url):
            return ButtonBody(label=label, url=url)
        case ShareChoice(action=action, text=text):
            return ButtonBody(label=label, share=encode_link(action), text=bare(text, language))
