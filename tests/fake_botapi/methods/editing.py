"""Edits of the bot's own messages. Source of the rules: Bot API "Updating messages", tdlib."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.fake_botapi.keyboards import check_inline
from tests.fake_botapi.message import CAPTIONED, Content, Message
from tests.fake_botapi.people import Chat
from tests.fake_botapi.platform import Platform
from tests.fake_botapi.refused import NotTaught, bad_request
from tests.fake_botapi.texts import caption_of, text_of

from .media import medium_content
from .registry import Arguments, taught
from .sending import inline_or_none

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def _editable(platform: Platform, call: Arguments) -> Message:
    if call.text("inline_message_id"):
        raise NotTaught(f"{call.method} of inline messages")
    if "chat_id" not in call.values:
        raise bad_request("chat_id is empty")
    chat: Chat = platform.writable(call.values["chat_id"])
    message_id = call.whole("message_id", 0)
    if message_id <= 0:
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.steered_keyboard is not None:
        raise bad_request("message can't be edited")
    return message


def _new_inline(message: Message, call: Arguments) -> Any:
    """The keyboard after the edit: an edit without one removes what is there."""
    markup = call.values.get("reply_markup")
    if not isinstance(markup, dict):
        return None
    check_inline(markup, message.chat)
    return inline_or_none(markup)


def _edited(platform: Platform, message: Message, content: Content) -> object:
    if content == message.content:
        raise bad_request(NOT_MODIFIED)
    return platform.edit(message, content).payload()


@taught("editMessageText")
def edit_message_text(platform: Platform, call: Arguments) -> object:
    message = _editable(platform, call)
    text, entities = text_of(call.values)
    if message.content.kind != "text":
        raise bad_request("there is no text in the message to edit")
    inline = _new_inline(message, call)
    return _edited(platform, message, Content("text", text, entities, inline=inline))


@taught("editMessageCaption")
def edit_message_caption(platform: Platform, call: Arguments) -> object:
    message = _editable(platform, call)
    text, entities = caption_of(call.values)
    if message.content.kind not in CAPTIONED:
        raise bad_request("there is no caption in the message to edit")
    extras = {
        key: value
        for key, value in message.content.extras.items()
        if key != "show_caption_above_media"
    }
    if call.values.get("show_caption_above_media") and text:
        extras["show_caption_above_media"] = True
    content = replace(
        message.content,
        text=text,
        entities=entities,
        inline=_new_inline(message, call),
        extras=extras,
    )
    return _edited(platform, message, content)


@taught("editMessageMedia")
def edit_message_media(platform: Platform, call: Arguments) -> object:
    message = _editable(platform, call)
    if message.content.kind not in ("text", *CAPTIONED):
        raise bad_request("there is no media in the message to edit")
    medium = call.values["media"]
    assert isinstance(medium, dict)
    content = medium_content(platform, call, medium)
    if message.media_group_id is not None and content.kind != message.content.kind:
        raise bad_request("message content can't be changed to another type in an album")
    content.inline = _new_inline(message, call)
    return _edited(platform, message, content)


@taught("editMessageReplyMarkup")
def edit_message_reply_markup(platform: Platform, call: Arguments) -> object:
    message = _editable(platform, call)
    content = replace(message.content, inline=_new_inline(message, call))
    return _edited(platform, message, content)
