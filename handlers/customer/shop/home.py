"""The menu: the way into everything."""

from __future__ import annotations

from handlers.dialog.actions.asked import Leave
from handlers.dialog.actions.customer import ShowHome
from handlers.dialog.main_menu import menu_screen
from handlers.dialog.router import command, view
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from handlers.ui.on_behalf import with_buyer
from models.products.product_pages import shop_front


@view(ShowHome)
async def show_home(turn: Turn, _action: ShowHome) -> Reply:
    """The five packages with how many products each offers now, and the ways on."""
    front = await shop_front(turn.session, turn.person_id)
    first = turn.first_contact
    card = menu_screen(
        front.counts,
        turn.standing.permissions,
        turn.language,
        first_contact=first,
        favourites=front.has_favourites,
        pick_up=first and (await turn.delivery_plan()).pick_up.offered,
    )
    return reply(await with_buyer(turn, card) if turn.caller_id else card, in_place=True)


command("start", lambda _rest: ShowHome())
command("shop", lambda _rest: ShowHome())
command("cancel", lambda _rest: Leave())
