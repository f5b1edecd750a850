"""An order gets another window until it is out: its place moves, and the day of its making."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import OrderRescheduled, record
from models.kernel.refusals import WrongState
from models.kernel.shop_terms import ShopTerms
from models.orders.delivery_plan import DeliveryPlan
from models.orders.delivery_slots import WindowSlot, check_slot, free_windows, move_place
from models.orders.fulfilment import came_back
from models.orders.lateness import has_passed
from models.orders.queries import OrderLineView, OrderView, order_for_staff, order_of
from models.orders.runs import take_out
from models.orders.saved_plan import hold_plan
from models.orders.states import MOVABLE, UNPACKED
from models.orders.tables import Order, OrderLine
from models.orders.transitions import lock_order
from models.products.production import Promise, Wanted, full_days, promise_all, release
from models.products.tables import Product


class Making(NamedTuple):
    """What of an order is still to be made for its day, by product, and how long the slowest takes.

    Once it is packed nothing is.
    """

    promises: tuple[Promise, ...] = ()
    lead_days: int = 0

    @property
    def wanted(self) -> Sequence[Wanted]:
        """The same, to look for days with room."""
        return [Wanted(each.product_id, each.quantity, each.daily_most) for each in self.promises]


def is_asked(order: OrderView) -> bool:
    """Whether the order's window was closed, and its customer is to choose another one."""
    return order.window_asked_at is not None and order.state in MOVABLE


def wants_window(order: OrderView, now: datetime) -> bool:
    """Whether another window is looked for: it was closed, or passed, or the order came back."""
    passed = order.state in MOVABLE and has_passed(order.day, order.window, now)
    return is_asked(order) or passed or came_back(order)


def may_choose_window(order: OrderView, now: datetime) -> bool:
    """Whether the customer may choose another window: until the order is packed, or needs one."""
    return order.state in UNPACKED or wants_window(order, now)


def is_where(order: OrderView, moved: OrderRescheduled) -> bool:
    """Whether the order is still in the window that it was moved to: else the next fact tells."""
    return (order.day, order.window) == (moved.day, moved.window)


async def reschedule_by_customer(
    acting: Acting, order_id: int, slot: WindowSlot, terms: ShopTerms
) -> None:
    """The customer chooses another window.

    Refuses: NotFound (not theirs too), WrongState (no window is to be chosen, as once it is out),
    NoWindow, MakingFull.
    """
    await order_of(acting.session, acting.person_id, order_id)
    await lock_order(acting.session, order_id)
    order = await order_for_staff(acting.session, order_id)
    if not may_choose_window(order, acting.now):
        raise WrongState(order.state)
    await reschedule(acting, order_id, slot, terms)


async def reschedule(acting: Acting, order_id: int, slot: WindowSlot, terms: ShopTerms) -> None:
    """Give the order that window: its place is taken, and what is to be made is made for that day.

    A courier's run that it was in goes without it. Let it be the last thing of the transaction.
    Refuses: NotFound, WrongState (out or closed), NoWindow, MakingFull.
    """
    session = acting.session
    state = await lock_order(session, order_id)
    if state not in MOVABLE:
        raise WrongState(state)
    order = await order_for_staff(session, order_id)
    plan, making = await hold_plan(session, terms), await making_of(session, order)
    before = WindowSlot(order.day, order.window)
    lead = lead_of(plan, order, making, acting.now)
    window = check_slot(plan.at_once(), slot, lead, acting.now, order.target)
    stays = (slot.day, slot.window) == (before.day, before.window)
    if not stays:
        await take_out(acting, order_id)
    await session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(day=slot.day, window=slot.window, window_asked_at=None)
        .execution_options(synchronize_session=BY_ROW)
    )
    if stays:
        return
    record(acting, OrderRescheduled(order_id, slot.day, slot.window, before.day, before.window))
    await session.flush()
    await move_making(session, order, making, slot.day)
    await move_place(session, before, slot, window.places, order.target)


async def windows_for(
    session: AsyncSession, order: OrderView, plan: DeliveryPlan, now: datetime, most: int
) -> list[WindowSlot]:
    """The next windows that the order can be moved to, without the one that it has."""
    making = await making_of(session, order)
    lead = lead_of(plan, order, making, now)
    free = await free_windows(session, plan.at_once(), lead, now, most + 1, order.target)
    full: set[date] = set()
    if free and making.promises:
        full = await full_days(session, making.wanted, free[0].day, free[-1].day) - {order.day}
    kept = (order.day, order.window)
    open_to_it = (slot for slot in free if slot.day not in full)
    return [slot for slot in open_to_it if (slot.day, slot.window) != kept][:most]


def lead_of(plan: DeliveryPlan, order: OrderView, making: Making, now: datetime) -> int:
    """The days before the earliest window that it can be moved to.

    What is packed can go out at once. Else it takes as long as a new order, but is never needed
    earlier than the day that it was ordered for.
    """
    if order.state not in UNPACKED:
        return 0
    ordered_for = (order.day - dubai_day(now)).days
    return max(0, min(plan.lead_to(order.target, making.lead_days), ordered_for))


async def making_of(session: AsyncSession, order: OrderView) -> Making:
    """What of the order is still to be made."""
    pieces = made_pieces(order.live_lines) if order.state in UNPACKED else []
    if not pieces:
        return Making()
    chosen = select(Product.id, Product.daily_most, Product.lead_days)
    rows = await session.execute(chosen.where(Product.id.in_([each[0] for each in pieces])))
    products = {row[0]: (row[1], row[2]) for row in rows}
    option = {line.product_id: line.option_id for line in order.live_lines}
    promises = tuple(
        Promise(product, option[product], quantity, products[product][0])
        for product, quantity in by_product(pieces).items()
    )
    return Making(promises, max(lead for _most, lead in products.values()))


async def move_making(session: AsyncSession, order: OrderView, making: Making, day: date) -> None:
    """Promise for that day what is still to be made, and take the old promises back.

    The earlier day comes first: two orders that change days would wait for each other.
    """
    made = made_pieces(order.live_lines) if making.promises else []
    moved = [piece for piece in made if piece[1] != day]
    if not moved:
        return
    await session.execute(
        update(OrderLine)
        .where(OrderLine.order_id == order.id, OrderLine.making_day.is_not(None))
        .values(making_day=day)
        .execution_options(synchronize_session=BY_ROW)
    )
    wanted = by_product(moved)
    known = (promise for promise in making.promises if promise.product_id in wanted)
    promises = [promise._replace(quantity=wanted[promise.product_id]) for promise in known]
    for on in sorted({day, *(was for _product, was, _quantity in moved)}):
        if on == day:
            await promise_all(session, day, promises)
        for product, was, quantity in moved:
            if was == on:
                await release(session, product, was, quantity)


def by_product(pieces: Iterable[tuple[int, date, int]]) -> dict[int, int]:
    """How many of the pieces are of each product, whatever their day."""
    held: dict[int, int] = {}
    for product, _day, quantity in pieces:
        held[product] = held.get(product, 0) + quantity
    return held


def made_pieces(lines: tuple[OrderLineView, ...]) -> list[tuple[int, date, int]]:
    """What of the lines is made to order: products by their ids, their day, how many."""
    held: dict[tuple[int, date], int] = {}
    for line in lines:
        if line.making_day is not None:
            key = (line.product_id, line.making_day)
            held[key] = held.get(key, 0) + line.quantity
    return [(*key, quantity) for key, quantity in sorted(held.items())]
