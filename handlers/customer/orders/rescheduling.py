"""The customer chooses another window for an order that is still at the centre."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.customer.orders.orders import order_reply
from handlers.dialog.actions.customer import Reschedule
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow, Question
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Exact, Phrase, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import window_words
from handlers.ui.window_question import KNOWN_WINDOWS, read_slot, slot_stamp, window_question
from models.kernel.refusals import WrongState
from models.orders.delivery_slots import WindowSlot
from models.orders.lateness import AT_THE_CENTRE
from models.orders.queries import order_of
from models.orders.rescheduling import other_windows, reschedule


class Rescheduling(StateBase, frozen=True, kw_only=True, tag="reschedule.1"):
    """An order that is to come at another time."""

    order_id: int
    number: str
    slot: str | None = None
    slots_from: int = 0


async def free_for_order(turn: Turn, state: Rescheduling) -> list[WindowSlot]:
    """The windows that the order can be moved to. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, state.order_id)
    return await other_windows(turn.acting, order, turn.terms, KNOWN_WINDOWS)


def slot_question() -> Question[Any]:
    """Which window; or that there is none left, where all filled up meanwhile."""
    asked = window_question(ask_words, free_for_order, slot_stamp)

    async def ask(turn: Turn, state: Any) -> Card:
        card = await asked.ask(turn, state)
        return card if card.choices else msgspec.structs.replace(card, text=say("reschedule-none"))

    return replace(asked, ask=ask)


def ask_words(state: Rescheduling) -> Phrase:
    """The question for another time."""
    return say("reschedule-ask", number=Exact(state.number))


async def finish(turn: Turn, state: Rescheduling) -> Reply:
    """Move the order. Refuses: NotFound, NoWindow when the window has filled up meanwhile."""
    slot = require_answer(read_slot(state.slot or ""))
    await order_of(turn.session, turn.person_id, state.order_id)
    try:
        await reschedule(turn.acting, state.order_id, slot, turn.terms)
    except WrongState as moved_on:
        stands = say("deliveries-stands", state=say(f"state-{moved_on.state}"))
        return await shown_again(turn, state, stands)
    done = say("reschedule-done", window=window_words(slot.day, slot.window))
    return await shown_again(turn, state, done)


async def shown_again(turn: Turn, state: Rescheduling, first: Phrase) -> Reply:
    """End the form with those words, and the order as it stands."""
    turn.leave()
    shown = await order_reply(turn, state.order_id)
    card = Card(text=first, choices=shown.cards[0].choices[-1:])
    return Reply(cards=(card, *shown.cards))


async def back_to_order(turn: Turn, state: Rescheduling) -> Reply:
    """The form was left: the order as it stands."""
    return await shown_again(turn, state, say("reschedule-left"))


RESCHEDULING = Flow(Rescheduling, (slot_question(),), finish, left=back_to_order)


@step(Reschedule)
async def start(turn: Turn, asked: Reschedule) -> Reply:
    """Ask for another window; an order that has left the centre is shown. Refuses: NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if order.state not in AT_THE_CENTRE:
        notice = say("deliveries-stands", state=say(f"state-{order.state}"))
        return await order_reply(turn, order.id, notice)
    state = Rescheduling(order_id=order.id, number=order.number)
    if not await free_for_order(turn, state):
        return await shown_again(turn, state, say("reschedule-none"))
    return await RESCHEDULING.start(turn, state)
