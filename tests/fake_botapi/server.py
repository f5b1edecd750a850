"""The fake Bot API as tests hold it."""

from __future__ import annotations

import asyncio
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from .calls import Calls
from .control import Control
from .flood import FloodLimits
from .group import Group
from .http_server import HttpServer, Watch
from .people import Chat, User
from .person import Person
from .platform import Platform
from .polling import Polling
from .presses import PressRecord
from .records import CallRecord, Oddity, Refusal
from .trouble import Trouble, TroubleKind
from .webhook import WebhookDelivery

LOOKS_AGAIN_S = 1.0
TOKEN = "700000001:AAFakeBotApiTokenForTests-0123456789abc"


class FakeBotApi:
    """A Bot API server on 127.0.0.1 with people who talk to the bot.

    ``base_url`` is what stands before ``/bot<token>``. ``latency`` is added to every answer, in
    seconds; ``patience`` is how long people wait for what they expect to see, in seconds, of a bot
    that is there: see ``bot_is``. An update that the webhook did not take comes again after
    ``webhook_retry`` seconds, doubled each time up to ``webhook_retry_longest``: Telegram is
    slower.
    """

    def __init__(
        self,
        token: str = TOKEN,
        *,
        port: int = 0,
        username: str = "entaj_bazaar_bot",
        first_name: str = "Entaj Bazaar",
        latency: float = 0.0,
        flood: FloodLimits | None = None,
        patience: float = 5.0,
        press_lifetime: float = 15.0,
        webhook_retry: float = 0.05,
        webhook_retry_longest: float = 1.0,
        keep_calls: int = 100_000,
        control: bool = False,
    ) -> None:
        self.token = token
        self.port = port
        self.patience = patience
        self._there_since = -math.inf
        bot = User(int(token.partition(":")[0]), first_name, username=username, is_bot=True)
        self.platform = Platform(bot, keep_calls, press_lifetime, flood)
        self.people: dict[int, Person] = {}
        self._polling = Polling(self.platform)
        calls = Calls(self.platform, self._polling)
        self._http = HttpServer(self.platform, calls, token)
        self._http.latency = latency
        self._http.control = Control(self) if control else None
        self._webhook = WebhookDelivery(
            self.platform, calls.play_answer, webhook_retry, webhook_retry_longest
        )

    async def __aenter__(self) -> Self:
        self.port = await self._http.start(self.port)
        self.platform.deliver = self._webhook.offer
        self.platform.webhook_set = self._webhook.webhook_set
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._polling.stop()
        await self._webhook.close()
        await self._http.close()

    @property
    def base_url(self) -> str:
        """The address before ``/bot<token>``, such as http://127.0.0.1:43123."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def latency(self) -> float:
        """Seconds added to each answer; may be changed while running."""
        return self._http.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._http.latency = seconds

    def bot_is(self, there: bool) -> None:
        """Tells people whether the bot is there; nobody loses patience with one that is not.

        Their waiting begins anew when it is back: what it owes them, it owes them from then on.
        """
        self._there_since = self.platform.loop_time if there else math.inf

    def patience_left(self, since: float, within: float | None = None) -> float:
        """How many seconds whoever waits since then goes on waiting, or is to look again."""
        until = max(since, self._there_since) + (self.patience if within is None else within)
        return min(until - self.platform.loop_time, LOOKS_AGAIN_S)

    def person(
        self,
        first_name: str = "منى",
        *,
        language_code: str | None = "ar",
        last_name: str | None = None,
        username: str | None = None,
        phone: str | None = None,
    ) -> Person:
        """A new user with a private chat, in which the bot may not speak first."""
        self.platform.last_user_id += 1
        number = self.platform.last_user_id
        user = User(number, first_name, last_name, username, language_code)
        user.phone = phone or f"9715{number % 100_000_000:08d}"
        self.platform.new_user(user)
        made = self.people[number] = Person(self, user)
        return made

    def group(self, members: Iterable[Person], title: str = "أهل البازار") -> Group:
        """A new supergroup with these people and the bot."""
        self.platform.last_group_id -= 1
        chat = Chat(self.platform.last_group_id, "supergroup", title=title)
        self.platform.chats[chat.id] = chat
        group = Group(self, chat)
        group.begin(list(members))
        return group

    def trouble(
        self,
        method: str | None = None,
        chat: int | None = None,
        *,
        kind: TroubleKind,
        times: int = 1,
        delay: float = 1.0,
        retry_after: int = 1,
        code: int = 500,
    ) -> Trouble:
        """Asks for trouble, so many times; see `Trouble` for the kinds."""
        asked = Trouble(kind, method, chat, times, delay, retry_after, code)
        return self.platform.troubles.add(asked)

    def redeliver(self, last: int = 1) -> None:
        """Delivers the last acknowledged updates once more, now."""
        self.platform.redeliver(last)

    @contextmanager
    def watch_calls(self, watch: Watch) -> Iterator[None]:
        """Within it tells method, fields and status of each call that is answered."""
        self._http.watches.append(watch)
        try:
            yield
        finally:
            self._http.watches.remove(watch)

    @property
    def calls(self) -> Sequence[CallRecord]:
        """The bot's calls, oldest first."""
        return list(self.platform.records.calls)

    def calls_of(self, method: str) -> list[CallRecord]:
        """The bot's calls of one method."""
        return [call for call in self.platform.records.calls if call.method == method]

    @property
    def counts(self) -> Counter[str]:
        """How often each method was called."""
        return self.platform.records.counts

    @property
    def refusals(self) -> list[Refusal]:
        """Every 4xx that the bot got for a fault of its own; 429 is none."""
        return self.platform.records.refusals

    @property
    def oddities(self) -> list[Oddity]:
        """Raw markup and stray direction marks that reached a screen."""
        return self.platform.records.oddities

    @property
    def uploaded_twice(self) -> list[Oddity]:
        """Uploads of bytes for which a file_id was known already."""
        return self.platform.records.uploaded_twice

    def unanswered_presses(self) -> list[PressRecord]:
        """The presses that the bot never answered."""
        return [press for press in self.platform.presses.values() if press.answered_at is None]

    def complaints(self) -> list[str]:
        """Everything a careful tester would complain about, one a line."""
        records = self.platform.records
        return [
            *(f"the fake failed: {failure}" for failure in records.failures),
            *(f"not taught: {what}" for what in records.not_taught),
            *(f"refused: {refusal}" for refusal in records.refusals),
            *(f"unanswered {press}" for press in self.unanswered_presses()),
            *(f"on screen: {oddity}" for oddity in records.oddities),
            *(f"uploaded twice: {oddity}" for oddity in records.uploaded_twice),
            *(f"the bot did not ask for {kind}" for kind in sorted(set(self._dropped()))),
        ]

    def _dropped(self) -> list[str]:
        return [kind for kind in self.platform.updates.dropped if kind in _EXPECTED_KINDS]

    def assert_clean(self, allow: Sequence[str] = ()) -> None:
        """Fails with every complaint that holds none of the allowed words."""
        left = [each for each in self.complaints() if not any(word in each for word in allow)]
        assert not left, "the bot was not clean:\n" + "\n".join(f"  - {each}" for each in left)

    async def quiet(self, settle: float = 0.05, within: float | None = None) -> None:
        """Waits until every update was acknowledged and the bot has paused for ``settle`` s."""
        await self.quiet_for(None, settle, within)

    async def quiet_for(self, person: int | None, settle: float, within: float | None) -> None:
        """Waits for one person's updates (None: all) as `quiet` does; fails after ``within`` s."""
        loop = asyncio.get_running_loop()
        until = loop.time() + (self.patience if within is None else within)
        while True:
            since = loop.time() - self.platform.records.last_call_at
            waiting = self._waiting(person)
            if not waiting and not self._http.in_flight and since >= settle:
                return
            left = until - loop.time()
            assert left > 0, f"not quiet: {waiting} updates wait, {self._http.in_flight} calls run"
            pause = settle if waiting or self._http.in_flight else settle - since
            await self.platform.changed.wait(min(pause, left))

    def _waiting(self, person: int | None) -> int:
        updates, repeats = self.platform.updates, self._webhook.repeats(person)
        if person is None:
            return len(updates.pending) + len(updates.again) + len(updates.held) + repeats
        again = sum(update.person == person for update in updates.again)
        return updates.waiting_of[person] + again + repeats


_EXPECTED_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
