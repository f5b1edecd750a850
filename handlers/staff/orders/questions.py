"""Questions that several forms about an order share: why, and how much cash was taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartPartRefused
from handlers.dialog.form_parts import Question
from handlers.dialog.questions import (
    AnswerOption,
    Applies,
    Asked,
    always,
    amount_of,
    choice,
    question,
    words_of,
)
from handlers.dialog.speech import Amount, Card, Choice, Phrase, Reply, Row, What, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.no_chat import for_customer
from handlers.staff.orders.screen import TO_DELIVERIES, order_card
from handlers.ui.pick_up import for_order, state_words
from handlers.ui.reasons import reason_words
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotAllowed, WrongState
from models.orders.cash import due_in_cash, is_far_off
from models.orders.queries import OrderView, order_for_staff

MOST_REASON = 200
MOST_CASH = Money.dirhams(1_000_000)
EXACT = "exact"
SURE = "sure"


def reason_question(ask: Asked, keys: Sequence[str], *, applies: Applies = always) -> Question[Any]:
    """Why: one of those reasons, or own words; it stores a key or the words in `reason`."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> str:
        if isinstance(said, Pick) and said.value in keys:
            return said.value
        return words_of(said, MOST_REASON)

    options = [(reason_words(key), key) for key in keys]
    return question("reason", ask, read, options=options, per_row=1, applies=applies)


def sure_question(ask: Asked, yes: Phrase, keys: Sequence[str]) -> Question[Any]:
    """Whether own words are really the reason: they may have been typed for something else.

    A reason that was chosen is meant. It stores SURE in `sure`.
    """
    return choice("sure", ask, ((yes, SURE),), applies=lambda state: state.reason not in keys)


def cash_question() -> Question[Any]:
    """How much cash was taken: exactly what is due, or another amount; it stores Money.

    What is due in coins is looked up as the question is asked: lines may have been struck since
    the form began. It is kept in `state.total`, which is the exact sum where that was taken.
    Whether an amount is meant (`sure`) is asked anew.
    """

    async def due_now(turn: Turn, state: Any) -> Any:
        order = await order_for_staff(turn.session, state.order_id)
        return msgspec.structs.replace(state, total=turn.terms.in_cash(order.total), sure=None)

    async def read(_turn: Turn, state: Any, said: What | Pick) -> Money:
        if isinstance(said, Pick) and said.value == EXACT:
            total: Money = state.total
            return total
        return amount_of(said, NOTHING, MOST_CASH)

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(say("confirming-exact", total=Amount(state.total)), EXACT)]

    asked = question("taken", ask_cash, read, options=options)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        answered: Any = await asked.take(turn, state, said)
        order = await order_for_staff(turn.session, state.order_id)
        due = due_in_cash(order.total, answered.taken, turn.terms)
        return msgspec.structs.replace(answered, total=due)

    return replace(asked, take=take, asked=due_now)


def or_part_refused(asked: Question[Any]) -> Question[Any]:
    """The question, with the way to what was refused at the door: then less is to be taken."""

    async def ask(turn: Turn, state: Any) -> Card:
        card = await asked.ask(turn, state)
        way: Row = (Choice(say("button-part-refused"), StartPartRefused(state.order_id)),)
        return msgspec.structs.replace(card, choices=(*card.choices, way))

    return replace(asked, ask=ask)


def far_off_question() -> Question[Any]:
    """Whether an amount far off is meant; both figures are shown. It stores SURE in `sure`."""

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(say("confirming-far-off-yes", taken=Amount(state.taken)), SURE)]

    def applies(state: Any) -> bool:
        return state.taken is not None and is_far_off(state.total, state.taken)

    return choice("sure", ask_far_off, options, per_row=1, applies=applies)


def ask_far_off(state: Any) -> Phrase:
    """The question whether so little, or so much, was really taken."""
    return say("confirming-far-off", taken=Amount(state.taken), total=Amount(state.total))


def ask_cash(state: Any) -> Phrase:
    """The question for the cash that was taken."""
    return say("confirming-ask-cash", total=Amount(state.total))


async def done_with(
    turn: Turn, order_id: int, first: Phrase, following: tuple[Row, ...] = ()
) -> Reply:
    """The end of a form about an order: what was done, and the order as it stands.

    `following` are ways on that are likelier now than those of the order itself. Of an order that
    was passed on to another courier meanwhile there is nothing more to see. A form about anything
    else goes on.
    """
    if getattr(turn.state, "order_id", None) == order_id:
        turn.leave()
    try:
        order = await order_in_reach(turn, order_id)
    except NotAllowed:
        return reply(Card(text=first, choices=((TO_DELIVERIES, TO_DESK),)))
    card = await order_card(turn, order)
    shown = msgspec.structs.replace(card, choices=(*following, *card.choices))
    return reply(Card(text=await for_customer(turn, order, first)), shown)


async def back_to_order(turn: Turn, state: Any) -> Reply:
    """A form about an order was left: the order as it stands."""
    return await done_with(turn, state.order_id, say("deliveries-left"))


async def stands(turn: Turn, order: OrderView) -> Reply:
    """Say that the order's state does not allow the act, with the order as it stands."""
    notice = say("deliveries-stands", state=state_words(order))
    return reply(await order_card(turn, order), in_place=True, notice=notice)


async def moved_on_reply(turn: Turn, order_id: int, refusal: WrongState) -> Reply:
    """End a form on an order that has moved on meanwhile, with the order as it stands."""
    order = await order_for_staff(turn.session, order_id)
    state = for_order(order, say(f"state-{refusal.state}"))
    return await done_with(turn, order_id, say("deliveries-stands", state=state))
