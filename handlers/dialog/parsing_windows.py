"""Reads for when a delivery is wanted: a day, a part of it or an hour, or both."""

from __future__ import annotations

import re
from datetime import date, time
from typing import NamedTuple

from handlers.dialog.meanings import Meaning
from handlers.dialog.parsing import in_one_spelling
from handlers.dialog.parsing_days import day_meant
from handlers.dialog.parsing_hours import PARTS, Part, time_meant

Hours = tuple[time, time]
MOST_LETTERS = 60
SPANS: dict[Part, Hours] = {
    Part.morning: (time(5), time(12)),
    Part.noon: (time(11), time(15)),
    Part.afternoon: (time(12), time(18)),
    Part.evening: (time(16), time(23, 59)),
    Part.night: (time(18), time(23, 59)),
}
_BEFORE = re.compile(r"(?:في|علي|وقت|in the|at)\s+")


class Wanted(NamedTuple):
    """The day and the hours that were asked for, None where unsaid; `at` is how these were typed.

    Hours from one time to the same one are that moment.
    """

    day: Meaning[date] | None
    hours: Hours | None = None
    at: str = ""


def time_wanted(text: str, today: date) -> Wanted | None:
    """What a text asks for: بكرة العصر, الجمعة, 4 مارس 5 م, العصر; None where nothing is likely."""
    typed = in_one_spelling(re.sub("[,،]", " ", text))
    if len(typed) > MOST_LETTERS:
        return None
    if day := day_meant(typed, today):
        return Wanted(day)
    words = typed.split()
    for end in range(len(words) - 1, -1, -1):
        at = " ".join(words[end:])
        hours = hours_wanted(at)
        day = day_meant(" ".join(words[:end]), today) if end else None
        if hours and (day or (end == 0 and not at.isdigit())):
            return Wanted(day, hours, at)
    return None


def hours_wanted(typed: str) -> Hours | None:
    """The hours of a part of the day, or the moment of an hour."""
    part = PARTS.get(_BEFORE.sub("", typed, count=1), None)
    if part in SPANS:
        return SPANS[part]
    at = time_meant(_BEFORE.sub("", typed, count=1))
    return None if at is None else (at.value, at.value)


def fits(window: str, hours: Hours) -> bool:
    """Whether a window (16:00-20:00) and the hours that were asked for have time in common."""
    starts, ends = (time.fromisoformat(at) for at in window.split("-"))
    first, last = hours
    return starts <= first < ends if first == last else starts < last and first < ends


def begins_in(window: str, hours: Hours) -> bool:
    """Whether a window (16:00-20:00) begins within the hours that were asked for."""
    return hours[0] <= time.fromisoformat(window.split("-")[0]) < hours[1]
