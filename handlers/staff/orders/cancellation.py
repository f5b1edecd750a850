"""Cancelling an order at the desk, with a reason; its goods and its place are given back."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.staff import StartStaffCancel
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.router import step
from handlers.dialog.speech import Exact, Phrase, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import (
    back_to_order,
    done_with,
    moved_on_reply,
    reason_question,
    stands,
    sure_question,
)
from handlers.ui.reasons import CANCELLED
from models.kernel.refusals import WrongState
from models.orders.cancellation import cancel_by_staff
from models.orders.states import OPEN
from models.people.access import Permission


class Cancelling(StateBase, frozen=True, kw_only=True, tag="cancel-order.1"):
    """An order that is being cancelled."""

    order_id: int
    number: str
    reason: str | None = None
    sure: str | None = None


def ask_sure(state: Any) -> Phrase:
    """The question before an order is cancelled for a reason in own words."""
    return say("cancelling-ask-sure", number=Exact(state.number), reason=state.reason)


async def cancel(turn: Turn, state: Cancelling) -> Reply:
    """Cancel the order and show it."""
    reason = require_answer(state.reason)
    try:
        await cancel_by_staff(turn.acting, state.order_id, reason)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    return await done_with(turn, state.order_id, say("cancelling-done"))


CANCELLING = Flow(
    Cancelling,
    (
        reason_question(
            lambda state: say("cancelling-ask-why", number=Exact(state.number)), CANCELLED
        ),
        sure_question(ask_sure, say("order-cancel-sure"), CANCELLED),
    ),
    cancel,
    allow=Permission.orders,
    left=back_to_order,
    leave=say("cancelling-keep"),
)


@step(StartStaffCancel, allow=Permission.orders)
async def start_cancel(turn: Turn, asked: StartStaffCancel) -> Reply:
    """Ask why an order is cancelled. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state not in OPEN:
        return await stands(turn, order)
    return await CANCELLING.start(turn, Cancelling(order_id=order.id, number=order.number))
