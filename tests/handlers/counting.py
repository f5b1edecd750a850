"""Counts what a turn asks of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, func, select

from models.kernel.database import Database
from models.messaging.processed_updates import ProcessedUpdate

Note = Callable[[str], None]
UNCOUNTED = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA", "SAVEPOINT", "RELEASE", "--")


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements that the database carries out within the block, BEGIN and its like aside."""
    seen: list[str] = []

    def note(statement: str) -> None:
        if not statement.startswith(UNCOUNTED):
            seen.append(statement)

    with (traced if database.is_sqlite else sent)(database, note):
        yield seen


@contextmanager
def traced(database: Database, note: Note) -> Iterator[None]:
    """SQLite itself tells: what is prepared goes past SQLAlchemy."""
    watched: list[sqlite3.Connection] = []

    def watch(connection: sqlite3.Connection, *_rest: Any) -> None:
        connection.set_trace_callback(note)
        watched.append(connection)

    engines = (database.reading.sync_engine, database.writing.sync_engine)
    for engine in engines:
        event.listen(engine, "checkout", watch)
    try:
        yield
    finally:
        for engine in engines:
            event.remove(engine, "checkout", watch)
        for connection in watched:
            connection.set_trace_callback(None)


@contextmanager
def sent(database: Database, note: Note) -> Iterator[None]:
    """SQLAlchemy tells what it sends to PostgreSQL; views share the writer's engine."""

    def hear(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        note(statement)

    engine = database.writing.sync_engine  # its listeners hear what views send too
    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", hear)


async def steps_taken(database: Database) -> int:
    """How many turns have written anything: each step records its update, a view never does."""
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(ProcessedUpdate)) or 0
