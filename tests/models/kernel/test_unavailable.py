"""A database that is away is told apart from what is wrong with the statement."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

import models.kernel.database
from models.families.families import Family
from models.kernel.database import Database
from models.kernel.unavailable import DatabaseAway, is_away, may_pass
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.opened import opened
from tests.support.outage import Line, held_by_another, held_whole, server_that_says


async def look(database: Database, statement: str = "SELECT 1") -> None:
    async with database.read() as session:
        await session.execute(text(statement))


async def test_an_sqlite_file_that_another_holds_is_away(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        with held_by_another(database):
            await look(database)
            with pytest.raises(DatabaseAway, match="locked"):
                async with database.write() as session:
                    session.add(Family(brand_ar="دار", brand_en="Dar", added_at=clock()))


async def test_an_sqlite_file_that_cannot_be_read_either_is_away(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        with held_whole(database):
            with pytest.raises(DatabaseAway, match="locked"):
                await look(database)
            with pytest.raises(DatabaseAway, match="locked"):
                async with database.write():
                    """It cannot begin."""
        await look(database)


async def test_an_sqlite_file_that_cannot_be_opened_is_away(tmp_path: Path) -> None:
    (tmp_path / "shop.db").mkdir()
    async with opened(f"sqlite:///{tmp_path / 'shop.db'}") as database:
        with pytest.raises(DatabaseAway, match="unable to open"):
            await look(database)
        # The driver's thread answers once more, and finds no event loop where the test was quicker.
        for thread in threading.enumerate():
            if "_connection_worker_thread" in thread.name:
                await asyncio.to_thread(thread.join, 60)


async def test_a_postgres_that_cannot_be_reached_is_away(postgres_url: str) -> None:
    async with Line(postgres_url) as line, opened(line.url) as database:
        await look(database)
        await line.cut()
        for _ in range(2):
            with pytest.raises(DatabaseAway):
                await look(database)
        await line.mend()
        await look(database)


async def test_a_line_that_breaks_within_a_transaction_is_away(postgres_url: str) -> None:
    async with Line(postgres_url) as line, opened(line.url) as database:

        async def broken_off() -> None:
            async with database.write() as session:
                await session.execute(text("SELECT 1"))
                await line.cut()
                await session.execute(text("SELECT 1"))

        with pytest.raises(DatabaseAway):
            await broken_off()


ENDLESS = text("LOCK TABLE families")
"""What takes as long as somebody else holds that table."""


async def test_a_statement_of_postgres_has_its_time_but_not_in_a_migration(
    postgres_database: Database, postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.kernel.database, "STATEMENT_S", 0.2)
    async with opened(postgres_url) as database, postgres_database.write() as holding:
        await holding.execute(ENDLESS)
        unhurried = database.unhurried_engine()
        migrating = asyncio.create_task(holds(unhurried))
        await until_somebody_waits(postgres_database)
        with pytest.raises(DatabaseAway):
            async with database.write() as session:
                await session.execute(ENDLESS)
        assert not migrating.done(), "it began before, and waits on"
        await holding.rollback()
        await migrating
        await unhurried.dispose()


async def holds(engine: AsyncEngine) -> None:
    """Wait for the table, and hold it for a moment."""
    async with engine.begin() as connection:
        await connection.execute(ENDLESS)


@pytest.mark.parametrize("statement", ["SELECT nothing_of_that_name", "SELECT FROM WHERE"])
async def test_a_wrong_statement_is_not_away(database: Database, statement: str) -> None:
    with pytest.raises(DBAPIError) as caught:
        await look(database, statement)
    assert not isinstance(caught.value, DatabaseAway)


async def test_a_value_that_cannot_be_sent_is_not_away(postgres_database: Database) -> None:
    with pytest.raises(DBAPIError) as caught:
        async with postgres_database.read() as session:
            await session.execute(text("SELECT CAST(:big AS integer)"), {"big": 2**40})
    assert not isinstance(caught.value, DatabaseAway)


async def test_a_second_row_of_the_same_key_is_not_away(
    database: Database, clock: HandClock
) -> None:
    async def add() -> None:
        async with database.write() as session:
            session.add(Family(id=1, brand_ar="دار", brand_en="Dar", added_at=clock()))

    await add()
    with pytest.raises(DBAPIError) as caught:
        await add()
    assert not isinstance(caught.value, DatabaseAway)


@pytest.mark.parametrize(
    ("state", "passes"), [("40P01", True), ("40001", True), ("23505", False), ("22003", False)]
)
async def test_a_transaction_that_gave_way_may_pass_and_a_wrong_value_does_not(
    postgres_database: Database, state: str, passes: bool
) -> None:
    with pytest.raises(DBAPIError) as caught:
        await look(postgres_database, f"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$")
    assert may_pass(caught.value) == passes
    assert not is_away(caught.value)


def test_no_connection_is_away_and_a_missing_file_is_not() -> None:
    assert is_away(NoConnection("QueuePool limit reached"))
    assert is_away(TimeoutError())
    assert is_away(ConnectionRefusedError(111, "refused"))
    assert not is_away(FileNotFoundError(2, "no such file", "ar/shop.ftl"))
    assert not is_away(sqlite3.OperationalError("a bare one"))


@pytest.mark.parametrize("state", ["57P01", "57P02", "57P03", "53300"])
async def test_a_server_that_takes_nobody_now_is_away(state: str) -> None:
    async with server_that_says(state) as url, opened(url) as database:
        with pytest.raises(DatabaseAway):
            await look(database)


async def test_a_server_that_does_not_know_us_is_not_away() -> None:
    async with server_that_says("28P01") as url, opened(url) as database:
        with pytest.raises(DBAPIError) as caught:
            await look(database)
        assert not is_away(caught.value)


async def add_family(
    begun: AbstractAsyncContextManager[AsyncSession], clock: HandClock, *first: str
) -> None:
    """Write something in that transaction, after these statements."""
    async with begun as session:
        for statement in first:
            await session.execute(text(statement))
        session.add(Family(brand_ar="دار", brand_en="Dar", added_at=clock()))
        await session.flush()


async def takes_writes(database: Database, *, now: bool) -> None:
    """From now on the server begins connections that can write, or only such that cannot."""
    word = "off" if now else "on"
    name = database.url.database
    async with database.write() as session:
        await session.execute(text("SET TRANSACTION READ WRITE"))
        setting = f"ALTER DATABASE {name} SET default_transaction_read_only = {word}"
        await session.execute(text(setting))


async def test_a_server_that_takes_no_writes_is_away_until_it_does(
    postgres_database: Database, postgres_url: str, clock: HandClock
) -> None:
    await takes_writes(postgres_database, now=False)
    async with opened(postgres_url) as database:
        async with database.read() as session, database.read() as other:
            await session.execute(text("SELECT 1"))
            await other.execute(text("SELECT 1"))
        with pytest.raises(DatabaseAway):
            await add_family(database.write(), clock)
        await takes_writes(postgres_database, now=True)
        # What was connected before would refuse it still.
        for _ in range(2):
            await add_family(database.write(), clock)


async def test_without_leaving_them_the_old_connections_refuse_for_ever(
    postgres_database: Database,
    postgres_url: str,
    clock: HandClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(models.kernel.database, "leave_what_takes_no_writes", lambda _engine: None)
    await takes_writes(postgres_database, now=False)
    async with opened(postgres_url) as database:
        await look(database)
        await takes_writes(postgres_database, now=True)
        for _ in range(2):
            with pytest.raises(DatabaseAway):
                await add_family(database.write(), clock)


async def test_a_file_that_takes_no_writes_is_away(
    sqlite_database: Database, clock: HandClock
) -> None:
    with pytest.raises(DatabaseAway, match="readonly"):
        await add_family(sqlite_database.write(), clock, "PRAGMA query_only = ON")


async def test_a_view_that_writes_is_not_away(database: Database, clock: HandClock) -> None:
    with pytest.raises(DBAPIError) as caught:
        await add_family(database.read(), clock)
    assert not is_away(caught.value)
