"""Goods of a delivered order are brought back: which, how they are, and the money handed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.about_order import AboutOrder
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.returns import StartReturn
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow, pick
from handlers.dialog.layout import cut
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import AnswerOption, choice, choose_value, question, said_text
from handlers.dialog.router import step
from handlers.dialog.speech import Amount, Card, Phrase, Reply, What, say
from handlers.dialog.turn import Turn
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.questions import back_to_order, done_with, moved_on_reply, stands
from handlers.ui.fates import goods_words, piece_words
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.order_names import asked_about
from handlers.ui.pick_up import for_order
from models.accounting.purses import purse_of
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotFound, ReturnedMeanwhile, TooLateToReturn, WrongState
from models.orders.after_delivery import (
    BroughtBack,
    Refund,
    is_all,
    is_returnable,
    parts_of,
    refund_for,
    return_delivered,
    returns_so_far,
)
from models.orders.cash import holder_of
from models.orders.queries import OrderLineView, OrderView, order_for_staff
from models.orders.returns import Disposition
from models.orders.states import OrderState
from models.people.access import Permission
from models.people.team import name_of

ALL, DONE, YES, NO, ANEW, TILL = "all", "done", "yes", "no", "anew", "till"
FATES = (Disposition.shelf, Disposition.inspect, Disposition.unsellable)
MOST_FIGURES, NAME = 10, 24


class Returning(AboutOrder, frozen=True, kw_only=True, tag="return-goods.1"):
    """Goods that are brought back: `picked` so far, and the `line` that is asked about now.

    `nth` is the how-many-eth return of the order it will be. `ready`: nothing more is picked;
    `fee_too` says whether the fee may be handed back as well, since nothing stays. `purses` are of
    those who may hand the money back out of what they carry; `payer` is who does.
    """

    nth: int
    line: str | None = None
    pieces: int | None = None
    most: int = 0
    made: bool = False
    fate: str | None = None
    picked: tuple[BroughtBack, ...] = ()
    ready: bool = False
    fee_too: bool = False
    fee: str | None = None
    purses: tuple[int, ...] = ()
    payer: str | None = None
    sure: str | None = None

    @property
    def paid_by(self) -> int | None:
        """Whose purse the money comes out of; None for the till."""
        return None if self.payer in (None, TILL) else int(self.payer)


def lines_left(order: OrderView, state: Returning) -> list[OrderLineView]:
    """The order's lines with the pieces that were not picked yet."""
    taken: dict[int, int] = {}
    for each in state.picked:
        taken[each.line_id] = taken.get(each.line_id, 0) + each.quantity
    left = [(line, line.quantity - taken.get(line.id, 0)) for line in order.live_lines]
    return [msgspec.structs.replace(line, quantity=pieces) for line, pieces in left if pieces > 0]


def chosen_line(order: OrderView, state: Returning, value: str) -> Returning:
    """The state with that line to be asked about, or with all that is left."""
    left = lines_left(order, state)
    lines = left if value == ALL else [line for line in left if str(line.id) == value]
    made = all(line.making_day is not None for line in lines)
    most = 0 if value == ALL else sum(line.quantity for line in lines)
    pieces = 1 if most == 1 else None
    return settle_line(
        order, msgspec.structs.replace(state, line=value, most=most, made=made, pieces=pieces)
    )


def settle_line(order: OrderView, state: Returning) -> Returning:
    """The state with what is asked about among the picked ones, once all of it is known."""
    if state.line is None or (state.most > 1 and state.pieces is None):
        return state
    if state.fate is None and not state.made:
        return state
    stocked = Disposition(state.fate or Disposition.unsellable)
    lines = [line for line in lines_left(order, state) if state.line in (ALL, str(line.id))]
    new = tuple(
        BroughtBack(
            line.id,
            state.pieces or line.quantity,
            stocked if line.making_day is None else Disposition.unsellable,
        )
        for line in lines
    )
    picked = msgspec.structs.replace(
        state, picked=(*state.picked, *new), line=None, pieces=None, fate=None, at="", path=()
    )
    return picked if lines_left(order, picked) else end_picking(order, picked)


def end_picking(order: OrderView, state: Returning) -> Returning:
    """The state when nothing more is picked."""
    whole = is_all(order, parts_of(order, state.picked))
    fee_too = whole and order.amounts.fee != NOTHING
    return msgspec.structs.replace(state, ready=True, fee_too=fee_too)


def begun_anew(state: Returning) -> Returning:
    """The state with nothing picked."""
    return Returning(**state.order, nth=state.nth, purses=state.purses)


def line_question() -> Question[Any]:
    """Which thing; all that is left by one tap, and on when that was all."""

    async def options(turn: Turn, state: Returning) -> list[AnswerOption]:
        left = lines_left(await order_for_staff(turn.session, state.order_id), state)
        whole = [(say("returning-rest" if state.picked else "returning-all"), ALL)]
        shown = [
            (say("cancelling-line", thing=piece_words(line, line.quantity)), str(line.id))
            for line in left
        ]
        done = [(say("returning-done-picking"), DONE), (say("returning-anew"), ANEW)]
        return [*whole, *shown, *(done if state.picked else [])]

    async def take(turn: Turn, state: Returning, said: What | Pick) -> Returning:
        value = choose_value(turn, said, await options(turn, state))
        order = await order_for_staff(turn.session, state.order_id)
        if value == ANEW:
            return begun_anew(state)
        return end_picking(order, state) if value == DONE else chosen_line(order, state, value)

    def ask(state: Returning) -> Phrase:
        return of_order("returning-ask-more" if state.picked else "returning-ask-line")(state)

    asked = choice("line", ask, options, per_row=1, applies=lambda state: not state.ready)
    return replace(asked, take=take)


def of_order(phrase: str) -> Callable[[Any], Phrase]:
    """Asks that with the number of the order: a question may be read again after other things."""
    return lambda state: say(phrase, number=state.called)


def pieces_question() -> Question[Any]:
    """How many pieces of the thing."""

    async def read(_turn: Turn, state: Returning, said: What | Pick) -> int:
        number = read_quantity(
            said.value if isinstance(said, Pick) else said_text(said), state.most
        )
        if not number:
            raise Unclear(say("question-count", least="1", most=str(state.most)))
        return number

    async def figures(_turn: Turn, state: Returning) -> list[AnswerOption]:
        shown = range(1, min(state.most, MOST_FIGURES) + 1)
        return [(say("answer", answer=str(number)), str(number)) for number in shown]

    def asks(state: Returning) -> bool:
        return state.line is not None and state.most > 1

    return then_settle(
        question(
            "pieces",
            of_order("returning-ask-pieces"),
            read,
            options=figures,
            per_row=5,
            applies=asks,
        )
    )


def fate_question() -> Question[Any]:
    """How the pieces are; what was made to order is sold to nobody else, and not asked about."""
    shown = [(say(f"returning-fate-{fate}"), fate.value) for fate in FATES]

    def asks(state: Returning) -> bool:
        return state.line is not None and not state.made

    asked = choice("fate", of_order("returning-ask-fate"), shown, per_row=1, applies=asks)
    return then_settle(asked)


def then_settle(asked: Question[Any]) -> Question[Any]:
    """The question, after which the thing may be known whole."""

    async def take(turn: Turn, state: Returning, said: What | Pick) -> Returning | Reply:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply):
            return taken
        return settle_line(await order_for_staff(turn.session, state.order_id), taken)

    return replace(asked, take=take)


def fee_question() -> Question[Any]:
    """Whether the delivery fee is handed back too, where nothing stays with the customer."""

    async def options(turn: Turn, state: Returning) -> list[AnswerOption]:
        fee = Amount((await order_for_staff(turn.session, state.order_id)).amounts.fee)
        return [(say("returning-without-fee"), NO), (say("returning-with-fee", fee=fee), YES)]

    return choice(
        "fee",
        of_order("returning-ask-fee"),
        options,
        per_row=1,
        applies=lambda state: state.ready and state.fee_too,
    )


def payer_question() -> Question[Any]:
    """Who hands the money back: the desk out of the till, or somebody who carries enough cash."""

    async def options(turn: Turn, state: Returning) -> list[AnswerOption]:
        refund = await refund_now(turn, state)
        return await payers_of(turn, state.purses, refund.refunded)

    return choice(
        "payer",
        of_order("returning-ask-payer"),
        options,
        per_row=1,
        applies=lambda state: state.ready and bool(state.purses),
    )


async def payers_of(turn: Turn, purses: Sequence[int], amount: Money) -> list[AnswerOption]:
    """The till, and those of the purses that hold so much."""
    shown: list[AnswerOption] = [(say("returning-payer-till"), TILL)]
    for person_id in purses:
        carried = await purse_of(turn.session, person_id)
        if carried >= amount:
            name = await payer_name(turn, person_id)
            label = say("returning-payer-purse", name=name, amount=Amount(carried))
            shown.append((label, str(person_id)))
    return shown


async def payer_name(turn: Turn, person_id: int) -> Phrase:
    """The name of the person whose cash it is."""
    name = cut(await name_of(turn.session, person_id), NAME)
    return say("people-name", name=name) if name else say("people-nameless")


async def refund_now(turn: Turn, state: Returning) -> Refund:
    """What is handed back for what was picked."""
    order = await order_for_staff(turn.session, state.order_id)
    parts = parts_of(order, state.picked)
    return refund_for(order, parts, turn.terms, with_fee=state.fee == YES)


def sure_question() -> Question[Any]:
    """What comes back and how much is handed back, before it is done."""
    again = say("returning-anew")

    async def show(turn: Turn, state: Returning) -> Card:
        order = await order_for_staff(turn.session, state.order_id)
        parts = parts_of(order, state.picked)
        refund = await refund_now(turn, state)
        words = paragraphs(
            say("returning-ask-sure", number=state.called),
            goods_words(parts, NOTHING, exist=True),
            await refund_words(turn, state, order, "returning-hand-back", refund),
        )
        yes = say("returning-sure", amount=Amount(refund.refunded))
        return Card(text=words, choices=((pick(turn, yes, YES),), (pick(turn, again, ANEW),)))

    async def take(turn: Turn, state: Returning, said: What | Pick) -> Returning:
        value = choose_value(turn, said, [(say("returning-yes"), YES), (again, ANEW)])
        if value == ANEW:
            return begun_anew(state)
        return msgspec.structs.replace(state, sure=YES)

    asked = choice("sure", again, (), applies=lambda state: state.ready)
    return replace(asked, ask=show, take=take)


async def refund_words(
    turn: Turn, state: Returning, order: OrderView, phrase: str, refund: Refund
) -> Phrase:
    """How much is handed back, of what it is made, and out of whose purse if not the till.

    What had never been paid is said, since the parts come to more by that.
    """
    words = say(
        phrase,
        amount=Amount(refund.refunded),
        items=Amount(refund.items - refund.discount),
        fee=Amount(refund.fee),
    )
    lines = [for_order(order, words)]
    if refund.unpaid > NOTHING:
        lines.append(say("returning-unpaid", amount=Amount(refund.unpaid)))
    if state.paid_by is not None:
        lines.append(say("returning-paid-by", name=await payer_name(turn, state.paid_by)))
    return stack(*lines)


async def take_back(turn: Turn, state: Returning) -> Reply:
    """Book the return and show the order; what was returned meanwhile is said."""
    try:
        refund = await return_delivered(
            turn.acting,
            state.order_id,
            state.picked,
            nth=state.nth,
            with_fee=state.fee == YES,
            terms=turn.terms,
            paid_by=state.paid_by,
        )
    except WrongState as refusal:
        return await moved_on_reply(turn, state.order_id, refusal)
    except (NotFound, ReturnedMeanwhile):
        return await done_with(turn, state.order_id, say("returning-changed"))
    except TooLateToReturn:
        return await done_with(turn, state.order_id, say("refused-too-late-to-return"))
    order = await order_for_staff(turn.session, state.order_id)
    done = await refund_words(turn, state, order, "returning-done", refund)
    return await done_with(turn, state.order_id, done)


RETURNING = Flow(
    Returning,
    (
        line_question(),
        pieces_question(),
        fate_question(),
        fee_question(),
        payer_question(),
        sure_question(),
    ),
    take_back,
    allow=Permission.orders,
    left=back_to_order,
)


async def purses_for(turn: Turn, order: OrderView) -> tuple[int, ...]:
    """Whoever carries cash, of the one who acts and the one who took the cash of the order."""
    took = await holder_of(turn.session, order.id)
    people = dict.fromkeys(person for person in (turn.person_id, took) if person)
    return tuple([one for one in people if await purse_of(turn.session, one) > NOTHING])


@step(StartReturn, allow=Permission.orders)
async def start_return(turn: Turn, asked: StartReturn) -> Reply:
    """Ask what of a delivered order is brought back. Refuses: NotFound."""
    order = await order_in_reach(turn, asked.order_id)
    if order.state != OrderState.delivered:
        return await stands(turn, order)
    if not order.live_lines:
        return await done_with(turn, order.id, say("returning-changed"))
    if not is_returnable(order, turn.terms, turn.now):
        return await done_with(turn, order.id, say("refused-too-late-to-return"))
    nth = await returns_so_far(turn.session, order.id) + 1
    purses = await purses_for(turn, order)
    state = Returning(**asked_about(order), nth=nth, purses=purses)
    first = order.live_lines
    begun = chosen_line(order, state, str(first[0].id)) if len(first) == 1 else state
    return await RETURNING.start(turn, begun)
