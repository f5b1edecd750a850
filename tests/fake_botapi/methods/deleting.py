"""Deletions. Source of the rules: Bot API, deleteMessage."""

from __future__ import annotations

from telegram.constants import BulkRequestLimit

from tests.fake_botapi.message import Message
from tests.fake_botapi.platform import Platform
from tests.fake_botapi.refused import bad_request

from .registry import Arguments, taught

_DELETABLE_SECONDS = 48 * 3600


def _check_deletable(platform: Platform, message: Message) -> None:
    if not message.chat.is_private and not message.from_bot:
        raise bad_request("message can't be deleted")
    if platform.now - message.date > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")


@taught("deleteMessage")
def delete_message(platform: Platform, call: Arguments) -> object:
    chat = platform.writable(call.values["chat_id"])
    message = chat.messages.get(call.whole("message_id", 0))
    if message is None:
        raise bad_request("message to delete not found")
    _check_deletable(platform, message)
    platform.remove(message)
    return True


@taught("deleteMessages")
def delete_messages(platform: Platform, call: Arguments) -> object:
    chat = platform.writable(call.values["chat_id"])
    ids = call.values["message_ids"]
    assert isinstance(ids, list)
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > BulkRequestLimit.MAX_LIMIT:
        raise bad_request("too many message identifiers specified")
    found = [chat.messages[each] for each in ids if each in chat.messages]
    for message in found:
        _check_deletable(platform, message)
    for message in found:
        platform.remove(message)
    return True
