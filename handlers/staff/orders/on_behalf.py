"""Ordering for a customer who telephones: number and name, and then the shop as customers see it.

The cart and the address are the caller's, whatever the member of staff has in their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.deliveries import EndOnBehalf, StartOnBehalf
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import FLOWS, Flow
from handlers.dialog.layout import CART, HOME, SEARCH, cut, package_rows
from handlers.dialog.questions import AnswerOption, question, words_of
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Card, Reply, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.ui.baskets import BasketState
from handlers.ui.on_behalf import END
from handlers.ui.order_lines import phone_words
from models.hall.sales import Item
from models.kernel.refusals import Refusal
from models.orders.carts import set_quantity
from models.orders.on_behalf import begin_for_caller
from models.people.access import Permission
from models.people.callers import CallerView, caller_by_phone

LASTS = timedelta(hours=2)
"""So long one orders for a caller: a forgotten one does not go on for days."""
MOST_NAME = 60
KNOWN = "known"


class Beginning(StateBase, frozen=True, kw_only=True, tag="on-behalf.1"):
    """Who telephones, or stands in the hall; `basket` is what the cart begins with."""

    phone: str | None = None
    name: str | None = None
    basket: tuple[Item, ...] = ()


async def known_caller(turn: Turn, phone: str) -> CallerView | None:
    """Whoever called by that number before, for those who handle orders: others ask the customer.

    By any number somebody's name, and then the address, could be read else.
    """
    if Permission.orders not in turn.standing.permissions:
        return None
    return await caller_by_phone(turn.session, phone)


def name_question() -> Question[Any]:
    """The caller's name; to those who handle orders the one of the last call is offered."""

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        if said == Pick(turn.version, KNOWN):
            known = await known_caller(turn, require_answer(state.phone))
            if known is not None:
                return known.name
        return words_of(said, MOST_NAME)

    async def options(turn: Turn, state: Any) -> Sequence[AnswerOption]:
        known = await known_caller(turn, state.phone or "")
        return [] if known is None else [(say("answer", answer=cut(known.name)), KNOWN)]

    return question("name", say("on-behalf-ask-name"), read, options=options)


async def begin(turn: Turn, state: Beginning) -> Reply:
    """Order for the caller from now on, with an empty cart, or with what lay in the basket."""
    said = CallerView(require_answer(state.phone), require_answer(state.name))
    person_id = await begin_for_caller(turn.acting, said, turn.language)
    turn.leave()
    turn.buy_for(person_id, turn.now + LASTS)
    await fill_cart(turn, state.basket)
    text = say("on-behalf-begun", name=said.name, phone=phone_words(said.phone))
    return reply(Card(text=text, choices=(*package_rows(), (SEARCH, CART), (END,))))


async def fill_cart(turn: Turn, basket: Sequence[Item]) -> None:
    """Put what lay in the basket into the caller's cart; what cannot be had is left out."""
    for item in basket:
        try:
            async with turn.session.begin_nested():
                await set_quantity(turn.shopping, item.option_id, item.quantity, turn.terms)
        except Refusal:  # the cart is looked at before anything is ordered
            continue


BEGINNING = Flow(
    Beginning,
    (questions.phone("phone", say("on-behalf-ask-phone"), prompt=Ask.text), name_question()),
    begin,
    allow=Permission.on_behalf,
    left=back_to_desk,
)


@step(StartOnBehalf, allow=Permission.on_behalf)
async def start_on_behalf(turn: Turn, _asked: StartOnBehalf) -> Reply:
    """Ask who telephones; what was begun for another caller is left.

    Of what is being sold in the hall the cart is to hold the same.
    """
    basket = turn.state.items if isinstance(turn.state, BasketState) else ()
    turn.buy_for(None)
    return await BEGINNING.start(turn, Beginning(basket=basket))


@step(EndOnBehalf, allow=Permission.on_behalf)
async def end_on_behalf(turn: Turn, _asked: EndOnBehalf) -> Reply:
    """Order for oneself again: what lies in the caller's cart is not ordered.

    The answers of a form that is to be kept are none of the caller's, and it goes on.
    """
    turn.buy_for(None)
    if turn.state is not None and not FLOWS[type(turn.state)].keep:
        turn.leave()
    return reply(Card(text=say("on-behalf-ended"), choices=((TO_DESK, HOME),)))
