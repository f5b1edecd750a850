"""Not delivered: why, and when again; the goods come back to the desk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec

from handlers.dialog.actions.staff import StartNotDelivered
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow, Question
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Exact, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import next_rows, order_in_reach
from handlers.staff.orders.questions import (
    back_to_order,
    done_with,
    moved_on_reply,
    reason_question,
    stands,
)
from handlers.ui.reasons import NOT_DELIVERED
from handlers.ui.window_question import KNOWN_WINDOWS, window_question
from models.kernel.refusals import WrongState
from models.orders.delivery_slots import WindowSlot, free_windows
from models.orders.fulfilment import not_delivered
from models.orders.states import OrderState
from models.people.access import Permission


class NotDelivered(StateBase, frozen=True, kw_only=True, tag="not-delivered.1"):
    """A delivery that failed."""

    order_id: int
    number: str
    reason: str | None = None
    slot: str | None = None
    slots_from: int = 0


async def free_again(turn: Turn, _state: Any) -> list[WindowSlot]:
    """The windows that have room, today's too: nothing has to be made any more."""
    at_once = msgspec.structs.replace(turn.terms, lead_days=0)
    return await free_windows(turn.session, at_once, 0, turn.now, most=KNOWN_WINDOWS)


def stamp_of(slot: WindowSlot) -> str:
    """A window as the state keeps it."""
    return f"{slot.day.isoformat()} {slot.window}"


def slot_question() -> Question[Any]:
    """When again; or that there is no time left, where all filled up meanwhile."""
    asked = window_question(say("not-delivered-ask-slot"), free_again, stamp_of)

    async def ask(turn: Turn, state: Any) -> Card:
        card = await asked.ask(turn, state)
        if card.choices:
            return card
        return msgspec.structs.replace(card, text=say("not-delivered-no-slot"))

    return replace(asked, ask=ask)


async def bring_back(turn: Turn, state: NotDelivered) -> Reply:
    """Move the order to its new window. Refuses: NoWindow when that has filled up meanwhile."""
    day, window = require_answer(state.slot).split(" ")
    reason = require_answer(state.reason)
    try:
        await not_delivered(
            turn.acting, state.order_id, reason, date.fromisoformat(day), window, turn.terms
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    following = await next_rows(turn, OrderState.out)
    return await done_with(turn, state.order_id, say("not-delivered-done"), following)


NOT_DELIVERED_FLOW = Flow(
    NotDelivered,
    (
        reason_question(
            lambda state: say("not-delivered-ask-why", number=Exact(state.number)), NOT_DELIVERED
        ),
        slot_question(),
    ),
    bring_back,
    allow=Permission.deliver,
    left=back_to_order,
)


@step(StartNotDelivered, allow=Permission.deliver)
async def start_not_delivered(turn: Turn, asked: StartNotDelivered) -> Reply:
    """Ask why an order that is out was not delivered. Refuses: NotFound.

    Where no window is free it stays out, and is delivered, cancelled or asked about later.
    """
    order = await order_in_reach(turn, asked.order_id)
    if order.state != OrderState.out:
        return await stands(turn, order)
    if not await free_again(turn, None):
        return await done_with(turn, order.id, say("not-delivered-no-slot"))
    state = NotDelivered(order_id=order.id, number=order.number)
    return await NOT_DELIVERED_FLOW.start(turn, state)
