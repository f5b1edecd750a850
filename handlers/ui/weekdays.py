"""The days of the week by name, one or several in a line."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from handlers.dialog.speech import Phrase, say
from models.orders.delivery_plan import WEEKDAYS

WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def weekday_name(weekday: int) -> Phrase:
    """The weekday's name; 0 is Monday."""
    return say(f"weekday-{WEEKDAY_NAMES[weekday]}")


def weekday_names(days: Sequence[int]) -> Phrase:
    """The names of these weekdays in a line; all seven are every day."""
    return (
        say("delivery-every-day") if len(days) == len(WEEKDAYS) else in_line(weekday_phrases(days))
    )


def weekday_phrases(days: Sequence[int]) -> list[Phrase]:
    """The names of these weekdays."""
    return [weekday_name(day) for day in days]


def in_line(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases in a line, a comma between them."""
    return reduce(lambda before, then: say("delivery-and", before=before, then=then), phrases)
