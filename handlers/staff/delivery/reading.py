"""Reads what managers type about deliveries: windows with their places, days, a time, hours."""

from __future__ import annotations

import re
from datetime import date, time

from handlers.dialog.parsing import western
from handlers.dialog.parsing_days import hour, read_day, read_hours
from models.kernel.shop_terms import DeliveryWindow

EARLIEST_BARE = 7
_PLACED = re.compile(
    r"(.+?)(?:\s*[=×x*:،,]\s*|\s+)([0-9]{1,3})(?:\s*(?:طلبات|طلبا|طلب|أماكن|مكانا|orders?|places?))?"
)
_BARE = re.compile(
    r"(?:من|from)?\s*([0-9]{1,2})(?::([0-9]{2}))?\s*(?:-|–|—|إلى|الى|حتى|to|until|\s)\s*"
    r"([0-9]{1,2})(?::([0-9]{2}))?"
)
_TO = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s+(?:إلى|الى|حتى|to|until)\s+")
_SHARED_MONTH = re.compile(r"([0-9]{1,2})\s*-\s*([0-9]{1,2})(\s*[/.]\s*[0-9].*|\s+[^\W\d_].*)")
_TIME = re.compile(r"([0-9]{1,2})(?::([0-9]{2}))?\s*(am|pm|صباحا|ظهرا|عصرا|مساء|ليلا|ص|م)?")
_HOURS = re.compile(r"([0-9]{1,2})\s*(?:h|hours?|ساعات|ساعة|ساعه)")
_TANWIN = "\u064b"


def plain(text: str) -> str:
    """The text with western digits, in one case, without the mark that ends صباحاً."""
    return " ".join(western(text).casefold().replace(_TANWIN, "").split())


def read_window(text: str) -> DeliveryWindow | None:
    """A window and its places, such as 16-20 30, 4 م - 8 م 30 or 16:00-20:00=30, in any digits.

    None for what is doubtful: bare hours before seven may be morning or evening.
    """
    found = _PLACED.fullmatch(plain(text))
    if found is None:
        return None
    hours = read_bare_hours(found[1]) or read_hours(found[1])
    places = int(found[2])
    if hours is None or hours[0] >= hours[1] or places < 1:
        return None
    return DeliveryWindow(*hours, places)


def read_bare_hours(text: str) -> tuple[time, time] | None:
    """Hours of the 24-hour clock such as 16-20; None for others, and before seven."""
    found = _BARE.fullmatch(text.strip())
    if found is None:
        return None
    first, last = int(found[1]), int(found[3])
    starts, ends = hour(found[1], found[2] or "00", None), hour(found[3], found[4] or "00", None)
    doubtful = not found[2] and first < EARLIEST_BARE
    return None if starts is None or ends is None or doubtful or first > last else (starts, ends)


def read_span(text: str, today: date) -> tuple[date, date] | None:
    """A day, or from one to another: 2-3/12, 2 ديسمبر - 5 ديسمبر, 2 Dec to 5 Dec. None in doubt."""
    typed = plain(text)
    if day := read_day(typed, today):
        return day, day
    if found := _SHARED_MONTH.fullmatch(typed):
        parts = [found[1] + found[3], found[2] + found[3]]
    else:
        parts = _TO.split(typed)
        if len(parts) == 2 and parts[0].isdigit():
            parts[0] += parts[1].lstrip("0123456789")
    days = [read_day(part, today) for part in parts]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None
    first, last = days[0], days[1]
    if last < first and not re.search(r"[0-9]{4}", parts[1]):
        last = last.replace(year=last.year + 1) if (last.month, last.day) != (2, 29) else last
    return (first, last) if first <= last else None


def read_time(text: str) -> time | None:
    """A time of day such as 18:00, 18 or 6 م; None for what is doubtful."""
    found = _TIME.fullmatch(plain(text))
    if found is None:
        return None
    bare = found[2] is None and found[3] is None
    if bare and int(found[1]) <= 12:
        return None
    return hour(found[1], found[2] or ("00" if bare else None), found[3])


def read_hours_before(text: str) -> int | None:
    """So many hours, such as 3 hours or ٣ ساعات."""
    found = _HOURS.fullmatch(plain(text))
    return None if found is None else int(found[1])
