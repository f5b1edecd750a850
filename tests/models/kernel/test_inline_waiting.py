"""SQLite in the event loop's own thread: waiting for others and for the disk holds up nobody."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import func, select, text

from models.families.families import Family
from models.kernel import inline
from models.kernel.database import Database
from models.kernel.unavailable import DatabaseAway
from models.people.people import Person
from tests.models.kernel.test_inline import DELETED, add_family, families
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import held_by_another, held_whole


async def test_a_writer_begins_when_another_process_has_ended(
    sqlite_database: Database, clock: HandClock
) -> None:
    with held_by_another(sqlite_database):
        waiting = asyncio.create_task(add_family(sqlite_database, clock))
        # Nobody else is held up meanwhile.
        for _ in range(20):
            async with sqlite_database.read() as session:
                assert await session.scalar(select(func.count()).select_from(Family)) == 0
            await asyncio.sleep(0)
        assert not waiting.done()
    await waiting
    async with sqlite_database.read() as session:
        assert await session.scalar(select(Family.id)) == 7


async def count_families(database: Database) -> int:
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(Family)) or 0


async def some_rounds() -> None:
    """The event loop goes round, and whoever can go on does."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_file_that_is_held_whole_is_waited_for_without_holding_up_the_loop(
    sqlite_url: str, clock: HandClock
) -> None:
    """To open a connection for writes, and to look at all, another program must let go of it."""
    async with opened(sqlite_url) as database:
        with held_whole(database):
            looking = [asyncio.create_task(count_families(database)) for _ in range(3)]
            writing = asyncio.create_task(add_family(database, clock))
            await some_rounds()
            assert not any(task.done() for task in (*looking, writing))
        await writing
        assert set(await asyncio.gather(*looking)) <= {0, 1}
        assert await count_families(database) == 1


async def test_where_sqlite_waits_itself_the_loop_stands_still(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: nobody else has come on by the time that the wait is over."""
    rounds = 0

    async def by_itself(raw: sqlite3.Connection, statement: str, _within: float) -> None:
        before = rounds
        raw.execute("PRAGMA busy_timeout=50")
        try:
            raw.execute(statement).fetchall()
        finally:
            assert rounds == before

    async def go_round() -> None:
        nonlocal rounds
        while True:
            await asyncio.sleep(0)
            rounds += 1

    monkeypatch.setattr(inline, "done_when_free", by_itself)
    going = asyncio.create_task(go_round())
    async with opened(sqlite_url) as database:
        with held_whole(database), pytest.raises(DatabaseAway, match="locked"):
            await count_families(database)
    going.cancel()
    await asyncio.gather(going, return_exceptions=True)


async def test_no_connection_of_the_loop_waits_in_sqlite(sqlite_database: Database) -> None:
    for session_of in (sqlite_database.read, sqlite_database.write):
        async with session_of() as session:
            assert await session.scalar(text("PRAGMA busy_timeout")) == 0


@contextmanager
def committing_inline() -> Iterator[None]:
    """The twin: the commit runs in the event loop's own thread."""

    async def commit(raw: sqlite3.Connection) -> None:
        sqlite3.Connection.commit(raw)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("models.kernel.prepared.commit_without_stalling", commit)
        yield


async def passes_during_a_commit(database: Database, clock: HandClock) -> int:
    """How often the event loop came round while a transaction was being committed."""
    async with database.write() as session:
        session.add(Family(brand_ar="دار", brand_en="Dar", added_at=clock()))
        await session.flush()
        passes = 0

        async def go_round() -> None:
            nonlocal passes
            while True:
                await asyncio.sleep(0)
                passes += 1

        going = asyncio.create_task(go_round())
        await session.commit()
        going.cancel()
        await asyncio.gather(going, return_exceptions=True)
    return passes


async def test_the_loop_goes_on_while_the_disk_is_waited_for(
    sqlite_database: Database, clock: HandClock
) -> None:
    assert await passes_during_a_commit(sqlite_database, clock) > 0
    with committing_inline():
        assert await passes_during_a_commit(sqlite_database, clock) == 0


async def test_what_is_rolled_back_is_gone_and_the_rest_goes_on(
    sqlite_database: Database, clock: HandClock
) -> None:
    async with sqlite_database.write() as session:
        await session.execute(DELETED, {"id": 0})
        session.add(Person(language="ar", created_at=clock()))
        await session.flush()
        await session.rollback()
        session.add(Person(language="en", created_at=clock()))
    async with sqlite_database.read() as session:
        assert (await session.scalars(select(Person.language))).all() == ["en"]


async def test_a_disk_that_fills_up_within_a_savepoint_is_away(sqlite_database: Database) -> None:
    """SQLite takes the whole transaction back then, the savepoint with it."""
    async with sqlite_database.write() as session:
        pages = await session.scalar(text("PRAGMA page_count")) or 0
        await session.execute(text(f"PRAGMA max_page_count={pages + 2}"))

    async def fill() -> None:
        async with sqlite_database.write() as session, session.begin_nested():
            await session.execute(text("CREATE TABLE large (bytes)"))
            await session.execute(text("INSERT INTO large VALUES (zeroblob(90000))"))

    with pytest.raises(DatabaseAway, match="full"):
        await fill()


async def test_what_need_not_last_is_committed_without_the_disk_and_the_next_with_it(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = 0

    async def see_through(work: asyncio.Future[None]) -> None:
        nonlocal waited
        waited += 1
        await work

    monkeypatch.setattr(inline, "see_through", see_through)
    for lasting, waits in ((True, 1), (False, 0), (True, 1), (False, 0)):
        waited = 0
        async with sqlite_database.write(lasting=lasting) as session:
            asked = [text("PRAGMA synchronous"), text("PRAGMA wal_autocheckpoint")]
            settings = [await session.scalar(each) for each in asked]
            session.add(Family(brand_ar="دار", brand_en="Dar", added_at=clock()))
        assert settings == ([2, inline.CHECKPOINT_PAGES] if lasting else [1, 0])
        assert waited == waits
    async with sqlite_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(families)) == 4


async def test_a_transaction_of_sqlalchemys_own_lasts(sqlite_database: Database) -> None:
    async with sqlite_database.write(lasting=False) as session:
        await session.execute(text("SELECT 1"))
    async with sqlite_database.writing.begin() as connection:
        assert (await connection.execute(text("PRAGMA synchronous"))).scalar() == 2
