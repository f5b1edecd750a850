"""Days in few letters, for buttons: today, tomorrow, or the date."""

from __future__ import annotations

from datetime import date

from handlers.dialog.speech import Exact, Phrase, say


def near_day(day: date, today: date) -> Phrase:
    """Today, tomorrow, or the day and the month in figures."""
    near = {0: "day-today", 1: "day-tomorrow"}.get((day - today).days)
    return say(near) if near else say("day-short", day=Exact(f"{day.day}/{day.month}"))
