"""The clock stops in order: no tick is left behind that the event loop's end would break off."""

from __future__ import annotations

import asyncio

from bot.runtime.scheduler import Scheduler


async def test_a_tick_that_is_under_way_has_ended_when_the_clock_stops() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def tick() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.01)  # as long as a connection takes to be closed
            ended.set()

    ticker = Scheduler()
    ticker.every(3600, "slow", tick)
    ticking = asyncio.create_task(ticker.run())
    await begun.wait()
    ticking.cancel()
    await asyncio.gather(ticking, return_exceptions=True)
    assert ended.is_set()
