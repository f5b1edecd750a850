"""What an order's questions answer when the order is placed already.

Their buttons stay alive in older messages. Whoever presses one of them, or leaves, is told of the
order that stands: it is the true state, and `Cancel` is then about that order.
"""

from __future__ import annotations

from datetime import timedelta

from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import CancelOrder, ShowOrder
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.router import ROUTES
from handlers.dialog.speech import Reply
from handlers.dialog.turn import Turn
from models.orders.queries import placed_since

RECENT = timedelta(minutes=15)


async def placed_lately(turn: Turn, *, leaving: bool = False) -> Reply | None:
    """The order that the person placed a moment ago, or the question whether to cancel it.

    None where nothing was placed lately, or where the centre has begun with it.
    """
    placed = await placed_since(turn.session, turn.person_id, turn.now - RECENT)
    if placed is None:
        return None
    order_id, is_own = placed
    shown: Action = ManageOrder(order_id)
    if is_own:
        shown = CancelOrder(order_id) if leaving else ShowOrder(order_id)
    route = ROUTES[type(shown)]
    if route.allow is not None and route.allow not in turn.standing.permissions:
        return None
    return await route.answer(turn, shown)
