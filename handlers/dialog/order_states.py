"""Where orders stand, for what is delivered and what is fetched at the hall alike."""

from __future__ import annotations

from handlers.dialog.speech import Phrase, say

ALIKE = ("packed", "delivered")
"""The states whose own words are of a delivery: of any order they have others, `any-state-…`."""


def state_of_any(state: str) -> Phrase:
    """The state in words that hold wherever the order, or each of several, goes to."""
    return say(f"any-state-{state}" if state in ALIKE else f"state-{state}")
