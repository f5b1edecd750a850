"""Counting a till: by all its notes and coins in one message, or by one after another."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec

from handlers.dialog.actions.hall import AnswerTill, CountTill, HandTill
from handlers.dialog.forms import Flow, both
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.cash_board import confirms_till
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.hall.count_questions import (
    CountingTill,
    counted_of,
    pieces_of,
    questions,
    sellers_free,
)
from handlers.staff.hall.till import (
    TITLE,
    TO_TILL,
    as_it_stands,
    own_till_card,
    settles,
    till_card,
)
from handlers.ui.board import board
from models.accounting.cash_handovers import handover
from models.hall.counting import TillCount, close_till, count_till
from models.hall.refusals import TillMoved
from models.hall.till_tables import TillState
from models.hall.tills import TillView, cash_in, till, till_of
from models.kernel.refusals import HandoverWaits, NotAllowed, Refusal
from models.people.access import Permission
from models.people.cash_desk import is_till_other_side_gone


async def finish_count(turn: Turn, state: CountingTill) -> Reply:
    """Let the count wait for the other side; where there is none, close the till at once.

    What happened to the till meanwhile is said, and nothing of the count is booked.
    """
    turn.otherwise = partial(not_counted, turn, state)
    turn.leave()
    to_id = int(state.to) if state.to else None
    count = TillCount(pieces_of(state), state.expected, state.reason or "", to_id, state.answers)
    made = await count_till(turn.acting, state.till_id, count)
    seen = await handover(turn.session, made)
    gone = await is_till_other_side_gone(turn.session, seen.person_id, turn.person_id)
    if to_id is None and gone:
        await close_till(turn.acting, made, alone=True)
    found = await till(turn.session, state.till_id)
    return reply(await till_card(turn, found))


async def not_counted(turn: Turn, state: CountingTill, refusal: Refusal) -> Reply:
    """The count anew where the till holds another amount by now; else the till as it stands."""
    if isinstance(refusal, TillMoved):
        anew = msgspec.structs.replace(
            state, expected=refusal.expected, sure=None, reason=None, path=()
        )
        at = "sure" if counted_of(anew) == refusal.expected else "reason"
        anew = msgspec.structs.replace(anew, at=at)
        return await COUNTING.ask_again(turn, anew, say("till-moved-meanwhile"))
    turn.leave()
    stands = await as_it_stands(turn, state.till_id)
    return msgspec.structs.replace(stands, in_place=False, cards=cards_with_note(stands, refusal))


def cards_with_note(stands: Reply, refusal: Refusal) -> tuple[Card, ...]:
    """The till's card, with what came before the count above it."""
    (card,) = stands.cards
    waits = isinstance(refusal, HandoverWaits)
    words: Phrase = say("refused-handover-waits" if waits else "refused-handover-over")
    return (msgspec.structs.replace(card, text=both(words, card.text)),)


async def back_to_the_till(turn: Turn, state: CountingTill) -> Reply:
    """The count was left: the till as it stands."""
    return reply(await till_card(turn, await till(turn.session, state.till_id)))


COUNTING: Flow[Any] = Flow(
    CountingTill, questions(), finish_count, allow=Permission.desk, left=back_to_the_till
)


@step(CountTill, allow=Permission.desk)
async def start_count(turn: Turn, asked: CountTill) -> Reply:
    """Ask how many of each note there are; a till that is not open is shown as it stands.

    Refuses: NotFound, NotAllowed for another's till, but to who settles cash.
    """
    mine = await till_of(turn.session, turn.person_id)
    found = mine if not asked.till_id else await till(turn.session, asked.till_id)
    if found is None:
        return reply(await own_till_card(turn), in_place=True)
    if found.person_id != turn.person_id and not settles(turn):
        raise NotAllowed
    if found.state != TillState.open:
        return await as_it_stands(turn, found.id)
    return await COUNTING.start(turn, await begun(turn, found))


@step(HandTill, allow=Permission.sell)
async def start_handing(turn: Turn, _asked: HandTill) -> Reply:
    """Ask who sells on with the till's cash, and then how much there is."""
    mine = await till_of(turn.session, turn.person_id)
    if mine is None or mine.state != TillState.open:
        return reply(await own_till_card(turn), in_place=True)
    if not await sellers_free(turn):
        nobody = say("till-nobody-takes-over")
        return reply(board(turn, "bazaar", TITLE, nobody, (TO_TILL, TO_DESK)), in_place=True)
    state = msgspec.structs.replace(await begun(turn, mine), hands=True)
    return await COUNTING.start(turn, state)


@step(AnswerTill, allow=Permission.desk)
async def start_answer(turn: Turn, asked: AnswerTill) -> Reply:
    """Count the till otherwise than the other side did. Refuses: NotFound, NotAllowed."""
    waiting = await handover(turn.session, asked.handover_id)
    found = await till(turn.session, waiting.till_id or 0)
    if waiting.state != "open" or not confirms_till(turn, waiting):
        return await as_it_stands(turn, found.id)
    state = msgspec.structs.replace(await begun(turn, found), answers=waiting.id)
    return await COUNTING.start(turn, state)


async def begun(turn: Turn, found: TillView) -> CountingTill:
    """A count of the till that has no answer yet."""
    expected = await cash_in(turn.session, found.id)
    return CountingTill(till_id=found.id, expected=expected)
