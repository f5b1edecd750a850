"""What is kept twice of goods: on hand, off the shelf, promised, offered."""

from __future__ import annotations

from sqlalchemy import Integer, cast, func, select

from models.orders.returns import Disposition, ReturnedPieces
from models.orders.tables import Order, OrderLine
from models.products.production import MakingDay
from models.products.stock import Movement, StockMovement, can_be_had
from models.products.tables import Option, Product
from models.reports.figures import LIVE, Check, sum_of

SALES = (Movement.sold.value, Movement.returned.value)
HELD_BY_ORDERS = (
    select(OrderLine.order_id, OrderLine.option_id, OrderLine.quantity)
    .join(Order, Order.id == OrderLine.order_id)
    .where(*LIVE, OrderLine.making_day.is_(None)),
    select(ReturnedPieces.order_id, ReturnedPieces.option_id, ReturnedPieces.quantity)
    .where(ReturnedPieces.disposition == Disposition.inspect)
    .where(ReturnedPieces.decided_at.is_(None)),
)
"""The pieces off the shelf that orders have: sold, on their way, or come back to be looked at."""

STOCK_CHECKS = (
    Check(
        "on hand of option",
        select(StockMovement.option_id, func.sum(StockMovement.change)).group_by(
            StockMovement.option_id
        ),
        select(Option.id, Option.on_hand),
    ),
    Check(
        "pieces that left the shelf for order and option",
        sum_of(*HELD_BY_ORDERS),
        select(StockMovement.order_id, StockMovement.option_id, -func.sum(StockMovement.change))
        .where(StockMovement.order_id.is_not(None), StockMovement.why.in_(SALES))
        .group_by(StockMovement.order_id, StockMovement.option_id),
    ),
    Check(
        "pieces promised of product and day",
        select(OrderLine.product_id, OrderLine.making_day, func.sum(OrderLine.quantity))
        .join(Order, Order.id == OrderLine.order_id)
        .where(*LIVE, OrderLine.making_day.is_not(None))
        .group_by(OrderLine.product_id, OrderLine.making_day),
        select(MakingDay.product_id, MakingDay.day, MakingDay.taken),
    ),
    Check(
        "whether the shop offers product",
        select(Product.id, cast(can_be_had(), Integer)),
        select(Product.id, cast(Product.offered, Integer)),
    ),
)
