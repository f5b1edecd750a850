"""Who carries an order that is out: whose run it is in, else whoever sent it out alone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import SELDOM, FactRow, RunPassed, tag_of
from models.orders.run_tables import Run, RunStop


async def carrier(session: AsyncSession, out: FactRow) -> int | None:
    """Who had the order on the way that began with the fact `out`; None where nobody is known.

    A run may have passed to another courier since then, and the desk may have sent out what is in
    a courier's run.
    """
    chosen = select(RunStop.ended_at, Run.id, Run.person_id).join(Run, Run.id == RunStop.run_id)
    of_order = chosen.where(RunStop.order_id == out.order_id).order_by(RunStop.id.desc())
    stop = (await session.execute(of_order.limit(1))).first()
    if stop is None or (stop.ended_at is not None and stop.ended_at < out.at):
        return out.actor_id
    if stop.ended_at is None:
        return int(stop.person_id)
    return await courier_then(session, stop.id, stop.ended_at) or int(stop.person_id)


async def courier_then(session: AsyncSession, run_id: int, at: datetime) -> int | None:
    """Whose run it was at that moment (UTC), where it has passed on since; None where not."""
    later = select(FactRow).where(FactRow.kind == tag_of(RunPassed), text(SELDOM), FactRow.at > at)
    for row in await session.scalars(later.order_by(FactRow.id)):
        if isinstance(row.fact, RunPassed) and row.fact.run_id == run_id:
            return row.fact.was
    return None
