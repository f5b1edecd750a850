"""A message in a chat, with what it was before it was edited."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from .html_entities import Entity
from .people import Chat, User

Kind = Literal[
    "text", "photo", "document", "location", "venue", "contact", "sticker", "voice", "service"
]
Markup = Mapping[str, object]

CAPTIONED = ("photo", "document", "voice")
_EARLIER_KEPT = 20


@dataclass(slots=True)
class Content:
    """What a message shows; an edit puts another in its place."""

    kind: Kind
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    body: dict[str, object] = field(default_factory=dict)
    file_ids: tuple[str, ...] = ()
    inline: Markup | None = None
    extras: dict[str, object] = field(default_factory=dict)

    def payload(self) -> dict[str, object]:
        """The content's own fields of a ``Message``."""
        said = {**self.body, **self.extras}
        if self.text:
            caption = self.kind != "text"
            said["caption" if caption else "text"] = self.text
            if self.entities:
                said["caption_entities" if caption else "entities"] = self.entities
        if self.inline is not None:
            said["reply_markup"] = self.inline
        return said


@dataclass(slots=True)
class Message:
    """A message; ``stamp`` grows with everything that happens on the platform."""

    chat: Chat
    message_id: int
    sender: User
    date: int
    content: Content
    stamp: int
    edit_date: int | None = None
    media_group_id: str | None = None
    reply_to: Message | None = None
    # A message that went out with a reply keyboard, ForceReply or its removal is never editable.
    steered_keyboard: Markup | None = None
    earlier: deque[Content] = field(default_factory=lambda: deque(maxlen=_EARLIER_KEPT))
    # As each viewer sees it, until it is edited.
    seen_by: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def from_bot(self) -> bool:
        return self.sender.is_bot

    def payload(self, *, with_reply: bool = True) -> dict[str, object]:
        """The message as the Bot API gives it."""
        said: dict[str, object] = {
            "message_id": self.message_id,
            "from": self.sender.payload(),
            "chat": self.chat.payload(),
            "date": self.date,
            **self.content.payload(),
        }
        if self.chat.direct_topic is not None:
            said["direct_messages_topic"] = {"topic_id": self.chat.direct_topic}
        if self.edit_date is not None:
            said["edit_date"] = self.edit_date
        if self.media_group_id is not None:
            said["media_group_id"] = self.media_group_id
        if with_reply and self.reply_to is not None:
            said["reply_to_message"] = self.reply_to.payload(with_reply=False)
        return said

    def becomes(self, content: Content, date: int, stamp: int) -> None:
        """An edit; the earlier content stays known, so that its buttons can be pressed late."""
        self.earlier.append(self.content)
        self.content = content
        self.edit_date = date
        self.stamp = stamp
        self.seen_by.clear()
