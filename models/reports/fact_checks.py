"""What is kept twice of facts: beside their bodies, and in the states of orders."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    String,
    Text,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

from models.kernel.facts import FactRow
from models.orders.after_delivery import OrderReturn
from models.orders.states import OrderState
from models.orders.tables import Order
from models.reports.figures import DELIVERED, Check, Figures

KEPT_BESIDE = ("order_id", "bazaar_id", "person_id")
"""What every fact's body holds too; product and family were found out of some older ones."""


def facts_of(*tags: str) -> Figures:
    """How many facts with these tags there are of each order."""
    counted = select(FactRow.order_id, func.count()).where(FactRow.kind.in_(tags))
    return counted.group_by(FactRow.order_id)


def body_holds(field: str, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Whether a fact's body holds in that field what stands in the column beside it."""
    body = type_coerce(FactRow.body, Text)
    value = literal(f'%"{field}":') + cast(column, String)
    written = or_(body.like(value + ",%"), body.like(value + "}"))
    return or_(column.is_(None), written)


def facts_less(tag: str, taken_back: str) -> Figures:
    """How many facts with that tag there are of each order, less those that took them back."""
    one, back = FactRow.kind == tag, FactRow.kind == taken_back
    figure = func.sum(case((one, 1), else_=-1))
    return select(FactRow.order_id, figure).where(one | back).group_by(FactRow.order_id)


FACT_CHECKS = (
    Check(
        "whether the columns fit the body of fact",
        select(FactRow.id, literal(1)),
        select(FactRow.id, literal(1)).where(
            type_coerce(FactRow.body, Text).like(
                literal('{"fact":"') + FactRow.kind + literal('"%')
            ),
            *(body_holds(name, getattr(FactRow, name)) for name in KEPT_BESIDE),
        ),
    ),
    Check(
        "facts of goods returned, or money for them, of order",
        select(OrderReturn.order_id, func.count()).group_by(OrderReturn.order_id),
        facts_of("goods-returned", "money-handed-back"),
    ),
    Check(
        "facts of the placing of order",
        select(Order.id, literal(1)),
        facts_of("order-placed"),
    ),
    Check(
        "facts of the delivery of order",
        select(Order.id, literal(1)).where(DELIVERED),
        facts_of("order-delivered"),
    ),
    Check(
        "facts of the refusing of order",
        select(Order.id, literal(1)).where(Order.state == OrderState.returned),
        facts_of("order-refused"),
    ),
    Check(
        "facts of the cancelling of order",
        select(Order.id, literal(1)).where(Order.state == OrderState.cancelled),
        facts_less("order-cancelled", "order-reinstated"),
    ),
)
