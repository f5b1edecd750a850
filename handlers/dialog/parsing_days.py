"""Reads days as people type them. What may be another day is said back for a yes."""

from __future__ import annotations

import re
from datetime import date, timedelta

from handlers.dialog.meanings import Meaning, sure_value
from handlers.dialog.parsing import in_one_spelling
from handlers.dialog.parsing_counts import DAYS, read_quantity
from handlers.dialog.parsing_moon import MOON_MONTHS, is_moon_year, moon_day, near_moon_day

MOST_LETTERS = 60
JUST_PAST = timedelta(days=90)
YEARS_AHEAD = 3
MOST_AHEAD = 90
MONTHS = {
    in_one_spelling(name): number
    for number, names in enumerate(
        (
            ("يناير", "كانون الثاني", "january", "jan"),
            ("فبراير", "شباط", "february", "feb"),
            ("مارس", "آذار", "march", "mar"),
            ("أبريل", "ابريل", "إبريل", "نيسان", "april", "apr"),
            ("مايو", "أيار", "may"),
            ("يونيو", "يونيه", "حزيران", "june", "jun"),
            ("يوليو", "يوليه", "تموز", "july", "jul"),
            ("أغسطس", "اغسطس", "آب", "august", "aug"),
            ("سبتمبر", "أيلول", "september", "sept", "sep"),
            ("أكتوبر", "اكتوبر", "تشرين الأول", "october", "oct"),
            ("نوفمبر", "تشرين الثاني", "november", "nov"),
            ("ديسمبر", "كانون الأول", "december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    in_one_spelling(name): number
    for number, names in enumerate(
        (
            ("الاثنين", "الإثنين", "monday", "mon"),
            ("الثلاثاء", "الثلاثا", "ثلاثاء", "tuesday", "tue"),
            ("الأربعاء", "الاربعا", "أربعاء", "wednesday", "wed"),
            ("الخميس", "خميس", "thursday", "thu"),
            ("الجمعة", "جمعة", "اليمعة", "يمعة", "friday", "fri"),
            ("السبت", "سبت", "saturday", "sat"),
            ("الأحد", "أحد", "sunday", "sun"),
        )
    )
    for name in names
}
SOON = {
    in_one_spelling(name): ahead
    for ahead, names in enumerate(
        (
            ("اليوم", "النهاردة", "today"),
            (
                "غدا",
                "غدوة",
                "بكرة",
                "بكرا",
                "باكر",
                "باجر",
                "باچر",
                "بكره",
                "tomorrow",
                "tmrw",
                "tmr",
            ),
            (
                *(f"{after} {day}" for after in ("بعد", "عقب") for day in ("غد", "بكرة", "بكرا")),
                *(f"{after} {day}" for after in ("بعد", "عقب") for day in ("باجر", "باكر", "غدا")),
                *(f"{after} باچر" for after in ("بعد", "عقب")),
                *("day after tomorrow", "after tomorrow"),
            ),
        )
    )
    for name in names
}
_BEFORE = re.compile(r"(?:(?:يوم|ليوم|بيوم|في|بتاريخ|تاريخ|هذا|هذه|on|this|the)\s+)+")
_THIS = re.compile(r"^ها?ل(?=[^\W\d_]{3})")
_AHEAD = re.compile(r"(?:بعد|عقب|خلال|in|after)\s+(.+)")
_NEXT_BEFORE = re.compile(r"next\s+")
_NEXT_BEHIND = re.compile(r"\s+(?:القادمه?|الجايه?|الياي?ه?|المقبله?|next)")
_YEAR = r"(?:\s*[-/.\s]\s*([0-9]{4}|[0-9]{2})\s*[مه]?)?"
_NAME = r"([^\W\d_]+(?:\s+[^\W\d_]+){0,2}?)"
_YEAR_FIRST = re.compile(r"([0-9]{4})\s*[-/.]\s*([0-9]{1,2})\s*[-/.]\s*([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:\s*/\s*|[-.]|\s*(?:من\s+)?شهر\s*)([0-9]{1,2})" + _YEAR)
_NAMED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?\s*[-/.]?\s*(?:(?:of|من|شهر)\s+)*" + _NAME + _YEAR
)
_NAME_FIRST = re.compile(_NAME + r"\s*([0-9]{1,2})(?:st|nd|rd|th)?" + _YEAR)


def read_day(text: str, today: date) -> date | None:
    """A day such as 14/7, 14-7-2027, 2027-07-14, 14 يوليو, July 14, الجمعة or غداً, in any digits.

    Without a year it is the one nearest to `today`, seldom before it. None when in doubt.
    """
    return sure_value(day_meant(text, today))


def day_meant(text: str, today: date) -> Meaning[date] | None:
    """The day that a text surely or probably means; None where none is likely.

    In doubt are days of the moon's calendar, a weekday that is today, and one that is another's.
    """
    typed = in_one_spelling(re.sub("[,،]", " ", text))
    if len(typed) > MOST_LETTERS:
        return None
    if before := _BEFORE.match(typed):
        typed = typed[before.end() :]
    typed = _THIS.sub("ال", typed)
    if typed in SOON:
        return Meaning(today + timedelta(days=SOON[typed]))
    return weekday_meant(typed, today) or date_meant(typed, today) or days_ahead(typed, today)


def days_ahead(typed: str, today: date) -> Meaning[date] | None:
    """The day that is so many days or weeks ahead, in doubt: some count today, some do not."""
    ahead = _AHEAD.fullmatch(typed)
    days = read_quantity(ahead[1], MOST_AHEAD, DAYS) if ahead else None
    return Meaning(today + timedelta(days=days), sure=False) if days else None


def weekday_meant(typed: str, today: date) -> Meaning[date] | None:
    """A weekday alone is the next one; before a date it has to be that day's."""
    named = _NEXT_BEHIND.sub("", _NEXT_BEFORE.sub("", typed))
    if named in WEEKDAYS:
        ahead = (WEEKDAYS[named] - today.weekday()) % 7
        return Meaning(today + timedelta(days=ahead or 7), sure=named == typed and ahead > 0)
    weekday, _, rest = typed.partition(" ")
    found = date_meant(rest, today) if weekday in WEEKDAYS else None
    if found is None:
        return None
    return Meaning(found.value, found.sure and found.value.weekday() == WEEKDAYS[weekday])


def date_meant(typed: str, today: date) -> Meaning[date] | None:
    """A day by its numbers, or by its number and the name of its month."""
    if found := _YEAR_FIRST.fullmatch(typed):
        return of_year(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.fullmatch(typed):
        return numbered_day(int(found[1]), int(found[2]), found[3], today)
    if found := _NAMED.fullmatch(typed):
        day, name, year = found[1], found[2], found[3]
    elif found := _NAME_FIRST.fullmatch(typed):
        name, day, year = found[1], found[2], found[3]
    else:
        return None
    if name in MOON_MONTHS:
        return moon_day_meant(int(day), MOON_MONTHS[name], year, today)
    return numbered_day(int(day), MONTHS.get(name, 0), year, today)


def numbered_day(day: int, month: int, year: str | None, today: date) -> Meaning[date] | None:
    """The day of that number in that month; without a year the nearest one."""
    if not year:
        found = nearest(today, month, day)
        return None if found is None else Meaning(found)
    if len(year) == 4:
        return of_year(int(year), month, day)
    found = on(2000 + int(year), month, day)
    near = found and today - JUST_PAST <= found and found.year <= today.year + YEARS_AHEAD
    return Meaning(found) if found and near else None


def of_year(year: int, month: int, day: int) -> Meaning[date] | None:
    """The day of that year of our calendar, or of the moon's, which is in doubt."""
    moon = is_moon_year(year)
    found = moon_day(year, month, day) if moon else on(year, month, day)
    return None if found is None else Meaning(found, sure=not moon)


def moon_day_meant(day: int, month: int, year: str | None, today: date) -> Meaning[date] | None:
    """The day of a month of the moon, in our calendar and in doubt."""
    if year:
        found = moon_day(int(year), month, day) if is_moon_year(int(year)) else None
    else:
        found = near_moon_day(today, month, day, JUST_PAST)
    return None if found is None else Meaning(found, sure=False)


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
