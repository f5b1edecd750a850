"""Striking a line: a thing turned out to be missing, and the rest of the order goes on."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.errors import LastLine, NotFound, WrongState
from models.facts import LineStruck, record
from models.making import release
from models.moving import lock_order
from models.order_book import OrderLineView, order_for_staff
from models.orders import Order, OrderLine, OrderState
from models.stock import Take, write_off

STRIKABLE = (OrderState.placed, OrderState.accepted, OrderState.packed)


async def strike_line(
    session: AsyncSession,
    order_id: int,
    line_id: int,
    reason: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Take the line out of an order that has not gone out yet, and out of what is to be paid.

    The thing is missing, so it does not come back to the shelf: stock that returned on paper is
    counted away again. A making place is given back. Refuses: NotFound, WrongState, LastLine.
    """
    # Two who strike the last two lines at once must not both find another one left.
    state = await lock_order(session, order_id)
    if state not in STRIKABLE:
        raise WrongState(state)
    live = (await order_for_staff(session, order_id)).live_lines
    line = next((line for line in live if line.id == line_id), None)
    if line is None:
        raise NotFound("line")
    if len(live) == 1:
        raise LastLine
    await take_out(session, order_id, line, reason, now)
    if line.making_day is not None:
        await release(session, line.product_id, line.making_day, line.quantity)
    else:
        await write_off(session, Take(line.option_id, line.quantity), order_id, actor_id, now)
    record(session, LineStruck(order_id, line_id, reason), now, actor_id)


async def take_out(
    session: AsyncSession, order_id: int, line: OrderLineView, reason: str, now: datetime
) -> None:
    """Mark the line, and lessen the order's sums by it."""
    await session.execute(
        update(OrderLine)
        .where(OrderLine.id == line.id, OrderLine.struck_at.is_(None))
        .values(struck_at=now, struck_reason=reason)
    )
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(items=Order.items - line.amount, total=Order.total - line.amount)
    )
