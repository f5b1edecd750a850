"""Updates that hold up everybody else's, put aside so that those can be asked for.

Asking for later updates acknowledges all before them. What is acknowledged and not done is kept
here first, and is gone through at the next start: a kill loses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec
import structlog

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.parsing import CHANNEL
from bot.channels.telegram.updates import UPDATE
from bot.runtime.retry import outlast
from models.kernel.database import Database
from models.messaging.deferred_updates import drop_aside, put_aside, updates_aside

log = structlog.get_logger(__name__)


class DeferredUpdates:
    """The updates of the bot that are put aside."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        """`clock` gives the time in UTC."""
        self._database = database
        self._clock = clock

    async def put(self, updates: Mapping[int, Any]) -> None:
        """Keep updates as Telegram brought them; from now on they may be acknowledged."""
        async with self._database.write() as session:
            for update_id, raw in updates.items():
                body = msgspec.json.encode(raw).decode()
                await put_aside(session, CHANNEL, update_id, body, self._clock())

    async def drop(self, update_id: int) -> None:
        """The update is done.

        It is tried until the database is back: found here at a start after days, when it is
        forgotten that the update was heard, it would be done once more.
        """

        async def dropped() -> None:
            async with self._database.write() as session:
                await drop_aside(session, CHANNEL, update_id)

        await outlast(dropped, update=update_id)

    async def left(self) -> list[tuple[int, str]]:
        """What the last life of the bot left aside, the oldest first."""
        async with self._database.read() as session:
            left = await updates_aside(session, CHANNEL)
        if left:
            log.info("updates-left-aside", count=len(left))
        return left

    async def finish(self, telegram: Telegram, update_id: int, body: str) -> None:
        """Do an update that was left aside, as often as it takes: nobody brings it again."""
        try:
            update = UPDATE.decode(body)
        except msgspec.DecodeError as error:
            log.error("update-unreadable", update=update_id, why=str(error))
        else:
            await telegram.see_done(update)
        await self.drop(update_id)
