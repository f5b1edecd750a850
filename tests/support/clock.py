"""A clock that stands still until a test moves it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)  # a Monday, noon in Dubai


class HandClock:
    """Called, it gives the time in UTC; `advance` takes what `timedelta` takes."""

    def __init__(self, start: datetime = MORNING) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> datetime:
        """Move on by so much (`minutes=5`, `days=1`); out comes the new time."""
        self.now += timedelta(**by)
        return self.now
