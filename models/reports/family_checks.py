"""What is kept twice of the families' sales: by family, by day and by bazaar."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, func, select, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.accounting.family_days import NO_BAZAAR, FamilyDay
from models.hall.sale_tables import HallReturnLine, HallSale, HallSaleLine
from models.kernel.money import plain
from models.orders.states import OPEN
from models.orders.tables import Order, OrderLine
from models.products.tables import Product
from models.reports.figures import AMOUNT, LIVE, Check, Figures


class DubaiDate(FunctionElement[date]):
    """The day in Dubai of a moment that is stored."""

    inherit_cache = True
    type = Date()


@compiles(DubaiDate, "sqlite")
def _sqlite_day(element: DubaiDate, compiler: SQLCompiler, **options: Any) -> str:
    return f"date({compiler.process(element.clauses, **options)}, '+4 hours')"


@compiles(DubaiDate, "postgresql")
def _postgres_day(element: DubaiDate, compiler: SQLCompiler, **options: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AT TIME ZONE 'Asia/Dubai' AS date)"


def sold_by_day(figure: ColumnElement[Any], *where: ColumnElement[bool]) -> Figures:
    """A figure of the lines that fit, by family, by the day of ordering and by bazaar."""
    bazaar = func.coalesce(Order.bazaar_id, NO_BAZAAR)
    key = (OrderLine.family_id, DubaiDate(Order.placed_at), bazaar)
    by_order = select(*key, figure).join(Order, Order.id == OrderLine.order_id)
    return by_order.where(*where).group_by(*key)


def with_hall(of_orders: Figures, sold: Any, returned: Any) -> Figures:
    """The same with what was sold in the hall, less what came back of it."""
    key = (HallSaleLine.family_id, DubaiDate(HallSale.at), HallSale.bazaar_id)
    lines = select(*key, sold).join(HallSale, HallSale.id == HallSaleLine.sale_id)
    back = (
        select(*key, returned)
        .join(HallSale, HallSale.id == HallSaleLine.sale_id)
        .join(HallReturnLine, HallReturnLine.line_id == HallSaleLine.id)
    )
    every = union_all(of_orders, lines, back).subquery()
    family, day, bazaar, figure = every.c
    return select(family, day, bazaar, func.sum(figure)).group_by(family, day, bazaar)


def kept_by_day(figure: ColumnElement[Any] | InstrumentedAttribute[int]) -> Figures:
    """A figure that is kept by family, day and bazaar."""
    return select(FamilyDay.family_id, FamilyDay.day, FamilyDay.bazaar_id, figure)


FAMILY_CHECKS = (
    Check(
        "family of the product of line",
        select(OrderLine.id, Product.family_id).join(Product, Product.id == OrderLine.product_id),
        select(OrderLine.id, OrderLine.family_id),
    ),
    Check(
        "family of the product of the hall's line",
        select(HallSaleLine.id, Product.family_id).join(
            Product, Product.id == HallSaleLine.product_id
        ),
        select(HallSaleLine.id, HallSaleLine.family_id),
    ),
    Check(
        "pieces sold of family, day and bazaar",
        with_hall(
            sold_by_day(func.sum(OrderLine.quantity), *LIVE),
            HallSaleLine.quantity,
            -HallReturnLine.quantity,
        ),
        kept_by_day(FamilyDay.pieces),
    ),
    Check(
        "fils sold of family, day and bazaar",
        with_hall(
            sold_by_day(AMOUNT, *LIVE),
            plain(HallSaleLine.price) * HallSaleLine.quantity,
            -plain(HallReturnLine.amount),
        ),
        kept_by_day(plain(FamilyDay.amount)),
    ),
    Check(
        "fils on their way for family, day and bazaar",
        sold_by_day(AMOUNT, OrderLine.struck_at.is_(None), Order.state.in_(OPEN)),
        kept_by_day(plain(FamilyDay.on_its_way)),
    ),
)
