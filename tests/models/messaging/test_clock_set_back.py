"""After the clock was set back nothing waits longer than its own pause."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.messaging.broadcast import owe_many
from models.messaging.consistency import queue_discrepancies
from models.messaging.outbox import is_any_due, mark_failed, mark_sent
from models.messaging.owing import owe
from models.people.people import Person
from tests.models.messaging.test_outbox import account, keys, leased, owed
from tests.support.clock import HandClock

PAUSE_S = 60.0


async def failed_before_the_clock_was_set_back(database: Database, clock: HandClock) -> None:
    """The first of two waits a minute; then it is an hour earlier."""
    mona = await account(database, "mona", clock())
    await owed(database, mona, "first", "second", now=clock())
    clock.advance(minutes=5)
    (first,) = await leased(database, clock())
    async with database.write() as session:
        await mark_failed(session, first.id, clock() + timedelta(seconds=PAUSE_S), "503")
    clock.advance(hours=-1)


async def test_what_failed_is_tried_after_its_own_pause(
    database: Database, clock: HandClock
) -> None:
    await failed_before_the_clock_was_set_back(database, clock)
    async with database.read() as session:
        assert await is_any_due(session, "test", clock())
    assert await leased(database, clock()) == []
    async with database.read() as session:
        assert not await is_any_due(session, "test", clock())
        assert await queue_discrepancies(session) == []
    clock.advance(seconds=PAUSE_S - 1)
    assert await leased(database, clock()) == []
    clock.advance(seconds=1)
    (first,) = await leased(database, clock())
    assert first.reply == "first"
    async with database.write() as session:
        await mark_sent(session, first.id, clock())
    assert keys(await leased(database, clock())) == ["second"]


async def test_else_it_would_wait_for_an_hour(
    database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def forgets(_session: AsyncSession, _now: object) -> None:
        return None

    monkeypatch.setattr("models.messaging.outbox.keep_pauses", forgets)
    await failed_before_the_clock_was_set_back(database, clock)
    clock.advance(minutes=59)
    assert await leased(database, clock()) == []


async def test_a_lease_runs_out_after_its_own_time(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "first", now=clock())
    assert keys(await leased(database, clock(), seconds=PAUSE_S)) == ["first"]
    clock.advance(hours=-1)
    assert await leased(database, clock()) == []
    clock.advance(seconds=PAUSE_S)
    assert keys(await leased(database, clock())) == ["first"]


async def test_what_is_owed_for_later_comes_after_its_own_pause(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        await owe(session, mona, "later", "later", clock(), clock() + timedelta(seconds=PAUSE_S))
    clock.advance(hours=-1)
    assert await leased(database, clock()) == []
    clock.advance(seconds=PAUSE_S)
    assert keys(await leased(database, clock())) == ["later"]


async def test_what_loses_its_worth_before_its_pause_ends_holds_nothing_up_any_longer(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    person = select(Person.id)
    async with database.write() as session:
        until = clock() + timedelta(seconds=PAUSE_S)
        await owe_many(session, person, "reminder:1:", "reminder", clock(), until=until)
    await owed(database, mona, "news", now=clock())
    (reminder,) = await leased(database, clock())
    async with database.write() as session:
        await mark_failed(session, reminder.id, clock() + timedelta(minutes=9), "503")
    clock.advance(seconds=-1)
    assert await leased(database, clock()) == []
    clock.advance(seconds=PAUSE_S + 1)
    assert keys(await leased(database, clock())) == ["news"]
