"""Another window for an order that is not on its way."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
from sqlalchemy import update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import OrderRescheduled, record
from models.kernel.refusals import WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_slots import WindowSlot, check_slot, free_windows, move_place
from models.orders.queries import OrderView, order_for_staff
from models.orders.runs import take_out
from models.orders.states import OPEN, UNPACKED, OrderState
from models.orders.tables import Order
from models.orders.transitions import lock_order

MOVABLE = tuple(state for state in OPEN if state != OrderState.out)


async def reschedule(acting: Acting, order_id: int, slot: WindowSlot, terms: ShopTerms) -> None:
    """Let an order that has not gone out go in that window, which has not begun.

    The new place is taken and the old one given back; the window it has already changes nothing.
    What is made still waits for its making day, and a courier's run that it was in goes without it.
    Whether the actor may is the caller's to ask. Refuses: NotFound, WrongState, NoWindow.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state not in MOVABLE:
        raise WrongState(state)
    order = await order_for_staff(session, order_id)
    before = WindowSlot(order.day, order.window)
    if (slot.day, slot.window) == (before.day, before.window):
        return
    first = first_day(order, terms, dubai_day(acting.now))
    days = (first, first + timedelta(days=terms.days_ahead))
    places = check_slot(terms, slot, days, acting.now).places
    await take_out(acting, order_id)
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(day=slot.day, window=slot.window)
        .execution_options(synchronize_session=BY_ROW)
    )
    record(acting, OrderRescheduled(order_id, slot.day, slot.window))
    await session.flush()
    await move_place(session, before, slot, places)


def first_day(order: OrderView, terms: ShopTerms, today: date) -> date:
    """The first day on which the order could go out: what it needs is packed, or made by then."""
    if order.state not in UNPACKED:
        return today
    made = (line.making_day for line in order.live_lines if line.making_day is not None)
    return max([today + timedelta(days=terms.lead_days), *made])


async def other_windows(
    acting: Acting, order: OrderView, terms: ShopTerms, most: int
) -> list[WindowSlot]:
    """The free windows that the order could be moved to, its own left out."""
    today = dubai_day(acting.now)
    lead = (first_day(order, terms, today) - today).days
    at_once = msgspec.structs.replace(terms, lead_days=0)
    slots = await free_windows(acting.session, at_once, lead, acting.now, most + 1)
    own = (order.day, order.window)
    return [slot for slot in slots if (slot.day, slot.window) != own][:most]
