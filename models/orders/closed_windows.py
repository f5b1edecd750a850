"""Open orders whose window the plan has no more: they need another one, and customers choose it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day
from models.kernel.facts import OrderWindowAsked, record
from models.kernel.paging import Page, page_of
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.queries import BRIEF, BRIEF_ROW, OrderBrief, OrderView
from models.orders.run_queries import HAS_CHAT
from models.orders.states import MOVABLE
from models.orders.tables import Order

PLACE = (Order.day, Order.window, Order.emirate, Order.zone)


class ClosedOrders(msgspec.Struct, frozen=True):
    """Open orders that need another window, a page of them, and how many there are in all.

    Of `unasked` the customer was not asked yet; those of `to_call` have no chat to be asked in.
    """

    count: int
    unasked: int
    to_call: int
    page: Page[OrderBrief]


def needs_window(plan: DeliveryPlan, order: OrderView) -> bool:
    """Whether the order is still to go out, in a window that the plan does not have."""
    return order.state in MOVABLE and not plan.serves(order.day, order.window, order.target)


async def in_closed_windows(
    session: AsyncSession, plan: DeliveryPlan, now: datetime
) -> tuple[int, ColumnElement[bool]]:
    """How many open orders from today on lie in a window that the plan does not have; and which."""
    ahead = (Order.state.in_(MOVABLE), Order.day >= dubai_day(now))
    grouped = select(*PLACE, func.count()).where(*ahead).group_by(*PLACE)
    rows: Sequence[Sequence[Any]] = (await session.execute(grouped)).all()
    shut = [row for row in rows if not plan.serves(row[0], row[1], Target(row[2], row[3]))]
    chosen = tuple_(*PLACE).in_([tuple(row[:4]) for row in shut]) & Order.state.in_(MOVABLE)
    return sum(row[4] for row in shut), chosen


async def count_in_closed(session: AsyncSession, plan: DeliveryPlan, now: datetime) -> int:
    """How many open orders need another window."""
    return (await in_closed_windows(session, plan, now))[0]


async def orders_in_closed(
    session: AsyncSession, plan: DeliveryPlan, now: datetime, page: int, per_page: int
) -> ClosedOrders:
    """The orders that need another window, by when they would have gone out."""
    count, chosen = await in_closed_windows(session, plan, now)
    if not count:
        return ClosedOrders(0, 0, 0, Page((), 0, False))
    some = BRIEF.where(chosen).order_by(Order.day, Order.window, Order.id)
    rows = (await session.execute(some.limit(per_page + 1).offset(page * per_page))).all()
    unasked = select(func.count()).where(chosen, HAS_CHAT, Order.window_asked_at.is_(None))
    to_call = select(func.count()).where(chosen, ~HAS_CHAT)
    left, callers = await session.scalar(unasked) or 0, await session.scalar(to_call) or 0
    return ClosedOrders(count, left, callers, page_of(rows, BRIEF_ROW.read, page, per_page))


async def ask_for_windows(acting: Acting, plan: DeliveryPlan) -> int:
    """Ask each customer whose order needs another window, once; out comes how many were asked.

    Whoever has no chat is not among them.
    """
    session = acting.session
    count, chosen = await in_closed_windows(session, plan, acting.now)
    if not count:
        return 0
    unasked = (chosen, HAS_CHAT, Order.window_asked_at.is_(None))
    # Held in the order of their ids, so that two who ask at once do not wait for each other.
    await session.execute(select(Order.id).where(*unasked).order_by(Order.id).with_for_update())
    asked = await session.execute(
        update(Order)
        .where(*unasked)
        .values(window_asked_at=acting.now)
        .returning(Order.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    ids = sorted(asked.scalars())
    for order_id in ids:
        record(acting, OrderWindowAsked(order_id))
    await session.flush()
    return len(ids)
