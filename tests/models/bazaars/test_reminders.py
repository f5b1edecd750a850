"""Reminders are due a day and an hour before each opening: once, and never after it."""

from datetime import datetime, timedelta

import pytest

from models.bazaars.bazaars import bazaar
from models.bazaars.editing import remove_day, set_hidden
from models.bazaars.reminders import (
    due_openings,
    mark_reminded,
    remind,
    subscribers,
    wants_reminders,
)
from models.kernel.database import Database
from tests.models.bazaars.test_bazaars import a_bazaar
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.shelves import a_person

OPENS_IN = timedelta(days=3)


async def due_at(database: Database, moment: datetime) -> list[tuple[int, str]]:
    async with database.read() as session:
        return [(due.day_id, due.ahead) for due in await due_openings(session, moment)]


async def tick(database: Database, moment: datetime) -> list[tuple[int, str]]:
    """What the clock's loop does: hand out what is due, and note it."""
    async with database.write() as session:
        due = await due_openings(session, moment)
        return [(it.day_id, it.ahead) for it in due if await mark_reminded(session, it, moment)]


@pytest.mark.parametrize(
    ("before", "ahead"),
    [
        ({"days": 1, "seconds": 1}, None),
        ({"days": 1}, "day"),
        ({"hours": 5}, "day"),
        ({"hours": 1, "seconds": 1}, "day"),
        ({"hours": 1}, "hour"),
        ({"seconds": 1}, "hour"),
        ({"seconds": 0}, None),
        ({"hours": -1}, None),
    ],
)
async def test_what_is_due_before_an_opening(
    sqlite_database: Database, clock: HandClock, before: dict[str, int], ahead: str | None
) -> None:
    opens = clock() + OPENS_IN
    async with sqlite_database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", opens, days=1, now=clock())
        day = (await bazaar(session, bazaar_id)).days[0]
    due = await due_at(sqlite_database, opens - timedelta(**before))
    assert due == ([] if ahead is None else [(day.id, ahead)])


async def test_each_reminder_goes_out_once_however_often_the_clock_ticks(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", clock() + OPENS_IN, days=2, now=clock())
        first, second = (await bazaar(session, bazaar_id)).days
    sent = []
    for _ in range(6 * 24 * 4):
        sent += await tick(database, clock.advance(minutes=15))
    assert sent == [
        (first.id, "day"),
        (first.id, "hour"),
        (second.id, "day"),
        (second.id, "hour"),
    ]


async def test_after_a_pause_only_the_nearer_reminder_is_due(
    database: Database, clock: HandClock
) -> None:
    opens = clock() + OPENS_IN
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", opens, days=1, now=clock())
        day = (await bazaar(session, bazaar_id)).days[0]
    assert await tick(database, opens - timedelta(minutes=20)) == [(day.id, "hour")]
    assert await tick(database, opens - timedelta(minutes=19)) == []
    assert await tick(database, opens + timedelta(minutes=1)) == []


async def test_an_opening_that_is_taken_off_leaves_the_other_ones_reminder(
    sqlite_database: Database, clock: HandClock
) -> None:
    async with sqlite_database.write() as session:
        for hours in (3, 6):
            await a_bazaar(session, "A", clock() + timedelta(hours=hours), days=1, now=clock())
        first, second = await due_openings(session, clock())
        for opening in (first, second):
            assert await mark_reminded(session, opening, clock())
        await remove_day(acting(session, now=clock()), first.day_id)
        assert not await mark_reminded(session, second, clock())


async def test_two_clocks_at_the_same_moment_remind_once(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        await a_bazaar(session, "Eighth", clock() + timedelta(hours=3), days=1, now=clock())
        [opening] = await due_openings(session, clock())
        assert await mark_reminded(session, opening, clock())
        assert not await mark_reminded(session, opening, clock())


async def test_a_reminder_tells_of_its_opening_alone(database: Database, clock: HandClock) -> None:
    opens = clock() + timedelta(hours=20)
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", opens, days=3, now=clock())
        hidden = await a_bazaar(session, "Hidden", opens, days=1, now=clock())
        await set_hidden(acting(session, now=clock()), hidden, True)
        [due] = await due_openings(session, clock())
    assert (due.bazaar_id, due.name_en, due.place_en) == (bazaar_id, "Eighth", "Al Rahmaniya")
    assert (due.opens_at, due.closes_at) == (opens, opens + timedelta(hours=6))


async def test_people_turn_reminders_on_and_off(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        early, late, never = [await a_person(session) for _ in range(3)]
        await remind(acting(session, early, clock()), True)
        await remind(acting(session, early, clock.advance(hours=1)), True)
        await remind(acting(session, late, clock.advance(hours=1)), True)
        await remind(acting(session, never, clock()), False)
    async with database.read() as session:
        assert await wants_reminders(session, early)
        assert not await wants_reminders(session, never)
        assert set(await session.scalars(subscribers(clock()))) == {early, late}
        assert list(await session.scalars(subscribers(clock() - timedelta(hours=1)))) == [early]
    async with database.write() as session:
        await remind(acting(session, early, clock()), False)
        await remind(acting(session, early, clock()), False)
    async with database.read() as session:
        assert not await wants_reminders(session, early)
        assert list(await session.scalars(subscribers(clock()))) == [late]
