"""Until when a family brings what she makes: hours before its window, never a time that is past."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.calendar import DUBAI
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.bring_in import bring_by

DAY = date(2026, 3, 5)
LONG_BEFORE = datetime(2026, 3, 2, 9, tzinfo=DUBAI)
moments = st.integers(0, 8 * 24 * 60).map(
    lambda minutes: datetime(2026, 3, 1, tzinfo=DUBAI) + timedelta(minutes=minutes)
)


@pytest.mark.parametrize(
    ("window", "now", "due"),
    [
        ("16:00-20:00", LONG_BEFORE, "2026-03-05 13:00"),
        ("10:00-13:00", LONG_BEFORE, "2026-03-04 18:00"),
        ("13:00-16:00", LONG_BEFORE, "2026-03-05 10:00"),
        ("12:59-16:00", LONG_BEFORE, "2026-03-04 18:00"),
        ("10:00-13:00", datetime(2026, 3, 4, 18, tzinfo=DUBAI), "2026-03-05 10:00"),
        ("16:00-20:00", datetime(2026, 3, 5, 14, tzinfo=DUBAI), "2026-03-05 16:00"),
        ("16:00-20:00", datetime(2026, 3, 5, 16, tzinfo=DUBAI), None),
    ],
)
def test_it_is_needed_before_its_window(window: str, now: datetime, due: str | None) -> None:
    found = bring_by(DEFAULT_TERMS, DAY, window, now)
    assert (found and f"{found.astimezone(DUBAI):%Y-%m-%d %H:%M}") == due


def test_the_hours_are_settings() -> None:
    terms = msgspec.structs.replace(
        DEFAULT_TERMS, bring_in_hours=1, bring_in_from=time(8), bring_in_until=time(21)
    )
    found = bring_by(terms, DAY, "10:00-13:00", LONG_BEFORE)
    assert found == datetime(2026, 3, 5, 9, tzinfo=DUBAI)


@given(moments, st.sampled_from(("06:00-09:00", "10:00-13:00", "16:00-20:00", "23:00-23:30")))
def test_no_time_is_named_that_has_passed(now: datetime, window: str) -> None:
    due = bring_by(DEFAULT_TERMS, DAY, window, now)
    starts = datetime.combine(DAY, time.fromisoformat(window[:5]), DUBAI)
    if due is None:
        assert starts <= now
    else:
        assert now < due <= starts
        assert starts - due <= timedelta(days=1, hours=6)
