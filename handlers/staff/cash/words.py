"""Cash in words: whose, how much, and where a handing over stands."""

from __future__ import annotations

from handlers.dialog.actions.cash import ConfirmHandover
from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Choice, Phrase, say
from handlers.dialog.turn import Turn
from handlers.ui.reasons import reason_words
from models.accounting.cash_handovers import Handover
from models.kernel.money import Money
from models.people.access import Permission
from models.people.team import name_of

NAME, REASON = 24, 120


def name_words(name: str) -> Phrase:
    """A name, or that none is known."""
    return say("people-name", name=cut(name, NAME)) if name else say("people-nameless")


async def whose(turn: Turn, person_id: int | None) -> Phrase:
    """Whose cash it is; the till where it is in nobody's purse."""
    if person_id is None:
        return say("cash-till")
    return name_words(await name_of(turn.session, person_id))


def difference_words(expected: Money, taken: Money, reason: str) -> Phrase:
    """What was there instead of what should have been, and why."""
    return say(
        "cash-differs",
        expected=Amount(expected),
        taken=Amount(taken),
        reason=reason_words(cut(reason, REASON)),
    )


def agree(waiting: Handover) -> Choice:
    """The button that agrees to exactly that amount."""
    return Choice(
        say("button-confirm-handover", amount=Amount(waiting.counted)), ConfirmHandover(waiting.id)
    )


def is_at_desk(turn: Turn) -> bool:
    """Whether the person agrees for the till to what others hand over."""
    return Permission.orders in turn.standing.permissions
