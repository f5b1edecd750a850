"""Striking a line, or pieces of it: they are missing, and the rest of the order goes on."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import msgspec
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_back
from models.kernel.acting import Acting
from models.kernel.facts import LineStruck, record
from models.kernel.money import Money
from models.kernel.refusals import LastLine, NotFound, WrongState
from models.orders.pricing import amounts_left
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.states import STRIKABLE
from models.orders.tables import Order, OrderLine
from models.orders.transitions import lock_order
from models.products.production import release
from models.products.stock import Take, write_off


async def strike_line(
    acting: Acting, order_id: int, line_id: int, reason: str, pieces: int | None = None
) -> None:
    """Take the line, or so many `pieces` of it, out of an order that has not gone out yet.

    What is to be paid is less by them. They are missing, so they do not come back to the shelf:
    stock that returned on paper is counted away again. Making places are given back. Refuses:
    NotFound (also for more pieces than there are), WrongState, LastLine when nothing would be left.
    """
    session = acting.session
    # Two who strike the last two lines at once must not both find another one left.
    state = await lock_order(session, order_id)
    if state not in STRIKABLE:
        raise WrongState(state)
    order = await order_for_staff(session, order_id)
    live = order.live_lines
    line = next((line for line in live if line.id == line_id), None)
    if line is None:
        raise NotFound("line")
    missing = line.quantity if pieces is None else pieces
    if not 0 < missing <= line.quantity:
        raise NotFound("pieces")
    if len(live) == 1 and missing == line.quantity:
        raise LastLine
    struck_id = await take_out(session, order_id, line, missing, Struck(reason, acting.now))
    now = await lessen(session, order, line_id, missing)
    told = LineStruck(order_id, struck_id, reason, line.product_id, order.total, now)
    record(acting, told)
    if line.making_day is not None:
        await release(session, line.product_id, line.making_day, missing)
    else:
        await write_off(acting, Take(line.option_id, missing), order_id)
    taken_out = msgspec.structs.replace(line, quantity=missing)
    await count_back(session, Ordered(order.placed_at, order.bazaar_id), [taken_out])


class Struck(NamedTuple):
    """Why a line is struck, and when (UTC)."""

    reason: str
    at: datetime


async def take_out(
    session: AsyncSession, order_id: int, line: OrderLineView, missing: int, struck: Struck
) -> int:
    """Mark so many pieces; out comes the struck line's id."""
    struck_id = line.id
    if missing < line.quantity:
        struck_id = await split_off(session, order_id, line, missing)
    await session.execute(
        update(OrderLine)
        .where(OrderLine.id == struck_id, OrderLine.struck_at.is_(None))
        .values(struck_at=struck.at, struck_reason=struck.reason)
    )
    return struck_id


async def lessen(session: AsyncSession, order: OrderView, line_id: int, missing: int) -> Money:
    """Let the order, which is locked, cost what its lines cost without so many pieces of one.

    Out comes its new total.
    """
    kept = [(line, line.quantity - missing * (line.id == line_id)) for line in order.live_lines]
    left = [msgspec.structs.replace(line, quantity=pieces) for line, pieces in kept if pieces]
    amounts = amounts_left(order.amounts, left)
    await session.execute(update(Order).where(Order.id == order.id).values(**amounts.columns))
    return amounts.total


async def split_off(session: AsyncSession, order_id: int, line: OrderLineView, pieces: int) -> int:
    """Make a line of its own of so many pieces; out comes its id."""
    await session.execute(
        update(OrderLine)
        .where(OrderLine.id == line.id)
        .values(quantity=OrderLine.quantity - pieces)
    )
    apart = OrderLine(
        order_id=order_id,
        option_id=line.option_id,
        product_id=line.product_id,
        family_id=line.family_id,
        name_ar=line.name_ar,
        name_en=line.name_en,
        label_ar=line.label_ar,
        label_en=line.label_en,
        price=line.price,
        quantity=pieces,
        making_day=line.making_day,
        wish=line.wish,
    )
    session.add(apart)
    await session.flush()
    return apart.id
