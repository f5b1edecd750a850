"""As much as one message holds: of many lines the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.rendering import letters
from handlers.dialog.speech import Phrase, say

MESSAGE = 3_500
"""Letters of lines in one message, of the 4096 that it holds: beside them there are other words."""
CAPTION = 600
"""Letters of lines beneath a picture, of the 1024 that it holds."""
FEW = 5
"""So many lines fit whatever they say: their names, wishes and places are cut."""


def as_many_as_fit(lines: Sequence[Phrase], room: int = MESSAGE) -> list[Phrase]:
    """The lines for which there are so many letters; and how many more there are.

    The first one is always there.
    """
    if len(lines) <= FEW and room == MESSAGE:
        return list(lines)
    shown: list[Phrase] = []
    for line in lines:
        room -= letters(line) + 1
        if room < 0 and shown:
            break
        shown.append(line)
    more = len(lines) - len(shown)
    return [*shown, say("lines-more", count=more)] if more else shown
