"""Privacy: what is kept of a person, and why."""

from __future__ import annotations

from handlers.customer.account.about_screens import privacy_screen
from handlers.dialog.actions.customer import ShowPrivacy
from handlers.dialog.router import command, view
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from models.inbox.erasure import count_kept


@view(ShowPrivacy)
async def show_privacy(turn: Turn, _action: ShowPrivacy) -> Reply:
    """What is kept and why, by Federal Decree-Law 45 of 2021, and how it is corrected or erased."""
    messages = await count_kept(turn.session, turn.person_id)
    return reply(privacy_screen(turn.terms, turn.language, messages), in_place=True)


command("privacy", lambda _rest: ShowPrivacy())
