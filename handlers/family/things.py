"""A family's product in words, with the option that is meant where it has several."""

from __future__ import annotations

from handlers.dialog.layout import short
from handlers.dialog.speech import Phrase, say

NAME, OPTION = 36, 16


def thing_words(name: tuple[str, str], label: tuple[str, str]) -> Phrase:
    """The product's name; and the option's, where the label is not empty."""
    if not any(label):
        return say("family-thing", name=short(*name, NAME))
    return say("family-thing-option", name=short(*name, NAME), option=short(*label, OPTION))
