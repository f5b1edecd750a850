"""The shop's day: times are kept in UTC, and a day is a day in Dubai (UTC+4, no summer time)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

DUBAI = ZoneInfo("Asia/Dubai")


def dubai_day(now: datetime) -> date:
    """The day of the calendar in Dubai at that moment (UTC)."""
    return now.astimezone(DUBAI).date()


def dubai_moment(day: date, at: time) -> datetime:
    """The moment (UTC) of a day at a time of day in Dubai."""
    return datetime.combine(day, at, DUBAI).astimezone(UTC)
