"""How a database goes about a statement: by an index, or through every row."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

ASKED = count()

Seen = list[tuple[str, Any]]


NEVER_ANALYSED = "UPDATE pg_class SET reltuples = -1 WHERE reltuples = 0 AND relkind = 'r'"


async def plans_of(session: AsyncSession, work: Awaitable[object]) -> str:
    """The database's own account of the statements that `work` runs in this session.

    PostgreSQL reads a small table through whatever its indexes are, unless it is told not to; and
    one that was analysed while it was empty by any of its indexes, since all cost the same.
    """
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    with await traced(session) if is_sqlite else sent(session) as seen:
        await work
        await session.flush()
    if not is_sqlite:
        await session.execute(text("SET LOCAL enable_seqscan = off"))
        await session.execute(text(NEVER_ANALYSED))
    connection = await session.connection()
    told: list[str] = []
    for statement, parameters in seen:
        # Python keeps what it asked SQLite, and would give the plan of an older schema.
        asked = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement} -- {next(ASKED)}"
        rows = await connection.exec_driver_sql(asked, parameters)
        told += indented(rows) if is_sqlite else [str(row[-1]) for row in rows]
    return "\n".join(told)


def indented(rows: Iterable[Any]) -> Iterator[str]:
    """SQLite's account (id, parent, unused, detail), each step further in than what it is for."""
    depth = {0: -1}
    for id_, parent, _, detail in rows:
        depth[id_] = depth[parent] + 1
        yield "  " * depth[id_] + detail


def without_subplans(plan: str) -> str:
    """The account without what is looked up anew for each row that is found."""
    kept: list[str] = []
    beneath: int | None = None
    for line in plan.splitlines():
        depth = len(line) - len(line.lstrip())
        if beneath is not None and depth > beneath:
            continue
        is_subplan = line.lstrip().startswith(("SubPlan", "CORRELATED"))
        beneath = depth if is_subplan else None
        if not is_subplan:
            kept.append(line)
    return "\n".join(kept)


async def traced(session: AsyncSession) -> AbstractContextManager[Seen]:
    """What SQLite is asked, with the values in it: what is prepared goes past SQLAlchemy."""
    raw = (await (await session.connection()).get_raw_connection()).driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return tracing(raw)


@contextmanager
def tracing(raw: sqlite3.Connection) -> Iterator[Seen]:
    """The statements that read or write rows within."""
    seen: Seen = []

    def note(statement: str) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE", "WITH")):
            seen.append((statement, ()))

    raw.set_trace_callback(note)
    try:
        yield seen
    finally:
        raw.set_trace_callback(None)


@contextmanager
def sent(session: AsyncSession) -> Iterator[Seen]:
    """What SQLAlchemy sends, with its values apart."""
    engine = session.get_bind().engine
    seen: Seen = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)
