"""Striking what is missing at packing, with a reason; the order goes on without it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartStrike
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import AnswerOption, choice, question, said_text
from handlers.dialog.router import step
from handlers.dialog.speech import Phrase, Reply, What, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.no_chat import without_chat
from handlers.staff.orders.questions import (
    back_to_order,
    done_with,
    moved_on_reply,
    reason_question,
    stands,
    sure_question,
)
from handlers.staff.orders.screen import order_card, thing_label
from handlers.ui.order_names import asked_about
from models.kernel.refusals import LastLine, NotFound, WrongState
from models.orders.queries import OrderLineView, order_for_staff
from models.orders.reasons import STRUCK
from models.orders.shortages import strike_line
from models.orders.states import STRIKABLE
from models.people.access import Permission
from models.people.callers import is_caller

MOST_FIGURES = 10


class Striking(AboutOrder, frozen=True, kw_only=True, tag="strike-line.1"):
    """A line that is being struck, or so many `pieces` of it.

    `most` are as many as can be: all of them, unless the order would hold nothing then. `alone`:
    its customer has no chat to read of it.
    """

    line: str | None = None
    reason: str | None = None
    sure: str | None = None
    pieces: int | None = None
    most: int = 0
    alone: bool = False


async def lines(turn: Turn, state: Any) -> list[AnswerOption]:
    """The order's lines that were not struck."""
    order = await order_for_staff(turn.session, state.order_id)
    return [(line_label(line), str(line.id)) for line in order.live_lines]


def line_label(line: OrderLineView) -> Phrase:
    """A line on a button."""
    return say("striking-line", thing=thing_label(line), count=str(line.quantity))


def line_question() -> Question[Any]:
    """Which line; where pieces of it may be there, they are asked for next."""
    asked = choice("line", ask_line, lines, per_row=1)

    async def take(turn: Turn, state: Striking, said: What | Pick) -> Striking | Reply:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply):
            return taken
        order = await order_for_staff(turn.session, state.order_id)
        (held,) = [line.quantity for line in order.live_lines if str(line.id) == taken.line]
        most = min(held, order.pieces - 1)
        pieces = 1 if held == 1 else None
        chosen: Striking = msgspec.structs.replace(taken, most=most, pieces=pieces)
        return chosen

    return replace(asked, take=take)


def ask_line(state: Striking) -> Phrase:
    """The question which line is missing."""
    return say("striking-ask-line", number=state.called)


def pieces_question(ask: Phrase) -> Question[Any]:
    """The question how many pieces of the line, of `state.most`; it stores an int."""

    async def read(_turn: Turn, state: Striking, said: What | Pick) -> int:
        number = read_quantity(
            said.value if isinstance(said, Pick) else said_text(said), state.most
        )
        if not number:
            raise Unclear(say("question-count", least="1", most=str(state.most)))
        return number

    async def figures(_turn: Turn, state: Striking) -> list[AnswerOption]:
        shown = range(1, min(state.most, MOST_FIGURES) + 1)
        return [(say("answer", answer=str(number)), str(number)) for number in shown]

    def asks(state: Striking) -> bool:
        return state.most > 0

    return question("pieces", ask, read, options=figures, per_row=5, applies=asks)


def ask_sure(state: Any) -> Phrase:
    """The question before a line is struck for a reason in own words."""
    return say("striking-ask-sure", number=state.called, reason=state.reason)


async def strike(turn: Turn, state: Striking) -> Reply:
    """Strike the line, or the pieces; where they are gone meanwhile, show what the order holds."""
    line_id, reason = int(require_answer(state.line)), require_answer(state.reason)
    try:
        await strike_line(turn.acting, state.order_id, line_id, reason, state.pieces)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except (NotFound, LastLine):
        return await done_with(turn, state.order_id, say("striking-changed"))
    return await done_with(turn, state.order_id, say("striking-done"))


def ask_why(state: Striking) -> Phrase:
    """The question for the reason, and whether the customer reads it."""
    asked = say("striking-ask-why")
    return without_chat(asked) if state.alone else asked


STRIKING = Flow(
    Striking,
    (
        line_question(),
        pieces_question(say("striking-ask-pieces")),
        reason_question(ask_why, STRUCK),
        sure_question(ask_sure, say("striking-sure"), STRUCK),
    ),
    strike,
    allow=Permission.orders,
    left=back_to_order,
)


@step(StartStrike, allow=Permission.orders)
async def start_strike(turn: Turn, asked: StartStrike) -> Reply:
    """Ask which line is missing. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state not in STRIKABLE:
        return await stands(turn, order)
    if order.pieces < 2:
        notice = say("refused-last-line")
        return reply(await order_card(turn, order), in_place=True, notice=notice)
    alone = await is_caller(turn.session, order.person_id)
    state = Striking(**asked_about(order), alone=alone)
    return await STRIKING.start(turn, state)
