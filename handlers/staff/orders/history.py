"""An order's history: who took it which step onward, and what was changed on the way."""

from __future__ import annotations

from handlers.dialog.actions.audit import OrderHistory
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Exact, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.history_screen import history_reply
from handlers.staff.orders.deliveries import order_in_reach
from models.people.access import Permission
from models.reports.history import Subject


@view(OrderHistory, allow=Permission.orders)
async def show_order_history(turn: Turn, asked: OrderHistory) -> Reply:
    """What happened to the order, the newest first. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    return await history_reply(
        turn,
        Subject.order,
        order.id,
        asked.before,
        title=say("history-of-order", number=Exact(order.number)),
        icon="deliveries",
        to=lambda before: OrderHistory(order.id, before),
        back=Choice(say("button-this-order"), ManageOrder(order.id)),
    )
