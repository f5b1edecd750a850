"""The clock ticks whatever the machine's time is set to, and stops in order.

No tick is left behind that the event loop's end would break off.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.runtime.scheduler import Every, Scheduler
from tests.support.waiting import PATIENCE


class SlowTick:
    """A tick that waits until the clock stops, and then takes a moment to end."""

    def __init__(self) -> None:
        self.begun, self.ended = asyncio.Event(), asyncio.Event()

    async def tick(self) -> None:
        self.begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)  # as long as a connection takes to be closed
            self.ended.set()

    async def ends_with_its_clock(self, *, under_way: bool) -> bool:
        """Whether it has ended with the clock, that stops once it is `under_way` or just before."""
        ticker = Scheduler()
        ticker.every(3600, "slow", self.tick)
        ticking = asyncio.create_task(ticker.run())
        # APScheduler starts, and calls the tick when it is next its turn.
        await (self.begun.wait() if under_way else asyncio.sleep(0))
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
        in_time = self.ended.is_set()
        await self.ended.wait()
        return in_time


@pytest.mark.parametrize("under_way", [True, False])
async def test_a_tick_that_was_called_has_ended_when_the_clock_stops(
    caplog: pytest.LogCaptureFixture, under_way: bool
) -> None:
    assert await SlowTick().ends_with_its_clock(under_way=under_way)
    assert caplog.records == []


async def test_unless_it_is_let_begin_nobody_waits_for_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def at_once(_self: Scheduler) -> None:
        """Nothing is waited for."""

    monkeypatch.setattr(Scheduler, "_let_begin", at_once)
    assert not await SlowTick().ends_with_its_clock(under_way=False)


class SetClock(datetime):
    """The machine's time, as APScheduler reads it, and as somebody has set it."""

    by = timedelta()

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
        return datetime.now(tz) + cls.by


def set_now() -> datetime:
    """The time that the machine was set to."""
    return SetClock.now(UTC)


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> type[SetClock]:
    """APScheduler reads a clock that the test sets."""
    monkeypatch.setattr(SetClock, "by", timedelta())
    monkeypatch.setattr("apscheduler.schedulers.base.datetime", SetClock)
    return SetClock


class Ticking:
    """A ticker with one thing that is called again and again, and how often it was."""

    def __init__(self) -> None:
        self.ticked = asyncio.Event()
        self.ticker = Scheduler(set_now)
        self.ticker.every(0.01, "look", self.tick)

    async def tick(self) -> None:
        self.ticked.set()

    async def again(self) -> None:
        """It ticks from now on."""
        self.ticked.clear()
        await asyncio.wait_for(self.ticked.wait(), PATIENCE)

    @property
    def waits(self) -> timedelta:
        """How far ahead the next tick lies."""
        found: datetime = self.ticker._scheduler.get_job("look").next_run_time
        return found - set_now()


@asynccontextmanager
async def ticking() -> AsyncIterator[Ticking]:
    """It ticks for the length of the block."""
    each = Ticking()
    running = asyncio.create_task(each.ticker.run())
    await each.again()
    yield each
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


@pytest.mark.parametrize("by", [timedelta(hours=-1), timedelta(days=-20_000), timedelta(hours=1)])
async def test_it_goes_on_ticking_when_the_time_is_set(
    set_clock: type[SetClock], by: timedelta
) -> None:
    async with ticking() as each:
        set_clock.by = by
        await each.again()
        await each.again()
        set_clock.by = timedelta()
        await each.again()
        await each.again()


async def test_without_the_watch_it_would_stand_still_for_the_hour(
    set_clock: type[SetClock], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scheduler, "watch", lambda _self: None)
    async with ticking() as each:
        set_clock.by = timedelta(hours=-1)
        assert each.waits > timedelta(minutes=59)
        # APScheduler looks again, finds nothing due, and sleeps.
        each.ticker._scheduler.wakeup()
        await asyncio.sleep(0)
        assert each.waits > timedelta(minutes=59)


@pytest.mark.parametrize(
    ("trigger", "asked"), [(Every(2.0), 1), (IntervalTrigger(seconds=2), 43_200)]
)
def test_a_time_set_on_by_days_is_not_counted_up(trigger: BaseTrigger, asked: int) -> None:
    """With APScheduler's own trigger every tick of the days is counted, years for minutes."""
    job = AsyncIOScheduler(timezone=UTC).add_job(print, trigger, next_run_time=set_now())
    tomorrow = set_now() + timedelta(days=1)
    assert abs(len(job._get_run_times(tomorrow)) - asked) <= 1
