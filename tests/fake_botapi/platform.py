"""Telegram's side of the world: people, chats, messages, files and the bot's queue of updates."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from telegram.constants import MessageLimit

from .files import FileStore
from .flood import FloodLimits
from .keyboards import inline_buttons
from .message import Content, Message
from .people import Chat, User
from .presses import PressRecord
from .records import Oddity, Records
from .refused import bad_request, forbidden
from .trouble import Troubles
from .updates import Bell, Update, UpdateQueue

FIRST_GROUP = -1_002_000_000_000
# Beyond 32 bits, as the ids of new accounts are.
FIRST_PERSON = 5_200_000_000


@dataclass(slots=True)
class WebhookSettings:
    """What setWebhook said; an empty ``url`` is no webhook."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    allowed_updates: list[str] | None = None
    last_error: str = ""
    last_error_date: int = 0


def _nobody(update: Update) -> None:
    """Where updates go before there is a webhook: they wait."""
    del update


def _nothing() -> None:
    """Who is told of a new webhook before the server runs."""


@dataclass(slots=True)
class Platform:
    """All state of the fake. It outlives every process of the bot."""

    bot: User
    keep_calls: int = 100_000
    press_lifetime: float = 15.0
    flood: FloodLimits | None = None
    users: dict[int, User] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    files: FileStore = field(default_factory=FileStore)
    uploads: dict[tuple[str, str], str] = field(default_factory=dict)
    updates: UpdateQueue = field(default_factory=UpdateQueue)
    webhook: WebhookSettings = field(default_factory=WebhookSettings)
    presses: dict[str, PressRecord] = field(default_factory=dict)
    troubles: Troubles = field(default_factory=Troubles)
    changed: Bell = field(default_factory=Bell)
    about: dict[tuple[str, str], object] = field(default_factory=dict)
    records: Records = field(init=False)
    stamp: int = 0
    last_user_id: int = FIRST_PERSON
    last_group_id: int = FIRST_GROUP
    last_press: int = 0
    last_album: int = 13_000_000_000
    deliver: Callable[[Update], None] = _nobody
    webhook_set: Callable[[], None] = _nothing

    def __post_init__(self) -> None:
        self.records = Records(calls=deque(maxlen=self.keep_calls))

    @property
    def now(self) -> int:
        """Unix time, for dates."""
        return int(time.time())

    @property
    def loop_time(self) -> float:
        """The event loop's clock, for waiting."""
        return asyncio.get_running_loop().time()

    def tick(self) -> int:
        """The next stamp."""
        self.stamp += 1
        return self.stamp

    def new_user(self, user: User) -> Chat:
        """Adds a person; her private chat exists, and the bot may not begin it."""
        self.users[user.id] = user
        chat = self.chats[user.id] = Chat(user.id, "private", user=user)
        chat.members[user.id] = user
        return chat

    def writable(self, chat_id: object) -> Chat:
        """The chat that the bot may write to; 400 and 403 as the real server has them."""
        chat = self.known(chat_id)
        if not chat.bot_is_member:
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if chat.acquaintance == "stranger" and chat.is_private:
            raise forbidden("bot can't initiate conversation with a user")
        if chat.acquaintance == "blocked":
            raise forbidden("bot was blocked by the user")
        if chat.acquaintance == "deactivated":
            raise forbidden("user is deactivated")
        return chat

    def known(self, chat_id: object) -> Chat:
        """The chat by its id."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found" if chat_id != "" else "chat_id is empty")
        return chat

    def post(
        self,
        chat: Chat,
        sender: User,
        content: Content,
        reply_to: Message | None = None,
        steered_keyboard: Mapping[str, object] | None = None,
        album: str | None = None,
    ) -> Message:
        """Puts a message into a chat."""
        message = Message(
            chat=chat,
            message_id=chat.next_id(),
            sender=sender,
            date=self.now,
            content=content,
            stamp=self.tick(),
            reply_to=reply_to,
            steered_keyboard=steered_keyboard,
            media_group_id=album,
        )
        chat.messages[message.message_id] = message
        if steered_keyboard is not None:
            chat.reply_markup = steered_keyboard
        if sender.is_bot:
            self._look_at(message)
        self.changed.ring()
        return message

    def edit(self, message: Message, content: Content) -> Message:
        """Puts another content into a message."""
        message.becomes(content, self.now, self.tick())
        self._look_at(message)
        self.changed.ring()
        return message

    def remove(self, message: Message) -> None:
        """Deletes a message for everyone."""
        del message.chat.messages[message.message_id]
        self.tick()
        self.changed.ring()

    def _look_at(self, message: Message) -> None:
        """Notes what a reader should not see."""
        where = f"chat {message.chat.id}, message {message.message_id}"
        content = message.content
        records = self.records
        records.odd_text(content.text, where)
        if len(content.entities) > MessageLimit.MESSAGE_ENTITIES:
            what = f"{len(content.entities)} entities, of which Telegram keeps 100"
            records.oddities.append(Oddity(what, where))
        for entity in content.entities:
            if "url" in entity:
                records.odd_address(str(entity["url"]), where)
        for button in inline_buttons(content.inline):
            records.odd_text(button["text"], f"{where}, button")
            records.odd_address(button.get("url", ""), f"{where}, button")
            records.odd_address(button.get("callback_data", ""), f"{where}, button")
            if "copy_text" in button:
                records.odd_address(button["copy_text"]["text"], f"{where}, button")

    def update(self, kind: str, body: dict[str, object], queue: str, person: int) -> Update | None:
        """Queues an update for the bot, unless it did not ask for the kind."""
        update = self.updates.make(kind, body, queue, person)
        if update is None:
            return None
        held = self.updates.release(person) if self.updates.held else None
        if (
            held is None
            and self.troubles.listed
            and self.troubles.for_update("out_of_order", person)
        ):
            self.updates.hold(update)
            return update
        self._offer(update)
        if held is not None:
            self._offer(held)
        return update

    def _offer(self, update: Update) -> None:
        if self.webhook.url:
            self.deliver(update)
        else:
            self.updates.arrived.ring()

    def acknowledged(self, update: Update) -> None:
        """The bot has this update for good; trouble may give it once more."""
        first = self.updates.acknowledge(update)
        if first and self.troubles.listed and self.troubles.for_update("twice", update.person):
            self._again(update)
        self.changed.ring()

    def _again(self, update: Update) -> None:
        if not self.webhook.url:
            self.updates.again.append(update)
        self._offer(update)

    def redeliver(self, last: int) -> None:
        """Gives the last acknowledged updates again, as after a lost confirmation."""
        for update in list(self.updates.acknowledged)[-last:] if last else []:
            self._again(update)

    def started_anew(self) -> None:
        """A call that a bot makes when it starts: what trouble wanted to come again comes."""
        if self.troubles.listed:
            self.redeliver(self.troubles.redeliveries())

    def age(self, message: Message, seconds: int) -> None:
        """Makes a message older."""
        message.date -= seconds
