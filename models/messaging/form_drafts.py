"""Half-filled forms that staff have put aside: the team's, until one is finished or dropped."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id
from models.kernel.paging import Page
from models.kernel.portions import count_rows


class Begun(NamedTuple):
    """The draft that answers were begun in, as it was then; id 0 is none."""

    id: int = 0
    token: str = ""


NEW = Begun()


class FormDraft(Base):
    """A form's answers so far: the state (JSON of a typed value), whose tag is `kind`.

    `token` is another one after each saving, so that two who go on with one draft lose no answers.
    """

    __tablename__ = "form_drafts"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    kind: Mapped[str]
    state: Mapped[str]
    token: Mapped[str]
    saved_at: Mapped[datetime]


async def save_draft(
    session: AsyncSession, kind: str, state: str, now: datetime, begun: Begun = NEW
) -> int:
    """Keep the answers, in the draft that they were `begun` in or in a new one; out comes its id.

    Where somebody has saved or dropped that one since, they are a new one.
    """
    again = update(FormDraft).where(*is_still(begun))
    again = again.values(state=state, token=secrets.token_hex(8), saved_at=now)
    if begun.id and await count_rows(session, again):
        return begun.id
    new = FormDraft(kind=kind, state=state, token=secrets.token_hex(8), saved_at=now)
    session.add(new)
    await session.flush()
    return new.id


def is_still(begun: Begun) -> tuple[ColumnElement[bool], ...]:
    """Whether a draft is that one, and was not saved since."""
    return FormDraft.id == begun.id, FormDraft.token == begun.token


async def draft_of(session: AsyncSession, draft_id: int) -> FormDraft | None:
    """The draft as it is now, if it is there still."""
    return await session.get(FormDraft, draft_id, populate_existing=True)


async def drafts(
    session: AsyncSession, kinds: Collection[str], page: int, per_page: int
) -> Page[FormDraft]:
    """The drafts of these kinds, the one saved last first."""
    of_them = select(FormDraft).where(FormDraft.kind.in_(sorted(kinds)))
    some = of_them.order_by(FormDraft.saved_at.desc(), FormDraft.id.desc())
    rows = list(await session.scalars(some.limit(per_page + 1).offset(page * per_page)))
    return Page(tuple(rows[:per_page]), page, len(rows) > per_page)


async def count_drafts(session: AsyncSession, kinds: Collection[str]) -> int:
    """How many drafts of these kinds there are."""
    counted = select(func.count()).select_from(FormDraft).where(FormDraft.kind.in_(sorted(kinds)))
    return await session.scalar(counted) or 0


async def hold_draft(session: AsyncSession, begun: Begun) -> bool:
    """Whether the draft was not saved or dropped since; nobody else does until the commit."""
    held = select(FormDraft.id).where(*is_still(begun)).with_for_update()
    return await session.scalar(held) is not None


async def drop_draft(session: AsyncSession, draft_id: int) -> None:
    """Forget the draft, whoever saved it last."""
    await session.execute(delete(FormDraft).where(FormDraft.id == draft_id))
