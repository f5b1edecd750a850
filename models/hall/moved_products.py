"""A product of which something was sold in the hall, put under the right family.

What concerns the orders of it is `models.orders.product_family`'s; here what was sold
across the table goes over with it. The sales are held first, then the orders, then the product,
whole: a sale that is being made holds the product and so waits, or is waited for and then seen.
"""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import DayFigures
from models.accounting.ledger import BY_SALE
from models.hall.deleted_products import drop_offers, was_in_hall
from models.hall.sale_tables import HallReturnLine, HallSale, HallSaleLine
from models.kernel.acting import Acting
from models.kernel.calendar import dubai_day
from models.kernel.money import Money, plain, total
from models.kernel.refusals import OrderedAlready, SalesMovedOn
from models.orders import product_family
from models.orders.product_family import ProductSales, SoldBeside, hold_orders, whole_product
from models.products.tables import Product


class AllSales(msgspec.Struct, frozen=True):
    """What was sold of a product by orders, and what in the hall: `beside` them, by `sales`."""

    orders: ProductSales
    sales: tuple[int, ...] = ()
    beside: SoldBeside = SoldBeside()

    @property
    def mark(self) -> str:
        """A fingerprint (8 hex digits): another one when something of it moved since."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:8]

    @property
    def credited_by(self) -> int:
        """How many orders and sales credited something to the family for it."""
        return len(self.orders.credited_by) + len(self.beside.credited)

    @property
    def credited(self) -> Money:
        """What they credited to her."""
        return self.orders.credited + total(amount for _, amount in self.beside.credited)


def own_lines(product_id: int) -> ColumnElement[bool]:
    """The condition on lines of sales that they are of the product."""
    return HallSaleLine.product_id == product_id


async def was_sold(session: AsyncSession, product_id: int) -> bool:
    """Whether an order ever named the product, or it stands on a note or was sold in the hall."""
    ordered = await product_family.was_ordered(session, product_id)
    return ordered or await was_in_hall(session, product_id)


async def all_sales_of(session: AsyncSession, product_id: int) -> AllSales:
    """What was sold of the product until now, by orders and in the hall. Refuses: NotFound."""
    orders = await product_family.sales_of(session, product_id)
    back = (
        select(
            HallReturnLine.line_id,
            func.sum(HallReturnLine.quantity).label("pieces"),
            func.sum(plain(HallReturnLine.amount)).label("amount"),
            func.sum(plain(HallReturnLine.borne)).label("borne"),
        )
        .group_by(HallReturnLine.line_id)
        .subquery()
    )
    none = func.coalesce
    rows = await session.execute(
        select(
            *(HallSale.id, HallSale.at, HallSale.bazaar_id),
            HallSaleLine.quantity - none(back.c.pieces, 0),
            plain(HallSaleLine.price) * HallSaleLine.quantity - none(back.c.amount, 0),
            none(back.c.borne, 0),
        )
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .outerjoin(back, back.c.line_id == HallSaleLine.id)
        .where(own_lines(product_id))
        .order_by(HallSale.id, HallSaleLine.id)
    )
    return added_up(orders, rows.all())


def added_up(orders: ProductSales, rows: Any) -> AllSales:
    """The same with the lines in the hall added up by their sale, and by day and bazaar."""
    credited: dict[int, int] = {}
    days: dict[tuple[Any, int], tuple[int, int]] = {}
    for sale_id, at, bazaar_id, pieces, amount, borne in rows:
        credited[sale_id] = credited.get(sale_id, 0) + int(amount) + int(borne)
        key = (dubai_day(at), bazaar_id)
        counted, fils = days.get(key, (0, 0))
        days[key] = (counted + int(pieces), fils + int(amount))
    figures = tuple(
        DayFigures(*key, pieces, Money(amount), Money(0))
        for key, (pieces, amount) in sorted(days.items())
    )
    by_sale = tuple((f"{BY_SALE}{sale}", Money(fils)) for sale, fils in credited.items() if fils)
    return AllSales(orders, tuple(credited), SoldBeside(figures, by_sale))


async def set_family(acting: Acting, product_id: int, family_id: int) -> None:
    """Put a product of which nothing was sold yet under another family; twice is as once.

    Refuses: NotFound, and OrderedAlready also where it stands on a note or was sold in the hall.
    """
    await whole_product(acting.session, product_id, family_id)
    if await was_in_hall(acting.session, product_id):
        raise OrderedAlready
    await product_family.set_family(acting, product_id, family_id)
    await drop_offers(acting.session, product_id)


async def correct_family(
    acting: Acting, product_id: int, family_id: int, mark: str, reason: str
) -> None:
    """Put a product and all that was sold of it under another family; twice is as once.

    `mark` is that of the sales that were shown (`all_sales_of`). Whether the actor may is the
    caller's to ask (Permission.finance). Refuses: NotFound, SalesMovedOn. ValueError without a
    reason. What stands on notes stays: they say who brought it.
    """
    session = acting.session
    named = select(HallSaleLine.sale_id).where(own_lines(product_id))
    holding = select(HallSale.id).where(HallSale.id.in_(named)).order_by(HallSale.id)
    held = set(await session.scalars(holding.with_for_update()))
    await hold_orders(session, product_id)
    product: Product = await whole_product(session, product_id, family_id)
    if product.family_id == family_id:
        return
    found = await all_sales_of(session, product_id)
    if found.mark != mark or set(found.sales) != held:
        raise SalesMovedOn
    await product_family.correct_family(
        *(acting, product_id, family_id, found.orders.mark, reason), beside=found.beside
    )
    moved = update(HallSaleLine).where(own_lines(product_id)).values(family_id=family_id)
    await session.execute(moved.execution_options(synchronize_session=False))
    await drop_offers(session, product_id)
