"""Reads days of the moon's calendar as people write them, and finds the days of ours.

They are those of the Umm al-Qura calendar (AH 1343 to 1500). A month of the Emirates begins when
its moon is seen, which may be a day off: such a day is always said back.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from handlers.dialog.parsing import in_one_spelling

FIRST_YEAR, LAST_YEAR = 1343, 1500
MOON_MONTHS = {
    in_one_spelling(name): number
    for number, names in enumerate(
        (
            ("محرم", "muharram"),
            ("صفر", "safar"),
            ("ربيع الأول", "ربيع أول", "rabi al awwal", "rabi i"),
            ("ربيع الثاني", "ربيع الآخر", "rabi al thani", "rabi ii"),
            ("جمادى الأولى", "جمادى الأول", "jumada al awwal", "jumada i"),
            ("جمادى الثانية", "جمادى الآخرة", "جمادى الثاني", "jumada al thani", "jumada ii"),
            ("رجب", "rajab"),
            ("شعبان", "shaban", "shaaban"),
            ("رمضان", "ramadan", "ramadhan"),
            ("شوال", "shawwal", "shawal"),
            ("ذو القعدة", "ذي القعدة", "ذوالقعدة", "dhu al qadah", "dhul qadah", "zul qadah"),
            ("ذو الحجة", "ذي الحجة", "ذوالحجة", "dhu al hijjah", "dhul hijjah", "zul hijjah"),
        ),
        start=1,
    )
    for name in names
}


def is_moon_year(year: int) -> bool:
    """Whether a year is one of the moon's calendar that can be read."""
    return FIRST_YEAR <= year <= LAST_YEAR


def moon_day(year: int, month: int, day: int) -> date | None:
    """The day of our calendar on which that day of the moon's falls; None where it has none."""
    import hijridate  # with the first such day that is typed: no start needs it

    try:
        found = hijridate.Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def near_moon_day(today: date, month: int, day: int, since: timedelta) -> date | None:
    """The first such day that lies at most `since` before today."""
    days = (moon_day(year, month, day) for year in moon_years(today))
    return next((found for found in days if found and found >= today - since), None)


def moon_month(typed: str, today: date) -> tuple[date, date] | None:
    """The first and the last day of the month of that name which is now or comes next."""
    month = MOON_MONTHS.get(typed.removeprefix("شهر "), 0)
    for year in moon_years(today) if month else ():
        first = moon_day(year, month, 1)
        last = moon_day(year, month, 30) or moon_day(year, month, 29)
        if first and last and last >= today:
            return first, last
    return None


def moon_years(today: date) -> Iterator[int]:
    """The years of the moon's calendar around today, earliest first."""
    import hijridate  # see `moon_day`

    try:
        now = hijridate.Gregorian.fromdate(today).to_hijri().year
    except (ValueError, OverflowError):
        return
    yield from range(now - 1, now + 3)
