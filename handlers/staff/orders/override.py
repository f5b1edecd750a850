"""Delivered without its code, on a manager's word: a photo, the cash, who has it, and a reason."""

from __future__ import annotations

from typing import Any

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.cash import StartOverride
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut
from handlers.dialog.questions import AnswerOption, choice, photo, text
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
from handlers.ui.pick_up import for_order
from models.kernel.money import Money
from models.kernel.refusals import WrongState
from models.orders.carriers import carrier
from models.orders.cash import last_out
from models.orders.handover import confirm_without_code
from models.orders.queries import OrderView
from models.people.access import Permission
from models.people.team import name_of

NAME = 24


class Overriding(AboutOrder, frozen=True, kw_only=True, tag="confirm-without-code.1"):
    """A handing over that a manager confirms; `courier` is who has the order out, if not they.

    `emirate` is where it goes to.
    """

    emirate: str = ""
    total: Money
    photo: str | None = None
    taken: Money | None = None
    reason: str | None = None
    sure: str | None = None
    courier: int = 0
    name: str = ""
    holder: str | None = None


async def holders(turn: Turn, state: Any) -> list[AnswerOption]:
    """Who may have the cash: the courier, or the manager who confirms."""
    name = say("people-name", name=state.name) if state.name else say("people-nameless")
    mine = say("overriding-holder-me")
    return [
        (say("overriding-holder-courier", name=name), str(state.courier)),
        (mine, str(turn.person_id)),
    ]


def is_holder_asked(state: Any) -> bool:
    """Whether somebody else may have the cash, and there is any."""
    return bool(state.courier and state.taken)


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
            holder_id=int(state.holder) if state.holder else None,
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    return await done_with(turn, state.order_id, for_order(state, say("overriding-done")))


def ask_photo(state: Overriding) -> Phrase:
    """What shows that it was handed over."""
    return for_order(state, say("overriding-ask-photo", number=state.called))


def ask_reason(state: Overriding) -> Phrase:
    """Why there is no code; and where the cash is not what is due, why that is, too."""
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
        photo("photo", ask_photo),
        cash_question(),
        far_off_question(),
        choice("holder", say("overriding-ask-holder"), holders, applies=is_holder_asked),
        text("reason", ask_reason, most=MOST_REASON),
    ),
    override,
    allow=Permission.override,
    left=back_to_order,
)


async def start_override(turn: Turn, order: OrderView) -> Reply:
    """Ask the manager for what stands in for the code."""
    out = await last_out(turn.session, order.id)
    has_it = 0 if out is None else await carrier(turn.session, out) or 0
    courier = 0 if has_it == turn.person_id else has_it
    state = Overriding(
        **asked_about(order),
        emirate=order.emirate,
        total=order.total,
        courier=courier,
        name=cut(await name_of(turn.session, courier), NAME) if courier else "",
    )
    return await OVERRIDING.start(turn, state)


@step(StartOverride, allow=Permission.override)
async def start_without_code(turn: Turn, asked: StartOverride) -> Reply:
    """Ask for what stands in for the code, also where nobody has tried one. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if not order.at_handover:
        return await stands(turn, order)
    return await start_override(turn, order)
