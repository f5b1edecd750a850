"""Searching: any text outside a question is words to look for."""

from __future__ import annotations

import re

from handlers.actions import Action, AskSearch, SearchFor
from handlers.customer.orders import shown
from handlers.reading import western
from handlers.router import command, view
from handlers.screens.results import PER_PAGE, ask_search_screen, results_screen
from handlers.speech import Reply, reply
from handlers.turn import Turn
from models.errors import NotFound
from models.order_book import order_by_number, order_of
from models.search import find_products

ORDER_NUMBER = re.compile(r"[0-9]{6}")


@view(AskSearch)
async def ask_search(turn: Turn, _action: AskSearch) -> Reply:
    """How to search."""
    return reply(ask_search_screen(turn.language), in_place=True)


@view(SearchFor)
async def show_results(turn: Turn, action: SearchFor) -> Reply:
    """A page of what the words find, or of what the nearest words of the catalogue find.

    The number of one of her own orders opens that order.
    """
    order_id = await own_order(turn, action.words)
    if order_id is not None:
        return await shown(turn, order_id)
    page = max(0, action.page)
    found = await find_products(turn.session, action.words, page, PER_PAGE)
    if page and not found.page.items:
        found = await find_products(turn.session, action.words, 0, PER_PAGE)
    return reply(results_screen(action.words, found, turn.language), in_place=True)


async def own_order(turn: Turn, words: str) -> int | None:
    """The order of hers with that number, in any digits; None for everything else."""
    number = western(words)
    if not ORDER_NUMBER.fullmatch(number):
        return None
    order_id = await order_by_number(turn.session, number)
    if order_id is None:
        return None
    try:
        order = await order_of(turn.session, turn.person_id, order_id)
    except NotFound:
        return None
    return order.id


def asked_for(rest: str) -> Action:
    """`/search` asks how; with words behind it, it searches."""
    return SearchFor(rest) if rest else AskSearch()


command("search", asked_for)
