"""What is with the goods of an order that is cancelled: asked where the reason does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import FLOWS, pick
from handlers.dialog.questions import AnswerOption, choice, choose_value
from handlers.dialog.speech import Card, Phrase, Reply, What, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.fates import piece_words
from models.orders.cancellation import Goods
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.reasons import CANCELLED, LOST
from models.orders.returns import Disposition
from models.orders.states import UNPACKED, OrderState

ALL, DONE = "all", "done"


class Cancelling(AboutOrder, frozen=True, kw_only=True, tag="cancel-order.1"):
    """An order that is being cancelled.

    `things` is how many of its lines are there to be looked for. `goods` is asked for a reason in
    own words; `lines` are those that are lost, by their ids, and `marked` those chosen so far.
    `alone`: its customer has no chat to read of it.
    """

    reason: str | None = None
    sure: str | None = None
    things: int = 0
    goods: str | None = None
    lines: tuple[int, ...] | None = None
    marked: tuple[int, ...] = ()
    alone: bool = False


def tangible_lines(order: OrderView) -> list[OrderLineView]:
    """The lines whose things exist: what is made to order does from the packing on."""
    made = order.state not in UNPACKED
    return [line for line in order.live_lines if made or line.making_day is None]


def fate_known(state: Cancelling) -> Disposition:
    """What becomes of the goods by the answers so far."""
    if state.reason in CANCELLED:
        return LOST.get(state.reason, Disposition.shelf)
    return Disposition(state.goods) if state.goods else Disposition.shelf


def goods_known(state: Cancelling) -> Goods:
    """What is known of the goods by the answers; where only one thing is there, it is all."""
    return Goods(fate_known(state), None if state.lines is None else frozenset(state.lines))


def is_lost(state: Cancelling) -> bool:
    """Whether some of several things may be lost while the others are there."""
    lost = fate_known(state) in (Disposition.missing, Disposition.unsellable)
    return lost and state.things > 1


def goods_question() -> Question[Any]:
    """What is with the goods, for a reason in own words; what is out is looked at first."""

    async def options(turn: Turn, state: Cancelling) -> list[AnswerOption]:
        order = await order_for_staff(turn.session, state.order_id)
        out = order.state == OrderState.out
        fates = (Disposition.inspect, Disposition.missing)
        shown = fates if out else (Disposition.shelf, *fates)
        return [(say(f"cancelling-goods-{fate}"), fate.value) for fate in shown]

    def asks(state: Any) -> bool:
        return state.reason not in CANCELLED and state.things > 0

    def ask(state: Any) -> Phrase:
        return say("cancelling-ask-goods", number=state.called)

    return choice("goods", ask, options, per_row=1, applies=asks)


def lines_question() -> Question[Any]:
    """Which things are lost: all of them by one tap, or one after another and then on."""

    async def options(turn: Turn, state: Cancelling) -> list[AnswerOption]:
        lines = tangible_lines(await order_for_staff(turn.session, state.order_id))
        shown = [(line_label(line, state.marked), str(line.id)) for line in lines]
        first = (say("cancelling-lost-all"), ALL)
        done = [(say("cancelling-lost-these", count=len(state.marked)), DONE)]
        return [first, *shown, *(done if state.marked else [])]

    async def show(turn: Turn, state: Cancelling) -> Card:
        rows = [(pick(turn, label, value),) for label, value in await options(turn, state)]
        ask = say(f"cancelling-ask-{fate_known(state)}", number=state.called)
        return Card(text=ask, choices=tuple(rows))

    async def take(turn: Turn, state: Cancelling, said: What | Pick) -> Cancelling | Reply:
        value = choose_value(turn, said, await options(turn, state))
        if value == DONE:
            return msgspec.structs.replace(state, lines=state.marked)
        if value == ALL:
            lines = tangible_lines(await order_for_staff(turn.session, state.order_id))
            every = tuple(line.id for line in lines)
            return msgspec.structs.replace(state, lines=every, marked=())
        return await marked_reply(turn, state, int(value))

    return replace(
        choice("lines", say("question-choose"), (), applies=is_lost), ask=show, take=take
    )


async def marked_reply(turn: Turn, state: Cancelling, line_id: int) -> Reply:
    """Mark the line, or unmark it, and ask on."""
    others = tuple(one for one in state.marked if one != line_id)
    marked = others if line_id in state.marked else (*others, line_id)
    asked = msgspec.structs.replace(state, marked=marked)
    turn.enter(asked)
    return reply(await FLOWS[Cancelling].card(turn, asked))


def line_label(line: OrderLineView, marked: tuple[int, ...]) -> Phrase:
    """A line on a button; those that are chosen bear a mark."""
    return say(
        "cancelling-marked" if line.id in marked else "cancelling-line",
        thing=piece_words(line, line.quantity),
    )
