"""What is kept twice of couriers' runs: whether there is anything left of them."""

from __future__ import annotations

from sqlalchemy import literal, select

from models.orders.run_tables import Run, RunState, RunStop
from models.orders.states import TO_DELIVER
from models.orders.stops import LEFT
from models.orders.tables import Order
from models.reports.figures import Check

RUN_CHECKS = (
    Check(
        "whether stops are left in run",
        select(RunStop.run_id, literal(1)).where(LEFT).distinct(),
        select(Run.id, literal(1)).where(Run.state != RunState.done),
    ),
    Check(
        "whether there is still to deliver for stop of order",
        select(RunStop.order_id, literal(1)).where(LEFT),
        select(RunStop.order_id, literal(1))
        .join(Order, Order.id == RunStop.order_id)
        .where(LEFT, Order.state.in_(TO_DELIVER)),
    ),
)
