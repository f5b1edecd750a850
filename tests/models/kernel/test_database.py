"""A database reads without writing, and commits once for each write transaction."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from models.families.families import Family
from models.kernel.database import Database
from models.migrations import migrate
from models.orders.carts import hold_cart
from models.people.people import add_person
from tests.support.clock import HandClock


def family(clock: HandClock) -> Family:
    return Family(brand_ar="دار اللقيمات", brand_en="Luqaimat House", added_at=clock())


async def brands(database: Database) -> list[str]:
    async with database.read() as session:
        return list(await session.scalars(select(Family.brand_en)))


async def stop_halfway(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(family(clock))
        await session.flush()
        raise RuntimeError("halfway")


async def test_what_is_written_is_there_for_the_next_reader(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        session.add(family(clock))
    assert await brands(database) == ["Luqaimat House"]


async def test_an_error_rolls_everything_back(database: Database, clock: HandClock) -> None:
    with pytest.raises(RuntimeError, match="halfway"):
        await stop_halfway(database, clock)
    assert await brands(database) == []


async def test_a_view_cannot_write(database: Database, clock: HandClock) -> None:
    async with database.read() as session:
        session.add(family(clock))
        with pytest.raises(DBAPIError, match=r"readonly|read-only"):
            await session.flush()
        await session.rollback()
    assert await brands(database) == []


async def test_a_loop_is_not_woken_by_what_surely_does_not_concern_it(
    sqlite_database: Database, clock: HandClock
) -> None:
    woken: list[str] = []
    for tables in ((), ("carts",), ("families",)):
        sqlite_database.when_committed(lambda to=tables: woken.append(" ".join(to)), *tables)  # type: ignore[misc]
    async with sqlite_database.write() as session:
        person = await add_person(session, "ar", clock())
    assert woken == ["", "carts", "families"], "what objects were written is not looked at"
    woken.clear()
    async with sqlite_database.write() as session:
        await hold_cart(session, person.id)
    assert woken == ["", "carts"]


async def test_loops_are_woken_after_a_commit_and_not_after_an_error(
    database: Database, clock: HandClock
) -> None:
    woken: list[list[str]] = []
    database.when_committed(lambda: woken.append([]))
    async with database.read() as session:
        await session.scalars(select(Family.id))
    with pytest.raises(RuntimeError, match="halfway"):
        await stop_halfway(database, clock)
    assert woken == []
    async with database.write() as session:
        session.add(family(clock))
    assert woken == [[]]


async def test_migrating_again_changes_nothing(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(family(clock))
    await migrate(database)
    assert await brands(database) == ["Luqaimat House"]


async def test_moments_come_back_in_utc(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(family(clock))
    async with database.read() as session:
        assert await session.scalar(select(Family.added_at)) == clock()
