"""The days of a bazaar in words."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.speech import Phrase, TimeOfDay, When, say
from handlers.ui.order_lines import stack
from models.bazaars.bazaars import OpeningDay

DAYS = 8


def some_days(lines: Sequence[Phrase]) -> Phrase:
    """A line for each day, not too many, and how many there are besides."""
    if len(lines) <= DAYS:
        return stack(*lines)
    return stack(*lines[:DAYS], say("bazaar-more-days", count=len(lines) - DAYS))


def day_line(day: OpeningDay) -> Phrase:
    """One day: from when to when."""
    return say("bazaar-day", opens=When(day.opens_at), closes=TimeOfDay(day.closes_at))
