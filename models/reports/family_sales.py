"""What of a family's was sold, and what it earns her. The customer's person is never told."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import msgspec
from sqlalchemy import BigInteger, ColumnElement, case, false, func, select, true, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import FamilyDay
from models.accounting.ledger import due_to, family_earnings
from models.bazaars.bazaars import current_bazaar
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.paging import Page, page_of
from models.orders.door import REFUSED_PART
from models.orders.states import UNPACKED
from models.orders.tables import Order, OrderLine


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
    """The family's lines, newest first, cancelled and struck ones too; or those of one order."""
    of_order = true() if order_id is None else OrderLine.order_id == order_id
    rows = await session.execute(
        select(OrderLine, Order.number, Order.state, Order.placed_at, Order.day, Order.window)
        .join(Order, Order.id == OrderLine.order_id)
        .where(OrderLine.family_id == family_id, of_order)
        .order_by(OrderLine.id.desc())
        .limit(per_page + 1)
        .offset(page * per_page)
    )
    return page_of(rows.all(), lambda row: sale(*row), page, per_page)


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
