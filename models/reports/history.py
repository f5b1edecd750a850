"""What happened to a thing: its facts, the newest first, found by the index of that thing alone.

Pages go by key: the next one begins below the last id that was read, however much came since.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import Fact, FactRow, decode_fact


class Subject(StrEnum):
    """What a history is of: the column of facts that names it."""

    order = "order_id"
    product = "product_id"
    family = "family_id"
    bazaar = "bazaar_id"
    person = "person_id"

    @property
    def column(self) -> Any:
        """The column that the history is found by."""
        return getattr(FactRow, self.value)


class Entry(msgspec.Struct, frozen=True):
    """One thing that happened, when (UTC), and who did it: None is the house itself."""

    id: int
    at: datetime
    actor_id: int | None
    fact: Fact


class Past(msgspec.Struct, frozen=True):
    """Some entries, the newest first, and whether there are older ones."""

    entries: tuple[Entry, ...] = ()
    more: bool = False


async def history_of(
    session: AsyncSession, about: Subject, subject_id: int, before: int, most: int
) -> Past:
    """What happened to it before the fact of that id (0: until now), at most so many entries."""
    return await newest(session, select_entries(before, about.column == subject_id), most)


def select_entries(before: int, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The look-up of facts below that id for which the conditions hold, the newest first."""
    older = (FactRow.id < before,) if before else ()
    found = select(FactRow.id, FactRow.at, FactRow.actor_id, FactRow.body)
    return found.where(*conditions, *older).order_by(FactRow.id.desc())


async def newest(session: AsyncSession, chosen: Select[*tuple[Any, ...]], most: int) -> Past:
    """The first entries that `chosen` finds."""
    return past_of((await session.execute(chosen.limit(most + 1))).all(), most)


def past_of(rows: Sequence[Any], most: int) -> Past:
    """The entries of rows that were fetched with one to spare, which tells of more."""
    return Past(tuple(entry_of(row) for row in rows[:most]), len(rows) > most)


def entry_of(row: Any) -> Entry:
    """The entry of a row of id, time, actor and body."""
    return Entry(row.id, row.at, row.actor_id, decode_fact(row.body))
