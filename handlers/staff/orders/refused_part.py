"""A part refused at the door: which lines and pieces, and how they are; then the delivery goes on.

Nothing is struck before the summary with the amount to take is confirmed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartPartRefused
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.questions import AnswerOption, choice, choose_value
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Card, Phrase, Reply, What, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach, require_own_run
from handlers.staff.orders.handover import Confirming, go_on_confirming
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply, stands
from handlers.staff.orders.refused_order import start_refusing_order, whole_done
from handlers.staff.orders.shortages import line_label, pieces_question
from handlers.ui.came_back import refused_words
from handlers.ui.order_lines import paragraphs
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import for_order
from models.kernel.money import Money
from models.kernel.refusals import LastLine, NotFound, WrongState
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.pricing import amounts_left
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.people.access import Permission

SOUND, SPOILED = "sound", "spoiled"
MORE, SURE, WHOLE, NOTHING_MORE = "more", "sure", "whole", "done"


class RefusingPart(AboutOrder, frozen=True, kw_only=True, tag="refuse-part.1"):
    """Pieces that are being refused: those that were chosen, and those that are asked about now.

    `code` is the delivery's own, where it was right already. `most` are as many pieces as the line
    has left, and `single` says that the order holds no other line. `due` is the amount that was
    shown last.
    """

    code: str = ""
    chosen: tuple[Refused, ...] = ()
    line: str | None = None
    most: int = 0
    pieces: int | None = None
    condition: str | None = None
    sure: str | None = None
    single: bool = False
    due: Money | None = None

    @property
    def refused(self) -> tuple[Refused, ...]:
        """All that is refused, with what was asked about last."""
        if self.line is None or self.pieces is None:
            return self.chosen
        last = Refused(int(self.line), self.pieces, spoiled=self.condition == SPOILED)
        return (*self.chosen, last)


def at_line(state: RefusingPart, order: OrderView, line: OrderLineView) -> RefusingPart:
    """The state with that line chosen; what need not be asked about it is answered."""
    most = left_of(state, line)
    return msgspec.structs.replace(
        state,
        line=str(line.id),
        most=most,
        pieces=1 if most == 1 else None,
        condition=None if line.making_day is None else SOUND,
        single=len(order.live_lines) == 1,
    )


def left_of(state: RefusingPart, line: OrderLineView) -> int:
    """How many pieces of the line are not chosen yet."""
    chosen = sum(part.quantity for part in state.chosen if part.line_id == line.id)
    return max(0, line.quantity - chosen)


async def lines_left(turn: Turn, state: Any) -> list[AnswerOption]:
    """The lines that have pieces left; and that there are no more, where some were chosen."""
    order = await order_for_staff(turn.session, state.order_id)
    options = [
        (line_label(msgspec.structs.replace(line, quantity=left)), str(line.id))
        for line in order.live_lines
        if (left := left_of(state, line))
    ]
    return [*options, (say("refusing-nothing-more"), NOTHING_MORE)] if state.chosen else options


def line_question() -> Question[Any]:
    """Which line, or that there is no other one."""
    ask = choice("line", ask_line, lines_left, per_row=1, applies=lambda state: not state.single)

    async def take(turn: Turn, state: RefusingPart, said: What | Pick) -> RefusingPart:
        value = choose_value(turn, said, await lines_left(turn, state))
        order = await order_for_staff(turn.session, state.order_id)
        if value != NOTHING_MORE:
            (line,) = [line for line in order.live_lines if str(line.id) == value]
            return at_line(state, order, line)
        *before, last = state.chosen
        return msgspec.structs.replace(
            state,
            chosen=tuple(before),
            line=str(last.line_id),
            pieces=last.quantity,
            condition=SPOILED if last.spoiled else SOUND,
        )

    return replace(ask, take=take)


def ask_line(state: RefusingPart) -> Phrase:
    """The question which line was refused."""
    return say("refusing-ask-more" if state.chosen else "refusing-ask-line", number=state.called)


CONDITION = choice(
    "condition",
    say("refusing-ask-condition"),
    ((say("refusing-sound"), SOUND), (say("refusing-spoiled"), SPOILED)),
)


def what_is_left(order: OrderView, state: RefusingPart) -> list[OrderLineView]:
    """The lines with the pieces that are delivered all the same."""
    off: dict[int, int] = {}
    for part in state.refused:
        off[part.line_id] = off.get(part.line_id, 0) + part.quantity
    left = [(line, line.quantity - off.get(line.id, 0)) for line in order.live_lines]
    return [msgspec.structs.replace(line, quantity=pieces) for line, pieces in left if pieces > 0]


async def ask_sure(turn: Turn, state: RefusingPart) -> Card:
    """What comes back, and the amount to take now; where nothing is left, that all goes back."""
    order = await order_for_staff(turn.session, state.order_id)
    picks = [pick(turn, label, value) for label, value in ways_on(turn, order, state)]
    back = say("refusing-comes-back", lines=refused_words(order.live_lines, state.refused))
    if what_is_left(order, state):
        words = say("refusing-ask-sure", number=state.called, total=due_now(turn, order, state))
    else:
        words = for_order(order, say("refusing-ask-whole", number=state.called))
    return Card(text=paragraphs(words, back), choices=in_rows(picks, 1))


def due_now(turn: Turn, order: OrderView, state: RefusingPart) -> Amount:
    """What is to be taken for the rest, in coins."""
    return Amount(turn.terms.in_cash(total_left(order, state)))


def total_left(order: OrderView, state: RefusingPart) -> Money:
    """What the rest comes to."""
    return amounts_left(order.amounts, what_is_left(order, state)).total


def ways_on(turn: Turn, order: OrderView, state: RefusingPart) -> list[AnswerOption]:
    """That it is meant; and as long as something is left, that there is more."""
    if not what_is_left(order, state):
        return [(say("refusing-sure-whole"), WHOLE)]
    sure = say("refusing-sure", total=due_now(turn, order, state))
    return [(sure, SURE), (say("refusing-more"), MORE)]


async def with_due(turn: Turn, state: RefusingPart) -> RefusingPart:
    """The state with the amount that the summary shows; None where nothing is left."""
    order = await order_for_staff(turn.session, state.order_id)
    due = total_left(order, state) if what_is_left(order, state) else None
    return msgspec.structs.replace(state, due=due)


async def take_sure(turn: Turn, state: RefusingPart, said: What | Pick) -> RefusingPart | Reply:
    """It is meant; or there is more that was refused.

    Where the order has changed since the amount was shown, it is shown and asked anew.
    """
    order = await order_for_staff(turn.session, state.order_id)
    value = choose_value(turn, said, ways_on(turn, order, state))
    if value != MORE:
        shown_now = await with_due(turn, state)
        if shown_now.due == state.due:
            return msgspec.structs.replace(state, sure=value)
        turn.enter(shown_now)
        return await REFUSING_PART.repeat(turn, shown_now)
    return msgspec.structs.replace(
        state,
        chosen=state.refused,
        line=None,
        pieces=None,
        condition=None,
        most=0,
        single=False,
    )


async def strike(turn: Turn, state: RefusingPart) -> Reply:
    """Strike what was refused, and go on with the delivery at the new amount.

    The whole order is given up only where that was said: two may have told of the same piece.
    Refuses: NotAllowed.
    """
    await require_own_run(turn, state.order_id)
    try:
        if state.sure == WHOLE:
            return await refuse_all(turn, state)
        await refuse_part(turn.acting, state.order_id, state.refused, turn.terms)
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except (NotFound, LastLine):
        return await done_with(turn, state.order_id, say("refusing-changed"))
    now = await order_in_reach(turn, state.order_id)
    told = Card(text=say("refusing-done", total=Amount(turn.terms.in_cash(now.total))))
    turn.leave()
    onward = await go_on_confirming(turn, now, state.code or None)
    return msgspec.structs.replace(onward, cards=(told, *onward.cards), in_place=False)


async def refuse_all(turn: Turn, state: RefusingPart) -> Reply:
    """Nothing is left to deliver: the whole order was refused."""
    spoiled: dict[int, int] = {}
    for part in state.refused:
        if part.spoiled:
            spoiled[part.line_id] = spoiled.get(part.line_id, 0) + part.quantity
    await refuse_order(turn.acting, state.order_id, spoiled, turn.terms)
    return await whole_done(turn, state.order_id)


REFUSING_PART = Flow(
    RefusingPart,
    (
        line_question(),
        pieces_question(say("refusing-ask-pieces")),
        CONDITION,
        Question("sure", ask_sure, take_sure, lambda state: state.sure is None, asked=with_due),
    ),
    strike,
    allow=Permission.deliver,
    left=back_to_order,
)


@step(StartPartRefused, allow=Permission.deliver)
async def start_refusing_part(turn: Turn, asked: StartPartRefused) -> Reply:
    """Ask what of an order at its handing over was refused; of its last piece that is all of it.

    A code that was right already is not asked for again. Refuses: NotFound.
    """
    order = await order_in_reach(turn, asked.order_id)
    if not order.at_handover:
        return await stands(turn, order)
    if order.pieces < 2:
        return await start_refusing_order(turn, order)
    form = turn.state
    code = form.code if isinstance(form, Confirming) and form.order_id == order.id else None
    state = RefusingPart(**asked_about(order), code=code or "")
    if len(order.live_lines) == 1:
        state = at_line(state, order, order.live_lines[0])
    return await REFUSING_PART.start(turn, state)
