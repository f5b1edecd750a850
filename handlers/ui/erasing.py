"""The yes to the questions before something is erased for good."""

from __future__ import annotations

from handlers.dialog.speech import Phrase, say

YES = ("button-erase-yes-1", "button-erase-yes-2")


def yes_words(answers: int) -> Phrase:
    """The button's words after so many answers."""
    return say(YES[answers])
