"""Reads times of day as people type them. What may be another half of the day is said back."""

from __future__ import annotations

import re
from datetime import time
from enum import Enum, auto
from typing import NamedTuple

from handlers.dialog.meanings import Meaning, sure_value
from handlers.dialog.parsing import in_one_spelling

MOST_LETTERS = 60
EARLIEST_BARE = 7
"""A bare figure below is rather in the afternoon than before the shops open."""


class Part(Enum):
    """Parts of the day, as far as they tell which half of it an hour is in."""

    morning = auto()
    noon = auto()
    afternoon = auto()
    evening = auto()
    after_noon = auto()
    night = auto()


PARTS = {
    in_one_spelling(word): part
    for part, words in {
        Part.morning: ("ص", "صباحا", "صباح", "الصباح", "الصبح", "صبح", "الضحى", "الفجر", "فجرا",
                       "am", "a.m.", "morning", "in the morning"),
        Part.noon: ("ظهرا", "ظهر", "الظهر", "noon"),
        Part.afternoon: ("عصرا", "عصر", "العصر", "بعد الظهر", "afternoon", "in the afternoon"),
        Part.evening: ("مساء", "مساءا", "مسا", "المساء", "المسا", "المغرب", "مغرب", "العشاء",
                       "العشا", "evening", "in the evening"),
        Part.after_noon: ("م", "pm", "p.m."),
        Part.night: ("ليلا", "ليل", "الليل", "بالليل", "فليل", "باليل", "في الليل",
                     "night", "at night"),
    }.items()
    for word in words
}  # fmt: skip
_PART = "|".join(re.escape(word) for word in sorted(PARTS, key=len, reverse=True))
_MORE = {"نص": 30, "نصف": 30, "ربع": 15, "ثلث": 20, "الا ربع": -15, "الا ثلث": -20}
_HOUR = (
    r"(?:(?:ال)?ساعه\s*|at\s+)?([0-9]{1,2})(?:([:.])([0-9]{2}))?"
    rf"(?:\s*و\s*(نصف?|ربع|ثلث)|\s*(الا\s(?:ربع|ثلث)))?\s*({_PART})?(?![^\W\d_])"
)
_TO = r"(?:-|–|—|/|الي|حتي|لين|لحد|ل|to|until|till)"
_HOURS = re.compile(rf"(?:من\s+|from\s+)?{_HOUR}\s*(?:{_TO}|\s)\s*{_HOUR}")
_TIME = re.compile(_HOUR)
_MIDNIGHT = re.compile(r"(?<![^\W_])(?:12\s+)?(?:midnight|منتصف الليل|نص الليل)(?![^\W_])")


class Clock(NamedTuple):
    """A time as it was written: figure, minutes (None where unsaid), part of the day."""

    figure: int
    minutes: int | None
    part: Part | None
    colon: bool = False


def read_hours(text: str) -> tuple[time, time] | None:
    """Opening and closing such as 16:00-22:00, 4 - 10 م, 4 العصر - 10 or 4pm to 10pm, any digits.

    A bare 4-10 may be morning or evening, so it is None. The closing may lie after midnight.
    """
    return sure_value(hours_meant(text))


def hours_meant(text: str) -> Meaning[tuple[time, time]] | None:
    """The opening and closing that a text surely or probably means; None where none are likely."""
    typed = _MIDNIGHT.sub("12 night", in_one_spelling(text))
    found = _HOURS.fullmatch(typed) if len(typed) <= MOST_LETTERS else None
    if found is None:
        return None
    groups = found.groups()
    first, last = clock_of(groups[:6]), clock_of(groups[6:])
    if first is None or last is None:
        return None
    sure = sure_hours(first, last)
    if sure is not None:
        return Meaning(sure) if sure[0] != sure[1] else None
    likely = likely_hours(first, last)
    return None if likely is None or likely[0] == likely[1] else Meaning(likely, sure=False)


def sure_hours(first: Clock, last: Clock) -> tuple[time, time] | None:
    """The hours where nothing is in doubt; the part of the second may stand for the first too."""
    shared = first.part is None and last.part is not None and first.figure <= 12
    opens = clock_time(first._replace(part=last.part) if shared else first)
    closes = clock_time(last)
    if opens is None or closes is None:
        return None
    # 10-4 م may be from ten in the morning; and 4 م-10:30 may close at night or in the morning.
    halved = first.part is not None and last.part is None and closes.hour <= 12
    at_night = shared and last.part is Part.night and opens.hour < 6  # 4-10 at night is from 16:00
    return None if halved or at_night or (shared and opens > closes) else (opens, closes)


def likely_hours(first: Clock, last: Clock) -> tuple[time, time] | None:
    """The hours that are meant most likely: from the morning or afternoon on, to the next such."""
    if first.part is None and last.part is not None:
        closes = clock_time(last)
        opens = nearest_half(first, closes, before=True) if closes else None
    else:
        opens = clock_time(first) or likely_time(first)
        closes = clock_time(last) if last.part else None
        closes = closes or (nearest_half(last, opens, before=False) if opens else None)
    return None if opens is None or closes is None else (opens, closes)


def time_meant(text: str) -> Meaning[time] | None:
    """The time of day that a text surely or probably means: 18:00, 18, 6 م, الساعة 4."""
    typed = _MIDNIGHT.sub("12 night", in_one_spelling(text))
    found = _TIME.fullmatch(typed) if len(typed) <= MOST_LETTERS else None
    clock = clock_of(found.groups()) if found else None
    if clock is None:
        return None
    if clock.part is None and clock.minutes is None and clock.figure > 12:
        clock = clock._replace(minutes=0, colon=True)
    sure = clock_time(clock)
    likely = sure or likely_time(clock)
    return None if likely is None else Meaning(likely, sure=sure is not None)


def clock_of(groups: tuple[str | None, ...]) -> Clock | None:
    """A time as it was written, from the groups of its pattern; None for minutes that are none."""
    figure, sign, minutes, more, less, part = groups
    whole, rest = int(figure or 0), None if minutes is None else int(minutes)
    if rest is not None and (rest > 59 or more or less):
        return None
    if more or less:
        rest = _MORE[more or less or ""]
        whole, rest = (whole, rest) if rest >= 0 else (whole - 1 or 12, 60 + rest)
    return Clock(whole, rest, None if part is None else PARTS[part], sign == ":")


def clock_time(clock: Clock) -> time | None:
    """The time of day; None where it is none, or where it does not say which half of the day."""
    whole, rest = clock.figure, clock.minutes or 0
    if clock.part is None:
        says = whole < 24 and (clock.colon or whole > 12) and clock.minutes is not None
        return time(whole, rest) if says else None
    if not 1 <= whole <= 12 or (clock.part is Part.noon and 4 <= whole <= 11):
        return None
    return time(whole % 12 + (0 if is_before_noon(whole, clock.part) else 12), rest)


def likely_time(clock: Clock) -> time | None:
    """The half of the day that a bare figure means most likely."""
    if clock.part is not None or clock.figure > 23:
        return None
    later = 12 if 1 <= clock.figure < EARLIEST_BARE else 0
    return time(clock.figure + later, clock.minutes or 0)


def nearest_half(clock: Clock, other: time, *, before: bool) -> time | None:
    """The time of a bare figure that lies next before or after the other one."""
    if clock.figure > 12:
        return likely_time(clock)
    halves = [time(clock.figure % 12 + add, clock.minutes or 0) for add in (0, 12)]
    apart = {each: (minute_of(each) - minute_of(other)) % 1440 for each in halves}
    return (max if before else min)(halves, key=lambda each: apart[each] or (0 if before else 1440))


def minute_of(at: time) -> int:
    """The minute of the day."""
    return at.hour * 60 + at.minute


def is_before_noon(whole: int, part: Part) -> bool:
    """Whether so many o'clock of that part of the day lies before noon; 12 at night does."""
    return part is Part.morning or (part is Part.night and (whole == 12 or whole < 6))
