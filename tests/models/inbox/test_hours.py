"""By when an answer may be expected: hours of the team alone count."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from models.inbox.hours import answer_due
from models.kernel.calendar import DUBAI
from models.kernel.shop_terms import DEFAULT_TERMS

MOMENTS = st.integers(0, 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


def dubai(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026 in Dubai."""
    return datetime(2026, 3, day, hour, minute, tzinfo=DUBAI)


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        (dubai(2, 12), dubai(2, 14)),
        (dubai(2, 9), dubai(2, 11)),
        (dubai(2, 19), dubai(2, 21)),
        (dubai(2, 20, 30), dubai(3, 10, 30)),
        (dubai(2, 21), dubai(3, 11)),
        (dubai(2, 23, 59), dubai(3, 11)),
        (dubai(3, 3), dubai(3, 11)),
    ],
)
def test_two_hours_of_the_team(asked: datetime, due: datetime) -> None:
    assert answer_due(asked.astimezone(UTC), DEFAULT_TERMS) == due


def test_more_hours_than_a_day_has_take_several_days() -> None:
    terms = replace(DEFAULT_TERMS, answer_hours=30)
    assert answer_due(dubai(2, 9).astimezone(UTC), terms) == dubai(4, 15)


@given(asked=MOMENTS, hours=st.integers(1, 72), opens=st.integers(0, 22))
def test_it_lies_ahead_and_within_the_hours(asked: datetime, hours: int, opens: int) -> None:
    terms = replace(
        DEFAULT_TERMS, answer_hours=hours, team_from=time(opens), team_until=time(opens + 1)
    )
    due = answer_due(asked, terms)
    assert due >= asked + timedelta(hours=hours)
    assert time(opens) <= due.astimezone(DUBAI).time() <= time(opens + 1)
    assert answer_due(asked + timedelta(minutes=1), terms) >= due
