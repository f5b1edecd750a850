"""What of a family's was sold, and what it earns her. The customer's person is never told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    BigInteger,
    ColumnElement,
    case,
    false,
    func,
    select,
    true,
    type_coerce,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import FamilyDay
from models.accounting.ledger import due_to, family_earnings
from models.bazaars.bazaars import current_bazaar
from models.hall.receipts import receipt_code
from models.hall.sale_tables import HallReturnLine, HallSale, HallSaleLine
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.paging import Page, page_of
from models.orders.door import REFUSED_PART
from models.orders.states import UNPACKED
from models.orders.tables import Order, OrderLine

IN_HALL = "hall"
"""The state of what was sold across the table: there is nothing to wait for."""


class Sold(msgspec.Struct, frozen=True):
    """How many pieces were sold, and for how much, struck and cancelled ones left out."""

    pieces: int = 0
    amount: Money = NOTHING


class FamilyTotals(msgspec.Struct, frozen=True):
    """A family's sales today, at this bazaar and in all; what is due now; what is on its way.

    `earned` is what was delivered and credited in all; `due` is what of it is not paid out yet.
    """

    today: Sold
    bazaar: Sold
    in_all: Sold
    due: Money
    earned: Money
    on_its_way: Money


class FamilySale(msgspec.Struct, frozen=True):
    """One line of an order, as the family sees it. `at` is when it was ordered (UTC).

    Or a line of a sale in the hall: then `order_number` is its receipt's, `state` is `IN_HALL`, and
    `back` is how many of its pieces came back since.

    `wish` is what the customer asks of her.

    `needed` is the day on which what is made to order goes out, while it is not packed.
    Of struck lines `refused` ones were not taken at the door.
    """

    order_number: str
    name: tuple[str, str]
    label: tuple[str, str]
    quantity: int
    amount: Money
    state: str
    struck: bool
    returned: bool
    at: datetime
    needed: date | None = None
    refused: bool = False
    wish: str = ""
    window: str = ""
    back: int = 0

    @property
    def in_hall(self) -> bool:
        """Whether it was sold across the table."""
        return self.state == IN_HALL


class Key(NamedTuple):
    """A line of an order or of a sale in the hall, by its id."""

    in_hall: bool
    id: int


class HallLine(NamedTuple):
    """A line of a sale in the hall, with its id."""

    line_id: int
    sale: FamilySale


async def family_totals(session: AsyncSession, family_id: int, now: datetime) -> FamilyTotals:
    """The figures of a family at that moment (UTC); a row is read for each day that she sold on."""
    bazaar = await current_bazaar(session, now)
    here = FamilyDay.bazaar_id == bazaar.id if bazaar else false()
    found = await session.execute(
        select(
            *sums_of_days(FamilyDay.day == dubai_day(now)),
            *sums_of_days(here),
            *sums_of_days(true()),
            sum_of(fils(FamilyDay.on_its_way), true()),
        ).where(FamilyDay.family_id == family_id)
    )
    figures = [int(figure) for figure in found.one()]
    return FamilyTotals(
        today=Sold(figures[0], Money(figures[1])),
        bazaar=Sold(figures[2], Money(figures[3])),
        in_all=Sold(figures[4], Money(figures[5])),
        due=await due_to(session, family_id),
        earned=await family_earnings(session, family_id),
        on_its_way=Money(figures[6]),
    )


def sums_of_days(where: ColumnElement[bool]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """The pieces and the fils of the days that fit."""
    return sum_of(FamilyDay.pieces, where), sum_of(fils(FamilyDay.amount), where)


def sum_of(figure: Any, where: ColumnElement[bool]) -> ColumnElement[int]:
    """The sum of the figure, of the days that fit."""
    return func.coalesce(func.sum(case((where, figure), else_=0)), 0)


def fils(amount: Any) -> ColumnElement[Any]:
    """An amount as the plain number that it is stored as."""
    return type_coerce(amount, BigInteger)


async def family_sales(
    session: AsyncSession,
    family_id: int,
    page: int = 0,
    per_page: int = 6,
    *,
    order_id: int | None = None,
) -> Page[FamilySale]:
    """The family's lines, newest first, cancelled and struck ones too; or those of one order.

    What was sold in the hall stands among them by its time.
    """
    keys = await newest_lines(session, family_id, page, per_page + 1, order_id)
    ordered = [key.id for key in keys if not key.in_hall]
    of_hall = [key.id for key in keys if key.in_hall]
    found = {
        Key(False, line.id): sale(line, *of) for line, *of in await of_orders(session, ordered)
    }
    found |= {Key(True, each.line_id): each.sale for each in await of_sales(session, of_hall)}
    return page_of([found[key] for key in keys], lambda line: line, page, per_page)


async def newest_lines(
    session: AsyncSession, family_id: int, page: int, most: int, order_id: int | None
) -> list[Key]:
    """The lines of that page, of orders and of the hall; few more are read than stand before."""
    first = page * (most - 1)
    lines = (
        select(false().label("in_hall"), OrderLine.id, Order.placed_at.label("at"))
        .join(Order, Order.id == OrderLine.order_id)
        .where(OrderLine.family_id == family_id)
        .order_by(OrderLine.id.desc())
        .limit(first + most)
    )
    if order_id is not None:
        rows = await session.execute(lines.where(OrderLine.order_id == order_id).offset(first))
        return [Key(False, row.id) for row in rows.all()[:most]]
    sold = (
        select(true().label("in_hall"), HallSaleLine.id, HallSale.at)
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .where(HallSaleLine.family_id == family_id)
        .order_by(HallSaleLine.id.desc())
        .limit(first + most)
    )
    both = union_all(select(lines.subquery()), select(sold.subquery())).subquery()
    newest = select(both).order_by(both.c.at.desc(), both.c.in_hall, both.c.id.desc())
    rows = await session.execute(newest.limit(most).offset(first))
    return [Key(bool(row.in_hall), row.id) for row in rows]


async def of_orders(session: AsyncSession, ids: Sequence[int]) -> Sequence[Any]:
    """These lines of orders, with what their orders tell of them."""
    if not ids:
        return ()
    rows = await session.execute(
        select(OrderLine, Order.number, Order.state, Order.placed_at, Order.day, Order.window)
        .join(Order, Order.id == OrderLine.order_id)
        .where(OrderLine.id.in_(ids))
    )
    return rows.all()


async def of_sales(session: AsyncSession, ids: Sequence[int]) -> list[HallLine]:
    """These lines of sales in the hall."""
    if not ids:
        return []
    back = select(func.coalesce(func.sum(HallReturnLine.quantity), 0)).where(
        HallReturnLine.line_id == HallSaleLine.id
    )
    rows = await session.execute(
        select(HallSaleLine, HallSale.till_id, HallSale.number, HallSale.at, back.scalar_subquery())
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .where(HallSaleLine.id.in_(ids))
    )
    return [
        HallLine(
            line.id,
            FamilySale(
                order_number=receipt_code(till_id, number),
                name=(line.name_ar, line.name_en),
                label=(line.label_ar, line.label_en),
                quantity=line.quantity,
                amount=line.price * line.quantity,
                state=IN_HALL,
                struck=False,
                returned=int(pieces) == line.quantity,
                at=at,
                back=int(pieces),
            ),
        )
        for line, till_id, number, at, pieces in rows
    ]


def sale(
    line: OrderLine, number: str, state: str, placed_at: datetime, day: date, window: str
) -> FamilySale:
    """A line as the family sees it; an order that has moved to another day needs it on that one."""
    waits = line.making_day is not None and line.struck_at is None and state in UNPACKED
    return FamilySale(
        order_number=number,
        name=(line.name_ar, line.name_en),
        label=(line.label_ar, line.label_en),
        quantity=line.quantity,
        amount=line.price * line.quantity,
        state=state,
        struck=line.struck_at is not None,
        returned=line.returned_at is not None,
        at=placed_at,
        needed=day if waits else None,
        refused=line.struck_reason == REFUSED_PART,
        wish=line.wish,
        window=window,
    )
