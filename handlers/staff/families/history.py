"""A brand's history: its names, its products, and who has followed it."""

from __future__ import annotations

from handlers.dialog.actions.audit import FamilyHistory
from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.layout import short
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.history_screen import history_reply
from models.people.access import Permission
from models.products.brands import family
from models.reports.history import Subject


@view(FamilyHistory, allow=Permission.families)
async def show_family_history(turn: Turn, asked: FamilyHistory) -> Reply:
    """What happened to the brand, the newest first. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    return await history_reply(
        turn,
        Subject.family,
        found.id,
        asked.before,
        title=say("history-of-brand", brand=short(found.brand_ar, found.brand_en)),
        icon="people",
        to=lambda before: FamilyHistory(found.id, before),
        back=Choice(say("button-this-family"), ManageFamily(found.id)),
    )
