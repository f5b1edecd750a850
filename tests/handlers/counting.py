"""Counts what a turn asks of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, func, select

from models.kernel.database import Database
from models.messaging.processed_updates import ProcessedUpdate


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """The statements that run within the block, BEGIN and its like aside."""
    seen: list[str] = []

    def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith(("BEGIN", "PRAGMA", "SAVEPOINT", "RELEASE")):
            seen.append(statement)

    engines = {database.reading.sync_engine, database.writing.sync_engine}
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        for engine in engines:
            event.remove(engine, "before_cursor_execute", note)


async def steps_taken(database: Database) -> int:
    """How many turns have written anything: each step records its update, a view never does."""
    async with database.read() as session:
        return await session.scalar(select(func.count()).select_from(ProcessedUpdate)) or 0
