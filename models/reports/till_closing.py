"""The closing of a till: what was sold and came back, what was moved, and what was counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import CashHandover, HandoverState
from models.hall.sale_tables import HallReturn, HallReturnLine, HallSale, HallSaleLine
from models.hall.till_tables import Till, TillMovement
from models.hall.tills import TillView, cash_in, till
from models.kernel.money import NOTHING, Money, plain
from models.products.tables import Package, Product

STANDS = (HandoverState.open.value, HandoverState.confirmed.value)


class Moved(msgspec.Struct, frozen=True):
    """Cash put into a till (above nothing) or taken out of it, and why."""

    amount: Money
    reason: str


class OfPackage(msgspec.Struct, frozen=True):
    """What was sold of a package less what came back: pieces, and what was paid for them."""

    package: str
    pieces: int
    amount: Money


class Takings(msgspec.Struct, frozen=True):
    """What sales came to: how many, in cash, by card, and what was let off; and what went back.

    `rounded` is what coins could not pay of them, `voided` how many were taken back within minutes.
    """

    sales: int = 0
    cash: Money = NOTHING
    card: Money = NOTHING
    rounded: Money = NOTHING
    discount: Money = NOTHING
    voided: int = 0
    returns: int = 0
    cash_back: Money = NOTHING
    card_back: Money = NOTHING


class Counted(msgspec.Struct, frozen=True):
    """What was counted beside what should be there; `to_id` is who sells on with it."""

    expected: Money
    counted: Money
    reason: str
    to_id: int | None


class Closing(msgspec.Struct, frozen=True):
    """The closing of a till. `counted` is None before it was counted.

    `pieces` are how many there were of each note and coin, the largest first. Its receipts run from
    1 to the till's own number of them.
    """

    till: TillView
    takings: Takings
    packages: tuple[OfPackage, ...]
    moved: tuple[Moved, ...]
    expected: Money
    counted: Counted | None
    pieces: tuple[tuple[Money, int], ...] = ()


async def closing_of(session: AsyncSession, till_id: int) -> Closing:
    """The till's closing, as far as it is. Refuses: NotFound."""
    found = await till(session, till_id)
    counted = await counted_of(session, found)
    stored = await session.scalar(select(Till.counted).where(Till.id == till_id))
    pieces = msgspec.json.decode(stored, type=dict[str, int]) if stored else {}
    expected = await cash_in(session, till_id) if counted is None else counted.expected
    return Closing(
        found,
        await takings_of(session, [till_id]),
        await packages_of(session, till_id),
        await moved_in(session, till_id),
        expected,
        counted,
        tuple(sorted(((Money(int(fils)), many) for fils, many in pieces.items()), reverse=True)),
    )


async def counted_of(session: AsyncSession, found: TillView) -> Counted | None:
    """What was counted of the till and agreed to, or waits to be."""
    one = select(
        CashHandover.expected, CashHandover.counted, CashHandover.reason, CashHandover.to_id
    ).where(
        CashHandover.person_id == found.person_id,
        CashHandover.till_id == found.id,
        CashHandover.state.in_(STANDS),
    )
    row: Any = (await session.execute(one.order_by(CashHandover.id.desc()).limit(1))).first()
    return None if row is None else Counted(*row)


def sum_of(column: Any) -> Any:
    """The sum of a column of money; nothing of no rows."""
    return func.coalesce(func.sum(plain(column)), 0)


async def takings_of(session: AsyncSession, till_ids: Sequence[int], *when: Any) -> Takings:
    """What was sold and came back at these tills; `when` are conditions on sales and on returns."""
    of_sales = select(
        func.count(),
        *(sum_of(column) for column in (HallSale.cash, HallSale.card, HallSale.rounded)),
        sum_of(HallSale.discount),
        func.count().filter(HallSale.void),
    ).where(HallSale.till_id.in_(till_ids), *when[:1])
    of_returns = select(func.count(), sum_of(HallReturn.cash), sum_of(HallReturn.card))
    of_returns = of_returns.where(HallReturn.till_id.in_(till_ids), *when[1:])
    sales, cash, card, rounded, discount, voided = (await session.execute(of_sales)).one()
    returns, cash_back, card_back = (await session.execute(of_returns)).one()
    return Takings(
        sales=sales,
        cash=Money(int(cash)),
        card=Money(int(card)),
        rounded=Money(int(rounded)),
        discount=Money(int(discount)),
        voided=voided,
        returns=returns,
        cash_back=Money(int(cash_back)),
        card_back=Money(int(card_back)),
    )


async def packages_of(session: AsyncSession, till_id: int) -> tuple[OfPackage, ...]:
    """What was sold of each package at the till, less what came back to it, in their order."""
    paid = plain(HallSaleLine.price) * HallSaleLine.quantity - plain(HallSaleLine.discount)
    sold = (
        select(Product.package, func.sum(HallSaleLine.quantity), func.sum(paid))
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .join(Product, Product.id == HallSaleLine.product_id)
        .where(HallSale.till_id == till_id)
        .group_by(Product.package)
    )
    unpaid = plain(HallReturnLine.amount) - plain(HallReturnLine.discount)
    back = (
        select(Product.package, -func.sum(HallReturnLine.quantity), -func.sum(unpaid))
        .join(HallReturn, HallReturn.id == HallReturnLine.return_id)
        .join(HallSaleLine, HallSaleLine.id == HallReturnLine.line_id)
        .join(Product, Product.id == HallSaleLine.product_id)
        .where(HallReturn.till_id == till_id)
        .group_by(Product.package)
    )
    sums: dict[str, tuple[int, int]] = {}
    for figures in (sold, back):
        for package, pieces, fils in await session.execute(figures):
            so_many, so_much = sums.get(package, (0, 0))
            sums[package] = (so_many + int(pieces), so_much + int(fils))
    order = [each.value for each in Package]
    known = sorted(sums, key=order.index)
    return tuple(OfPackage(one, sums[one][0], Money(sums[one][1])) for one in known)


async def moved_in(session: AsyncSession, till_id: int) -> tuple[Moved, ...]:
    """What was put into the till and taken out of it, in order."""
    moved = select(TillMovement.amount, TillMovement.reason).where(TillMovement.till_id == till_id)
    return tuple(Moved(*row) for row in await session.execute(moved.order_by(TillMovement.id)))
