"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share and SQLAlchemy has once for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession


def insert_into(session: AsyncSession, table: Any) -> Any:
    """The insert into `table` that knows `on_conflict_do_…`, for the session's database."""
    is_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if is_sqlite else postgresql.insert(table)
