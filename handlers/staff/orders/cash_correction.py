"""Correcting the cash of a delivered order: the true amount, and why it was another."""

from __future__ import annotations

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.cash import CorrectCash
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import text
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import (
    MOST_REASON,
    back_to_order,
    cash_question,
    done_with,
    far_off_question,
    moved_on_reply,
    stands,
)
from handlers.ui.order_names import asked_about
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import SameAmount, WrongState
from models.orders.cash import correct_cash
from models.orders.states import OrderState
from models.people.access import Permission


class Correcting(AboutOrder, frozen=True, kw_only=True, tag="correct-cash.1"):
    """The cash of an order that is being corrected; `was` is what was booked."""

    was: Money
    total: Money
    taken: Money | None = None
    sure: str | None = None
    reason: str | None = None


def ask_reason(state: Correcting) -> Phrase:
    """Why; both amounts are shown, so that a slip is seen before it is booked."""
    taken = Amount(require_answer(state.taken))
    return say("correcting-ask-reason", taken=taken, was=Amount(state.was))


async def correct(turn: Turn, state: Correcting) -> Reply:
    """Book the true amount, and show the order."""
    taken, reason = require_answer(state.taken), require_answer(state.reason)
    try:
        await correct_cash(turn.acting, state.order_id, taken, reason, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except SameAmount:
        return await done_with(turn, state.order_id, say("refused-same-amount"))
    done = say("correcting-done", taken=Amount(taken), was=Amount(state.was))
    return await done_with(turn, state.order_id, done)


CORRECTING = Flow(
    Correcting,
    (
        cash_question(),
        far_off_question(),
        text("reason", ask_reason, most=MOST_REASON),
    ),
    correct,
    allow=Permission.finance,
    left=back_to_order,
)


@step(CorrectCash, allow=Permission.finance)
async def start_correction(turn: Turn, asked: CorrectCash) -> Reply:
    """Ask for the true amount of a delivered order. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state != OrderState.delivered:
        return await stands(turn, order)
    was, due = order.taken or NOTHING, turn.terms.in_cash(order.total)
    state = Correcting(**asked_about(order), was=was, total=due)
    return await CORRECTING.start(turn, state)
