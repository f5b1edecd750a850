"""A brand that is written otherwise: its names are changed, in both languages."""

from __future__ import annotations

from typing import Any

from handlers.dialog.actions.brands import RenameFamily
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.router import step
from handlers.dialog.speech import Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.kept_text import kept_text
from handlers.staff.families.families import MOST_BRAND, back_to_family, family_card, not_taken
from models.people.access import Permission
from models.products.brands import family, rename_family


class Renaming(StateBase, frozen=True, kw_only=True, tag="rename-family.1"):
    """A brand that is being renamed, and what it was called."""

    family_id: int
    was_ar: str
    was_en: str
    ar: str | None = None
    en: str | None = None


async def rename(turn: Turn, state: Renaming) -> Reply:
    """Give the brand its new names. Refuses: NotFound, AlreadyThere."""
    names = require_answer(state.ar), require_answer(state.en)
    await rename_family(turn.acting, state.family_id, *names)
    turn.leave()
    return reply(await family_card(turn, state.family_id, say("changing-done")))


def name_question(language: str) -> Question[Any]:
    """The question for the brand's name in one language; it may stay as it was."""
    asked = kept_text(language, lambda _state: "changing-ask-name", MOST_BRAND)
    return not_taken(asked, lambda state: state.family_id)


RENAMING = Flow(
    Renaming,
    (
        name_question("ar"),
        name_question("en"),
    ),
    rename,
    allow=Permission.families,
    left=back_to_family,
)


@step(RenameFamily, allow=Permission.families)
async def start_renaming(turn: Turn, asked: RenameFamily) -> Reply:
    """Ask for the brand's new names. Refuses: NotFound."""
    found = await family(turn.session, asked.family_id)
    state = Renaming(family_id=found.id, was_ar=found.brand_ar, was_en=found.brand_en)
    return await RENAMING.start(turn, state)
