"""How a database goes about a statement: by an index, or through every row."""

from __future__ import annotations

from collections.abc import Awaitable
from itertools import count
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

ASKED = count()


async def plans_of(session: AsyncSession, work: Awaitable[object]) -> str:
    """The database's own account of the statements that `work` runs in this session.

    PostgreSQL reads a small table through whatever its indexes are, unless it is told not to.
    """
    engine = session.get_bind().engine
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        seen.append((statement, parameters))

    event.listen(engine, "before_cursor_execute", note)
    try:
        await work
        await session.flush()
    finally:
        event.remove(engine, "before_cursor_execute", note)
    is_sqlite = engine.dialect.name == "sqlite"
    if not is_sqlite:
        await session.execute(text("SET LOCAL enable_seqscan = off"))
    connection = await session.connection()
    told: list[str] = []
    for statement, parameters in seen:
        # Python keeps what it asked SQLite, and would give the plan of an older schema.
        asked = f"EXPLAIN {'QUERY PLAN ' if is_sqlite else ''}{statement} -- {next(ASKED)}"
        told += [str(row[-1]) for row in await connection.exec_driver_sql(asked, parameters)]
    return "\n".join(told)
