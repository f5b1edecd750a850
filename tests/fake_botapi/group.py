"""A group chat with the bot in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .message import Content
from .people import Chat

if TYPE_CHECKING:
    from .person import Person
    from .server import FakeBotApi


class Group:
    """Given as ``chat=`` to what a person does and sees there."""

    def __init__(self, api: FakeBotApi, chat: Chat) -> None:
        self._api = api
        self.chat = chat

    @property
    def id(self) -> int:
        """The chat's id, below zero."""
        return self.chat.id

    def begin(self, members: list[Person]) -> None:
        """The first member makes the group and adds the others and the bot."""
        self.chat.members = {member.id: member.user for member in members}
        self._joins(members[0], "left", "member")
        platform = self._api.platform
        added: dict[str, object] = {"new_chat_members": [platform.bot.payload()]}
        message = platform.post(self.chat, members[0].user, Content("service", body=added))
        platform.update("message", message.payload(), f"chat {self.id}", members[0].id)

    def is_of_direct_messages(self, topic: int) -> None:
        """It is the chat of a channel's direct messages, and all in it is that person's talk."""
        self.chat.direct_topic = topic

    def throws_out_bot(self, by: Person) -> None:
        """The bot may not write here any more."""
        self.chat.bot_is_member = False
        self._joins(by, "member", "left")

    def _joins(self, by: Person, old: str, new: str) -> None:
        platform = self._api.platform
        bot = platform.bot.payload()
        body: dict[str, object] = {
            "chat": self.chat.payload(),
            "from": by.user.payload(),
            "date": platform.now,
            "old_chat_member": {"user": bot, "status": old},
            "new_chat_member": {"user": bot, "status": new},
        }
        platform.update("my_chat_member", body, f"chat {self.id}", by.id)
