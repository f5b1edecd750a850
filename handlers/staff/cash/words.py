"""Cash in words: whose, how much, and where a handing over stands."""

from __future__ import annotations

from handlers.dialog.actions.cash import ConfirmHandover
from handlers.dialog.speech import Amount, Choice, Phrase, say
from handlers.dialog.turn import Turn
from handlers.ui.cash_words import name_words
from models.accounting.cash_handovers import Handover
from models.people.access import Permission
from models.people.team import name_of


async def whose(turn: Turn, person_id: int | None) -> Phrase:
    """Whose cash it is; the till where it is in nobody's purse."""
    if person_id is None:
        return say("cash-till")
    return name_words(await name_of(turn.session, person_id))


def agree(waiting: Handover) -> Choice:
    """The button that agrees to exactly that amount."""
    return Choice(
        say("button-confirm-handover", amount=Amount(waiting.counted)), ConfirmHandover(waiting.id)
    )


def is_at_desk(turn: Turn) -> bool:
    """Whether the person agrees for the till to what others hand over."""
    return Permission.orders in turn.standing.permissions
