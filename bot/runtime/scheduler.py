"""The clock: it only ticks. What is due stands in the database, unique by thing and time.

APScheduler counts by the machine's time, which people and time servers set. Set back by an hour it
would stand still for an hour, and set on by years it would count every tick of them. So each tick
is reckoned from now, and a watch by the event loop's own time, which nobody sets, sees to it that
none lies further ahead than it may.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from bot.runtime.retry import log_trouble

WATCH_S = 1.0
Tick = Callable[[], Awaitable[None]]
utc_now: Callable[[], datetime] = partial(datetime.now, UTC)
"""The machine's time, in UTC."""


class Every(BaseTrigger):  # type: ignore[misc]  # the library has no types
    """Each so many seconds, reckoned from now: what was missed is not counted up."""

    def __init__(self, seconds: float) -> None:
        """`pause` is the longest that a tick may lie ahead."""
        self.pause = timedelta(seconds=seconds)

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """When to tick next; APScheduler asks."""
        return now + self.pause


class Scheduler:
    """Calls things again and again; a late or doubled tick is harmless by what it calls."""

    def __init__(self, now: Callable[[], datetime] = utc_now) -> None:
        """Nothing ticks before `run`. `now` gives the machine's time in UTC."""
        self._now = now
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._under_way: set[asyncio.Task[Any]] = set()

    def every(self, seconds: float, name: str, tick: Tick) -> None:
        """Call `tick` each so many seconds; one that fails is logged and called again."""

        async def call() -> None:
            with self._noted():
                try:
                    await tick()
                except asyncio.CancelledError:
                    """The shop closes: told of it, APScheduler would log an error."""
                except Exception as error:
                    log_trouble("tick-failed", error, tick=name)

        self._scheduler.add_job(
            call,
            Every(seconds),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=self._now(),
        )

    async def run(self) -> None:
        """Tick until cancelled; then what was under way has ended too.

        Left alone it would be cancelled a second time with the event loop, while it still closes
        its connection to SQLite: the driver never comes back from that, and the program neither.
        """
        self._scheduler.start()
        try:
            while True:
                await asyncio.sleep(WATCH_S)
                self.watch()
        finally:
            await self._let_begin()
            self._scheduler.shutdown(wait=False)
            await asyncio.gather(*self._under_way, return_exceptions=True)

    async def _let_begin(self) -> None:
        """Tick no more, and let those begin that were called and have not run yet.

        They are under way only from then on; nobody would wait for their end.
        """
        self._scheduler.pause()
        await asyncio.sleep(0)

    def watch(self) -> None:
        """Tick at once where the next tick lies further ahead than its pause: time was set back."""
        now = self._now()
        for job in self._scheduler.get_jobs():
            if job.next_run_time - now > job.trigger.pause:
                job.modify(next_run_time=now)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Keep the task at hand among those under way, for as long as it ticks."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            yield
        finally:
            self._under_way.discard(task)
