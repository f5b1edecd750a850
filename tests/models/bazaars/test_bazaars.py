"""The bazaar that runs is shown, else the next one, else the last one."""

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import bazaar, bazaar_day, bazaars, current_bazaar, running_or_next
from models.bazaars.editing import NewBazaar, add_bazaar, add_day, remove_day, set_hidden
from models.bazaars.reminders import due_openings, mark_reminded
from models.kernel.database import Database
from models.kernel.facts import BazaarAdded, BazaarChanged, FactRow
from models.kernel.refusals import AlreadyThere, NotFound
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.shelves import a_family

HOURS = timedelta(hours=6)
DAY = timedelta(days=1)


async def a_bazaar(
    session: AsyncSession, name: str, first: datetime | None, days: int = 3, *, now: datetime
) -> int:
    """A bazaar of so many days of six hours from `first` on; None: of no day yet."""
    opens = [] if first is None else [first + DAY * at for at in range(days)]
    new = NewBazaar(
        name_ar="بازار",
        name_en=name,
        place_ar="الرحمانية",
        place_en="Al Rahmaniya",
        days=tuple((at, at + HOURS) for at in opens),
    )
    return await add_bazaar(acting(session, now=now), new)


async def test_a_bazaar_knows_its_days_and_families(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        new = NewBazaar(
            name_ar="بازار إنتاج",
            name_en="Entaj Bazaar",
            place_ar="الرحمانية",
            place_en="Al Rahmaniya",
            latitude=25.33,
            longitude=55.57,
            family_ids=(await a_family(session, "One"), await a_family(session, "Two")),
        )
        bazaar_id = await add_bazaar(acting(session, now=clock()), new)
        late = await add_day(
            acting(session, now=clock()), bazaar_id, clock() + DAY, clock() + DAY + HOURS
        )
        early = await add_day(acting(session, now=clock()), bazaar_id, clock(), clock() + HOURS)
    async with database.read() as session:
        found = await bazaar(session, bazaar_id)
        facts = [row.fact for row in await session.scalars(select(FactRow).order_by(FactRow.id))]
        assert (await bazaar_day(session, late)).bazaar_id == bazaar_id
    assert [day.id for day in found.days] == [early, late]
    assert found.days[0].opens_at == clock()
    assert (found.latitude, found.longitude, found.families) == (25.33, 55.57, 2)
    assert facts == [
        BazaarAdded(bazaar_id),
        BazaarChanged(bazaar_id, "day-added", (clock() + DAY,), clock() + DAY),
        BazaarChanged(bazaar_id, "day-added", (clock(),), clock()),
    ]


async def test_doors_are_open_from_opening_until_closing(
    database: Database, clock: HandClock
) -> None:
    opens = clock() + DAY
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", opens, now=clock())
    async with database.read() as session:
        found = await bazaar(session, bazaar_id)
    second = timedelta(seconds=1)
    assert not found.is_open(opens - second)
    assert found.is_open(opens)
    assert not found.is_open(opens + HOURS)
    assert found.next_day(opens + 2 * DAY + HOURS - second) == found.days[2]
    assert found.next_day(opens + 2 * DAY + HOURS) is None
    assert found.next_day(opens) == found.days[0]
    assert found.next_day(opens + HOURS) == found.days[1]


async def test_the_running_bazaar_comes_before_the_next_and_the_past(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        later = await a_bazaar(session, "Later", clock() + 40 * DAY, now=clock())
        past = await a_bazaar(session, "Past", clock() - 40 * DAY, now=clock())
        running = await a_bazaar(session, "Running", clock() - DAY, now=clock())
        older = await a_bazaar(session, "Older", clock() - 80 * DAY, now=clock())
        dayless = await a_bazaar(session, "Without days", None, now=clock())
    async with database.read() as session:
        seen = []
        for days in (0, 1, 2, 20, 41, 50):
            found = await current_bazaar(session, clock() + days * DAY)
            assert found is not None
            seen.append((found.id, found.next_day(clock() + days * DAY) is None))
        assert await running_or_next(session, clock() + 50 * DAY) is None
        listed = await bazaars(session, 0, 10, clock())
    assert seen == [
        (running, False),
        (running, False),
        (later, False),
        (later, False),
        (later, False),
        (later, True),
    ]
    assert [item.id for item in listed.items] == [dayless, running, later, past, older]
    assert (listed.more, listed.total) == (False, 5)


async def test_a_hidden_bazaar_is_not_the_current_one(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        assert await current_bazaar(session, clock()) is None
        bazaar_id = await a_bazaar(session, "Eighth", clock() + DAY, now=clock())
        await set_hidden(acting(session, now=clock()), bazaar_id, True)
    async with database.read() as session:
        assert await current_bazaar(session, clock()) is None
        assert (await bazaar(session, bazaar_id)).hidden
        assert [item.id for item in (await bazaars(session, 0, 5, clock())).items] == [bazaar_id]
    async with database.write() as session:
        await set_hidden(acting(session, now=clock()), bazaar_id, False)
    async with database.read() as session:
        assert await running_or_next(session, clock()) == bazaar_id


@pytest.mark.parametrize(("starts", "lasts"), [(0, 6), (-2, 3), (5, 3), (1, 1), (-1, 10)], ids=str)
async def test_days_of_a_bazaar_do_not_overlap(
    sqlite_database: Database, clock: HandClock, starts: int, lasts: int
) -> None:
    first = clock() + DAY
    opens = first + timedelta(hours=starts)
    async with sqlite_database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", first, days=1, now=clock())
        closes = opens + timedelta(hours=lasts)
        with pytest.raises(AlreadyThere):
            await add_day(acting(session, now=clock()), bazaar_id, opens, closes)


async def test_days_may_touch_and_belong_to_a_bazaar(database: Database, clock: HandClock) -> None:
    first = clock() + DAY
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", first, days=1, now=clock())
        other = await a_bazaar(session, "Other", first, days=1, now=clock())
        await add_day(acting(session, now=clock()), bazaar_id, first + HOURS, first + 2 * HOURS)
        with pytest.raises(ValueError, match="closes after"):
            await add_day(acting(session, now=clock()), other, first, first)
        with pytest.raises(NotFound):
            await add_day(acting(session, now=clock()), 10**6, first, first + HOURS)
    async with database.read() as session:
        assert len((await bazaar(session, bazaar_id)).days) == 2
        assert len((await bazaar(session, other)).days) == 1


async def test_a_day_is_taken_off_even_when_people_were_reminded(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", clock() + HOURS, days=1, now=clock())
        [opening] = await due_openings(session, clock())
        await mark_reminded(session, opening, clock())
        assert await remove_day(acting(session, now=clock()), opening.day_id) == bazaar_id
        with pytest.raises(NotFound):
            await remove_day(acting(session, now=clock()), opening.day_id)
    async with database.read() as session:
        assert (await bazaar(session, bazaar_id)).days == ()
        with pytest.raises(NotFound):
            await bazaar_day(session, opening.day_id)
        with pytest.raises(NotFound):
            await bazaar(session, 10**6)


async def test_of_two_who_take_a_day_off_at_once_one_does(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        bazaar_id = await a_bazaar(session, "Eighth", clock() + HOURS, days=1, now=clock())
        [day] = (await bazaar(session, bazaar_id)).days

    async def take_off() -> None:
        async with database.write() as session:
            await remove_day(acting(session, now=clock()), day.id)

    async with database.write() as session:
        await remove_day(acting(session, now=clock()), day.id)
        second = asyncio.create_task(take_off())
        await until_somebody_waits(database)
    with pytest.raises(NotFound):
        await second
    async with database.read() as session:
        facts = [row.fact for row in await session.scalars(select(FactRow))]
    removed = BazaarChanged(bazaar_id, "day-removed", (day.opens_at,), day.opens_at)
    assert facts == [BazaarAdded(bazaar_id), removed]
