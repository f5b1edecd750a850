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


async def is_over(database: Database) -> bool:
    """Whether what happened was announced, and everybody is owed what they are to be."""
    async with database.read() as session:
        told = await session.scalar(select(FactRow.announced_at)) is not None
        return told and not await is_any_begun(session)


@pytest.mark.parametrize("most", [PORTION, PORTIONS * PORTION + 1])
async def test_what_happens_is_told_between_portions(
    database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """In one portion of all it would be told after them."""
    began = clock()

    async def portion(session: AsyncSession, now: datetime) -> int | None:
        """What happens is committed with the first portion, and each takes a second."""
        if now == began:
            record(acting(session, now=now), BazaarAdded(1))
        clock.advance(seconds=1)
        return await carry_on(session, now, most)

    monkeypatch.setattr(bot.runtime.announcer, "carry_on", portion)
    await gather(database, 1, PORTIONS * PORTION)
    async with database.write() as session:
        await begin_to_owe(session, Subscribers(MORNING), "reminder:1:", "words")
    announcer = Announcer(database, clock, lambda: None)
    database.when_committed(announcer.wake)
    loop = asyncio.create_task(announcer.run())
    await until(lambda: is_over(database))
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    async with database.read() as session:
        told = (await session.scalars(select(FactRow.announced_at))).one()
        owed = list(await session.scalars(select(OwedMessage.made_at)))
    assert told is not None
    assert len(owed) == PORTIONS * PORTION
    assert (told <= max(owed)) == (most == PORTION)
    assert told > min(owed)
