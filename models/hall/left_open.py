"""Tills that are open still when the bazaar closes for the day: noted once for each."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import BazaarDay
from models.hall.till_tables import Till, TillState
from models.kernel.acting import Acting
from models.kernel.facts import TillLeftOpen, record


async def note_left_open(acting: Acting) -> int:
    """Note each open till whose bazaar has closed since it was opened; how many those are.

    Called late or twice, or by two processes at once, it does no harm: each is noted once.
    """
    left = (
        select(Till)
        .where(*left_open_at(acting.now))
        .order_by(Till.id)
        .with_for_update(skip_locked=True, of=Till)
        .execution_options(populate_existing=True)
    )
    found = list(await acting.session.scalars(left))
    for till in found:
        till.told_at = acting.now
        record(acting, TillLeftOpen(till.id, till.person_id, till.bazaar_id))
    return len(found)


async def is_any_left_open(session: AsyncSession, now: datetime) -> bool:
    """Whether any till is to be noted at that moment (UTC)."""
    return bool(await session.scalar(select(exists().where(*left_open_at(now)))))


def left_open_at(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions on tills that are open still at `now` (UTC), and of which that is not told."""
    closed_since = exists().where(
        BazaarDay.bazaar_id == Till.bazaar_id,
        BazaarDay.closes_at > Till.opened_at,
        BazaarDay.closes_at <= now,
    )
    not_closed = Till.state != TillState.closed.value  # as its index says it
    return not_closed, Till.state == TillState.open.value, Till.told_at.is_(None), closed_since
