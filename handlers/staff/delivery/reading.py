"""Reads what managers type about deliveries: windows with their places, a time, hours."""

from __future__ import annotations

import re
from datetime import time

from handlers.dialog.meanings import Meaning, sure_value
from handlers.dialog.parsing import in_one_spelling
from handlers.dialog.parsing_hours import EARLIEST_BARE, hours_meant, time_meant
from models.kernel.shop_terms import DeliveryWindow

MOST_LETTERS = 80
_PLACED = re.compile(
    r"(.+?)(?:\s*[=×x*:،,]\s*|\s+)([0-9]{1,3})(?:\s*(?:طلبات|طلبا|طلب|اماكن|مكانا|orders?|places?))?"
)
_BARE = re.compile(
    r"(?:من|from)?\s*([0-9]{1,2})(?::([0-9]{2}))?\s*(?:-|–|—|الي|حتي|لين|to|until|\s)\s*"
    r"([0-9]{1,2})(?::([0-9]{2}))?"
)
_HOURS = re.compile(r"([0-9]{1,2})\s*(?:h|hours?|ساعات|ساعه)")


def read_window(text: str) -> DeliveryWindow | None:
    """A window and its places, such as 16-20 30, 4 م - 8 م 30 or 16:00-20:00=30, in any digits.

    None for what is doubtful: bare hours before seven may be morning or evening.
    """
    return sure_value(window_meant(text))


def window_meant(text: str) -> Meaning[DeliveryWindow] | None:
    """The window that a text surely or probably means; None where none is likely."""
    found = _PLACED.fullmatch(in_one_spelling(text)) if len(text) <= MOST_LETTERS else None
    if found is None:
        return None
    bare, places = read_bare_hours(found[1]), int(found[2])
    hours = hours_meant(found[1]) if bare is None else Meaning(bare)
    if hours is None or hours.value[0] >= hours.value[1] or places < 1:
        return None
    return Meaning(DeliveryWindow(*hours.value, places), hours.sure)


def read_bare_hours(text: str) -> tuple[time, time] | None:
    """Hours of the 24-hour clock such as 16-20; None for others, and before seven."""
    found = _BARE.fullmatch(text.strip())
    if found is None:
        return None
    first, last = int(found[1]), int(found[3])
    starts, ends = on_clock(first, int(found[2] or 0)), on_clock(last, int(found[4] or 0))
    doubtful = not found[2] and first < EARLIEST_BARE
    return None if starts is None or ends is None or doubtful or first > last else (starts, ends)


def on_clock(hour: int, minute: int) -> time | None:
    """The time of the 24-hour clock, or None where it has none such."""
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_time(text: str) -> time | None:
    """A time of day such as 18:00, 18 or 6 م; None for what is doubtful."""
    return sure_value(time_meant(text))


def read_hours_before(text: str) -> int | None:
    """So many hours, such as 3 hours or ٣ ساعات."""
    found = _HOURS.fullmatch(in_one_spelling(text))
    return None if found is None else int(found[1])
