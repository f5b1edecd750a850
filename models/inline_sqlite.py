"""SQLite in the event loop's own thread; what may block, and only that, runs in another.

A statement on an indexed row takes tens of microseconds; handing each one to a worker thread costs
ten times as much as the statement. Two statements may take long whatever they touch: the BEGIN of
a write, which waits for other processes, and its COMMIT, which waits for the disk.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import URL, Pool
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util import await_only

BEGIN_WRITE = "BEGIN IMMEDIATE"
IN_ONE_GO = 20


class InlineCursor(sqlite3.Cursor):
    """A cursor with the one coroutine that SQLAlchemy's async result asks of it."""

    async def _async_soft_close(self) -> None:
        """Nothing is held: the rows were fetched already."""


class InlineConnection(sqlite3.Connection):
    """A connection for look-ups."""

    def cursor(self, factory: Any = InlineCursor) -> Any:
        """A new cursor."""
        return super().cursor(factory)


class WritingCursor(InlineCursor):
    """A cursor of a write transaction: it takes its rows at once, so that COMMIT finds it done."""

    connection: WritingConnection
    _rows: Iterator[Any] = iter(())

    def execute(self, statement: str, parameters: Any = ()) -> WritingCursor:
        """Run one statement; a long transaction lets others have a turn in between."""
        if statement == BEGIN_WRITE:
            self.connection.aside(partial(super().execute, statement))
            return self
        self.connection.breathe()
        super().execute(statement, parameters)
        self._rows = iter(super().fetchall() if self.description else ())
        return self

    def fetchone(self) -> Any:
        """The next row, or None."""
        return next(self._rows, None)

    def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows, so many at most."""
        return list(islice(self._rows, self.arraysize if size is None else size))

    def fetchall(self) -> list[Any]:
        """The rows that are left."""
        return list(self._rows)


class WritingConnection(InlineConnection):
    """A connection for writes. `threads` is where it waits; it is set when it is connected."""

    threads: Executor
    _run = 0

    def cursor(self, factory: Any = WritingCursor) -> Any:
        """A new cursor."""
        return super().cursor(factory)

    def commit(self) -> None:
        """Commit, waiting for the disk aside."""
        if self.in_transaction:
            self.aside(super().commit)

    def aside(self, call: Callable[[], object]) -> None:
        """Run the call in a thread, and the event loop meanwhile."""
        await_only(finished(self.threads, call))

    def breathe(self) -> None:
        """Let the event loop have a turn after so many statements."""
        self._run += 1
        if self._run % IN_ONE_GO == 0:
            await_only(asyncio.sleep(0))


async def finished(threads: Executor, call: Callable[[], object]) -> None:
    """Run the call in a thread to its end, even when whoever waits is cancelled.

    A BEGIN that were left behind would succeed later, and lock everybody out.
    """
    work = asyncio.get_running_loop().run_in_executor(threads, call)
    try:
        await asyncio.shield(work)
    except asyncio.CancelledError:
        while not work.done():
            with suppress(asyncio.CancelledError):
                await asyncio.wait([work])
        work.exception()
        raise


class InlineSQLite(SQLiteDialect_pysqlite):
    """SQLite as SQLAlchemy's async engines take it, without a thread for each connection."""

    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, _url: URL) -> type[Pool]:
        """The pool that an async engine needs."""
        return AsyncAdaptedQueuePool


registry.register("sqlite.inline", "models.inline_sqlite", "InlineSQLite")
