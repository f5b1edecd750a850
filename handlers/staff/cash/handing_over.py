"""Handing over cash: one side names the amount, and nothing moves before the other agrees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.cash import (
    AnswerHandover,
    ConfirmHandover,
    HandCash,
    ShowHandover,
    WithdrawHandover,
)
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut
from handlers.dialog.questions import AnswerOption, amount_of, choice, question, words_of
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Choice, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.cash.purses import TO_MY_DAY, TO_PURSES
from handlers.staff.cash.words import agree, is_at_desk, whose
from handlers.staff.desk.cash_board import is_theirs_to_confirm
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.ui.board import board
from handlers.ui.cash_words import NAME, difference_words, name_words
from handlers.ui.order_lines import paragraphs
from handlers.ui.reasons import reason_words
from models.accounting.cash_handovers import (
    Amounts,
    Handover,
    HandoverState,
    confirm,
    of_purse,
    propose,
    waiting_handovers,
    withdraw,
)
from models.accounting.purses import purse_of
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import HandoverOver, HandoverWaits, NotAllowed
from models.orders.cash import is_far_off
from models.orders.reasons import HANDED
from models.people.access import Permission
from models.people.cash_desk import is_other_side_gone
from models.people.team import name_of

MOST_CASH = Money.dirhams(1_000_000)
MOST_REASON = 200
EXACT, REST, SURE = "exact", "rest", "sure"


class Handing(StateBase, frozen=True, kw_only=True, tag="hand-cash.1"):
    """Cash of a purse that is being counted; `answers` is what the other side named before."""

    person_id: int
    name: str
    expected: Money
    answers: int = 0
    counted: Money | None = None
    sure: str | None = None
    reason: str | None = None


def counted_question() -> Question[Any]:
    """How much is handed over: all that is in the purse, or another amount; it stores Money."""

    async def ask_anew(_turn: Turn, state: Any) -> Any:
        return msgspec.structs.replace(state, sure=None, reason=None)

    async def read(_turn: Turn, state: Any, said: What | Pick) -> Money:
        if isinstance(said, Pick) and said.value == EXACT:
            expected: Money = state.expected
            return expected
        return amount_of(said, NOTHING, MOST_CASH)

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(say("confirming-exact", total=Amount(state.expected)), EXACT)]

    asked = question("counted", ask_counted, read, options=options)
    return replace(asked, asked=ask_anew)


def ask_counted(state: Handing) -> Phrase:
    """The question for what is counted, beside what is expected."""
    name = name_words(state.name)
    return say("handing-ask-counted", name=name, expected=Amount(state.expected))


def sure_question() -> Question[Any]:
    """Whether an amount far off is meant."""

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        return [(say("confirming-far-off-yes", taken=Amount(state.counted)), SURE)]

    def ask(state: Any) -> Phrase:
        expected, counted = Amount(state.expected), Amount(state.counted)
        return say("confirming-far-off", total=expected, taken=counted)

    def applies(state: Any) -> bool:
        return state.counted is not None and is_far_off(state.expected, state.counted)

    return choice("sure", ask, options, per_row=1, applies=applies)


def why_question() -> Question[Any]:
    """Where the rest is: it stays in the purse, or why the amount differs; a key or own words."""

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        if isinstance(said, Pick):
            for _, value in await options(turn, state):
                if said.value == value:
                    return value
        return words_of(said, MOST_REASON)

    async def options(_turn: Turn, state: Any) -> Sequence[AnswerOption]:
        reasons = [(reason_words(key), key) for key in HANDED]
        if NOTHING < state.counted < state.expected:
            reasons.insert(0, (say("handing-rest-stays"), REST))
        return reasons

    def ask(state: Any) -> Phrase:
        expected, counted = Amount(state.expected), Amount(state.counted)
        return say("handing-ask-why", expected=expected, counted=counted)

    def applies(state: Any) -> bool:
        return state.counted is not None and state.counted != state.expected

    return question("reason", ask, read, options=options, per_row=1, applies=applies)


async def hand_over(turn: Turn, state: Handing) -> Reply:
    """Name the amount to the other side; where there is none any more, book it at once."""
    counted = require_answer(state.counted)
    amounts = Amounts(state.expected, counted, state.reason or "")
    if state.reason == REST:
        amounts = Amounts(counted, counted)
    turn.leave()
    instead = state.answers or None
    try:
        made = await propose(turn.acting, state.person_id, amounts, instead_of=instead)
    except HandoverOver:
        return await as_it_stands(turn, state.answers, say("refused-handover-over"))
    except HandoverWaits:
        return await what_waits(turn, state.person_id)
    if await is_other_side_gone(turn.session, state.person_id, turn.person_id):
        await confirm(turn.acting, made, alone=True)
    return await as_it_stands(turn, made)


HANDING = Flow(
    Handing,
    (counted_question(), sure_question(), why_question()),
    hand_over,
    allow=Permission.deliver,
    left=back_to_desk,
)


@step(HandCash, allow=Permission.deliver)
async def start_handing(turn: Turn, asked: HandCash) -> Reply:
    """Ask how much of a purse is handed over; what waits already is shown instead.

    Refuses: NotAllowed for another's purse, but to the desk.
    """
    person_id = asked.person_id or turn.person_id
    if person_id != turn.person_id and not is_at_desk(turn):
        raise NotAllowed
    if waiting := await waiting_handovers(turn.session, person_id):
        return await as_it_stands(turn, waiting[0].id)
    expected = await purse_of(turn.session, person_id)
    if expected <= NOTHING:
        ways: Row = (TO_MY_DAY, TO_DESK)
        card = board(turn, "people", say("purses-title"), say("handing-nothing"), ways)
        return reply(card, in_place=True)
    name = cut(await name_of(turn.session, person_id), NAME)
    return await HANDING.start(turn, Handing(person_id=person_id, name=name, expected=expected))


@step(AnswerHandover, allow=Permission.deliver)
async def start_answer(turn: Turn, asked: AnswerHandover) -> Reply:
    """Ask for another amount than the other side named. Refuses: NotFound, NotAllowed."""
    waiting = await in_sight(turn, asked.handover_id)
    if waiting.state != HandoverState.open or not is_theirs_to_confirm(turn, waiting):
        return await as_it_stands(turn, waiting.id)
    return await HANDING.start(
        turn,
        Handing(
            person_id=waiting.person_id,
            name=cut(await name_of(turn.session, waiting.person_id), NAME),
            expected=waiting.expected,
            answers=waiting.id,
        ),
    )


@step(ConfirmHandover, allow=Permission.deliver)
async def agree_to_it(turn: Turn, asked: ConfirmHandover) -> Reply:
    """Agree to the amount; a doubled press, or one that is late, shows how it stands.

    Refuses: NotFound, NotAllowed.
    """
    waiting = await in_sight(turn, asked.handover_id)
    alone = await is_other_side_gone(turn.session, waiting.person_id, turn.person_id)
    if not alone and not is_theirs_to_confirm(turn, waiting):
        return await as_it_stands(turn, waiting.id)
    try:
        await confirm(turn.acting, waiting.id, alone=alone)
    except HandoverOver:
        return await as_it_stands(turn, waiting.id, say("refused-handover-over"))
    return await as_it_stands(turn, waiting.id)


@step(WithdrawHandover, allow=Permission.deliver)
async def take_back(turn: Turn, asked: WithdrawHandover) -> Reply:
    """Take back what waits, by the side that named it. Refuses: NotFound, NotAllowed."""
    waiting = await in_sight(turn, asked.handover_id)
    if is_theirs_to_confirm(turn, waiting):
        raise NotAllowed
    try:
        await withdraw(turn.acting, waiting.id)
    except HandoverOver:
        return await as_it_stands(turn, waiting.id, say("refused-handover-over"))
    return await as_it_stands(turn, waiting.id)


@view(ShowHandover, allow=Permission.deliver)
async def show_handover(turn: Turn, asked: ShowHandover) -> Reply:
    """A handing over as it stands. Refuses: NotFound, NotAllowed."""
    return await as_it_stands(turn, asked.handover_id)


async def in_sight(turn: Turn, handover_id: int) -> Handover:
    """The handing over, for whose purse it is and for the desk. Refuses: NotFound, NotAllowed."""
    found = await of_purse(turn.session, handover_id)
    if found.person_id != turn.person_id and not is_at_desk(turn):
        raise NotAllowed
    return found


async def what_waits(turn: Turn, person_id: int) -> Reply:
    """What waits to be confirmed of that purse; where it ended in a moment, the amount is asked."""
    waiting = await waiting_handovers(turn.session, person_id)
    if not waiting:
        return await start_handing(turn, HandCash(person_id))
    return await as_it_stands(turn, waiting[0].id, say("refused-handover-waits"))


async def as_it_stands(turn: Turn, handover_id: int, notice: Phrase | None = None) -> Reply:
    """The handing over with what the person may do about it. Refuses: NotFound, NotAllowed."""
    found = await in_sight(turn, handover_id)
    name = await whose(turn, found.person_id)
    words = [say(f"handover-{found.state}", name=name, amount=Amount(found.counted))]
    if found.expected != found.counted:
        words.append(difference_words(found.expected, found.counted, found.reason))
    rows: list[Row] = []
    if found.state == HandoverState.open:
        side = "desk" if not found.waits_for_holder else "courier"
        words.append(say(f"handover-waits-for-{side}"))
        alone = await is_other_side_gone(turn.session, found.person_id, turn.person_id)
        rows += open_rows(turn, found, alone=alone)
    ways: Row = (TO_PURSES if is_at_desk(turn) else TO_MY_DAY, TO_DESK)
    card = board(turn, "people", say("purses-title"), paragraphs(*words), *rows, ways)
    return reply(card, in_place=True, notice=notice)


def open_rows(turn: Turn, waiting: Handover, *, alone: bool) -> list[Row]:
    """Agreeing and another amount for the other side; taking it back for the one that named it.

    Where nobody is left on the other side (`alone`), the one that named it agrees too.
    """
    if is_theirs_to_confirm(turn, waiting):
        other = Choice(say("button-other-amount"), AnswerHandover(waiting.id))
        return [(agree(waiting),), (other,)]
    back: Row = (Choice(say("button-withdraw-handover"), WithdrawHandover(waiting.id)),)
    return [(agree(waiting),), back] if alone else [back]
