"""The whole order is refused at the door: all of it comes back, what is spoiled by line."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.answers import and_then
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.questions import AnswerOption, choose_value
from handlers.dialog.speech import Card, Reply, What, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import next_rows, require_own_run
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply
from handlers.staff.orders.screen import thing_label
from handlers.staff.orders.shortages import pieces_question
from handlers.staff.runs.my_run import with_next_stop
from handlers.ui.came_back import refused_words
from handlers.ui.order_lines import paragraphs
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import for_order
from models.kernel.refusals import NotFound, WrongState
from models.orders.door import Refused, refuse_order
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.states import OrderState
from models.people.access import Permission

DONE = "done"


class RefusingOrder(AboutOrder, frozen=True, kw_only=True, tag="refuse-order.1"):
    """An order that is refused: what of it is spoiled, and the line that is asked about now."""

    spoiled: tuple[Refused, ...] = ()
    line: str = ""
    most: int = 0
    pieces: int | None = None
    goods: str | None = None

    @property
    def spoiled_pieces(self) -> dict[int, int]:
        """How many pieces of each line are spoiled."""
        return {part.line_id: part.quantity for part in self.spoiled}


def with_spoiled(_turn: Turn, state: RefusingOrder) -> RefusingOrder:
    """The state with the pieces of its line among what is spoiled, and no line asked about."""
    part = Refused(int(state.line), state.pieces or 0, spoiled=True)
    return msgspec.structs.replace(
        state, spoiled=(*state.spoiled, part), line="", most=0, pieces=None
    )


def all_parts(order: OrderView, state: RefusingOrder) -> list[Refused]:
    """Everything that comes back, what is spoiled of a line apart."""
    spoiled = state.spoiled_pieces
    return [
        part
        for line in order.live_lines
        for part in (
            Refused(line.id, line.quantity - spoiled.get(line.id, 0)),
            Refused(line.id, spoiled.get(line.id, 0), spoiled=True),
        )
        if part.quantity > 0
    ]


def ways_on(order: OrderView, state: RefusingOrder) -> list[AnswerOption]:
    """That it is so; and each line that may be spoiled, or is not after all."""
    spoiled = state.spoiled_pieces
    stocked = [line for line in order.live_lines if line.making_day is None]
    lines = [(label_of(line, is_spoiled=line.id in spoiled), str(line.id)) for line in stocked]
    return [(say("refusing-order-sure"), DONE), *lines]


def label_of(line: OrderLineView, *, is_spoiled: bool) -> Any:
    """A line on a button: it is spoiled, or it is not after all."""
    phrase = "refusing-order-sound" if is_spoiled else "refusing-order-spoiled"
    return say(phrase, thing=thing_label(line))


async def ask_goods(turn: Turn, state: RefusingOrder) -> Card:
    """What comes back, and what becomes of it."""
    order = await order_for_staff(turn.session, state.order_id)
    picks = [pick(turn, label, value) for label, value in ways_on(order, state)]
    back = say(
        "refusing-comes-back", lines=refused_words(order.live_lines, all_parts(order, state))
    )
    words = say("refusing-order-ask", number=state.called)
    return Card(text=paragraphs(words, back), choices=in_rows(picks, 1))


async def take_goods(turn: Turn, state: RefusingOrder, said: What | Pick) -> RefusingOrder:
    """It is so; or a line is spoiled, or is not after all."""
    order = await order_for_staff(turn.session, state.order_id)
    value = choose_value(turn, said, ways_on(order, state))
    at_none = msgspec.structs.replace(state, line="", most=0, pieces=None)
    if value == DONE:
        return msgspec.structs.replace(at_none, goods=DONE)
    if int(value) in state.spoiled_pieces:
        rest = tuple(part for part in state.spoiled if part.line_id != int(value))
        return msgspec.structs.replace(at_none, spoiled=rest)
    (held,) = [line.quantity for line in order.live_lines if str(line.id) == value]
    asked = msgspec.structs.replace(at_none, line=value, most=held)
    return asked if held > 1 else with_spoiled(turn, msgspec.structs.replace(asked, pieces=1))


async def give_up(turn: Turn, state: RefusingOrder) -> Reply:
    """End the order as returned, and show it. Refuses: NotAllowed."""
    await require_own_run(turn, state.order_id)
    try:
        await refuse_order(turn.acting, state.order_id, state.spoiled_pieces, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except NotFound:
        return await done_with(turn, state.order_id, say("refusing-changed"))
    return await whole_done(turn, state.order_id)


async def whole_done(turn: Turn, order_id: int) -> Reply:
    """The order was refused: the goods are to be brought back, and there is the next one."""
    following = await next_rows(turn, OrderState.out)
    order = await order_for_staff(turn.session, order_id)
    words = for_order(order, say("refusing-order-done"))
    done = await done_with(turn, order_id, words, following)
    return await with_next_stop(turn, done, order_id)


REFUSING_ORDER = Flow(
    RefusingOrder,
    (
        and_then(pieces_question(say("refusing-ask-spoiled")), with_spoiled),
        Question("goods", ask_goods, take_goods, lambda state: state.goods is None),
    ),
    give_up,
    allow=Permission.deliver,
    left=back_to_order,
)


async def start_refusing_order(turn: Turn, order: OrderView) -> Reply:
    """Ask how the goods of a refused order, at its handing over, come back."""
    return await REFUSING_ORDER.start(turn, RefusingOrder(**asked_about(order)))
