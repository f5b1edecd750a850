"""The announcer owes to many in portions, and what happens meanwhile is told between them."""

from __future__ import annotations

import asyncio
from datetime import datetime

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

import bot.runtime.announcer
from bot.runtime.announcer import Announcer
from models.bazaars.reminders import Subscribers
from models.kernel.database import Database
from models.kernel.facts import BazaarAdded, FactRow, record
from models.messaging.broadcast import begin_to_owe, carry_on, is_any_begun
from models.messaging.outbox import OwedMessage
from models.messaging.owed import PORTION
from tests.models.messaging.crowd import gather
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.waiting import until

PORTIONS = 8


async def is_begun(database: Database) -> bool:
    """Whether anything was owed yet."""
    async with database.read() as session:
        return await session.scalar(select(OwedMessage.id).limit(1)) is not None


async def is_told(database: Database) -> bool:
    """Whether what happened was announced."""
    async with database.read() as session:
        return await session.scalar(select(FactRow.announced_at)) is not None


async def told_between_portions(database: Database, clock: HandClock) -> bool:
    """Whether what happens while many are being owed is told before all of them are."""
    await gather(database, 1, PORTIONS * PORTION)
    async with database.write() as session:
        await begin_to_owe(session, Subscribers(MORNING), "reminder:1:", "words")
    announcer = Announcer(database, clock, lambda: None)
    database.when_committed(announcer.wake)
    loop = asyncio.create_task(announcer.run())
    try:
        await until(lambda: is_begun(database))
        async with database.write() as session:
            record(acting(session, now=clock()), BazaarAdded(1))
        await until(lambda: is_told(database))
        async with database.read() as session:
            return await is_any_begun(session)
    finally:
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)


async def test_what_happens_is_told_between_portions(database: Database, clock: HandClock) -> None:
    assert await told_between_portions(database, clock)


async def test_in_one_portion_it_would_wait_for_all(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def all_at_once(session: AsyncSession, now: datetime) -> int | None:
        return await carry_on(session, now, PORTIONS * PORTION + 1)

    monkeypatch.setattr(bot.runtime.announcer, "carry_on", all_at_once)
    assert not await told_between_portions(sqlite_database, clock)
