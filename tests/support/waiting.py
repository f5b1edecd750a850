"""Waiting for what another task or process does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from structlog.testing import capture_logs

PATIENCE = 120.0
Lock = asyncio.Lock | asyncio.Semaphore | asyncio.Event


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again until that holds; TimeoutError after two minutes."""
    async with asyncio.timeout(PATIENCE):
        held = await holds()
        while not held:
            await asyncio.sleep(0.02)
            held = await holds()


def how_many_wait(lock: Lock) -> int:
    """How many tasks of this loop wait at the lock, the semaphore or the event.

    asyncio shows it nowhere: since Python 3.4 each of them keeps a future a task in `_waiters`.
    """
    waiters = vars(lock)["_waiters"] or ()
    return sum(not waiter.done() for waiter in waiters)


@asynccontextmanager
async def until_logged(event: str) -> AsyncIterator[None]:
    """At the end of the block wait until that was logged since its beginning."""
    with capture_logs() as logged:
        yield

        async def is_logged() -> bool:
            return event in [line["event"] for line in logged]

        await until(is_logged)
