"""People's turns go first: the shop's own work is held back for a moment while any is under way.

Both want the same processor and, on SQLite, the same write lock. Somebody waits for an answer; what
is announced or owed may come a moment later.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress

HELD_BACK_S = 0.5
UntilIdle = Callable[[], Awaitable[None]]


async def nobody_acts() -> None:
    """Nobody's turns are under way, ever: for a loop that stands alone."""


class TurnsFirst:
    """Holds a loop's work back, a portion at a time."""

    def __init__(
        self,
        until_idle: UntilIdle,
        *,
        held_back: float = HELD_BACK_S,
        behind: float = math.inf,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`until_idle` returns when no turn is under way; a portion waits `held_back` seconds.

        Work that is not caught up with for `behind` seconds is held back no more: without end of
        turns it would come later and later. `now` gives seconds of a clock that never goes back.
        """
        self._until_idle = until_idle
        self._held_back = held_back
        self._behind = behind
        self._now = now
        self._since: float | None = None

    async def let_pass(self) -> None:
        """Return when no turn is under way, or the portion was held back long enough."""
        now = self._now()
        if self._since is None:
            self._since = now
        if now - self._since >= self._behind:
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(self._held_back):
                await self._until_idle()

    def caught_up(self) -> None:
        """Nothing is left to be done."""
        self._since = None
