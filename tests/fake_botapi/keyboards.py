"""Keyboards under messages: the rules of buttons, as the Bot API and tdlib have them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from telegram.constants import (
    InlineKeyboardButtonLimit,
    InlineKeyboardMarkupLimit,
    ReplyLimit,
)

from .people import Chat
from .refused import Refused, bad_request

Button = Mapping[str, Any]

ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_REQUESTS = {
    "request_contact": "Phone number can be requested in private chats only",
    "request_location": "Location can be requested in private chats only",
    "request_poll": "Poll can be requested in private chats only",
    "request_users": "Users can be requested in private chats only",
    "request_chat": "Chats can be requested in private chats only",
    "request_managed_bot": "Managed bots can be requested in private chats only",
    "web_app": "Web App button can be shown in private chats only",
}
_STYLES = ("danger", "success", "primary")
_HOST = re.compile(r"[^\s.]+(\.[^\s.]+)+")
# Reply keyboards have limits of their own: tdlib cuts silently at 12 a row and 300 in all.
_REPLY_ROW, _REPLY_TOTAL = 12, 300


def check_markup(markup: Mapping[str, Any], chat: Chat) -> None:
    """Refuses a reply markup that Telegram would refuse or cut, for a message in this chat."""
    if "inline_keyboard" in markup:
        check_inline(markup, chat)
    elif "keyboard" in markup:
        _check_reply_keyboard(markup, chat)
        _check_placeholder(markup)
    elif "force_reply" in markup:
        _check_placeholder(markup)


def check_inline(markup: Mapping[str, Any], chat: Chat) -> None:
    """Refuses an inline keyboard that breaks a rule."""
    rows = markup["inline_keyboard"]
    if any(len(row) > InlineKeyboardMarkupLimit.BUTTONS_PER_ROW for row in rows):
        raise bad_request("reply markup is too long")
    if sum(map(len, rows)) > InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER:
        raise bad_request("reply markup is too long")
    for row in rows:
        for button in row:
            _check_button(button, chat)


def _check_button(button: Button, chat: Chat) -> None:
    if not button["text"].strip():
        raise _bad_button('Field "text" must be of type String and non-empty')
    actions = [key for key in button if key in ACTIONS]
    if not actions:
        raise _bad_button("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _bad_button(f"exactly one action is expected, found {', '.join(actions)}")
    if button.get("style", _STYLES[0]) not in _STYLES:
        raise _bad_button("invalid button style specified")
    _check_action(actions[0], button, chat)


def _check_action(action: str, button: Button, chat: Chat) -> None:
    if action == "callback_data":
        size = len(button["callback_data"].encode())
        limit = InlineKeyboardButtonLimit
        if not limit.MIN_CALLBACK_DATA <= size <= limit.MAX_CALLBACK_DATA:
            raise bad_request("BUTTON_DATA_INVALID")
    elif action == "url":
        check_link(button["url"])
    elif action == "web_app":
        _check_web_app(button["web_app"]["url"], chat)
    elif action == "copy_text":
        if not 1 <= len(button["copy_text"]["text"]) <= InlineKeyboardButtonLimit.MAX_COPY_TEXT:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    elif action in ("pay", "callback_game"):
        raise bad_request("BUTTON_TYPE_INVALID")
    elif action == "login_url" and urlsplit(button["login_url"]["url"]).scheme != "https":
        raise bad_request("BUTTON_URL_INVALID")


def check_link(url: str) -> None:
    """Refuses an address that no button may hold: http(s) with a dotted host, tg or ton."""
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme in ("tg", "ton"):
        return
    if parts.scheme not in ("http", "https"):
        raise _bad_url(url, "Unsupported URL protocol")
    host = parts.hostname or ""
    if not _HOST.fullmatch(host) or any(sign in url for sign in " \n<>\u2066\u2067\u2068\u2069"):
        raise _bad_url(url, "Wrong HTTP URL")


def _check_web_app(url: str, chat: Chat) -> None:
    if not chat.is_private:
        raise bad_request("BUTTON_TYPE_INVALID")
    if urlsplit(url).scheme != "https":
        raise bad_request(
            f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
        )
    check_link(url)


def _check_reply_keyboard(markup: Mapping[str, Any], chat: Chat) -> None:
    rows = markup["keyboard"]
    if any(len(row) > _REPLY_ROW for row in rows) or sum(map(len, rows)) > _REPLY_TOTAL:
        raise bad_request("reply markup is too long")
    if not any(rows):
        raise bad_request("reply keyboard must contain at least one button")
    for row in rows:
        for button in row:
            _check_key({"text": button} if isinstance(button, str) else button, chat)


def _check_key(button: Button, chat: Chat) -> None:
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    asked = [key for key in _REQUESTS if button.get(key)]
    if len(asked) > 1:
        raise bad_request(f"can't parse keyboard button: more than one of {', '.join(asked)}")
    if asked and not chat.is_private:
        raise bad_request(_REQUESTS[asked[0]])


def _check_placeholder(markup: Mapping[str, Any]) -> None:
    placeholder = markup.get("input_field_placeholder")
    limit = ReplyLimit
    if placeholder is not None and not (
        limit.MIN_INPUT_FIELD_PLACEHOLDER <= len(placeholder) <= limit.MAX_INPUT_FIELD_PLACEHOLDER
    ):
        raise bad_request("input field placeholder is too long")


def inline_buttons(markup: Mapping[str, Any] | None) -> Iterator[Button]:
    """Every button of an inline keyboard, row by row."""
    for row in (markup or {}).get("inline_keyboard", ()):
        yield from row


def labels_of(markup: Mapping[str, Any] | None) -> list[str]:
    """The labels of a reply keyboard, row by row."""
    rows = (markup or {}).get("keyboard", ())
    return [key if isinstance(key, str) else key["text"] for row in rows for key in row]


def _bad_button(why: str) -> Refused:
    return bad_request(f"can't parse inline keyboard button: {why}")


def _bad_url(url: str, why: str) -> Refused:
    return bad_request(f"inline keyboard button URL '{url}' is invalid: {why}")
