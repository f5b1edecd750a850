"""Updates that hold up everybody else's, put aside so that those can be asked for.

Where asking for later updates acknowledges all before them, what is acknowledged and not done is
kept here first, and is gone through at the next start: a kill loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import structlog

from bot.runtime.retry import outlast
from models.kernel.database import Database
from models.messaging.deferred_updates import NOBODYS, drop_aside, put_aside, updates_aside

log = structlog.get_logger(__name__)
GATHER_S = 0.2  # a transaction for each would take the write lock from turns all the time
Resume = Callable[[str], Awaitable[None]]


class DeferredUpdates:
    """The updates of a channel that are put aside."""

    def __init__(self, database: Database, channel: str, clock: Callable[[], datetime]) -> None:
        """`clock` gives the time in UTC."""
        self._database = database
        self._channel = channel
        self._clock = clock
        self._done: set[int] = set()
        self._dropping = asyncio.Lock()

    async def put(self, updates: Mapping[int, Any], whose: Mapping[int, str] = NOBODYS) -> None:
        """Keep updates as the platform brought them; from now on they may be acknowledged.

        `whose` each is, by the channel's id of the person.
        """
        bodies = {each: msgspec.json.encode(raw).decode() for each, raw in updates.items()}
        async with self._database.write() as session:
            await put_aside(session, self._channel, bodies, self._clock(), whose)

    async def drop(self, update_id: int) -> None:
        """The update is done; those that are done within a moment go in one transaction.

        It is tried until the database is back: found here at a start after days, when it is
        forgotten that the update was heard, it would be done once more.
        """
        self._done.add(update_id)
        async with self._dropping:
            if update_id not in self._done:
                return
            await asyncio.sleep(GATHER_S)
            done = frozenset(self._done)

            async def drop_done() -> None:
                async with self._database.write() as session:
                    await drop_aside(session, self._channel, done)

            await outlast(drop_done, update=update_id)
            self._done -= done

    async def left_by_last_run(self) -> list[tuple[int, str]]:
        """What the last life of the shop left aside, the oldest first."""
        async with self._database.read() as session:
            left = await updates_aside(session, self._channel)
        if left:
            log.info("updates-left-aside", count=len(left))
        return left

    async def finish(self, update_id: int, body: str, resume: Resume) -> None:
        """Do an update that was left aside: nobody brings it again.

        `resume` does it by its body, as often as it takes; raises msgspec.DecodeError for one that
        cannot be read.
        """
        try:
            await resume(body)
        except msgspec.DecodeError as error:
            log.error("update-unreadable", update=update_id, why=str(error))
        await self.drop(update_id)
