"""Cancelling an order at the desk, with a reason that decides what becomes of its goods."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from handlers.dialog.actions.deliveries import StartStaffCancel, UndoCancel
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, pick
from handlers.dialog.questions import choice
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, Weight, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.goods_questions import (
    Cancelling,
    goods_known,
    goods_question,
    lines_question,
    tangible_lines,
)
from handlers.staff.orders.no_chat import without_chat
from handlers.staff.orders.questions import (
    SURE,
    back_to_order,
    done_with,
    moved_on_reply,
    reason_question,
    stands,
)
from handlers.staff.orders.screen import order_card
from handlers.ui.fates import goods_words
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import state_words
from handlers.ui.reasons import reason_words
from handlers.ui.undoing import undo_refused_words
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import Refusal, WrongState
from models.orders.cancellation import Closed, cancel_by_staff, is_kept, parts_back
from models.orders.queries import order_for_staff
from models.orders.reasons import CANCELLED
from models.orders.reinstating import undo_cancelling
from models.orders.returns import Disposition
from models.orders.states import OPEN, UNPACKED, OrderState
from models.people.access import Permission
from models.people.callers import is_caller


def sure_question() -> Question[Any]:
    """Whether the order is really cancelled, with what becomes of its goods."""
    yes = say("order-cancel-sure")

    async def show(turn: Turn, state: Cancelling) -> Card:
        order = await order_for_staff(turn.session, state.order_id)
        was = OrderState(order.state)
        closed = Closed(was, tuple(parts_back(order, was, goods_known(state))))
        text = say(
            "cancelling-ask-sure",
            number=state.called,
            reason=reason_words(require_answer(state.reason)),
            goods=closed_words(turn, closed),
        )
        return Card(text=text, choices=((pick(turn, yes, SURE, Weight.taking),),))

    return replace(choice("sure", yes, ((yes, SURE),)), ask=show)


def closed_words(turn: Turn, closed: Closed) -> Phrase:
    """What becomes of the goods of an order that is cancelled so."""
    borne = borne_by_centre(closed) if turn.terms.centre_bears_losses else NOTHING
    return goods_words(closed.parts, borne, exist=closed.was not in UNPACKED)


def borne_by_centre(closed: Closed) -> Money:
    """What the families are paid for all the same, where the centre bears it."""
    lost = [part for part in closed.parts if is_kept(part, closed.was)]
    return total(part.amount for part in lost if part.disposition is Disposition.unsellable)


async def cancel(turn: Turn, state: Cancelling) -> Reply:
    """Cancel the order and show it, with what became of its goods."""
    reason = require_answer(state.reason)
    try:
        closed = await cancel_by_staff(
            turn.acting, state.order_id, reason, goods_known(state), turn.terms
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    done = say("cancelling-done", goods=closed_words(turn, closed))
    return await done_with(turn, state.order_id, done)


def ask_why(state: Cancelling) -> Phrase:
    """The question for the reason, and whether the customer reads it."""
    asked = say("cancelling-ask-why", number=state.called)
    return without_chat(asked) if state.alone else asked


CANCELLING = Flow(
    Cancelling,
    (
        reason_question(ask_why, CANCELLED),
        goods_question(),
        lines_question(),
        sure_question(),
    ),
    cancel,
    allow=Permission.orders,
    left=back_to_order,
    leave=say("cancelling-keep"),
)


@step(UndoCancel, allow=Permission.orders)
async def undo_cancel(turn: Turn, asked: UndoCancel) -> Reply:
    """Let a cancelled order go on; or say what of it is gone. Refuses: NotFound."""
    await order_in_reach(turn, asked.order_id)
    try:
        async with turn.session.begin_nested():
            await undo_cancelling(turn.acting, asked.order_id, turn.terms)
    except WrongState:
        return await stands(turn, await order_in_reach(turn, asked.order_id))
    except Refusal as refusal:
        order = await order_in_reach(turn, asked.order_id)
        notice = Card(text=undo_refused_words(order, refusal))
        return reply(notice, await order_card(turn, order))
    order = await order_in_reach(turn, asked.order_id)
    done = say("undo-done", state=state_words(order))
    return reply(await order_card(turn, order), in_place=True, notice=done)


@step(StartStaffCancel, allow=Permission.orders)
async def start_cancel(turn: Turn, asked: StartStaffCancel) -> Reply:
    """Ask why an order is cancelled. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state not in OPEN:
        return await stands(turn, order)
    things = len(tangible_lines(order))
    alone = await is_caller(turn.session, order.person_id)
    state = Cancelling(**asked_about(order), things=things, alone=alone)
    return await CANCELLING.start(turn, state)
