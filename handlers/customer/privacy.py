"""Privacy: what is kept of a person, and why."""

from __future__ import annotations

from handlers.actions import ShowPrivacy
from handlers.router import command, view
from handlers.screens.about import privacy_screen
from handlers.speech import Reply, reply
from handlers.turn import Turn


@view(ShowPrivacy)
async def show_privacy(turn: Turn, _action: ShowPrivacy) -> Reply:
    """What is kept and why, by Federal Decree-Law 45 of 2021, and how it is corrected or erased."""
    return reply(privacy_screen(turn.terms, turn.language), in_place=True)


command("privacy", lambda _rest: ShowPrivacy())
