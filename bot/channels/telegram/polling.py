"""Asking for updates, and confirming only what is done.

A batch is worked on by many at once. The offset moves up to the first update that is not done, so
that a kill loses nothing; one slow chat does not hold up the rest, which are asked for meanwhile.
No more than a hundred are given from the offset on, and all that are not done are given again each
time. So where half a hundred are in the way, or no more are given, all of them are put aside: a
single one that stayed would keep the offset where it is.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import msgspec
import structlog
from telegram.constants import PollingLimit
from telegram.error import Conflict, RetryAfter, TelegramError

from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.troubles import AGAIN, seconds_of
from bot.channels.telegram.updates import ASKED_FOR, Numbered, Update
from bot.channels.telegram.window import Window
from bot.ground.timeouts import LONG_POLL_S, POLL_READ_S
from bot.runtime.deferred_updates import DeferredUpdates
from bot.runtime.rate_limit import RateLimiter, RateLimits

log = structlog.get_logger(__name__)
T = TypeVar("T")
LOOK_AGAIN_S = 0.25
LOOK_SOON_S = 0.02
MOST_OF_ONE = 500
TURNED_AWAY = RateLimits(acts=1, window=1.0)
FULL = int(PollingLimit.MAX_LIMIT)
MANY = FULL // 2
AFTER_FAILURE_S = 2.0


class UnderWay:
    """An update that is worked on, as Telegram brought it.

    `keeping` tells whether it is kept aside, once that was begun.
    """

    __slots__ = ("is_done", "keeping", "person", "raw")

    def __init__(self, raw: Any, person: int) -> None:
        """It is begun; `person` is whose it is."""
        self.raw = raw
        self.person = person
        self.keeping: asyncio.Task[bool] | None = None
        self.is_done = False


class Polling:
    """The one loop that asks for updates."""

    def __init__(self, api: BotApi, telegram: Telegram, deferred: DeferredUpdates) -> None:
        """Nothing is asked before `run`."""
        self._api = api
        self._telegram = telegram
        self._deferred = deferred
        self._window = Window()
        self._tasks: set[asyncio.Task[Any]] = set()
        # Those that are neither done nor about to be put aside; of the others there are thousands.
        self._in_the_way: dict[int, UnderWay] = {}
        self._keeping: asyncio.Task[bool] | None = None
        self._waiting: Counter[int] = Counter()
        self._turned_away = RateLimiter(TURNED_AWAY, time.monotonic)
        self._progress = asyncio.Event()
        self._stopping = False

    async def run(self) -> None:
        """Ask and work until cancelled; then what is under way is finished by `finish`."""
        pauses = AGAIN.pauses()
        while not self._stopping:
            try:
                found = await self._ask()
                news = sum(self._begin(raw) for raw in found)
                is_full = len(found) >= FULL
                self._make_way(is_full=is_full)
            except Exception as error:
                # Whatever it is, it must not end the loop: no update would be asked for any more.
                await asyncio.sleep(wait_after(error, next(pauses)))
                continue
            pauses = AGAIN.pauses()
            await self._let_work(LOOK_SOON_S if news or is_full else LOOK_AGAIN_S)
            if is_full:
                await self._something_done()

    async def finish(self, within: float) -> None:
        """Finish what is under way, so many seconds at most, and confirm what is done."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=within)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._window.offset:
            fields = {"offset": self._window.offset, "limit": 1, "timeout": 0}
            try:
                await self._api.call("getUpdates", fields, read_timeout=2.0)
            except TelegramError as error:
                log.info("last-offset-not-confirmed", why=error.message)

    async def _ask(self) -> list[Any]:
        fields = {
            "offset": self._window.ask(),
            "timeout": LONG_POLL_S if self._window.is_empty else 0,
            "allowed_updates": ASKED_FOR,
        }
        found = await self._api.call("getUpdates", fields, read_timeout=POLL_READ_S)
        return list(found)

    def _begin(self, raw: Any) -> bool:
        """Begin with an update; False for one that is under way or done."""
        update_id = msgspec.convert(raw, Numbered).update_id
        if not self._window.is_new(update_id):
            return False
        try:
            update = msgspec.convert(raw, Update)
        except msgspec.ValidationError as error:
            log.error("update-unreadable", update=update_id, why=str(error))
            self._mark_done(update_id)
            return True
        if self._waiting[update.person] >= MOST_OF_ONE:
            if self._turned_away.count(update.person) is None:
                self._start(self._telegram.turn_away(update))
            self._mark_done(update_id)
            return True
        self._waiting[update.person] += 1
        each = self._in_the_way[update_id] = UnderWay(raw, update.person)
        self._start(self._work(update, each))
        return True

    def _start(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    def _make_way(self, *, is_full: bool) -> None:
        """Put aside all that is in the way, where that is much or no more is given.

        It is one transaction at a time: turns wait for the same write lock.
        """
        if self._keeping is not None and not self._keeping.done():
            return
        if self._in_the_way and (is_full or len(self._in_the_way) >= MANY):
            chosen, self._in_the_way = self._in_the_way, {}
            keeping = self._keeping = self._start(self._keep_aside(chosen))
            for each in chosen.values():
                each.keeping = keeping

    async def _keep_aside(self, chosen: dict[int, UnderWay]) -> bool:
        try:
            raw = {update_id: each.raw for update_id, each in chosen.items()}
            whose = {update_id: str(each.person) for update_id, each in chosen.items()}
            await self._deferred.put(raw, whose)
        except Exception as error:
            log.warning("updates-not-put-aside", count=len(chosen), why=type(error).__name__)
            await asyncio.sleep(AFTER_FAILURE_S)
            for update_id, each in chosen.items():
                each.keeping = None
                if not each.is_done:
                    self._in_the_way[update_id] = each
            return False
        for update_id in chosen:
            self._mark_done(update_id)
        return True

    async def _work(self, update: Update, each: UnderWay) -> None:
        await self._telegram.see_done(update)
        self._waiting[update.person] -= 1
        if not self._waiting[update.person]:
            del self._waiting[update.person]
        each.is_done = True
        self._mark_done(update.update_id)
        self._in_the_way.pop(update.update_id, None)
        if each.keeping is not None and await each.keeping:
            await self._deferred.drop(update.update_id)

    def _mark_done(self, update_id: int) -> None:
        self._window.mark_done(update_id)
        self._progress.set()

    async def _let_work(self, within: float) -> None:
        """Go on when all is done, or half of what is given at once, or so many seconds later."""
        half = self._window.offset + MANY
        await self._wait_for(lambda: self._window.is_empty or self._window.offset >= half, within)

    async def _something_done(self) -> None:
        """Go on when other updates would be given than those that are under way, or a while later.

        Asked before that, Telegram would give the same hundred again.
        """
        await self._wait_for(lambda: self._window.is_ahead, LOOK_AGAIN_S)

    async def _wait_for(self, holds: Callable[[], bool], within: float) -> None:
        try:
            async with asyncio.timeout(within):
                while not holds():
                    self._progress.clear()
                    await self._progress.wait()
        except TimeoutError:
            return


def wait_after(error: Exception, pause: float) -> float:
    """How long to wait before asking again, in seconds."""
    match error:
        case RetryAfter():
            return seconds_of(error)
        case TelegramError():
            word = "another-poller" if isinstance(error, Conflict) else "no-updates"
            log.warning(word, why=error.message, again_after=pause)
        case _:
            log.error("updates-unreadable", exc_info=error, again_after=pause)
    return pause
