"""The base of every table: the column types that they share, and how rows are put into them.

INSERT … ON CONFLICT is in SQLite and in PostgreSQL, and SQLAlchemy has it once for each.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from models.kernel.money import Money, MoneyColumn

NAMING = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# For a conditional update: SQLAlchemy would else guess by what it holds in memory, which may be
# old, which of the objects at hand the update has met.
BY_ROW: Literal["fetch"] = "fetch"

CONDITION = "where"

# SQLite numbers rows by itself only in a column declared INTEGER.
Id = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is taken off and put back here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise TypeError("a moment needs its time zone")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


class Json(TypeDecorator[Any]):
    """A typed value as JSON text; the reader decodes it into the type it expects."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else msgspec.json.encode(value).decode()


class Packed(TypeDecorator[str]):
    """A long text that is read seldom, in a fraction of its bytes (zlib)."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return None if value is None else zlib.compress(value.encode())

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return None if value is None else zlib.decompress(value).decode()


class Base(DeclarativeBase):
    """The base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {Money: MoneyColumn(), datetime: Moment()}  # noqa: RUF012


def partial_index(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of the rows alone for which that holds, on either database.

    The condition is told to SQLAlchemy by `with_conditions`: told here it would load the dialects
    of both databases into every process, and one of them is never used.
    """
    return Index(name, *columns, unique=unique, info={CONDITION: where})


def with_conditions(metadata: MetaData) -> MetaData:
    """The tables' description with the conditions of partial indexes, as a schema needs it."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if CONDITION in index.info:
                for dialect in ("sqlite", "postgresql"):
                    index.dialect_kwargs[f"{dialect}_where"] = text(index.info[CONDITION])
    return metadata


def table_of(described: type[Base]) -> Table:
    """The table of that class, for statements that take no detour through its objects."""
    assert isinstance(described.__table__, Table)
    return described.__table__


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
