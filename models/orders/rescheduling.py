"""Another window for an order that is not on its way."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import OrderRescheduled, record
from models.kernel.refusals import WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_slots import WindowSlot, check_slot, move_place
from models.orders.states import OPEN, UNPACKED, OrderState
from models.orders.tables import Order, OrderLine
from models.orders.transitions import lock_order

MOVABLE = tuple(state for state in OPEN if state != OrderState.out)


async def reschedule(acting: Acting, order_id: int, slot: WindowSlot, terms: ShopTerms) -> None:
    """Let an order that has not gone out go in that window, which has not begun.

    The new place is taken and the old one given back; the window it has already changes nothing.
    What is made still waits for its making day. Whether the actor may is the caller's to ask.
    Refuses: NotFound, WrongState, NoWindow.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state not in MOVABLE:
        raise WrongState(state)
    row = await session.execute(select(Order.day, Order.window).where(Order.id == order_id))
    before = WindowSlot(*row.one())
    if (slot.day, slot.window) == (before.day, before.window):
        return
    today = dubai_day(acting.now)
    first, last = today, today + timedelta(days=terms.days_ahead)
    if state in UNPACKED and (made := await making_day(session, order_id)):
        first, last = max(first, made), max(last, made + timedelta(days=terms.days_ahead))
    places = check_slot(terms, slot, (first, last), acting.now).places
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(day=slot.day, window=slot.window)
        .execution_options(synchronize_session=BY_ROW)
    )
    record(acting, OrderRescheduled(order_id, slot.day, slot.window))
    await session.flush()
    await move_place(session, before, slot, places)


async def making_day(session: AsyncSession, order_id: int) -> date | None:
    """The last day for which something of the order is promised; None where nothing is made."""
    promised = select(func.max(OrderLine.making_day)).where(
        OrderLine.order_id == order_id, OrderLine.struck_at.is_(None)
    )
    day: date | None = await session.scalar(promised)
    return day
