"""Searching: any text outside a question is words to look for."""

from __future__ import annotations

import re

from handlers.customer.orders.orders import order_reply
from handlers.customer.shop.results_screen import (
    ask_search_screen,
    results_screen,
    with_offer,
)
from handlers.dialog.actions import Action, cut_words, fits
from handlers.dialog.actions.customer import AskSearch, SearchFor, SendWords
from handlers.dialog.actions.deliveries import FindOrder, FindOrders
from handlers.dialog.parsing import read_any_phone, western
from handlers.dialog.plans import carry_out, flow_of, may
from handlers.dialog.router import command, view
from handlers.dialog.speech import Choice, Reply, reply, say
from handlers.dialog.turn import Turn
from models.kernel.refusals import NotFound
from models.orders.queries import order_by_number, order_of
from models.products.search.queries import find_products
from models.products.shelves import PER_SHELF

ORDER_NUMBER = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")


@view(AskSearch)
async def ask_search(turn: Turn, _action: AskSearch) -> Reply:
    """Say how to search."""
    return reply(ask_search_screen(turn.language), in_place=True)


@view(SearchFor)
async def show_results(turn: Turn, action: SearchFor) -> Reply:
    """A page of what the words find, or of what the nearest words of the catalogue find.

    An order's number among them opens the order, for whom it is. Words that are there as they were
    typed can be handed to the centre, but for an own order's number alone. Refuses NotAllowed to
    staff for an order that is not in their reach.
    """
    order = await order_meant(turn, action.words)
    if order is not None and ORDER_NUMBER.fullmatch(western(action.words)):
        return order
    found = await results(turn, action) if order is None else order
    send = SendWords(action.words, action.typed)
    if not action.typed or not action.words or not fits(send):
        return found
    return with_offer(found, say("inbox-offer"), Choice(say("button-send-to-team"), send))


async def results(turn: Turn, action: SearchFor) -> Reply:
    """A page of products; the first one where there are not so many.

    What a customer finds nothing for is counted, but not beside an order that is about to be
    placed: a name may be meant for that.
    """
    page = max(0, action.page)
    found = await find_products(turn.session, action.words, page, PER_SHELF)
    if page and not found.page.items:
        found = await find_products(turn.session, action.words, 0, PER_SHELF)
    if not found.page.items and not turn.standing.roles and not is_beside_unfinished(turn):
        turn.not_found = action.words
    return reply(results_screen(action, found, turn.language), in_place=True)


def is_beside_unfinished(turn: Turn) -> bool:
    """Whether the words were typed at a question that something unfinished waits at."""
    return (
        turn.state is not None and flow_of(turn.state).words_of_unfinished(turn.state) is not None
    )


async def order_meant(turn: Turn, words: str) -> Reply | None:
    """The order whose number (in any digits) is among the words, or None where it is no such.

    A phone alone finds its orders, for those who look orders up.

    Her own is shown to a customer, and any to those who look orders up; to everybody else a number
    says nothing. Refuses NotAllowed as the staff's own screen does.
    """
    if read_any_phone(words) is not None and may(turn, FindOrders):
        return await carry_out(turn, FindOrders(cut_words(words)))
    number = ORDER_NUMBER.search(western(words))
    order_id = None if number is None else await order_by_number(turn.session, number[0])
    if number is None or order_id is None:
        return None
    try:
        return await order_reply(turn, order_id)
    except NotFound:
        return await carry_out(turn, FindOrder(number[0])) if may(turn, FindOrder) else None


async def own_order_named(turn: Turn, words: str) -> int | None:
    """The person's own order whose number is among the words, if any."""
    number = ORDER_NUMBER.search(western(words))
    order_id = None if number is None else await order_by_number(turn.session, number[0])
    if number is None or order_id is None:
        return None
    try:
        return (await order_of(turn.session, turn.person_id, order_id)).id
    except NotFound:
        return None


def asked_for(rest: str) -> Action:
    """`/search` asks how; with words behind it, it searches."""
    return SearchFor(rest) if rest else AskSearch()


command("search", asked_for)
