"""What of the audit is looked at, as buttons carry it and as the models take it."""

from __future__ import annotations

from datetime import date

from handlers.dialog.actions.audit import ShowAudit
from models.reports.audit import Filter, Topic

FIRST, LAST = date(2000, 1, 1), date(2999, 12, 31)
"""Beside the calendar's own ends there is no day before or after."""


def filter_of(asked: ShowAudit) -> Filter:
    """What is asked for; a day or a topic that is none narrows nothing."""
    topic = Topic(asked.topic) if asked.topic in Topic.__members__ else None
    return Filter(max(asked.person_id, 0), read_day(asked.day), topic)


def ask_for(by: Filter, before: int = 0) -> ShowAudit:
    """The action that shows this part of the audit, from the fact before that id on."""
    topic = "" if by.topic is None else by.topic.value
    return ShowAudit(by.person_id, day_number(by.day), topic, before)


def day_number(day: date | None) -> int:
    """A day as a button carries it: 20260302; 0 for none."""
    return 0 if day is None else day.year * 10_000 + day.month * 100 + day.day


def read_day(number: int) -> date | None:
    """The day of that number; None where it is none, or one of which no shop has a record."""
    try:
        day = date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        return None
    return day if FIRST <= day <= LAST else None
