"""The announcer: turns what happened into messages owed, soon after each commit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

from bot.runtime.retry import log_trouble
from bot.runtime.turns_first import TurnsFirst, UntilIdle, nobody_acts
from handlers.notifications.announcements import announce_next
from models.kernel.database import Database
from models.kernel.facts import FactRow, is_any_unannounced
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.messaging.broadcast import carry_on, is_any_begun
from models.messaging.owed import Broadcast

BETWEEN_PORTIONS_S = 0.3  # others write meanwhile; it is still far above the sender's pace
BEHIND_S = 5.0  # a family is to hear soon, however many people are at the shop


class Announcer:
    """The one loop that announces, and owes to many in portions: what happened goes first."""

    LOOKS_AT = (FactRow.__tablename__, Broadcast.__tablename__)

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        announced: Callable[[], None],
        until_idle: UntilIdle = nobody_acts,
        terms: ShopTerms = DEFAULT_TERMS,
    ) -> None:
        """`clock` gives the time in UTC; `announced` is called when there is more to send.

        `until_idle` returns when no turn is under way. `terms` are those of the shop.
        """
        self._database = database
        self._clock = clock
        self._announced = announced
        self._terms = terms
        self._turns = TurnsFirst(until_idle, behind=BEHIND_S)
        self._something = asyncio.Event()

    def wake(self) -> None:
        """Something may have happened."""
        self._something.set()

    async def run(self) -> None:
        """Announce until cancelled."""
        while True:
            self._something.clear()
            try:
                while await self._announce_some() or await self._owe_some():
                    self._announced()
                self._turns.caught_up()
            except Exception as error:
                log_trouble("not-announced", error)
            await self._something.wait()

    async def _announce_some(self) -> int:
        """Announce the oldest facts that nobody was told of; how many there were."""
        await self._turns.let_pass()
        async with self._database.read() as session:
            if not await is_any_unannounced(session):
                return 0
        async with self._database.write() as session:
            return await announce_next(session, self._clock(), terms=self._terms)

    async def _owe_some(self) -> bool:
        """Do a portion of what is owed to many; whether there was one."""
        async with self._database.read() as session:
            if not await is_any_begun(session):
                return False
        async with self._database.write() as session:
            await carry_on(session, self._clock())
        await asyncio.sleep(BETWEEN_PORTIONS_S)
        return True
