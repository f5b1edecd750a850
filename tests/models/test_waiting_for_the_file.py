"""SQLite's file held by another process: whoever waits for it holds up nobody else."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from sqlalchemy import select

from models.database import Database
from models.families import Family
from tests.ground.clock import HandClock


@pytest.fixture
def other(sqlite_database: Database) -> Iterator[sqlite3.Connection]:
    """Another process that is in the middle of a write."""
    path = sqlite_database.url.database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


async def add_family(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(Family(brand_ar="دار البخور", brand_en="Bakhoor House", added_at=clock()))


async def brands(database: Database) -> list[str]:
    async with database.read() as session:
        return list(await session.scalars(select(Family.brand_en)))


async def test_views_answer_while_a_write_waits(
    sqlite_database: Database, other: sqlite3.Connection, clock: HandClock
) -> None:
    writing = asyncio.create_task(add_family(sqlite_database, clock))
    for _ in range(20):
        await asyncio.sleep(0.005)
        assert await brands(sqlite_database) == []
    assert not writing.done()
    other.execute("ROLLBACK")
    await writing
    assert await brands(sqlite_database) == ["Bakhoor House"]


async def test_a_write_that_was_given_up_while_it_waited_locks_nobody_out(
    sqlite_database: Database, other: sqlite3.Connection, clock: HandClock
) -> None:
    given_up = asyncio.create_task(add_family(sqlite_database, clock))
    await asyncio.sleep(0.05)
    given_up.cancel()
    await asyncio.sleep(0.05)
    given_up.cancel()
    other.execute("ROLLBACK")
    with pytest.raises(asyncio.CancelledError):
        await given_up
    other.execute("PRAGMA busy_timeout=0")
    other.execute("BEGIN IMMEDIATE")
    other.execute("ROLLBACK")
    await add_family(sqlite_database, clock)
    assert await brands(sqlite_database) == ["Bakhoor House"]
