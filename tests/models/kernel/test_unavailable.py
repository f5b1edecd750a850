"""A database that is away is told apart from what is wrong with the statement."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnection

import models.kernel.database
from models.families.families import Family
from models.kernel.database import Database
from models.kernel.unavailable import DatabaseAway, is_away
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import Line, held_by_another


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


async def test_an_sqlite_file_that_cannot_be_opened_is_away(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path / 'shop.db'}") as database:
        (tmp_path / "shop.db").mkdir()
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


async def test_a_statement_of_postgres_has_its_time_but_not_in_a_migration(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models.kernel.database, "STATEMENT_S", 0.2)
    async with opened(postgres_url) as database:
        with pytest.raises(DatabaseAway):
            await look(database, "SELECT pg_sleep(5)")
        unhurried = database.unhurried()
        async with unhurried.connect() as connection:
            await connection.execute(text("SELECT pg_sleep(0.5)"))
        await unhurried.dispose()


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


def test_no_connection_is_away_and_a_missing_file_is_not() -> None:
    assert is_away(NoConnection("QueuePool limit reached"))
    assert is_away(TimeoutError())
    assert is_away(ConnectionRefusedError(111, "refused"))
    assert not is_away(FileNotFoundError(2, "no such file", "ar/shop.ftl"))
    assert not is_away(sqlite3.OperationalError("a bare one"))
