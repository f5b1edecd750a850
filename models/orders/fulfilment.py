"""An order's way to the door: accepted, packed, out, and back to the desk when nobody opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, cast

from sqlalchemy import select

from models.kernel.acting import Acting
from models.kernel.calendar import dubai_day
from models.kernel.facts import Fact, OrderNotDelivered
from models.kernel.refusals import NotFound, WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_slots import WindowSlot, check_slot, move_place
from models.orders.states import ONWARD, OrderState, sources
from models.orders.tables import Order
from models.orders.transitions import lock_order, move


async def advance(acting: Acting, order_id: int, to: OrderState) -> None:
    """Move the order one tap onward, to `to`: accepted, packed or out.

    Refuses: NotFound (also for a state that no single tap leads to), WrongState.
    """
    if to not in ONWARD:
        raise NotFound("state")
    # The table holds that these facts ask for nothing but the order.
    tell = cast(Callable[[int], Fact], ONWARD[to].fact)
    await move(acting, order_id, tell(order_id))


async def not_delivered(
    acting: Acting, order_id: int, reason: str, day: date, window: str, terms: ShopTerms
) -> None:
    """The goods came back: out → packed, for another window that has not begun.

    Its place is taken and the old one given back; what was made stays made. Refuses: NotFound,
    WrongState, NoWindow.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state not in sources(OrderNotDelivered):
        raise WrongState(state)
    today = dubai_day(acting.now)
    slot = WindowSlot(day, window)
    days = (today, today + timedelta(days=terms.days_ahead))
    places = check_slot(terms, slot, days, acting.now).places
    row = await session.execute(select(Order.day, Order.window).where(Order.id == order_id))
    before = WindowSlot(*row.one())
    moved: dict[str, Any] = {"day": day, "window": window, "reason": reason}
    told = OrderNotDelivered(order_id, reason, day, window)
    await move(acting, order_id, told, **moved)
    await session.flush()
    await move_place(session, before, slot, places)
