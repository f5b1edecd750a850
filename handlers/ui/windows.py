"""Delivery windows in words: a day, and from when to when in Dubai."""

from __future__ import annotations

from datetime import date, datetime, time

from handlers.dialog.rendering import DUBAI
from handlers.dialog.speech import Day, Phrase, TimeOfDay, say


def window_words(day: date, window: str) -> Phrase:
    """The window `16:00-20:00` of that day as a part of a sentence."""
    starts, _, ends = window.partition("-")
    return say("window", day=Day(day), starts=at(day, starts), ends=at(day, ends))


def window_label(day: date, window: str) -> Phrase:
    """The window `16:00-20:00` of that day, short enough for a button."""
    starts, _, ends = window.partition("-")
    return say("window-choice", day=Day(day), starts=at(day, starts), ends=at(day, ends))


def at(day: date, hour: str) -> TimeOfDay:
    """The moment of that day at so many hours and minutes (16:00) in Dubai."""
    return TimeOfDay(datetime.combine(day, time.fromisoformat(hour), DUBAI))
