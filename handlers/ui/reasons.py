"""Why an order went otherwise: reasons that are chosen, kept by key, and those in own words."""

from __future__ import annotations

from handlers.dialog.speech import Phrase, say
from models.orders.reasons import KEYS


def reason_words(reason: str) -> Phrase:
    """A stored reason in words: the phrase of its key, or what somebody wrote."""
    return say(f"reason-{reason}") if reason in KEYS else say("reason-own", reason=reason)
