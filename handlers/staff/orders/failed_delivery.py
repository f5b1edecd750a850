"""Not delivered: what hindered it, and when again; the goods come back to the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartNotDelivered
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Reply, What, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import next_rows, order_in_reach, require_own_run
from handlers.staff.orders.questions import (
    back_to_order,
    done_with,
    moved_on_reply,
    reason_question,
    stands,
)
from handlers.staff.orders.refused_order import start_refusing_order
from handlers.staff.runs.my_run import with_next_stop
from handlers.ui.order_names import asked_about
from handlers.ui.window_question import KNOWN_WINDOWS, window_question
from handlers.ui.window_stamps import slot_of, stamp_of
from models.kernel.refusals import NoWindow, WrongState
from models.orders.delivery_slots import WindowSlot
from models.orders.door import REFUSED
from models.orders.fulfilment import (
    NOBODY_THERE,
    WRONG_ADDRESS,
    free_for_packed,
    not_delivered,
    send_back,
)
from models.orders.queries import order_for_staff
from models.orders.reasons import NOT_DELIVERED
from models.orders.states import OrderState
from models.people.access import Permission


class NotDelivered(AboutOrder, frozen=True, kw_only=True, tag="not-delivered.2"):
    """A delivery that failed."""

    reason: str | None = None
    slot: str | None = None
    slots_from: int = 0


AT_ONCE = (NOBODY_THERE, WRONG_ADDRESS)
"""What is done about these needs no answer: the next free window, until the customer chooses."""


async def free_again(turn: Turn, state: Any) -> list[WindowSlot]:
    """The windows that have room, today's too: nothing has to be made any more."""
    to = (await order_for_staff(turn.session, state.order_id)).target
    plan = await turn.delivery_plan()
    return await free_for_packed(turn.session, plan, turn.now, KNOWN_WINDOWS, to)


def way_question() -> Question[Any]:
    """What happened at the door; each answer has a way of its own.

    A refused order comes back, and one that met nobody or another address goes to the next free
    window at once. For any other reason a window is asked for.
    """
    asked = reason_question(
        lambda state: say("not-delivered-ask-why", number=state.called), NOT_DELIVERED
    )

    async def take(turn: Turn, state: NotDelivered, said: What | Pick) -> NotDelivered | Reply:
        taken: NotDelivered | Reply = await asked.take(turn, state, said)
        if isinstance(taken, Reply):
            return taken
        if taken.reason == REFUSED:
            turn.leave()
            order = await order_in_reach(turn, state.order_id)
            if order.state != OrderState.out:
                return await moved_on_reply(turn, order.id, WrongState(order.state))
            return await start_refusing_order(turn, order)
        return await send_it_back(turn, taken) if taken.reason in AT_ONCE else taken

    return replace(asked, take=take)


async def send_it_back(turn: Turn, state: NotDelivered) -> Reply:
    """The order waits for the next free window; without any it stays out. Refuses: NotAllowed."""
    reason = require_answer(state.reason)
    await require_own_run(turn, state.order_id)
    try:
        async with turn.session.begin_nested():
            await send_back(turn.acting, state.order_id, reason, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except NoWindow:
        return await done_with(turn, state.order_id, say("not-delivered-no-slot"))
    following = await next_rows(turn, OrderState.out)
    words = say(f"not-delivered-done-{reason}")
    done = await done_with(turn, state.order_id, words, following)
    return await with_next_stop(turn, done, state.order_id)


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
    """Move the order to its new window.

    Refuses: NotAllowed, and NoWindow when that has filled up meanwhile.
    """
    reason = require_answer(state.reason)
    await require_own_run(turn, state.order_id)
    order = await order_for_staff(turn.session, state.order_id)
    slot = slot_of(require_answer(state.slot), await turn.delivery_plan(), order.target)
    if slot is None:
        raise NoWindow
    try:
        await not_delivered(turn.acting, state.order_id, reason, slot.day, slot.window, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    following = await next_rows(turn, OrderState.out)
    done = await done_with(turn, state.order_id, say("not-delivered-done"), following)
    return await with_next_stop(turn, done, state.order_id)


NOT_DELIVERED_FLOW = Flow(
    NotDelivered,
    (
        way_question(),
        slot_question(),
    ),
    bring_back,
    allow=Permission.deliver,
    left=back_to_order,
)


@step(StartNotDelivered, allow=Permission.deliver)
async def start_not_delivered(turn: Turn, asked: StartNotDelivered) -> Reply:
    """Ask what hindered the delivery of an order that is out. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state != OrderState.out:
        return await stands(turn, order)
    state = NotDelivered(**asked_about(order))
    if not await free_again(turn, state):
        return await done_with(turn, order.id, say("not-delivered-no-slot"))
    return await NOT_DELIVERED_FLOW.start(turn, state)
