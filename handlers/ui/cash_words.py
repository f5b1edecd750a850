"""Cash that is not what it should be, in words."""

from __future__ import annotations

from handlers.dialog.speech import Amount, Phrase, say
from models.kernel.money import NOTHING, Money


def missing_words(missing: Money) -> Phrase:
    """How much cash was missing, or too much where that is below nothing."""
    if missing < NOTHING:
        return say("history-cash-over", amount=Amount(-missing))
    return say("history-cash-missing", amount=Amount(missing))


def moved_words(amount: Money) -> Phrase:
    """How much cash was put into a till, or taken out of it where that is below nothing."""
    if amount < NOTHING:
        return say("till-moved-out", amount=Amount(-amount))
    return say("till-moved-in", amount=Amount(amount))
