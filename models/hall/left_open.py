"""Tills that are open still when the bazaar closes for the day: noted once for each."""

from __future__ import annotations

from sqlalchemy import exists, select

from models.bazaars.bazaars import BazaarDay
from models.hall.till_tables import Till, TillState
from models.kernel.acting import Acting
from models.kernel.facts import TillLeftOpen, record


async def note_left_open(acting: Acting) -> int:
    """Note each open till whose bazaar has closed since it was opened; how many those are.

    Called late or twice, or by two processes at once, it does no harm: each is noted once.
    """
    closed_since = exists().where(
        BazaarDay.bazaar_id == Till.bazaar_id,
        BazaarDay.closes_at > Till.opened_at,
        BazaarDay.closes_at <= acting.now,
    )
    left = (
        select(Till)
        .where(
            Till.state != TillState.closed.value,  # as its index says it
            Till.state == TillState.open.value,
            Till.told_at.is_(None),
            closed_since,
        )
        .order_by(Till.id)
        .with_for_update(skip_locked=True, of=Till)
        .execution_options(populate_existing=True)
    )
    found = list(await acting.session.scalars(left))
    for till in found:
        till.told_at = acting.now
        record(acting, TillLeftOpen(till.id, till.person_id, till.bazaar_id))
    return len(found)
