"""Users and chats as the platform keeps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from .message import Message

ChatType = Literal["private", "group", "supergroup"]
Acquaintance = Literal["stranger", "talking", "blocked", "deactivated"]


@dataclass(slots=True)
class User:
    """A person, or the bot."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    phone: str = ""

    def payload(self) -> dict[str, object]:
        """The user as updates carry it; a phone is never in it."""
        said: dict[str, object] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        for key in ("last_name", "username", "language_code"):
            value = getattr(self, key)
            if value:
                said[key] = value
        return said


@dataclass(slots=True)
class Chat:
    """A conversation, with everything in it that was not deleted, by message id."""

    id: int
    type: ChatType
    title: str = ""
    user: User | None = None
    members: dict[int, User] = field(default_factory=dict)
    acquaintance: Acquaintance = "stranger"
    bot_is_member: bool = True
    direct_topic: int | None = None
    takes_voices: bool = True
    messages: dict[int, Message] = field(default_factory=dict)
    last_message_id: int = 0
    reply_markup: Mapping[str, object] | None = None
    actions: list[str] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        return self.type == "private"

    def next_id(self) -> int:
        """The id of the next message here."""
        self.last_message_id += 1
        return self.last_message_id

    def payload(self) -> dict[str, object]:
        """The chat as messages carry it."""
        said: dict[str, object] = {"id": self.id, "type": self.type}
        if self.user is None:
            said["title"] = self.title
            if self.direct_topic is not None:
                said["is_direct_messages"] = True
            return said
        said["first_name"] = self.user.first_name
        for key in ("last_name", "username"):
            value = getattr(self.user, key)
            if value:
                said[key] = value
        return said


# Anything that only steers the direction of text is invisible to whoever reads a label.
_STEERING = re.compile("[\u200e\u200f\u061c\u2066-\u2069\u202a-\u202e]")


@lru_cache(10_000)
def as_read(text: str) -> str:
    """A text as a reader sees it, without direction marks and with plain spaces.

    It is what searches compare.
    """
    return _STEERING.sub("", text).replace("\u00a0", " ")
