"""A shop that is open notes by itself which windows have passed."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import select

from bot.app.assembly import Storefront
from models.kernel.database import Database
from models.orders.lateness import WindowPass
from tests.bot.app.test_assembly import settings
from tests.bot.paper import Paper
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.runs import packed_orders
from tests.support.waiting import until

AFTERNOON = datetime(2026, 3, 3, 12, tzinfo=UTC)
"""After the window of the tests' orders."""


async def late_orders(database: Database) -> int:
    async with database.read() as session:
        return len((await session.scalars(select(WindowPass))).all())


async def test_an_open_shop_notes_what_is_late(sqlite_url: str) -> None:
    async with opened(sqlite_url) as database:
        async with database.write() as session:
            await packed_orders(session, [("sharjah", "Al Khan")])
        clock = HandClock(AFTERNOON)
        async with Storefront(settings(sqlite_url), [Paper()], clock):

            async def is_noted() -> bool:
                return await late_orders(database) == 1

            await until(is_noted)
