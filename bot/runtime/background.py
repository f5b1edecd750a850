"""Background work: small tasks beside the answers, which is finished before the bot stops."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.runtime.retry import log_trouble


class Background:
    """Tasks that nobody waits for; what goes wrong in one is logged."""

    def __init__(self) -> None:
        """A background in which no work is under way."""
        self._under_way: set[asyncio.Task[None]] = set()

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Begin the work soon, beside the caller; a failure is logged."""
        task = asyncio.create_task(log_failure(work))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def finish(self, within: float) -> None:
        """Wait for all, so many seconds at most; what is left then is given up."""
        if not self._under_way:
            return
        _, late = await asyncio.wait(self._under_way, timeout=within)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)


async def log_failure(work: Coroutine[Any, Any, None]) -> None:
    """The work, whose failure is logged and harms nobody."""
    try:
        await work
    except Exception as error:
        log_trouble("background-failed", error)
