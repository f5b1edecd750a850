"""What the chat page shows of a card: a stored body, and what is made of it for the browser."""

from __future__ import annotations

from typing import Literal

import msgspec

from handlers.actions import encode_action
from handlers.links import encode_link
from handlers.pictures import ProductArt, Receipt, StoredPhoto
from handlers.speech import AnyChoice, Card, Choice, LinkChoice, ShareChoice
from handlers.wording import bare, plain, words
from models.messaging.pages import Line
from models.people import Language


class CardBody(msgspec.Struct, frozen=True, tag="card"):
    """A card of the bot, in the language that its reader had."""

    card: Card
    language: Language


class OwnBody(msgspec.Struct, frozen=True, tag="own"):
    """What the person wrote, shared or sent, shown as their own message."""

    text: str = ""
    photo: str = ""
    language: Language = "ar"


Body = CardBody | OwnBody
_DECODER: msgspec.json.Decoder[Body] = msgspec.json.Decoder(Body)


def encode_body(body: Body) -> str:
    """The body as it is stored."""
    return msgspec.json.encode(body).decode()


def decode_body(stored: str) -> Body | None:
    """The stored body, or None when it is none of today's."""
    try:
        return _DECODER.decode(stored)
    except msgspec.DecodeError:
        return None


class Button(msgspec.Struct, frozen=True, omit_defaults=True):
    """A button of the page: it presses, opens an address, or shares a link."""

    label: str
    data: str = ""
    url: str = ""
    share: str = ""
    text: str = ""


class Shown(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message as the browser gets it; `html` holds nothing but text and <b>."""

    id: int
    change: int
    at: str
    html: str
    direction: Literal["rtl", "ltr"]
    language: Language
    mine: bool = False
    picture: str = ""
    alt: str = ""
    file: str = ""
    file_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    buttons: tuple[tuple[Button, ...], ...] = ()
    ask: str = ""


def shown(line: Line) -> Shown | None:
    """A stored message for the browser, or None when it cannot be read any more."""
    body = decode_body(line.body)
    if body is None:
        return None
    direction: Literal["rtl", "ltr"] = "rtl" if body.language == "ar" else "ltr"
    base = Shown(
        id=line.id,
        change=line.change,
        at=line.at.isoformat(),
        html="",
        direction=direction,
        language=body.language,
        mine=line.mine,
    )
    if isinstance(body, OwnBody):
        return own_shown(base, body)
    return card_shown(base, body)


def own_shown(base: Shown, body: OwnBody) -> Shown:
    """The person's own message; its text is escaped here."""
    text = body.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    picture = f"photos/{body.photo}" if body.photo else ""
    return msgspec.structs.replace(base, html=text, picture=picture)


def card_shown(base: Shown, body: CardBody) -> Shown:
    """A card of the bot."""
    card = body.card
    return msgspec.structs.replace(
        base,
        html=words(card.text, body.language) + place_words(card, body.language),
        picture=f"pictures/{base.id}-{base.change}" if card.picture else "",
        alt=alt_text(card),
        file=f"files/{base.id}" if card.file else "",
        file_name=card.file.name if card.file else "",
        latitude=card.place.latitude if card.place else None,
        longitude=card.place.longitude if card.place else None,
        buttons=tuple(tuple(button(c, body.language) for c in row) for row in card.choices),
        ask=card.ask or "",
    )


def place_words(card: Card, language: Language) -> str:
    """The title and address of a card's place, beneath its text."""
    if card.place is None:
        return ""
    return f"\n<b>{words(card.place.title, language)}</b>\n{words(card.place.address, language)}"


def alt_text(card: Card) -> str:
    """What a picture shows, for those who do not see it; the text beside it says the rest."""
    match card.picture:
        case Receipt(title=title, number=number):
            return f"{title} {number}"
        case ProductArt(name=name):
            return name
        case StoredPhoto() | None:
            return ""
        case banner:
            return banner.title


def button(choice: AnyChoice, language: Language) -> Button:
    """A choice as a button."""
    label = plain(choice.label, language)
    match choice:
        case Choice(action=action):
            return Button(label=label, data=encode_action(action))
        case LinkChoice(url=url):
            return Button(label=label, url=url)
        case ShareChoice(action=action, text=text):
            return Button(label=label, share=encode_link(action), text=bare(text, language))
