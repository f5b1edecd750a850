"""An order's way to the door: accepted, packed, out, and back to the desk when nobody opened."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_day
from models.kernel.facts import OrderAccepted, OrderNotDelivered, OrderOut, OrderPacked, record
from models.kernel.refusals import WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_slots import WindowSlot, check_slot, move_place
from models.orders.states import lock_order, move
from models.orders.tables import Order, OrderState


async def accept(session: AsyncSession, order_id: int, actor_id: int | None, now: datetime) -> None:
    """The desk takes the order on: placed → accepted. Refuses: NotFound, WrongState."""
    await move(session, order_id, [OrderState.placed], OrderState.accepted, now)
    record(session, OrderAccepted(order_id), now, actor_id)


async def pack(session: AsyncSession, order_id: int, actor_id: int | None, now: datetime) -> None:
    """Ready for delivery: accepted → packed. Refuses: NotFound, WrongState."""
    await move(session, order_id, [OrderState.accepted], OrderState.packed, now)
    record(session, OrderPacked(order_id), now, actor_id)


async def send_out(
    session: AsyncSession, order_id: int, actor_id: int | None, now: datetime
) -> None:
    """On its way: packed → out. Refuses: NotFound, WrongState."""
    await move(session, order_id, [OrderState.packed], OrderState.out, now)
    record(session, OrderOut(order_id), now, actor_id)


async def not_delivered(
    session: AsyncSession,
    order_id: int,
    reason: str,
    day: date,
    window: str,
    actor_id: int | None,
    terms: ShopTerms,
    now: datetime,
) -> None:
    """The goods came back: out → packed, for another window that has not begun.

    Its place is taken and the old one given back; what was made stays made. Refuses: NotFound,
    WrongState, NoWindow.
    """
    state = await lock_order(session, order_id)
    if state != OrderState.out:
        raise WrongState(state)
    today = dubai_day(now)
    slot = WindowSlot(day, window)
    days = (today, today + timedelta(days=terms.days_ahead))
    places = check_slot(terms, slot, days, now).places
    row = await session.execute(select(Order.day, Order.window).where(Order.id == order_id))
    await move_place(session, WindowSlot(*row.one()), slot, places)
    moved = {"day": day, "window": window, "reason": reason}
    await move(session, order_id, [OrderState.out], OrderState.packed, now, **moved)
    record(session, OrderNotDelivered(order_id, reason, day, window), now, actor_id)
