"""What is kept twice of orders: their sums, their windows, what came back of them."""

from __future__ import annotations

from sqlalchemy import func, select

from models.kernel.money import plain
from models.kernel.shop_terms import HALL
from models.orders.after_delivery import OrderReturn
from models.orders.delivery_plan import Target
from models.orders.delivery_slots import WindowDay, counted_as
from models.orders.states import OrderState
from models.orders.tables import AT_HALL, Order, OrderLine
from models.reports.figures import AMOUNT, PART_FILS, Check

HOLD_PLACES = select(Order.day, Order.window, func.count()).where(
    Order.state != OrderState.cancelled
)
OF_HALL = WindowDay.window.startswith(counted_as("", Target(HALL)))
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
        HOLD_PLACES.where(~AT_HALL).group_by(Order.day, Order.window),
        select(WindowDay.day, WindowDay.window, WindowDay.taken).where(~OF_HALL),
    ),
    Check(
        "places taken at the hall in window",
        HOLD_PLACES.where(AT_HALL).group_by(Order.day, Order.window),
        select(
            WindowDay.day,
            func.substr(WindowDay.window, 1 + len(counted_as("", Target(HALL)))),
            WindowDay.taken,
        ).where(OF_HALL),
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
