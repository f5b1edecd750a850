"""Delivered without its code, on a manager's word: a photo, the cash, and a reason."""

from __future__ import annotations

from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import photo, text
from handlers.dialog.speech import Amount, Exact, Phrase, Reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.orders.questions import (
    MOST_REASON,
    back_to_order,
    cash_question,
    done_with,
    moved_on_reply,
)
from models.kernel.money import Money
from models.kernel.refusals import WrongState
from models.orders.handover import confirm_without_code
from models.orders.queries import OrderView
from models.people.access import Permission


class Overriding(StateBase, frozen=True, kw_only=True, tag="confirm-without-code.1"):
    """A delivery that a manager confirms."""

    order_id: int
    number: str
    total: Money
    photo: str | None = None
    taken: Money | None = None
    reason: str | None = None


async def override(turn: Turn, state: Overriding) -> Reply:
    """Book the delivery on the manager's word."""
    try:
        await confirm_without_code(
            turn.acting,
            state.order_id,
            require_answer(state.taken),
            require_answer(state.reason),
            require_answer(state.photo),
            turn.terms,
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    return await done_with(turn, state.order_id, say("overriding-done"))


def ask_reason(state: Overriding) -> Phrase:
    """Why there is no code; and where the cash differs from the total, why that is, too."""
    if state.taken == state.total:
        return say("overriding-ask-reason")
    return say(
        "overriding-ask-reasons",
        total=Amount(state.total),
        taken=Amount(require_answer(state.taken)),
    )


OVERRIDING = Flow(
    Overriding,
    (
        photo("photo", lambda state: say("overriding-ask-photo", number=Exact(state.number))),
        cash_question(),
        text("reason", ask_reason, most=MOST_REASON),
    ),
    override,
    allow=Permission.override,
    left=back_to_order,
)


async def start_override(turn: Turn, order: OrderView) -> Reply:
    """Ask the manager for what stands in for the code."""
    state = Overriding(order_id=order.id, number=order.number, total=order.total)
    return await OVERRIDING.start(turn, state)
