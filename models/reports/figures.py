"""The figures that are summed two ways, and what several checks of the books are made of."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import BigInteger, CompoundSelect, Select, cast, func, select, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.kernel.money import plain
from models.orders.states import VOID, OrderState
from models.orders.tables import Order, OrderLine

Figures = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


class Check(msgspec.Struct, frozen=True):
    """Two ways to one figure: rows of a key's parts and, last, the figure; no row means none."""

    what: str
    expected: Figures
    found: Figures


KEPT = (OrderLine.struck_at.is_(None), OrderLine.returned_at.is_(None))
LIVE = (*KEPT, Order.state.not_in(VOID))
DELIVERED = Order.state == OrderState.delivered
AMOUNT = func.sum(plain(OrderLine.price) * OrderLine.quantity)


def sum_of(*parts: Figures) -> Figures:
    """The parts' figures added up by their key, which is of two columns."""
    every = union_all(*parts).subquery()
    first, second, figure = every.c
    return select(first, second, func.sum(figure)).group_by(first, second)


class Parts(FunctionElement[Any]):
    """The parts of a column of surcharges as rows: `key` is their kind, `value` their fils."""

    inherit_cache = True


@compiles(Parts, "sqlite")
def _sqlite_parts(element: Parts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


@compiles(Parts, "postgresql")
def _postgres_parts(element: Parts, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each_text(CAST({compiler.process(element.clauses, **options)} AS json))"


PART = Parts(Order.surcharges).table_valued("key", "value", joins_implicitly=True)
PART_FILS = cast(PART.c.value, BigInteger)
