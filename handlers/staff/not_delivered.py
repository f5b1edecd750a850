"""Not delivered: why, and when again; the goods come back to the desk."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from handlers.actions import StartNotDelivered
from handlers.asking import answered
from handlers.forms import Flow
from handlers.questions import Option, choice
from handlers.router import step
from handlers.screens.reasons import NOT_DELIVERED
from handlers.screens.windows import window_label
from handlers.speech import Exact, Reply, say
from handlers.staff.deliveries import next_rows, order_in_reach
from handlers.staff.order_questions import (
    back_to_order,
    done_with,
    moved_on,
    reason_question,
    stands,
)
from handlers.states import StateBase
from handlers.turn import Turn
from models.access import Permission
from models.deliveries import free_windows
from models.delivering import not_delivered
from models.errors import NoWindow, WrongState
from models.orders import OrderState

SHOWN_WINDOWS = 6


class NotDelivered(StateBase, frozen=True, kw_only=True, tag="not-delivered.1"):
    """A delivery that failed."""

    order_id: int
    number: str
    reason: str | None = None
    slot: str | None = None


async def slots(turn: Turn, _state: Any) -> list[Option]:
    """The next windows that have room, today's too: nothing has to be made any more."""
    at_once = msgspec.structs.replace(turn.terms, lead_days=0)
    free = await free_windows(turn.session, at_once, 0, turn.now, most=SHOWN_WINDOWS)
    return [
        (window_label(slot.day, slot.window), f"{slot.day.isoformat()} {slot.window}")
        for slot in free
    ]


async def bring_back(turn: Turn, state: NotDelivered) -> Reply:
    """Move the order to its new window. Refuses: NoWindow when that has filled up meanwhile."""
    day, window = answered(state.slot).split(" ")
    reason = answered(state.reason)
    try:
        await not_delivered(
            turn.session,
            state.order_id,
            reason,
            date.fromisoformat(day),
            window,
            turn.person_id,
            turn.terms,
            turn.now,
        )
    except WrongState as refusal:
        return await moved_on(turn, state.order_id, refusal)
    following = await next_rows(turn, OrderState.out)
    return await done_with(turn, state.order_id, say("not-delivered-done"), following)


NOT_DELIVERED_FLOW = Flow(
    NotDelivered,
    (
        reason_question(
            lambda state: say("not-delivered-ask-why", number=Exact(state.number)), NOT_DELIVERED
        ),
        choice("slot", say("not-delivered-ask-slot"), slots, per_row=1),
    ),
    bring_back,
    allow=Permission.deliver,
    left=back_to_order,
)


@step(StartNotDelivered, allow=Permission.deliver)
async def start_not_delivered(turn: Turn, asked: StartNotDelivered) -> Reply:
    """Ask why an order that is out was not delivered. Refuses: NotFound, NoWindow."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state != OrderState.out:
        return await stands(turn, order)
    if not await slots(turn, None):
        raise NoWindow
    state = NotDelivered(order_id=order.id, number=order.number)
    return await NOT_DELIVERED_FLOW.start(turn, state)
