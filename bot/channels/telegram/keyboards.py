"""Choices as Telegram's keyboards."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import msgspec

from bot.channels.fitting import Button, FittedMessage
from handlers.dialog.actions import button_data
from handlers.dialog.links import encode_link
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Ask, Choice, LinkChoice, ShareChoice, Weight, say
from locales.languages import LANGUAGES
from models.people.people import Language

Markup = dict[str, Any]
_ASKS = {
    Ask.phone: ("request_contact", say("channel-share-phone")),
    Ask.place: ("request_location", say("channel-share-place")),
}


_STYLES: dict[Weight, Markup] = {
    Weight.plain: {},
    Weight.heavy: {"style": "primary"},
    Weight.taking: {"style": "danger"},
}
"""The colour of a button (Bot API 9.4); programs that know none show it plain."""


def markup_of(page: FittedMessage, language: Language, username: str) -> Markup | None:
    """What stands beneath a message: buttons, a keyboard, the keyboard's end, or nothing."""
    if page.ask in _ASKS:
        return reply_keyboard(page, language)
    if page.ask is Ask.over:
        return {"remove_keyboard": True}
    if not page.rows:
        return None
    return {
        "inline_keyboard": [
            [inline_button(button, language, username, stays=page.stays) for button in row]
            for row in as_laid_out(page, language)
        ]
    }


def as_laid_out(page: FittedMessage, language: Language) -> Sequence[Sequence[Button]]:
    """The rows as Telegram shows them, which begins at the left in every language."""
    return [row[::-1] for row in page.rows] if LANGUAGES[language].rtl else page.rows


def inline_button(button: Button, language: Language, username: str, *, stays: bool) -> Markup:
    """One button under a message, which `stays` as it is when it is pressed or is replaced."""
    choice = button.choice
    if isinstance(choice, Choice):
        shown = {"text": button.label, "callback_data": button_data(choice.action, stays=stays)}
        return shown | _STYLES[choice.look]
    return {"text": button.label, "url": address_of(choice, language, username)}


def address_of(choice: LinkChoice | ShareChoice, language: Language, username: str) -> str:
    """Where a button leads outside: an address, or the sharing of a link into the bot."""
    if isinstance(choice, LinkChoice):
        return choice.url
    link = deep_link(username, encode_link(choice.action))
    return sharing(link, bare(choice.text, language))


@lru_cache(maxsize=4096)
def sharing(link: str, words: str) -> str:
    """The address that passes a link on with some words; quoting Arabic takes long."""
    return f"https://t.me/share/url?url={quote(link, safe='')}&text={quote(words, safe='')}"


def deep_link(username: str, payload: str) -> str:
    """The address that opens the bot with a payload (core.telegram.org/bots/features)."""
    return f"https://t.me/{username}?start={payload}"


def reply_keyboard(page: FittedMessage, language: Language) -> Markup:
    """The keyboard that asks for a phone or a place, with the card's choices as its other keys."""
    asks, words = _ASKS[page.ask or Ask.phone]
    keys = [
        [{"text": button.label} for button in row if isinstance(button.choice, Choice)]
        for row in as_laid_out(page, language)
    ]
    return {
        "keyboard": [[{"text": bare(words, language), asks: True}], *filter(None, keys)],
        "resize_keyboard": True,
        "is_persistent": True,
    }


def with_addresses(page: FittedMessage, username: str) -> FittedMessage:
    """The page, with the addresses beneath its text that are for copying: a tap does it."""
    links = [
        f"\n\n<code>{deep_link(username, encode_link(button.choice.action))}</code>"
        for row in page.rows
        for button in row
        if isinstance(button.choice, ShareChoice) and button.choice.copied
    ]
    return msgspec.structs.replace(page, text=page.text + "".join(links)) if links else page


def lines_of_links(page: FittedMessage, language: Language, username: str) -> str:
    """The links of a page whose keys cannot lead outside, as lines of text."""
    if page.ask not in _ASKS:
        return ""
    outside = [
        f"{button.label}: {address_of(button.choice, language, username)}"
        for row in page.rows
        for button in row
        if not isinstance(button.choice, Choice)
    ]
    return "".join(f"\n{html.escape(line, quote=False)}" for line in outside)
