"""Days and hours as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.parsing_days import read_day, read_hours

TODAY = date(2026, 11, 23)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
days = st.dates(date(2020, 1, 1), date(2040, 12, 31))
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14/7/2027", date(2027, 7, 14)),
        ("١٤-٧-٢٠٢٧", date(2027, 7, 14)),
        ("\u200f2027-07-14 ", date(2027, 7, 14)),
        ("14 يوليو 2027", date(2027, 7, 14)),
        ("14 July 2027", date(2027, 7, 14)),
        ("24/11", date(2026, 11, 24)),
        ("14/7", date(2027, 7, 14)),
        ("22/11", date(2026, 11, 22)),
        ("٢ أكتوبر", date(2026, 10, 2)),
        ("29/2", date(2028, 2, 29)),
        ("اليوم", TODAY),
        ("غداً", date(2026, 11, 24)),
        ("Tomorrow", date(2026, 11, 24)),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "25,50", "😀", "30/2/2027", "31/13", "0/1", "14-7-27", "بعد غد", "14 يوم"),
        "٪" * 10_000,
        # Readers that keep the words they know make today and a day ahead of these.
        *("بعد غد الساعة 4 مساء", "قبل 3 أيام", "بعد 3 أيام"),
    ],
)
def test_no_doubtful_day_is_guessed(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@given(days, st.sampled_from(["{0.day}/{0.month}/{0.year}", "{0.year}-{0.month}-{0.day}"]))
def test_any_day_with_its_year_is_read_back(day: date, pattern: str) -> None:
    written = pattern.format(day)
    assert read_day(written, TODAY) == day
    assert read_day(written.translate(ARABIC_DIGITS), TODAY) == day


@given(days, days)
def test_a_day_without_its_year_is_never_long_past(today: date, day: date) -> None:
    found = read_day(f"{day.day}/{day.month}", today)
    assert found is not None
    assert (found.day, found.month) == (day.day, day.month)
    assert found >= today - timedelta(days=90)


@pytest.mark.parametrize(
    ("typed", "opens", "closes"),
    [
        ("16:00-22:00", time(16), time(22)),
        ("١٦:٠٠ – ٢٢:٠٠", time(16), time(22)),
        ("4 م - 10 م", time(16), time(22)),
        ("من 4 عصراً إلى 10 مساءً", time(16), time(22)),
        ("10 ص حتى 1:30 ظهراً", time(10), time(13, 30)),
        ("8:30 مساءً - 12:30 ليلاً", time(20, 30), time(0, 30)),
        ("12 ظهراً - 12 ليلاً", time(12), time(0)),
        ("4pm to 10pm", time(16), time(22)),
        ("12am - 12pm", time(0), time(12)),
        ("4-10 م", time(16), time(22)),
        ("٤ - ١٠ مساءً", time(16), time(22)),
        ("4:30-10 pm", time(16, 30), time(22)),
        ("16:00-10 م", time(16), time(22)),
        ("4 م - 22:00", time(16), time(22)),
    ],
)
def test_hours_are_understood_as_people_write_them(typed: str, opens: time, closes: time) -> None:
    assert read_hours(typed) == (opens, closes)


@pytest.mark.parametrize(
    "typed",
    ["", "4-10", "16:00", "25:00-26:00", "16:00-16:00", "16:60-22:00", "13 م - 2 م", "25,50", "😀",
     "0 ص - 2 م", "10-4 م", "4 م - 10", "4 م - 10:30", "11 ظهراً - 2 م", "9" * 10_000],
)  # fmt: skip
def test_no_doubtful_hours_are_guessed(typed: str) -> None:
    assert read_hours(typed) is None


@given(times, times)
def test_any_two_times_are_read_back(opens: time, closes: time) -> None:
    read = read_hours(f"{opens:%H:%M}-{closes:%H:%M}")
    assert read == (None if opens == closes else (opens, closes))
