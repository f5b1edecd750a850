"""Notes as they are read: one with its lines, a family's, and those that staff must answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.hall.note_tables import WAITS, GoodsNote, GoodsNoteLine, NoteKind, NoteState
from models.kernel.money import Money
from models.kernel.paging import Page, page_of
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader


class NoteLine(msgspec.Struct, frozen=True):
    """One option on a note, as it was named and priced (fils) then; the columns of the table.

    `change` is below nothing where goods left the shelf; of a count `counted` is what was found.
    """

    option_id: int
    product_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money
    change: int
    counted: int | None

    @property
    def pieces(self) -> int:
        """How many pieces the line is about: what was found of a count, else what moved."""
        return abs(self.change) if self.counted is None else self.counted


class NoteView(msgspec.Struct, frozen=True):
    """A note of a family with its brand; `at` and `said_at` are in UTC.

    `word` is what the family says is wrong, `answer` what staff answered; `reason` is why goods are
    written off. The lines stand in the order of their options.
    """

    id: int
    kind: NoteKind
    family_id: int
    brand_ar: str
    brand_en: str
    reason: str
    at: datetime
    actor_id: int | None
    state: NoteState
    said_at: datetime | None
    word: str
    answer: str
    lines: tuple[NoteLine, ...] = ()

    @property
    def pieces(self) -> int:
        """How many pieces the note is about."""
        return sum(line.pieces for line in self.lines)


class NoteBrief(msgspec.Struct, frozen=True):
    """A note in a list: how many things are on it, and by how many pieces the shelf changed."""

    id: int
    kind: NoteKind
    family_id: int
    brand_ar: str
    brand_en: str
    at: datetime
    state: NoteState
    things: int
    change: int


class WaitingNotes(msgspec.Struct, frozen=True):
    """How many notes wait: `unconfirmed` for their families, `disputed` for an answer of staff."""

    unconfirmed: int
    disputed: int


LINE = RowReader(
    NoteLine,
    **{name: getattr(GoodsNoteLine, name) for name in NoteLine.__struct_fields__},
)
NOTE = RowReader(
    NoteView,
    ("kind", "state", "lines"),
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    **{
        name: getattr(GoodsNote, name)
        for name in ("id", "family_id", "reason", "at", "actor_id", "said_at", "word", "answer")
    },
)
OF_NOTE = GoodsNoteLine.note_id == GoodsNote.id
BRIEF = RowReader(
    NoteBrief,
    ("kind", "state"),
    id=GoodsNote.id,
    family_id=GoodsNote.family_id,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    at=GoodsNote.at,
    things=select(func.count()).where(OF_NOTE).scalar_subquery(),
    change=select(func.coalesce(func.sum(GoodsNoteLine.change), 0))
    .where(OF_NOTE)
    .scalar_subquery(),
)


async def note(session: AsyncSession, note_id: int) -> NoteView:
    """One note with its lines. Refuses: NotFound."""
    chosen = select(*NOTE.columns, GoodsNote.kind, GoodsNote.state)
    chosen = chosen.join(Family, Family.id == GoodsNote.family_id).where(GoodsNote.id == note_id)
    row: Sequence[Any] | None = (await session.execute(chosen)).first()
    if row is None:
        raise NotFound("note")
    lines = await session.execute(
        select(*LINE.columns)
        .where(GoodsNoteLine.note_id == note_id)
        .order_by(GoodsNoteLine.option_id)
    )
    return NOTE.read(
        row,
        kind=NoteKind(row[-2]),
        state=NoteState(row[-1]),
        lines=tuple(LINE.read(line) for line in lines),
    )


async def notes_of(
    session: AsyncSession, family_id: int, page: int = 0, per_page: int = 8
) -> Page[NoteBrief]:
    """The family's notes, the newest first."""
    return await list_notes(session, GoodsNote.family_id == family_id, page, per_page)


async def notes_in(
    session: AsyncSession, state: NoteState | None = None, page: int = 0, per_page: int = 8
) -> Page[NoteBrief]:
    """The notes of all families, or those alone that are in that state, the newest first."""
    which = GoodsNote.id > 0 if state is None else GoodsNote.state == state.value
    return await list_notes(session, which, page, per_page)


async def list_notes(
    session: AsyncSession, which: ColumnElement[bool], page: int, per_page: int
) -> Page[NoteBrief]:
    """A page of such notes."""
    chosen = select(*BRIEF.columns, GoodsNote.kind, GoodsNote.state)
    rows = await session.execute(
        chosen.join(Family, Family.id == GoodsNote.family_id)
        .where(which)
        .order_by(GoodsNote.id.desc())
        .limit(per_page + 1)
        .offset(page * per_page)
    )
    return page_of(rows.all(), brief, page, per_page)


def brief(row: Sequence[Any]) -> NoteBrief:
    """The note of a row of the list."""
    return BRIEF.read(row, kind=NoteKind(row[-2]), state=NoteState(row[-1]))


async def count_waiting(session: AsyncSession) -> WaitingNotes:
    """How many notes wait for an answer."""
    counted = select(GoodsNote.state, func.count()).where(text(WAITS)).group_by(GoodsNote.state)
    found = {row[0]: row[1] for row in await session.execute(counted)}
    return WaitingNotes(found.get(NoteState.open, 0), found.get(NoteState.disputed, 0))
