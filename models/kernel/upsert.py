"""INSERT … ON CONFLICT, which SQLite and PostgreSQL share and SQLAlchemy has once for each."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession


def insert_into(session: AsyncSession, table: Any) -> Any:
    """The insert into `table` that knows `on_conflict_do_…`, for the session's database."""
    return insert_for(dialect_of(session), table)


def insert_for(dialect: str, table: Any) -> Any:
    """The insert into `table` that knows `on_conflict_do_…`, for sqlite or postgresql."""
    if dialect == "sqlite":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql  # a thirtieth of the time to start

    return postgresql.insert(table)


def dialect_of(session: AsyncSession) -> str:
    """The kind of the session's database: sqlite or postgresql."""
    return session.get_bind().dialect.name
