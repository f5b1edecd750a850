"""The menu: the way into everything."""

from __future__ import annotations

from handlers.actions import Leave, ShowHome
from handlers.router import command, view
from handlers.screens.menu import menu_screen
from handlers.speech import Reply, reply
from handlers.turn import Turn
from models.products.product_pages import package_counts


@view(ShowHome)
async def show_home(turn: Turn, _action: ShowHome) -> Reply:
    """The five packages with how many products each offers now, and the ways on."""
    counts = await package_counts(turn.session)
    card = menu_screen(
        counts, turn.standing.permissions, turn.language, first_contact=turn.first_contact
    )
    return reply(card, in_place=True)


command("start", lambda _rest: ShowHome())
command("shop", lambda _rest: ShowHome())
command("cancel", lambda _rest: Leave())
