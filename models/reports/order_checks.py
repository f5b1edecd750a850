"""What is kept twice of orders: their sums, their windows, what came back of them."""

from __future__ import annotations

from sqlalchemy import func, select

from models.kernel.money import plain
from models.orders.after_delivery import OrderReturn
from models.orders.delivery_slots import WindowDay
from models.orders.states import OrderState
from models.orders.tables import Order, OrderLine
from models.reports.figures import AMOUNT, PART_FILS, Check

ORDER_CHECKS = (
    Check(
        "fils for the items of order",
        select(OrderLine.order_id, AMOUNT)
        .where(OrderLine.struck_at.is_(None))
        .group_by(OrderLine.order_id),
        select(Order.id, plain(Order.items)),
    ),
    Check(
        "fils for the surcharges of order",
        select(Order.id, func.sum(PART_FILS)).group_by(Order.id),
        select(Order.id, plain(Order.surcharged)),
    ),
    Check(
        "places taken in window",
        select(Order.day, Order.window, func.count())
        .where(Order.state != OrderState.cancelled)
        .group_by(Order.day, Order.window),
        select(WindowDay.day, WindowDay.window, WindowDay.taken),
    ),
    Check(
        "fils handed back for order",
        select(OrderReturn.order_id, func.sum(plain(OrderReturn.refunded))).group_by(
            OrderReturn.order_id
        ),
        select(Order.id, plain(Order.refunded)),
    ),
    Check(
        "fils of returned items of order",
        select(OrderLine.order_id, AMOUNT)
        .where(OrderLine.returned_at.is_not(None))
        .group_by(OrderLine.order_id),
        select(OrderReturn.order_id, func.sum(plain(OrderReturn.items))).group_by(
            OrderReturn.order_id
        ),
    ),
)
