"""Fits a card to what a channel can show. It may reshape choices and never drops one."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from bot.channels.html_pages import cut_pages
from handlers.dialog.pictures import Picture
from handlers.dialog.rendering import label_words, words
from handlers.dialog.speech import (
    KEYBOARDS,
    AnyChoice,
    Arg,
    Ask,
    Card,
    CardFile,
    Phrase,
    Place,
    VoiceNote,
    say,
)
from models.people.people import Language


class Limits(msgspec.Struct, frozen=True):
    """What a channel can show: characters of text, caption, label and notice; buttons."""

    text: int
    caption: int
    label: int
    notice: int
    buttons: int
    per_row: int


class Button(msgspec.Struct, frozen=True):
    """A choice with its label in words."""

    label: str
    choice: AnyChoice


class FittedMessage(msgspec.Struct, frozen=True, kw_only=True):
    """One message of the channel; `text` is HTML of which only <b> is used."""

    text: str = ""
    picture: Picture | None = None
    file: CardFile | None = None
    place: Place | None = None
    voice: VoiceNote | None = None
    rows: tuple[tuple[Button, ...], ...] = ()
    ask: Ask | None = None
    stays: bool = False


MORE = say("channel-more")


def fit(card: Card, language: Language, limits: Limits) -> tuple[FittedMessage, ...]:
    """The messages that a card becomes, in order; its choices stand on the last of them."""
    captioned = any(part is not None for part in (card.picture, card.file, card.voice))
    text, most = words(card.text, language), limits.caption if captioned else limits.text
    pieces = (text,) if len(text) <= most else cut_pages(text, most, limits.text)
    groups = button_groups(card, language, limits)
    if card.ask is Ask.over and groups[0]:
        groups = [(), *groups]
    texts = [*pieces, *[words(MORE, language)] * (len(groups) - 1)]
    last_piece = len(pieces) - 1
    pages = [
        FittedMessage(
            text=text,
            picture=card.picture if at == 0 else None,
            file=card.file if at == 0 else None,
            voice=card.voice if at == 0 else None,
            rows=groups[at - last_piece] if at >= last_piece else (),
            ask=card.ask if at == last_piece else None,
            stays=card.stays,
        )
        for at, text in enumerate(texts)
    ]
    before = (FittedMessage(place=card.place),) if card.place is not None else ()
    return (*before, *pages)


def button_groups(
    card: Card, language: Language, limits: Limits
) -> list[tuple[tuple[Button, ...], ...]]:
    """The card's rows, as many messages' worth as they need; at least one, perhaps empty.

    A keyboard in the place of the person's own is one whole: a second one would replace it.
    """
    whole = card.ask in KEYBOARDS
    rows = [
        tuple([Button(label(choice.label, language, limits.label), choice) for choice in part])
        for row in card.choices
        for part in ([row] if 0 < len(row) <= limits.per_row else parts(row, limits.per_row))
    ]
    if sum(map(len, rows)) <= limits.buttons:
        return [tuple(rows)]
    groups: list[list[tuple[Button, ...]]] = [[]]
    for row in rows:
        if not whole and sum(map(len, groups[-1])) + len(row) > limits.buttons:
            groups.append([])
        groups[-1].append(row)
    return [tuple(group) for group in groups]


def parts(row: tuple[AnyChoice, ...], most: int) -> list[tuple[AnyChoice, ...]]:
    """A row in parts of at most so many; an empty row is none."""
    return [row[at : at + most] for at in range(0, len(row), most)]


def label(phrase: Phrase, language: Language, most: int) -> str:
    """The phrase as a label, cut with … where it is too long."""
    if not phrase.args:
        return fixed_label(phrase.id, language, most)
    try:
        return varied_label(phrase.id, tuple(phrase.args.items()), language, most)
    except TypeError:  # there is a phrase within, which cannot be looked up
        return cut(label_words(phrase, language), most)


@lru_cache(maxsize=4096)
def varied_label(
    phrase_id: str, args: tuple[tuple[str, Arg], ...], language: Language, most: int
) -> str:
    """The label with these arguments; a product's name and a window are said over and over."""
    return cut(label_words(Phrase(phrase_id, dict(args)), language), most)


@lru_cache(maxsize=4096)
def fixed_label(phrase_id: str, language: Language, most: int) -> str:
    """The label of a phrase without arguments; such labels repeat on every screen."""
    return cut(label_words(Phrase(phrase_id), language), most)


def cut(text: str, most: int) -> str:
    """The text, or its beginning and … where it is longer than `most` characters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
