"""Cash that is put into the own till, or taken out of it: how much, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.hall import MoveCash
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.questions import AnswerOption, amount_of, question, words_of
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Phrase, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.hall.till import own_till_card
from handlers.ui.cash_words import moved_words
from handlers.ui.reasons import reason_words
from models.hall.tills import move_cash, till_of
from models.kernel.money import Money
from models.orders.reasons import TILL_IN, TILL_OUT
from models.people.access import Permission

LEAST, MOST = Money(25), Money.dirhams(100_000)
MOST_REASON = 200


class MovingCash(StateBase, frozen=True, kw_only=True, tag="till-cash.1"):
    """Cash that goes into a till, or `out` of it."""

    out: bool
    amount: Money | None = None
    reason: str | None = None


def ask_amount(state: MovingCash) -> Phrase:
    """How much."""
    return say("till-ask-out" if state.out else "till-ask-in")


def ask_reason(state: MovingCash) -> Phrase:
    """Why; the amount is said back."""
    phrase = "till-ask-why-out" if state.out else "till-ask-why-in"
    return say(phrase, amount=Amount(require_answer(state.amount)))


def amount_question() -> Question[Any]:
    """How much, of what coins can pay; it stores Money."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Money:
        return amount_of(said, LEAST, MOST)

    return question("amount", ask_amount, read)


def reason_question() -> Question[Any]:
    """Why: a usual reason by its key, or own words."""

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(reason_words(key), key) for key in (TILL_OUT if state.out else TILL_IN)]

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        known = [value for _, value in await options(turn, state)]
        if isinstance(said, Pick) and said.value in known:
            return said.value
        return words_of(said, MOST_REASON)

    return question("reason", ask_reason, read, options=options, per_row=1)


async def move_it(turn: Turn, state: MovingCash) -> Reply:
    """Book it, and show the till. Refuses: NoOpenTill, NotInTill."""
    turn.leave()
    amount = require_answer(state.amount)
    moved = -amount if state.out else amount
    await move_cash(turn.acting, moved, require_answer(state.reason))
    return reply(await own_till_card(turn), notice=moved_words(moved))


async def back_to_till(turn: Turn, _state: StateBase) -> Reply:
    """A form about the own till was left: the till as it is."""
    return reply(await own_till_card(turn))


MOVING_CASH = Flow(
    MovingCash,
    (amount_question(), reason_question()),
    move_it,
    allow=Permission.sell,
    left=back_to_till,
)


@step(MoveCash, allow=Permission.sell)
async def start_moving(turn: Turn, asked: MoveCash) -> Reply:
    """Ask how much; without an open till, the way to it."""
    mine = await till_of(turn.session, turn.person_id)
    if mine is None or mine.state != "open":
        return reply(await own_till_card(turn), in_place=True)
    return await MOVING_CASH.start(turn, MovingCash(out=asked.out))
