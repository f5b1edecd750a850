"""Striking a line that is missing at packing, with a reason; the order goes on without it."""

from __future__ import annotations

from typing import Any

from handlers.actions import StartStrike
from handlers.asking import answered
from handlers.forms import Flow
from handlers.questions import Option, choice
from handlers.router import step
from handlers.screens.lines import thing_words
from handlers.screens.reasons import STRUCK
from handlers.speech import Exact, Phrase, Reply, reply, say
from handlers.staff.deliveries import order_in_reach
from handlers.staff.order_questions import (
    back_to_order,
    done_with,
    moved_on,
    reason_question,
    stands,
    sure_question,
)
from handlers.staff.order_screen import as_line, order_card
from handlers.states import StateBase
from handlers.turn import Turn
from models.access import Permission
from models.errors import WrongState
from models.order_book import OrderLineView, order_for_staff
from models.orders import OPEN, OrderState
from models.striking import strike_line


class Striking(StateBase, frozen=True, kw_only=True, tag="strike-line.1"):
    """A line that is being struck."""

    order_id: int
    number: str
    line: str | None = None
    reason: str | None = None
    sure: str | None = None


async def lines(turn: Turn, state: Any) -> list[Option]:
    """The order's lines that were not struck."""
    order = await order_for_staff(turn.session, state.order_id)
    return [(line_label(line), str(line.id)) for line in order.live_lines]


def line_label(line: OrderLineView) -> Phrase:
    """A line on a button."""
    return say("striking-line", thing=thing_words(as_line(line)), count=str(line.quantity))


def ask_sure(state: Any) -> Phrase:
    """The question before a line is struck for a reason in own words."""
    return say("striking-ask-sure", number=Exact(state.number), reason=state.reason)


async def strike(turn: Turn, state: Striking) -> Reply:
    """Strike the line. Refuses: LastLine."""
    line_id, reason = int(answered(state.line)), answered(state.reason)
    try:
        await strike_line(turn.session, state.order_id, line_id, reason, turn.person_id, turn.now)
    except WrongState as refusal:
        return await moved_on(turn, state.order_id, refusal)
    return await done_with(turn, state.order_id, say("striking-done"))


STRIKING = Flow(
    Striking,
    (
        choice(
            "line",
            lambda state: say("striking-ask-line", number=Exact(state.number)),
            lines,
            per_row=1,
        ),
        reason_question(say("striking-ask-why"), STRUCK),
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
    if order.state not in OPEN or order.state == OrderState.out:
        return await stands(turn, order)
    if len(order.live_lines) < 2:
        notice = say("refused-last-line")
        return reply(await order_card(turn, order), in_place=True, notice=notice)
    return await STRIKING.start(turn, Striking(order_id=order.id, number=order.number))
