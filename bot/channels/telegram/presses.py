"""Presses that wait for their one answer, which Telegram takes for some ten seconds only."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from bot.ground.timeouts import MOMENT_S
from bot.runtime.background import Background
from bot.runtime.rate_limit import RateLimiter, RateLimits

MOST_REMEMBERED = 20_000
# Somebody who presses without end would have each press answered before the others' turns.
TOLD = RateLimits(acts=3, window=MOMENT_S)
Tell = Callable[[], Coroutine[Any, Any, None]]


class Presses:
    """Gives each press to the first who answers it, and has those told that wait too long.

    Of one person's a few are told; the others wait for their turn, which answers them.
    By webhook a press comes again while the database is away: it is the same press then.
    """

    def __init__(self, background: Background) -> None:
        """Nobody has pressed anything."""
        self._background = background
        self._told = RateLimiter(TOLD, time.monotonic)
        self._waiting: OrderedDict[str, asyncio.TimerHandle | None] = OrderedDict()

    def watch(self, query_id: str, person: str, tell: Tell) -> None:
        """`tell` answers this press of the person when nobody has done so in time."""
        if query_id in self._waiting:
            return
        loop = asyncio.get_running_loop()
        self._waiting[query_id] = loop.call_later(MOMENT_S, self._tell_late, query_id, person, tell)
        if len(self._waiting) > MOST_REMEMBERED:
            _, oldest = self._waiting.popitem(last=False)
            if oldest is not None:
                oldest.cancel()

    def take(self, query_id: str) -> bool:
        """Whether the press is the caller's to answer; from then on it is nobody else's."""
        waiting = self._waiting.get(query_id)
        if waiting is None:
            return False
        waiting.cancel()
        self._waiting[query_id] = None
        return True

    def stop(self) -> None:
        """Tell nobody any more."""
        for waiting in self._waiting.values():
            if waiting is not None:
                waiting.cancel()

    def _tell_late(self, query_id: str, person: str, tell: Tell) -> None:
        if self._told.count(person) is None and self.take(query_id):
            self._background.run(tell())
