"""Cash that is not what it should be, in words."""

from __future__ import annotations

from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Phrase, say
from handlers.ui.reasons import reason_words
from models.kernel.money import NOTHING, Money

NAME, REASON = 24, 120


def name_words(name: str) -> Phrase:
    """A name, or that none is known."""
    return say("people-name", name=cut(name, NAME)) if name else say("people-nameless")


def difference_words(expected: Money, taken: Money, reason: str) -> Phrase:
    """What was there instead of what should have been, and why."""
    return say(
        "cash-differs",
        expected=Amount(expected),
        taken=Amount(taken),
        reason=reason_words(cut(reason, REASON)),
    )


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
