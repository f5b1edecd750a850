"""The announcer: turns what happened into messages owed, soon after each commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.runtime.retry import log_trouble
from handlers.notifications.announcements import announce_next
from models.kernel.database import Database
from models.kernel.facts import is_any_unannounced


class Announcer:
    """The one loop that announces."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], announced: Callable[[], None]
    ) -> None:
        """`clock` gives the time in UTC; `announced` is called when there is more to send."""
        self._database = database
        self._clock = clock
        self._announced = announced
        self._something = asyncio.Event()

    def wake(self) -> None:
        """Something may have happened."""
        self._something.set()

    async def run(self) -> None:
        """Announce until cancelled."""
        while True:
            self._something.clear()
            try:
                while await self._announced_some():
                    self._announced()
            except Exception as error:
                log_trouble("not-announced", error)
            await self._something.wait()

    async def _announced_some(self) -> int:
        """Announce the oldest facts that nobody was told of; how many there were."""
        async with self._database.read() as session:
            if not await is_any_unannounced(session):
                return 0
        async with self._database.write() as session:
            return await announce_next(session, self._clock())
