"""A bazaar's history: its name, place and days as staff changed them."""

from __future__ import annotations

from handlers.dialog.actions.audit import BazaarHistory
from handlers.dialog.actions.bazaars import ManageBazaar
from handlers.dialog.layout import short
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.history_screen import history_reply
from models.bazaars.bazaars import bazaar
from models.people.access import Permission
from models.reports.history import Subject


@view(BazaarHistory, allow=Permission.bazaars)
async def show_bazaar_history(turn: Turn, asked: BazaarHistory) -> Reply:
    """What happened to the bazaar, the newest first. Refuses: NotFound."""
    found = await bazaar(turn.session, asked.bazaar_id)
    return await history_reply(
        turn,
        Subject.bazaar,
        found.id,
        asked.before,
        title=say("history-of-bazaar", name=short(found.name_ar, found.name_en)),
        icon="bazaar",
        to=lambda before: BazaarHistory(found.id, before),
        back=Choice(say("button-this-bazaar"), ManageBazaar(found.id)),
    )
