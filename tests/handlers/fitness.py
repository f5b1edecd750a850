"""Holds a reply against what every chat platform can show. Limits are the Bot API's."""

from __future__ import annotations

import re

import msgspec

from handlers.dialog.actions import MOST_BYTES, decode_action, encode_action
from handlers.dialog.links import PAYLOAD, decode_link, encode_link
from handlers.dialog.pictures import Picture, picture_key
from handlers.dialog.rendering import first_direction, label_words, plain, words
from handlers.dialog.speech import (
    AnyChoice,
    Card,
    Choice,
    LinkChoice,
    Phrase,
    Reply,
    ShareChoice,
    decode_reply,
    encode_reply,
)
from locales.languages import LANGUAGES as RULES
from models.people.people import Language

MOST_TEXT = 4096
MOST_CAPTION = 1024
MOST_NOTICE = 200
MOST_LABEL = 64
MOST_IN_A_ROW = 8
MOST_BUTTONS = 100
LANGUAGES: tuple[Language, ...] = ("ar", "en")
_CONTROLS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#x27|#39);")


def check_reply(reply: Reply) -> None:
    """Fail unless the reply can be stored, sent and read, and shows a way on."""
    assert decode_reply(encode_reply(reply)) == reply
    for card in reply.cards:
        check_card(card)
    if reply.in_place and reply.cards:
        assert reply.cards[0].picture is not None, "a screen in place always has a picture"
    if reply.notice is not None:
        assert 0 < len(reads_well(reply.notice)) <= MOST_NOTICE
    assert not reply.cards or any(card.choices or card.ask for card in reply.cards), (
        f"a dead end: {[plain(card.text, 'en') for card in reply.cards]}"
    )


def check_card(card: Card) -> None:
    """One message: its words, its picture and its buttons."""
    attached = [
        part for part in (card.picture, card.file, card.place, card.voice) if part is not None
    ]
    assert len(attached) <= 1, "a card has one of picture, file, place and voice"
    most = MOST_CAPTION if card.picture or card.file or card.voice else MOST_TEXT
    assert 0 < len(reads_well(card.text)) <= most, f"{card.text.id} is too long"
    if card.picture is not None:
        check_picture(card.picture)
    rows = card.choices
    assert all(0 < len(row) <= MOST_IN_A_ROW for row in rows), "a row of 1 to 8 buttons"
    assert sum(map(len, rows)) <= MOST_BUTTONS
    for row in rows:
        for choice in row:
            check_choice(choice)


def check_choice(choice: AnyChoice) -> None:
    """One button: a short label, and data that survives the way to the platform and back."""
    label = reads_well(choice.label)
    assert 0 < len(label) <= MOST_LABEL, f"a label of {len(label)}: {label}"
    assert "\n" not in label
    check_direction(choice.label)
    match choice:
        case Choice(action=action):
            data = encode_action(action)
            assert len(data.encode()) <= MOST_BYTES
            assert decode_action(data) == action
        case ShareChoice(action=action, text=text):
            payload = encode_link(action)
            assert PAYLOAD.fullmatch(payload)
            assert decode_link(payload) == action
            assert reads_well(text)
        case LinkChoice(url=url):
            assert re.fullmatch(r"(https?|tg|tel|mailto):\S+", url), url


def check_picture(picture: Picture) -> None:
    """A picture has a lasting key, and its words hold no invisible controls."""
    assert picture_key(picture)
    drawn = msgspec.json.encode(picture).decode()
    assert not _CONTROLS.search(drawn), f"controls in a picture: {drawn!r}"


def check_direction(phrase: Phrase) -> None:
    """A label runs in its language's direction, whatever program shows it."""
    for language in LANGUAGES:
        shown = label_words(phrase, language)
        assert first_direction(shown) == RULES[language].direction, f"{phrase.id}: {shown!r}"


def reads_well(phrase: Phrase) -> str:
    """The longer wording of the two languages, whose markup was looked at in both."""
    for language in LANGUAGES:
        check_markup(words(phrase, language))
    return max((plain(phrase, language) for language in LANGUAGES), key=len)


def check_markup(text: str) -> None:
    """Only <b>, closed and not nested; every other < and & is escaped."""
    tags = re.findall(r"<[^>]*>?", text)
    assert tags == ["<b>", "</b>"] * (len(tags) // 2), f"markup: {text!r}"
    assert "&" not in _ENTITY.sub("", text), f"an & that is not escaped: {text!r}"
