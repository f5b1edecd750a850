"""Lists of orders for staff: of one state, by when they go out; read by an index, page by page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, and_, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_day
from models.orders.lateness import passed_at
from models.orders.queries import BRIEF, BRIEF_ROW, OrderBrief
from models.orders.run_queries import IN_A_RUN, not_with_another
from models.orders.states import OPEN
from models.orders.tables import AT_HALL, Order


class Due(StrEnum):
    """When the orders of a list go out; the values are kept in buttons."""

    all = ""
    late = "late"
    today = "today"
    tomorrow = "tomorrow"


class OrderList(msgspec.Struct, frozen=True):
    """Which orders: their state, when they are due, and for whom.

    With `courier_id` those are left out that another courier has in a run, or that are fetched at
    the hall; of `loose` ones all that are in a run or fetched.
    """

    state: str
    due: Due = Due.all
    courier_id: int = 0
    loose: bool = False


class OrderPage(msgspec.Struct, frozen=True):
    """Some orders of a list, and whether there are others before and after them."""

    items: tuple[OrderBrief, ...]
    before: bool = False
    after: bool = False


KEY = (Order.day, Order.window, Order.id)


async def orders_listed(
    session: AsyncSession, listed: OrderList, now: datetime, per_page: int, edge: int = 0
) -> OrderPage:
    """A page of the list: open orders by when they go out, closed ones the newest day first.

    `edge` is where it begins: after the order of that id, before it where it is negative, and at
    the first one with 0, or where that order is not there.
    """
    key = await key_of(session, abs(edge))
    back = edge < 0 and key is not None
    forward = listed.state in OPEN
    up = forward != back
    chosen = BRIEF.where(*conditions(listed, now))
    if key is not None:
        chosen = chosen.where(tuple_(*KEY) > key if up else tuple_(*KEY) < key)
    ordered = chosen.order_by(*(column.asc() if up else column.desc() for column in KEY))
    rows = await some(session, ordered, per_page + 1)
    items, more = rows[:per_page], len(rows) > per_page
    if back:
        items.reverse()
    return OrderPage(
        tuple(items), before=more if back else key is not None, after=True if back else more
    )


async def key_of(session: AsyncSession, order_id: int) -> Any:
    """Where the order stands in a list; None without it."""
    if not order_id:
        return None
    found = (await session.execute(select(*KEY).where(Order.id == order_id))).first()
    return None if found is None else tuple_(*found)


async def some(
    session: AsyncSession, chosen: Select[*tuple[Any, ...]], most: int
) -> list[OrderBrief]:
    """The first of the chosen orders."""
    rows: Sequence[Sequence[Any]] = (await session.execute(chosen.limit(most))).all()
    return [BRIEF_ROW.read(row) for row in rows]


def conditions(listed: OrderList, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """What holds for the orders of the list."""
    reach = not_with_another(listed.courier_id) if listed.courier_id else true()
    loose = and_(~IN_A_RUN, ~AT_HALL) if listed.loose else true()
    return (Order.state == listed.state, due_then(listed.due, now), reach, loose)


def due_then(due: Due, now: datetime) -> ColumnElement[bool]:
    """The condition on orders that they are due then, at `now` (UTC)."""
    today = dubai_day(now)
    match due:
        case Due.late:
            return passed_at(now)
        case Due.today:
            return Order.day == today
        case Due.tomorrow:
            return Order.day == today + timedelta(days=1)
        case Due.all:
            return true()
