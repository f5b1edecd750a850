"""SQLite in the event loop's own thread, but for what waits.

A prepared look-up takes some ten microseconds; handing a statement to a worker thread costs many
times as much as the statement. So every statement runs at once, and only two things are waited for:
another process's write transaction, without a thread, and the disk at a commit, in one.
"""

from __future__ import annotations

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from itertools import chain, repeat
from typing import Any

from sqlalchemy import URL, Connection, Pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import await_, in_greenlet

from models.kernel.prepared import ready

_COMMITS = ThreadPoolExecutor(4, "sqlite-commit")
_PAUSES_S = (0.001, 0.002, 0.005, 0.01, 0.015, 0.02)
_LONGEST_PAUSE_S = 0.025


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

    def commit(self) -> None:
        """Commit, within SQLAlchemy's `await`."""
        work = asyncio.get_running_loop().run_in_executor(_COMMITS, super().commit)
        await_(ended(work))


async def ended(work: asyncio.Future[None]) -> None:
    """Wait for the work: a thread cannot be stopped, and whoever is cancelled waits as well."""
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
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


def wait_for_writers(connection: Connection, within: float) -> None:
    """Begin the write transaction as soon as no other process has one, within so many seconds.

    The last attempt is SQLAlchemy's own, for its errors.
    """
    raw = driver_of(connection)
    until = time.monotonic() + within
    for pause in chain(_PAUSES_S, repeat(_LONGEST_PAUSE_S)):
        try:
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            is_held = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_held or time.monotonic() >= until:
                break
            await_(asyncio.sleep(pause))
        else:
            return
    connection.exec_driver_sql("BEGIN IMMEDIATE")


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


class InlineSession(AsyncSession):
    """A session whose statements run at once, with no detour through SQLAlchemy's greenlets."""

    dialect = InlineSQLite()
    _raw: sqlite3.Connection | None = None
    _nested: Any = None

    async def execute(self, statement: Any, params: Any = None, **named: Any) -> Any:
        """The statement's result."""
        known = ready(statement, InlineSession.dialect)
        if known is None or named:
            return self.sync_session.execute(statement, params, **named)
        return known.result(known.rows(self._connected(), params))

    async def scalar(self, statement: Any, params: Any = None, **named: Any) -> Any:
        """The first column of the first row, or None."""
        known = ready(statement, InlineSession.dialect)
        if known is None or named:
            return self.sync_session.scalar(statement, params, **named)
        rows = known.rows(self._connected(), params)
        return rows[0][0] if rows else None

    async def scalars(self, *given: Any, **named: Any) -> Any:
        """The first column of each row."""
        return self.sync_session.scalars(*given, **named)

    async def get(self, *given: Any, **named: Any) -> Any:
        """The object of that key, or None."""
        return self.sync_session.get(*given, **named)

    async def get_one(self, *given: Any, **named: Any) -> Any:
        """The object of that key; raises NoResultFound."""
        return self.sync_session.get_one(*given, **named)

    async def flush(self, objects: Any = None) -> None:
        """Write what was added and changed."""
        self.sync_session.flush(objects)

    def _connected(self) -> sqlite3.Connection:
        """The driver's connection, in the transaction, with all written that was added."""
        nested = self.sync_session.get_nested_transaction()
        if self._raw is None or nested is not self._nested:
            # A savepoint begins when the session is next asked for its connection: what ran before
            # would not be rolled back with it.
            self._nested = nested
            bind = self.sync_session.bind
            known = bind if isinstance(bind, Connection) else self.sync_session.connection()
            self._raw = driver_of(known)
        self.sync_session.flush()
        return self._raw


@asynccontextmanager
async def inline_reads(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session in a transaction that only looks."""
    pool = engine.pool
    if isinstance(pool, AsyncAdaptedQueuePool) and not pool.checkedin():
        async with engine.connect():
            """SQLAlchemy opens a connection with an `await`, and hands out an open one without."""
    with engine.sync_engine.connect() as connection:
        session = InlineSession(expire_on_commit=False)
        session.sync_session.bind = connection
        begin_reading(connection)
        try:
            yield session
        finally:
            session.sync_session.close()


@asynccontextmanager
async def inline_writes(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session in one write transaction, which is committed at the end unless there is an error.

    It begins at once: only here may it have to wait for another process.
    """
    session = InlineSession(engine, expire_on_commit=False)
    try:
        await session.connection()
        yield session
        await session.commit()
    finally:
        session.sync_session.close()
