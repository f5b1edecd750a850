"""Answers to presses, chat actions, chats and files."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, urlsplit

from telegram.constants import CallbackQueryLimit, ChatAction, FileSizeLimit

from tests.fake_botapi.platform import Platform
from tests.fake_botapi.refused import bad_request

from .registry import Arguments, taught

_ACTIONS = frozenset(str(action.value) for action in ChatAction)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@taught("answerCallbackQuery")
def answer_callback_query(platform: Platform, call: Arguments) -> object:
    press = platform.presses.get(call.text("callback_query_id"))
    now = asyncio.get_running_loop().time()
    if press is None or press.answered_at is not None or press.expired:
        raise bad_request(_TOO_OLD)
    if now - press.at > platform.press_lifetime:
        raise bad_request(_TOO_OLD)
    text = call.text("text")
    if len(text) > CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    url = call.text("url")
    if url and not _starts_this_bot(url, platform.bot.username or ""):
        raise bad_request("URL_INVALID")
    press.answered_at, press.text, press.url = now, text, url or None
    press.show_alert = bool(call.values.get("show_alert"))
    platform.records.odd_text(text, f"answer to the {press}")
    platform.changed.ring()
    return True


def _starts_this_bot(url: str, username: str) -> bool:
    parts = urlsplit(url)
    named = parts.hostname in ("t.me", "telegram.me") and parts.path.strip("/") == username
    return named and "start" in parse_qs(parts.query)


@taught("sendChatAction")
def send_chat_action(platform: Platform, call: Arguments) -> object:
    chat = platform.writable(call.values["chat_id"])
    action = call.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.actions.append(action)
    return True


@taught("getChat")
def get_chat(platform: Platform, call: Arguments) -> object:
    chat = platform.known(call.values["chat_id"])
    return {
        **chat.payload(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": True,
            "limited_gifts": True,
            "unique_gifts": True,
            "premium_subscription": True,
            "gifts_from_channels": True,
        },
    }


@taught("getFile")
def get_file(platform: Platform, call: Arguments) -> object:
    stored = platform.files.by_id.get(call.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.content) > FileSizeLimit.FILESIZE_DOWNLOAD:
        raise bad_request("file is too big")
    return {**stored.payload(), "file_path": stored.path}
