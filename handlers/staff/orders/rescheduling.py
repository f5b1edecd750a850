"""An order gets another window from the desk, for a customer on the phone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.deliveries import StartReschedule
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply, stands
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import for_order
from handlers.ui.window_question import KNOWN_WINDOWS, window_question
from handlers.ui.window_stamps import slot_of, stamp_of
from models.kernel.refusals import NoWindow, WrongState
from models.orders.delivery_slots import WindowSlot
from models.orders.queries import order_for_staff
from models.orders.rescheduling import reschedule, windows_for
from models.orders.states import MOVABLE
from models.people.access import Permission


class Rescheduling(AboutOrder, frozen=True, kw_only=True, tag="reschedule.1"):
    """An order that is being given another window; `emirate` is where it goes to."""

    emirate: str = ""
    slot: str | None = None
    slots_from: int = 0


async def free_for_order(turn: Turn, state: Any) -> list[WindowSlot]:
    """The windows that the order can be moved to."""
    order = await order_for_staff(turn.session, state.order_id)
    plan = await turn.delivery_plan()
    return await windows_for(turn.session, order, plan, turn.now, KNOWN_WINDOWS)


def ask_slot(state: Rescheduling) -> Phrase:
    """The question for the new window of that order."""
    return for_order(state, say("deliveries-ask-window", number=state.called))


def slot_question() -> Question[Any]:
    """Which window; or that there is none."""
    asked = window_question(ask_slot, free_for_order, stamp_of)

    async def ask(turn: Turn, state: Any) -> Card:
        card = await asked.ask(turn, state)
        if card.choices:
            return card
        return msgspec.structs.replace(card, text=for_order(state, say("deliveries-no-window")))

    return replace(asked, ask=ask)


async def move_it(turn: Turn, state: Rescheduling) -> Reply:
    """Move the order there. Refuses: NoWindow, MakingFull when that has filled up meanwhile."""
    order = await order_for_staff(turn.session, state.order_id)
    plan = await turn.delivery_plan()
    slot = slot_of(require_answer(state.slot), plan, order.target)
    if slot is None:
        raise NoWindow
    try:
        await reschedule(turn.acting, order.id, slot, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, order.id, refusal)
    return await done_with(turn, order.id, say("deliveries-window-moved"))


RESCHEDULING = Flow(
    Rescheduling, (slot_question(),), move_it, allow=Permission.orders, left=back_to_order
)


@step(StartReschedule, allow=Permission.orders)
async def start_rescheduling(turn: Turn, asked: StartReschedule) -> Reply:
    """Ask for another window of an order that is not out. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state not in MOVABLE:
        return await stands(turn, order)
    state = Rescheduling(**asked_about(order), emirate=order.emirate)
    return await RESCHEDULING.start(turn, state)
