"""SQLite in the event loop's own thread.

A prepared look-up takes some ten microseconds; handing a statement to a worker thread costs many
times as much as the statement. So what only looks runs at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import URL, Connection, Pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import await_, in_greenlet

from models.kernel.prepared import ready


class InlineCursor(sqlite3.Cursor):
    """A cursor with the one coroutine that SQLAlchemy's async result asks of it."""

    async def _async_soft_close(self) -> None:
        """Nothing is held: the rows were fetched already."""


class InlineConnection(sqlite3.Connection):
    """A connection that hands out such cursors."""

    def cursor(self, factory: Any = InlineCursor) -> Any:
        """A new cursor."""
        return super().cursor(factory)


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
        if self._raw is None:
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
