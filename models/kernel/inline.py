"""SQLite in the event loop's own thread, but for what waits.

A prepared look-up takes some ten microseconds; handing a statement to a worker thread costs many
times as much as the statement. So every statement runs at once, and only two things are waited for:
another process that holds the file, without a thread, and the disk at a commit, in one.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import chain, repeat
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import await_, in_greenlet

CHECKPOINT_PAGES = 1000
"""So long the write-ahead log grows, as SQLite has it, before a commit puts it into its place."""
_COMMITS = ThreadPoolExecutor(4, "sqlite-commit")
_PAUSES_S = (0.001, 0.002, 0.005, 0.01, 0.015, 0.02)
_LONGEST_PAUSE_S = 0.025
# From then on the transaction reads, and no other process can take the whole file.
_FIRST_LOOK = "PRAGMA schema_version"


class InlineCursor(sqlite3.Cursor):
    """A cursor with the one coroutine that SQLAlchemy's async result asks of it."""

    async def _async_soft_close(self) -> None:
        """Nothing is held: the rows were fetched already."""


class InlineConnection(sqlite3.Connection):
    """A connection that hands out InlineCursors: it runs in the event loop's own thread."""

    def cursor(self, factory: Any = InlineCursor) -> Any:
        """A new cursor."""
        return super().cursor(factory)


class InlineWriter(InlineConnection):
    """A connection for writes: it waits for the disk in a thread, so that nobody else does."""

    lasting = True
    """Whether its next commit is to be on the disk, whenever the power goes."""

    def let_last(self, lasting: bool) -> None:
        """Say whether the transaction that begins now is to last; it must not have begun.

        One that is not leaves all that takes the disk its time to those that are.
        """
        if lasting is not self.lasting:
            self.execute(f"PRAGMA synchronous={'FULL' if lasting else 'NORMAL'}")
            self.execute(f"PRAGMA wal_autocheckpoint={CHECKPOINT_PAGES if lasting else 0}")
            self.lasting = lasting

    def commit(self) -> None:
        """Commit, within SQLAlchemy's `await`."""
        await_(commit_without_stalling(self))


async def commit_without_stalling(raw: sqlite3.Connection) -> None:
    """Commit, and wait for the disk in a thread, where it is to be waited for."""
    if isinstance(raw, InlineWriter) and not raw.lasting:
        sqlite3.Connection.commit(raw)
        return
    commit = partial(sqlite3.Connection.commit, raw)
    await see_through(asyncio.get_running_loop().run_in_executor(_COMMITS, commit))


async def see_through(work: asyncio.Future[None]) -> None:
    """Wait for the work: a thread cannot be stopped, and whoever is cancelled waits as well."""
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        while not work.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait({work})
        raise


class InlineSQLite(SQLiteDialect_pysqlite):
    """SQLite in the event loop's own thread."""

    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, _url: URL) -> type[Pool]:
        """The pool that an async engine needs."""
        return AsyncAdaptedQueuePool

    def do_execute(self, cursor: Any, statement: str, parameters: Any, context: Any = None) -> None:
        """Run a statement."""
        cursor.execute(statement, parameters)
        if in_greenlet():
            await_(at_once())


async def at_once() -> None:
    """What SQLAlchemy's AsyncConnection wants to have waited for: else it takes it for a fault."""


registry.register("sqlite.inline", "models.kernel.inline", "InlineSQLite")


async def done_when_free(raw: sqlite3.Connection, statement: str, within: float) -> None:
    """Run the statement as soon as no other process holds the file, within so many seconds.

    SQLite itself would wait in the event loop's own thread, and nobody would be answered. Raises
    sqlite3's errors.
    """
    until = time.monotonic() + within
    for pause in chain(_PAUSES_S, repeat(_LONGEST_PAUSE_S)):
        try:
            raw.execute(statement).fetchall()
        except sqlite3.OperationalError as error:
            is_held = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_held or time.monotonic() >= until:
                raise
            await asyncio.sleep(pause)
        else:
            return


async def begin_looking(raw: sqlite3.Connection, within: float) -> None:
    """Begin a transaction that looks as soon as no other process holds the whole file.

    At the latest within so many seconds; raises sqlite3's errors.
    """
    raw.execute("BEGIN")
    await done_when_free(raw, _FIRST_LOOK, within)


async def begin_writing(raw: sqlite3.Connection, within: float, *, lasting: bool = True) -> None:
    """Begin the write transaction as soon as no other process has one, within so many seconds.

    What is not `lasting` is not waited for until it is on the disk. Raises sqlite3's errors.
    """
    if isinstance(raw, InlineWriter):
        raw.let_last(lasting)
    await done_when_free(raw, "BEGIN IMMEDIATE", within)


def wait_for_writers(connection: Connection, within: float) -> None:
    """Begin the write transaction of a connection of SQLAlchemy's, unless it has begun."""
    raw = driver_of(connection)
    if raw.in_transaction:
        return
    try:
        await_(begin_writing(raw, within))
    except sqlite3.OperationalError:
        # Told once more, for SQLAlchemy's errors.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def prepare_when_free(raw: sqlite3.Connection, pragmas: Sequence[str], within: float) -> None:
    """Run the pragmas on a new connection, and leave BEGIN to SQLAlchemy's events.

    Raises the driver's error.
    """
    raw.isolation_level = None
    for pragma in pragmas:
        await_(done_when_free(raw, pragma, within))


def begin_reading(connection: Connection) -> None:
    """Begin the transaction that looks, unless it has begun."""
    raw = driver_of(connection)
    if not raw.in_transaction:
        raw.execute("BEGIN")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection."""
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


def as_told(error: sqlite3.Error, dialect: Dialect, text: str) -> BaseException:
    """The driver's error as SQLAlchemy tells it; a log must not come to hold the values."""
    return DBAPIError.instance(
        text, None, error, sqlite3.Error, hide_parameters=True, dialect=dialect
    )
