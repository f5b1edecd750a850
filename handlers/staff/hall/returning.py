"""Goods of a sale come back: which, how they are, why, and how the money is handed back."""

from __future__ import annotations

import re
import secrets
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.selling import ReturnGoods
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import FLOWS, Flow, pick
from handlers.dialog.layout import in_rows
from handlers.dialog.parsing import western
from handlers.dialog.questions import question, said_text
from handlers.dialog.router import step
from handlers.dialog.speech import (
    Amount,
    Ask,
    Card,
    Exact,
    Phrase,
    Reply,
    Row,
    Weight,
    What,
    reply,
    say,
)
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.hall.completing import sale_card
from handlers.staff.hall.letting_off import reason_of
from handlers.staff.hall.till import own_till_card
from handlers.staff.hall.whose_sale import may_return
from handlers.ui.board import board
from handlers.ui.hall_lines import receipt_thing
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.room import CAPTION, as_many_as_fit
from models.hall.receipts import Receipt, ReceiptLine, receipt, receipt_by_code
from models.hall.refunds import ComesBack, Refund, ways_back
from models.hall.returns import NewReturn, take_back
from models.kernel.refusals import NotAllowed, NotFound
from models.people.access import Permission

REASONS = tuple(say(f"return-{key}") for key in ("wrong", "damaged", "mind"))
ALL, DONE, FATE, MONEY = "all", "done", "f", ("in-cash", "to-card")
NUMBER = re.compile(r"([0-9]{1,9}) ?[-–/] ?([0-9]{1,9})")
NAME = 16


class TakingBack(StateBase, frozen=True, kw_only=True, tag="hall-return.1"):
    """Goods that come back; `token` is of this act, `sale_id` 0 until the receipt is known.

    `picked` are the pieces so far, by line; `paid_to` is one of `MONEY`.
    """

    token: str
    sale_id: int = 0
    picked: tuple[ComesBack, ...] = ()
    ready: bool = False
    reason: str | None = None
    paid_to: str | None = None


def number_question() -> Question[Any]:
    """The number of the receipt."""

    async def ask(_turn: Turn, _state: TakingBack) -> Card:
        return Card(text=say("return-ask-number"), ask=Ask.text)

    async def take(turn: Turn, state: TakingBack, said: What | Pick) -> TakingBack:
        number = NUMBER.fullmatch(western(said_text(said)))
        if number is None:
            raise Unclear(say("return-no-number"))
        try:
            sale = await receipt_by_code(turn.session, int(number[1]), int(number[2]))
        except NotFound:
            raise Unclear(say("return-no-such-receipt")) from None
        return begun(turn, state, sale)

    return Question("number", ask, take, lambda state: not state.sale_id, prompt=Ask.text)


def begun(turn: Turn, state: TakingBack, sale: Receipt) -> TakingBack:
    """The return of that sale; of one piece alone there is nothing to choose. Refuses: NotAllowed.

    Unclear where nothing of it is left to come back.
    """
    if not may_return(turn, sale):
        raise NotAllowed
    left = [line for line in sale.lines if line.left]
    if not left:
        raise Unclear(say("return-nothing-left"))
    only = (ComesBack(left[0].id, 1),) if len(left) == 1 and left[0].left == 1 else ()
    return msgspec.structs.replace(state, sale_id=sale.id, picked=only)


def lines_question() -> Question[Any]:
    """Which pieces come back, and whether each can be sold again."""

    async def ask(turn: Turn, state: TakingBack) -> Card:
        sale = await receipt(turn.session, state.sale_id)
        held = {part.line_id: part for part in state.picked}
        words = [part_words(line, held.get(line.id)) for line in sale.lines if line.left]
        rows: list[Row] = []
        for line in sale.lines:
            if line.left:
                rows += line_rows(turn, line, held.get(line.id))
        rows.append((pick(turn, say("return-all"), ALL),))
        if state.picked:
            rows.append((pick(turn, say("return-done-picking"), DONE, Weight.heavy),))
        text = paragraphs(
            say("return-ask-lines", number=Exact(sale.code)), stack(*as_many_as_fit(words, CAPTION))
        )
        return board(turn, "cart", say("return-title"), text, *rows)

    async def take(turn: Turn, state: TakingBack, said: What | Pick) -> TakingBack | Reply:
        if not isinstance(said, Pick):
            raise Unclear(say("question-choose"))
        if said.value == DONE and state.picked:
            return msgspec.structs.replace(state, ready=True)
        sale = await receipt(turn.session, state.sale_id)
        picked = picked_after(state, sale, said.value)
        changed = msgspec.structs.replace(state, picked=picked)
        turn.enter(changed)
        return reply(await FLOWS[TakingBack].card(turn, changed), in_place=True)

    return Question("lines", ask, take, lambda state: not state.ready)


def part_words(line: ReceiptLine, part: ComesBack | None) -> Phrase:
    """A line with how many of its pieces come back, and what becomes of them."""
    thing, sold = receipt_thing(line), str(line.left)
    if part is None:
        return say("return-line", thing=thing, sold=sold)
    fate = say("return-to-shelf" if part.to_shelf else "return-written-off")
    return say("return-line-back", thing=thing, sold=sold, count=str(part.quantity), fate=fate)


def line_rows(turn: Turn, line: ReceiptLine, part: ComesBack | None) -> list[Row]:
    """One piece fewer, one more while there are; whether what comes back can be sold again."""
    thing, back = receipt_thing(line, NAME), 0 if part is None else part.quantity
    more = pick(turn, say("change-more", thing=thing), f"{line.id}:{back + 1}")
    less = pick(turn, say("change-fewer", thing=thing), f"{line.id}:{back - 1}")
    steps = (*((less,) if back else ()), *((more,) if back < line.left else ()))
    if part is None:
        return [steps]
    other = "return-write-off" if part.to_shelf else "return-put-back"
    return [steps, (pick(turn, say(other, thing=thing), f"{FATE}:{line.id}"),)]


def picked_after(state: TakingBack, sale: Receipt, value: str) -> tuple[ComesBack, ...]:
    """What comes back after that press; raises Unclear for one that is none of the card's."""
    left = {line.id: line.left for line in sale.lines if line.left}
    held = {part.line_id: part for part in state.picked}
    first, _, rest = value.partition(":")
    if value == ALL:
        for line_id, pieces in left.items():
            to_shelf = held[line_id].to_shelf if line_id in held else True
            held[line_id] = ComesBack(line_id, pieces, to_shelf)
    elif first == FATE and rest.isdecimal() and int(rest) in held:
        part = held[int(rest)]
        held[part.line_id] = msgspec.structs.replace(part, to_shelf=not part.to_shelf)
    elif first.isdecimal() and rest.isdecimal() and int(rest) <= left.get(int(first), -1):
        to_shelf = held[int(first)].to_shelf if int(first) in held else True
        held[int(first)] = ComesBack(int(first), int(rest), to_shelf)
    else:
        raise Unclear(say("question-choose"))
    return tuple(sorted(part for part in held.values() if part.quantity))


def why_question() -> Question[Any]:
    """Why they come back."""

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        return reason_of(turn, said, REASONS)

    options = [(reason, str(at)) for at, reason in enumerate(REASONS)]
    return question("reason", say("return-ask-reason"), read, options=options, per_row=1)


def money_question() -> Question[Any]:
    """How the money goes back; to choose it does it."""

    async def ask(turn: Turn, state: TakingBack) -> Card:
        ways = await ways_back(turn.session, state.sale_id, state.picked, turn.terms)
        in_cash, to_card = ways
        choices = [pick(turn, way_words(in_cash), MONEY[0])]
        if to_card is not None:
            choices.insert(0, pick(turn, way_words(to_card), MONEY[1]))
        text = say("return-ask-money", amount=Amount(in_cash.paid))
        return Card(text=text, choices=in_rows(choices, 1))

    async def take(_turn: Turn, state: TakingBack, said: What | Pick) -> TakingBack:
        if not isinstance(said, Pick) or said.value not in MONEY:
            raise Unclear(say("question-choose"))
        return msgspec.structs.replace(state, paid_to=said.value)

    return Question("money", ask, take, lambda state: state.paid_to is None)


def way_words(refund: Refund) -> Phrase:
    """How much goes back to the card, and how much is handed over in cash."""
    cash, card = Amount(refund.cash), Amount(refund.card)
    if not refund.card:
        return say("return-in-cash", amount=cash)
    if not refund.cash:
        return say("return-to-card", amount=card)
    return say("return-to-both", card=card, cash=cash)


async def take_them_back(turn: Turn, state: TakingBack) -> Reply:
    """Take the goods back. Refuses what `take_back` does, and NotAllowed."""
    turn.leave()
    before = await receipt(turn.session, state.sale_id)
    if not may_return(turn, before):
        raise NotAllowed
    to_card = state.paid_to == MONEY[1]
    new = NewReturn(state.token, state.sale_id, state.picked, state.reason or "", to_card)
    await take_back(turn.acting, new, turn.terms)
    sale = await receipt(turn.session, state.sale_id)
    return reply(await sale_card(turn, sale, sale.refunded - before.refunded))


async def leave_it(turn: Turn, state: TakingBack) -> Reply:
    """The sale as it stands, when nothing comes back; the till where it is not known."""
    if not state.sale_id:
        return reply(await own_till_card(turn))
    return reply(await sale_card(turn, await receipt(turn.session, state.sale_id)))


TAKING_BACK = Flow(
    TakingBack,
    (number_question(), lines_question(), why_question(), money_question()),
    take_them_back,
    allow=Permission.sell,
    left=leave_it,
)


@step(ReturnGoods, allow=Permission.sell)
async def start_return(turn: Turn, asked: ReturnGoods) -> Reply:
    """Ask which receipt, or which goods of it. Refuses: NotFound, NotAllowed."""
    state = TakingBack(token=secrets.token_urlsafe(9))
    if not asked.sale_id:
        return await TAKING_BACK.start(turn, state)
    return await start_of_sale(turn, await receipt(turn.session, asked.sale_id))


async def start_by_number(turn: Turn, till_id: int, number: int) -> Reply:
    """The return of the receipt of that number; raises Unclear where there is none."""
    try:
        sale = await receipt_by_code(turn.session, till_id, number)
    except NotFound:
        raise Unclear(say("return-no-such-receipt")) from None
    return await start_of_sale(turn, sale)


async def start_of_sale(turn: Turn, sale: Receipt) -> Reply:
    """Ask which goods of the sale come back; of one that is over, show it. Refuses: NotAllowed."""
    try:
        state = begun(turn, TakingBack(token=secrets.token_urlsafe(9)), sale)
    except Unclear as unclear:
        return reply(await sale_card(turn, sale), in_place=True, notice=unclear.phrase)
    return await TAKING_BACK.start(turn, state)
