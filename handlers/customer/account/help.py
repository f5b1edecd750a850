"""Help: what the bot can do, and how to reach the centre."""

from __future__ import annotations

from handlers.customer.account.about_screens import help_screen
from handlers.dialog.actions.customer import ShowHelp
from handlers.dialog.router import command, view
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn


@view(ShowHelp)
async def show_help(turn: Turn, _action: ShowHelp) -> Reply:
    """What can be done here, and the centre's contact where the settings name one."""
    offered = (await turn.delivery_plan()).pick_up.offered
    shown = help_screen(turn.terms, turn.language, turn.standing, pick_up=offered)
    return reply(shown, in_place=shown.picture is not None)


command("help", lambda _rest: ShowHelp())
