"""What customers find nothing for: counted together, every few seconds and when the shop closes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.runtime.background import log_failure

COUNT_S = 5.0  # a transaction for each would take the write lock from turns


async def count_again_and_again(count: Callable[[], Awaitable[bool]]) -> None:
    """Have what is held counted, every few seconds until cancelled; a failure is logged."""
    while True:
        await asyncio.sleep(COUNT_S)
        await log_failure(count_all(count))


async def count_all(count: Callable[[], Awaitable[bool]]) -> None:
    """Have all that is held counted, in portions that hold nobody up."""
    while True:
        if not await count():
            return
        await asyncio.sleep(0)
