"""The clock: it only ticks. What is due stands in the database, unique by thing and time."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.runtime.retry import log_trouble

Tick = Callable[[], Awaitable[None]]


def utc_now() -> datetime:
    """The time."""
    return datetime.now(UTC)


class Scheduler:
    """Calls things again and again; a late or doubled tick is harmless by what it calls."""

    def __init__(self) -> None:
        """Nothing ticks before `run`."""
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._under_way: set[asyncio.Task[Any]] = set()

    def every(self, seconds: float, name: str, tick: Tick) -> None:
        """Call `tick` each so many seconds; one that fails is logged and called again."""

        async def call() -> None:
            with self._noted():
                try:
                    await tick()
                except Exception as error:
                    log_trouble("tick-failed", error, tick=name)

        self._scheduler.add_job(
            call,
            "interval",
            seconds=seconds,
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=utc_now(),
        )

    async def run(self) -> None:
        """Tick until cancelled; then what was under way has ended too.

        Left alone it would be cancelled a second time with the event loop, while it still closes
        its connection to SQLite: the driver never comes back from that, and the program neither.
        """
        self._scheduler.start()
        try:
            await asyncio.Event().wait()
        finally:
            self._scheduler.shutdown(wait=False)
            await asyncio.gather(*self._under_way, return_exceptions=True)

    @contextmanager
    def _noted(self) -> Iterator[None]:
        """Know the task that ticks, as long as it does."""
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            yield
        finally:
            self._under_way.discard(task)
