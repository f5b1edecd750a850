"""Searching: any text outside a question is words to look for."""

from __future__ import annotations

from handlers.actions import Action, AskSearch, SearchFor
from handlers.router import command, view
from handlers.screens.results import PER_PAGE, ask_search_screen, results_screen
from handlers.speech import Reply, reply
from handlers.turn import Turn
from models.search import find_products


@view(AskSearch)
async def ask_search(turn: Turn, _action: AskSearch) -> Reply:
    """How to search."""
    return reply(ask_search_screen(turn.language), in_place=True)


@view(SearchFor)
async def show_results(turn: Turn, action: SearchFor) -> Reply:
    """A page of what the words find, or of what the nearest words of the catalogue find."""
    page = max(0, action.page)
    found = await find_products(turn.session, action.words, page, PER_PAGE)
    if page and not found.page.items:
        found = await find_products(turn.session, action.words, 0, PER_PAGE)
    return reply(results_screen(action.words, found, turn.language), in_place=True)


def asked_for(rest: str) -> Action:
    """`/search` asks how; with words behind it, it searches."""
    return SearchFor(rest) if rest else AskSearch()


command("search", asked_for)
