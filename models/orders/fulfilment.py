"""An order's way to the door: accepted, packed, out, and back to the desk when nobody opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple, cast

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import Fact, OrderNotDelivered
from models.kernel.refusals import ContentsChanged, NotFound, NoWindow, OnHold, WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.contents import contents_of
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.delivery_slots import WindowSlot, check_slot, free_windows, move_place
from models.orders.queries import OrderView, order_for_staff
from models.orders.saved_plan import hold_plan, plan_now
from models.orders.states import ONWARD, OrderState, sources
from models.orders.stops import mark_coming
from models.orders.tables import Order
from models.orders.transitions import lock_order, move

NOBODY_THERE, WRONG_ADDRESS, LATER = "nobody", "address", "later"
READDRESSED = "readdressed"
"""Reasons for a failed delivery; READDRESSED is that of a wrong address that was put right."""
ASKED_AGAIN = (NOBODY_THERE, WRONG_ADDRESS, READDRESSED)
OFFERED = 4


class Advanced(NamedTuple):
    """The orders that were moved together, and those that stay where they are.

    `left` had moved on meanwhile, or wait for a manager's yes; `changed` hold other things by now
    than were seen.
    """

    moved: list[int]
    left: list[int]
    changed: list[int]


def came_back(order: OrderView) -> bool:
    """Whether the order came back from the door for a reason that its customer may mend."""
    return order.state == OrderState.packed and order.reason in ASKED_AGAIN


def awaits_address(order: OrderView) -> bool:
    """Whether the order came back since its address was wrong, and the right one is awaited."""
    return order.state == OrderState.packed and order.reason == WRONG_ADDRESS


async def advance(acting: Acting, order_id: int, to: OrderState, seen: str = "") -> None:
    """Move the order one tap onward, to `to`: accepted, packed or out.

    It is packed as it was `seen` (`contents_of`; empty where nobody looked). Refuses: NotFound
    (also for a state that no single tap leads to), WrongState, OnHold, ContentsChanged.
    """
    if to not in ONWARD:
        raise NotFound("state")
    if to == OrderState.packed and seen:
        await require_contents(acting.session, order_id, seen)
    if to == OrderState.accepted and await is_on_hold(acting.session, order_id):
        raise OnHold
    # The table holds that these facts ask for nothing but the order.
    tell = cast(Callable[[int], Fact], ONWARD[to].fact)
    await move(acting, order_id, tell(order_id))
    if to == OrderState.out:
        await mark_coming(acting, order_id)  # the customer hears of it by that move


async def require_contents(session: AsyncSession, order_id: int, seen: str) -> None:
    """Refuse (ContentsChanged) an order that holds other things; it stays so until the commit."""
    await lock_order(session, order_id)
    if contents_of(await order_for_staff(session, order_id)) != seen:
        raise ContentsChanged


async def advance_all(acting: Acting, orders: Mapping[int, str], to: OrderState) -> Advanced:
    """Move each of the orders one tap onward, as it was seen (see `advance`).

    Refuses: NotFound for a state that no single tap leads to.
    """
    done = Advanced([], [], [])
    for order_id, seen in sorted(orders.items()):
        try:
            await advance(acting, order_id, to, seen)
            done.moved.append(order_id)
        except ContentsChanged:
            done.changed.append(order_id)
        except (WrongState, OnHold):
            done.left.append(order_id)
    return done


async def free_for_packed(
    session: AsyncSession, plan: DeliveryPlan, now: datetime, most: int, to: Target
) -> list[WindowSlot]:
    """The next windows there with room for what is packed, today's too: nothing is to be made."""
    return await free_windows(session, plan.at_once(), 0, now, most, to)


async def send_back(acting: Acting, order_id: int, reason: str, terms: ShopTerms) -> None:
    """out → packed, for the next free window, until the customer or the desk chooses another.

    Refuses: NotFound, WrongState, and NoWindow where none is free: then the order stays out.
    """
    to = (await order_for_staff(acting.session, order_id)).target
    plan = await plan_now(acting.session, terms)
    free = await free_for_packed(acting.session, plan, acting.now, 1 + OFFERED, to)
    if not free:
        raise NoWindow
    first, *others = free
    await not_delivered(acting, order_id, reason, first.day, first.window, terms, others)


async def is_on_hold(session: AsyncSession, order_id: int) -> bool:
    """Whether the order waits for a manager's yes, and will until the transaction ends.

    One that grows at this moment may come to wait for it.
    """
    asked = select(Order.on_hold).where(Order.id == order_id)
    return bool(await session.scalar(asked.with_for_update(key_share=True)))


async def not_delivered(
    acting: Acting,
    order_id: int,
    reason: str,
    day: date,
    window: str,
    terms: ShopTerms,
    offered: Sequence[WindowSlot] = (),
) -> None:
    """The goods came back: out → packed, for another window that has not begun.

    Its place is taken and the old one given back; what was made stays made. Of `offered` ones the
    customer may choose. Refuses: NotFound, WrongState, NoWindow.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state not in sources(OrderNotDelivered):
        raise WrongState(state)
    order = await order_for_staff(session, order_id)
    plan = (await hold_plan(session, terms)).at_once()
    slot = WindowSlot(day, window)
    places = check_slot(plan, slot, 0, acting.now, order.target).places
    moved: dict[str, Any] = {"day": day, "window": window, "reason": reason}
    moved["window_asked_at"] = None
    others = tuple((other.day, other.window) for other in offered)
    told = OrderNotDelivered(order_id, reason, day, window, others, order.day, order.window)
    await move(acting, order_id, told, **moved)
    await session.flush()
    await move_place(session, WindowSlot(order.day, order.window), slot, places, order.target)
