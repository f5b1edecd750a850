"""A person with a phone in hand: what she does, and what she sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from .acts import Acts
from .keyboards import labels_of
from .message import Message
from .methods.about_bot import scope_key
from .people import Chat, User, as_read
from .press import Press
from .screen import ScreenButton, ScreenMessage, seen

if TYPE_CHECKING:
    from .group import Group
    from .server import FakeBotApi

Found = TypeVar("Found")
_Key = tuple[ScreenMessage, ScreenButton]

GONE = 0  # no message has this id


class Person(Acts):
    """Someone with a private chat with the bot; everything she does becomes an update."""

    def __init__(self, api: FakeBotApi, user: User) -> None:
        super().__init__(api.platform, user)
        self._api = api

    # What she sees

    @property
    def screen(self) -> list[ScreenMessage]:
        """Her private chat as it stands, oldest first, with edits and deletions applied."""
        return self.screen_of(None)

    def screen_of(self, chat: Group | None) -> list[ScreenMessage]:
        """A chat as it stands for her."""
        files = self._platform.files
        messages = self._chat(chat).messages.values()
        return [seen(message, self.id, files) for message in messages]

    def changed_since(self, stamp: int, chat: Group | None = None) -> list[ScreenMessage]:
        """What was written or edited in a chat after that stamp, oldest message first."""
        files = self._platform.files
        messages = self._chat(chat).messages.values()
        return [seen(message, self.id, files) for message in messages if message.stamp > stamp]

    @property
    def fresh(self) -> list[ScreenMessage]:
        """What the bot wrote or edited in her private chat since she last did something."""
        return [each for each in self.changed_since(self._since) if each.from_bot]

    @property
    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard that is open in her private chat."""
        return labels_of(self._chat(None).reply_markup)

    @property
    def menu(self) -> list[tuple[str, str]]:
        """The commands and descriptions that Telegram offers her in the private chat.

        Source of the order: Bot API, BotCommandScope, "Determining list of commands".
        """
        scopes: list[dict[str, Any]] = [
            {"type": "chat", "chat_id": self.id},
            {"type": "all_private_chats"},
            {"type": "default"},
        ]
        for scope in scopes:
            for language in (self.user.language_code or "", ""):
                found = self._platform.about.get((f"commands {scope_key(scope)}", language))
                if isinstance(found, list) and found:
                    return [(each["command"], each["description"]) for each in found]
        return []

    async def sees(
        self,
        contains: str | None = None,
        *,
        button: str | None = None,
        kind: str | None = None,
        chat: Group | None = None,
        after: ScreenMessage | None = None,
        within: float | None = None,
    ) -> ScreenMessage:
        """Waits for a message of the bot, new or edited since her last act (or after ``after``).

        ``contains`` is sought in text, caption, venue and labels, ``button`` in labels alone,
        direction marks aside; ``kind`` is text, photo, document, location or venue. The newest
        that fits is given; AssertionError after ``within`` seconds.
        """

        def fits() -> ScreenMessage | None:
            floor = self._since if after is None else after.stamp
            changed = self.changed_since(floor, chat)
            for message in sorted(changed, key=_by_stamp, reverse=True):
                if not message.from_bot:
                    continue
                if contains is not None and not message.contains(contains):
                    continue
                if button is not None and message.button(button) is None:
                    continue
                if kind is None or message.kind == kind:
                    return message
            return None

        wanted = ", ".join(repr(each) for each in (contains, button, kind) if each) or "anything"
        return await self._until(fits, f"see {wanted}", chat, within)

    async def is_offered(self, command: str, within: float | None = None) -> None:
        """Waits until Telegram offers her this command in the private chat."""

        def offered() -> bool:
            return command in dict(self.menu)

        await self._until(offered, f"find /{command} in the menu", None, within)

    async def loses(
        self, message: ScreenMessage, *, chat: Group | None = None, within: float | None = None
    ) -> None:
        """Waits until a message is deleted."""

        def gone() -> bool:
            return message.id not in self._chat(chat).messages

        await self._until(gone, f"lose message {message.id}", chat, within)

    async def quiet(self, settle: float = 0.05, within: float | None = None) -> None:
        """Waits until her updates are acknowledged and the bot has paused for ``settle`` s."""
        await self._api.quiet_for(self.id, settle, within)

    def looks_away(self) -> None:
        """From now on only what comes later counts as seen."""
        self._since = self._platform.stamp

    # What she presses

    async def presses(
        self,
        label: str,
        *,
        message: ScreenMessage | None = None,
        chat: Group | None = None,
        within: float | None = None,
    ) -> Press | None:
        """Presses the button with this label (or containing it).

        Looks in the newest message that has it, or in ``message`` as it was when it was seen, so
        that a stale button can be pressed. A key of the open reply keyboard is pressed too: it
        sends its text, or her contact. A link to the bot starts it. Gives the press of an inline
        button, which can be waited for with `Press.answered`.
        """
        looked = -1  # a message that did not have it has it only when it was edited

        def find() -> _Key | str | None:
            nonlocal looked
            shown = [message] if message else self.changed_since(looked, chat)
            looked = self._platform.stamp
            for each in reversed(shown):
                if (button := each.button(label)) is not None:
                    return each, button
            return None if message else self._key(label, chat)

        found: _Key | str = await self._until(find, f"press {label!r}", chat, within)
        if isinstance(found, str):
            await self._types_key(found, chat)
            return None
        shown, button = found
        return await self._taps(shown, button, chat)

    async def press(
        self, data: str, *, message: ScreenMessage | None = None, chat: Group | None = None
    ) -> Press:
        """Sends callback data of her own making, as from a button of ``message`` or of the
        newest message of the bot."""
        if message is None:
            from_bot = [each for each in self.screen_of(chat) if each.from_bot]
            assert from_bot, f"{self.user.first_name} has no message of the bot to press on"
            message = from_bot[-1]
        return self._query(message.id, data, "", chat)

    async def press_old(self, data: str) -> Press:
        """Presses a button of a message that Telegram does not have any more."""
        return self._query(GONE, data, "", None)

    def newest_first(self, most: int = 5) -> Iterable[Message]:
        """The newest messages of the bot in her private chat, at most so many."""
        messages = reversed(self._chat(None).messages.values())
        return islice((each for each in messages if each.from_bot), most)

    def taps(self, message_id: int, data: str) -> None:
        """Presses by message and data, without looking at the screen: for crowds."""
        self._press(self._chat(None), message_id, data, "")

    async def _taps(
        self, shown: ScreenMessage, button: ScreenButton, chat: Group | None
    ) -> Press | None:
        if button.data is not None:
            return self._query(shown.id, button.data, button.label, chat)
        parts = urlsplit(button.url or "")
        mine = parts.path.strip("/") == (self._platform.bot.username or "")
        payload = parse_qs(parts.query).get("start")
        assert mine, f"the button {button.label!r} leads outside: {button.url}"
        assert payload, f"the button {button.label!r} starts nothing: {button.url}"
        await self.starts(payload[0])
        return None

    def _key(self, label: str, chat: Group | None) -> str | None:
        keys = labels_of(self._chat(chat).reply_markup)
        exact = [key for key in keys if as_read(key) == as_read(label)]
        holding = [key for key in keys if as_read(label) in as_read(key)]
        return next(iter(exact or holding), None)

    async def _types_key(self, key: str, chat: Group | None) -> None:
        open_chat: Chat = self._chat(chat)
        rows: Any = (open_chat.reply_markup or {}).get("keyboard", ())
        button = next(each for row in rows for each in row if _text_of(each) == key)
        asked = {} if isinstance(button, str) else button
        assert not asked.get("request_location"), f"{key!r} asks for a place: use shares_place"
        if asked.get("request_contact"):
            await self.shares_contact()
        else:
            await self.sends(key, chat=chat)

    def _query(self, message_id: int, data: str, label: str, chat: Group | None) -> Press:
        record = self._press(self._chat(chat), message_id, data, label)
        return Press(self._api, record)

    async def _until(
        self,
        look: Callable[[], Found | None],
        wish: str,
        chat: Group | None,
        within: float | None,
    ) -> Found:
        platform = self._platform
        began = platform.loop_time
        while not (found := look()):
            left = self._api.patience_left(began, within)
            assert left > 0, self.disappointment(wish, chat)
            await platform.changed.wait(left)
        return found

    def disappointment(self, wish: str, chat: Group | None = None) -> str:
        """What to say of a wish that did not come true: what changed last on her screen."""
        fresh = {each.id for each in self.screen_of(chat) if each.stamp > self._since}
        shown = "\n".join(
            f"{'* ' if each.id in fresh else ''}{each}"
            for each in sorted(self.screen_of(chat), key=_by_stamp)[-6:]
        )
        troubles = "\n".join(self._api.complaints()[-6:])
        name = self.user.first_name
        return (
            f"{name} did not {wish}. On her screen (* new since she last did something):\n"
            f"{shown or '(an empty chat)'}" + (f"\nComplaints:\n{troubles}" if troubles else "")
        )


def _by_stamp(message: ScreenMessage) -> int:
    return message.stamp


def _text_of(key: Any) -> str:
    return key if isinstance(key, str) else str(key["text"])
