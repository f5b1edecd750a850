"""Days in few letters, for buttons; and windows as they are named before they have passed."""

from __future__ import annotations

from datetime import date, datetime

from handlers.dialog.speech import Exact, Phrase, say
from handlers.ui.order_lines import window_words
from handlers.ui.weekdays import WEEKDAY_NAMES, weekday_name
from models.orders.lateness import has_passed


def near_day(day: date, today: date) -> Phrase:
    """Today, tomorrow, or the day and the month in figures, with the year where it is another."""
    near = {0: "day-today", 1: "day-tomorrow"}.get((day - today).days)
    if near:
        return say(near)
    year = "" if day.year == today.year else f"/{day.year}"
    return say("day-short", day=Exact(f"{day.day}/{day.month}{year}"))


def day_name(day: date, today: date) -> Phrase:
    """Today, tomorrow, a weekday of the week ahead, or the day in figures."""
    if 1 < (day - today).days < len(WEEKDAY_NAMES):
        return weekday_name(day.weekday())
    return near_day(day, today)


def window_ahead(day: date, window: str, now: datetime) -> Phrase:
    """The window of that day as a part of a sentence; "as soon as possible" once it has passed."""
    return say("window-passed") if has_passed(day, window, now) else window_words(day, window)
