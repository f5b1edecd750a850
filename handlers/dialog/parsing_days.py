"""Reads days and opening hours as people type them. Anything doubtful is asked again."""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from handlers.dialog.parsing import western

JUST_PAST = timedelta(days=90)
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("يناير", "january", "jan"),
            ("فبراير", "february", "feb"),
            ("مارس", "march", "mar"),
            ("أبريل", "ابريل", "إبريل", "april", "apr"),
            ("مايو", "may"),
            ("يونيو", "يونيه", "june", "jun"),
            ("يوليو", "يوليه", "july", "jul"),
            ("أغسطس", "اغسطس", "august", "aug"),
            ("سبتمبر", "september", "sep"),
            ("أكتوبر", "اكتوبر", "october", "oct"),
            ("نوفمبر", "november", "nov"),
            ("ديسمبر", "december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SOON = {"اليوم": 0, "today": 0, "غدا": 1, "بكرة": 1, "باكر": 1, "tomorrow": 1}
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{4}))?")
_NAMED = re.compile(r"([0-9]{1,2})\s+([^\W\d_]+)(?:\s+([0-9]{4}))?")
_TANWIN = "\u064b"
_HOUR = r"([0-9]{1,2})(?::([0-9]{2}))?\s*(am|pm|صباحا|ظهرا|عصرا|مساء|ليلا|ص|م)?"
_HOURS = re.compile(rf"(?:من|from)?\s*{_HOUR}\s*(?:-|–|—|إلى|الى|حتى|to|until|\s)\s*{_HOUR}")
_MORNING = ("am", "ص", "صباحا")


def read_day(text: str, today: date) -> date | None:
    """A day such as 14/7, 14-7-2027, 2027-07-14, 14 يوليو, 14 July or غداً, in any digits.

    Without a year it is the one nearest to `today`, seldom before it. None for anything else.
    """
    typed = western(text).casefold().replace(_TANWIN, "")
    if typed in SOON:
        return today + timedelta(days=SOON[typed])
    if found := _YEAR_FIRST.fullmatch(typed):
        return on(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(typed):
        month = int(found[2])
    elif found := _NAMED.fullmatch(typed):
        month = MONTHS.get(found[2], 0)
    else:
        return None
    day = int(found[1])
    return on(int(found[3]), month, day) if found[3] else nearest(today, month, day)


def on(year: int, month: int, day: int) -> date | None:
    """The day of the calendar with these numbers, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(today: date, month: int, day: int) -> date | None:
    """The next such day, or the last one where that is only just past: a slip, not next year.

    The 29th of February may be years away.
    """
    days = (on(year, month, day) for year in range(today.year - 1, today.year + 9))
    return next((found for found in days if found and found >= today - JUST_PAST), None)


def read_hours(text: str) -> tuple[time, time] | None:
    """Opening and closing such as 16:00-22:00, 4 - 10 م or 4pm to 10pm, in any digits.

    A bare 4-10 may be morning or evening, so it is None. The closing may lie after midnight.
    """
    found = _HOURS.fullmatch(western(text).casefold().replace(_TANWIN, ""))
    if found is None:
        return None
    opens_at, opens_rest, opens_part, closes_at, closes_rest, closes_part = found.groups()
    shared = opens_part is None and closes_part is not None and int(opens_at) <= 12
    opens = hour(opens_at, opens_rest, closes_part if shared else opens_part)
    closes = hour(closes_at, closes_rest, closes_part)
    if opens is None or closes is None or opens == closes:
        return None
    # 10-4 م may be from ten in the morning; and 4 م-10:30 may close at night or in the morning.
    halved = opens_part is not None and closes_part is None and closes.hour <= 12
    return None if halved or (shared and opens > closes) else (opens, closes)


def hour(figure: str, minutes: str | None, part: str | None) -> time | None:
    """One time of day; None where it is none, or where it does not say which half of the day."""
    whole, rest = int(figure), int(minutes or 0)
    if rest > 59 or (minutes is None and part is None):
        return None
    if part is None:
        return time(whole, rest) if whole < 24 else None
    if not 1 <= whole <= 12 or (part == "ظهرا" and 4 <= whole <= 11):
        return None
    return time(whole % 12 + (0 if is_before_noon(whole, part) else 12), rest)


def is_before_noon(whole: int, part: str) -> bool:
    """Whether so many o'clock of that part of the day lies before noon; 12 at night does."""
    return part in _MORNING or (part == "ليلا" and (whole == 12 or whole < 6))
