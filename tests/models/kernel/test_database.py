"""A database reads without writing, and commits once for each write transaction."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import asyncpg
import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import AsyncAdaptedQueuePool

from models.families.families import Family
from models.kernel import database as database_module
from models.kernel import postgres_connection
from models.kernel.database import POOL, WRITERS, Database
from models.kernel.postgres_connection import Closing
from models.kernel.unavailable import DatabaseAway
from models.migrations import migrate
from models.orders.carts import hold_cart
from models.people.people import add_person
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import Line
from tests.support.waiting import until


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
        sqlite_database.when_committed(partial(woken.append, " ".join(tables)), *tables)
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


CROWD = 60


@asynccontextmanager
async def writing(database: Database) -> AsyncIterator[set[int]]:
    """Sixty who write for as long as it goes; those whose transaction has begun."""
    begun: set[int] = set()
    go_on = asyncio.Event()

    async def write(number: int) -> None:
        async with database.write() as session:
            await session.execute(select(Family.id))
            begun.add(number)
            await go_on.wait()

    tasks = [asyncio.create_task(write(number)) for number in range(CROWD)]
    try:
        yield begun
    finally:
        go_on.set()
        await asyncio.gather(*tasks)
        assert begun == set(range(CROWD))


async def until_so_many(begun: set[int], count: int) -> None:
    """Until that many have begun."""

    async def have() -> bool:
        return len(begun) == count

    await until(have)


async def has_looked(database: Database) -> bool:
    """Whether somebody finds a connection to look with, at once."""
    pool = database.reading.pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    before, pool._timeout = pool._timeout, 0.1
    try:
        return await brands(database) == []
    except DatabaseAway:
        return False
    finally:
        pool._timeout = before


async def test_few_write_at_once_and_whoever_looks_finds_a_connection(database: Database) -> None:
    most = 1 if database.is_sqlite else WRITERS
    async with writing(database) as begun:
        await until_so_many(begun, most)
        assert await has_looked(database)
        assert len(begun) == most


async def test_where_no_place_gets_free_the_database_is_away(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with writing(postgres_database) as begun:
        await until_so_many(begun, WRITERS)
        monkeypatch.setattr("models.kernel.database.PLACE_S", 0.0)
        with pytest.raises(DatabaseAway):
            async with postgres_database.write():
                """Nobody comes so far."""


async def test_where_all_write_at_once_nobody_can_look(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: those who write have all connections, and most of them wait for each other."""
    monkeypatch.setattr("models.kernel.database.WRITERS", CROWD)
    async with opened(postgres_url) as database:
        pool = database.writing.pool
        assert isinstance(pool, AsyncAdaptedQueuePool)
        pool._timeout = 60.0
        async with writing(database) as begun:
            await until_so_many(begun, POOL + pool._max_overflow)
            assert not await has_looked(database)


async def closed_on_a_server_that_hangs(url: str) -> None:
    """A database is closed whose server answers nothing any more."""
    async with Line(url) as line:
        database = Database(line.url)
        async with database.read() as session:
            await session.execute(select(1))
        line.flows.clear()
        await database.close()


async def test_a_server_that_hangs_is_left_quietly(
    postgres_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres_connection, "CLOSES_S", 0.05)
    await closed_on_a_server_that_hangs(postgres_url)
    assert caplog.records == []


async def test_by_the_driver_alone_leaving_it_would_print_a_traceback(
    postgres_url: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Closing, "close", asyncpg.Connection.close)
    monkeypatch.setattr(database_module, "STATEMENT_S", 0.05)
    await closed_on_a_server_that_hangs(postgres_url)
    (told,) = caplog.records
    assert told.exc_info is not None
