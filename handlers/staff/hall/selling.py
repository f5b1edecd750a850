"""Selling in the hall: things found by code, words or label, into a basket that is then paid."""

from __future__ import annotations

import secrets
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import StartOnBehalf
from handlers.dialog.actions.selling import Sell
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import FLOWS, Flow
from handlers.dialog.parsing import western
from handlers.dialog.questions import said_text
from handlers.dialog.router import ROUTES, step
from handlers.dialog.speech import Ask, Card, Reply, What, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import (
    CARD,
    CASH,
    MOST_LINES,
    UNPAID,
    Selling,
    with_one_more,
    with_quantity,
)
from handlers.staff.hall.basket_card import ADD, DELIVER, MIXED, OFF, basket_card
from handlers.staff.hall.letting_off import amount_question, line_question, reason_question
from handlers.staff.hall.paying import by_card_question, pay_question, reference_question
from handlers.staff.hall.returning import NUMBER, start_by_number
from handlers.staff.hall.showing import show_card
from handlers.staff.hall.till import own_till_card
from models.hall.short_codes import option_of
from models.hall.till_tables import TillState
from models.hall.tills import till_of
from models.kernel.refusals import NotFound
from models.orders.items_now import items_of
from models.people.access import Permission
from models.products.search.queries import find_products

FOUND, MOST_FOUND = 6, 10


def basket_question() -> Question[Any]:
    """What lies in the basket: more by code or words, other quantities, and how it is paid."""

    async def ask(turn: Turn, state: Selling) -> Card:
        return await basket_card(turn, state)

    async def take(turn: Turn, state: Selling, said: What | Pick) -> Reply:
        if isinstance(said, Pick):
            return await press_answer(turn, state, said.value)
        return await typed(turn, state, said_text(said))

    return Question("basket", ask, take, lambda _state: True, prompt=Ask.text)


async def press_answer(turn: Turn, state: Selling, value: str) -> Reply:
    """A button of the basket. Refuses: OutOfStock, MadeToOrder, NotFound, NotAllowed."""
    step_name, _, rest = value.partition(":")
    if step_name == ADD and rest.isdecimal():
        return await show_card(turn, await with_one_more(turn.session, state, int(rest)), "basket")
    if step_name.isdecimal() and rest.isdecimal():
        changed = await with_quantity(turn.session, state, int(step_name), int(rest))
        return await show_card(turn, changed, "basket")
    if not state.items:
        raise Unclear(say("selling-empty"))
    unpaid = msgspec.structs.replace(state, **UNPAID)
    match value:
        case "cash" | "card":
            return await show_card(turn, unpaid, "pay", way=CASH if value == CASH else CARD)
        case "mixed":
            return await show_card(turn, unpaid, MIXED)
        case "off":
            turn.standing.require(Permission.let_off)
            return await show_card(turn, unpaid, OFF if len(state.items) > 1 else "off-amount")
        case "deliver":
            turn.standing.require(Permission.on_behalf)
            assert value == DELIVER
            return await ROUTES[StartOnBehalf].answer(turn, StartOnBehalf())
        case _:
            raise Unclear(say("question-choose"))


async def typed(turn: Turn, state: Selling, text: str) -> Reply:
    """A short code, the number of a receipt of which something comes back, or words."""
    if number := NUMBER.fullmatch(western(text)):
        return await start_by_number(turn, int(number[1]), int(number[2]))
    if len(state.items) >= MOST_LINES:
        raise Unclear(say("selling-full", most=MOST_LINES))
    if option_id := option_of(western(text)):
        try:
            return await show_card(
                turn, await with_one_more(turn.session, state, option_id), "basket"
            )
        except NotFound:
            raise Unclear(say("selling-no-such-code")) from None
    return await search(turn, state, text)


async def search(turn: Turn, state: Selling, words: str) -> Reply:
    """What lies on the shelf and is called so; the only one goes into the basket at once."""
    found = await find_products(turn.session, words, 0, FOUND)
    places = {brief.id: at for at, brief in enumerate(found.page.items)}
    things = [thing for thing in await items_of(turn.session, places) if thing.left]
    things.sort(key=lambda thing: places[thing.product_id])
    if not things:
        raise Unclear(say("selling-nothing-found"))
    if len(things) == 1 and not found.instead:
        only = await with_one_more(turn.session, state, things[0].option_id)
        return await show_card(turn, only, "basket")
    ids = tuple(thing.option_id for thing in things[:MOST_FOUND])
    return await show_card(turn, state, "basket", found=ids)


async def never(turn: Turn, state: Selling) -> Reply:
    """A basket is never answered to its end: it is sold by its button, or left."""
    return await FLOWS[type(state)].repeat(turn, state)


async def leave_it(turn: Turn, _state: Selling) -> Reply:
    """The till, when nothing is sold after all."""
    return reply(await own_till_card(turn))


SELLING = Flow(
    Selling,
    (
        basket_question(),
        by_card_question(),
        reference_question(),
        pay_question(),
        line_question(),
        amount_question(),
        reason_question(),
    ),
    never,
    allow=Permission.sell,
    left=leave_it,
)


@step(Sell, allow=Permission.sell)
async def sell_here(turn: Turn, asked: Sell) -> Reply:
    """The basket, with that option in it; without an open till, the way to open one.

    Refuses: OutOfStock, MadeToOrder, NotFound.
    """
    mine = await till_of(turn.session, turn.person_id)
    if mine is None or mine.state != TillState.open.value:
        return reply(await own_till_card(turn), in_place=True)
    open_now = turn.state
    state = open_now if isinstance(open_now, Selling) else Selling(token=secrets.token_urlsafe(9))
    if not asked.option_id:
        return await show_card(turn, state, "basket")
    if is_full(state, asked.option_id):
        again = await show_card(turn, state, "basket")
        return msgspec.structs.replace(again, notice=say("selling-full", most=MOST_LINES))
    return await show_card(
        turn, await with_one_more(turn.session, state, asked.option_id), "basket"
    )


def is_full(state: Selling, option_id: int) -> bool:
    """Whether one more line has no room in the basket."""
    held = {item.option_id for item in state.items}
    return len(held) >= MOST_LINES and option_id not in held
