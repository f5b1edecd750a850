"""Days and hours as people type them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.meanings import Meaning
from handlers.dialog.parsing_days import day_meant, read_day
from handlers.dialog.parsing_hours import hours_meant, read_hours, time_meant
from handlers.dialog.parsing_spans import days_meant, span_meant

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
        ("هالجمعة", date(2026, 11, 27)),
        ("on Friday", date(2026, 11, 27)),
        ("14-7-27", date(2027, 7, 14)),
        ("17-Dec-2026", date(2026, 12, 17)),
        ("the 17th of December", date(2026, 12, 17)),
        ("December 17, 2026", date(2026, 12, 17)),
        ("17 كانون الأول", date(2026, 12, 17)),
        ("الخميس، 17 ديسمبر 2026م", date(2026, 12, 17)),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "25,50", "😀", "30/2/2027", "31/13", "0/1", "14-7-99", "14 يوم", "17 12"),
        "٪" * 10_000,
        # Readers that keep the words they know make today and a day ahead of these.
        *("بعد غد الساعة 4 مساء", "قبل 3 أيام", "بعد 3 أيام"),
    ],
)
def test_no_doubtful_day_is_guessed(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("الاثنين", date(2026, 11, 30)),  # it is a Monday today
        ("الجمعة القادمة", date(2026, 11, 27)),
        ("next friday", date(2026, 11, 27)),
        ("الأربعاء 4 مارس", date(2027, 3, 4)),  # a Thursday
        ("15 رمضان", date(2027, 2, 22)),
        ("15/9/1448", date(2027, 2, 22)),
        ("15 رمضان 1448هـ", date(2027, 2, 22)),
        ("15 Ramadan", date(2027, 2, 22)),
    ],
)
def test_a_day_in_doubt_is_known_but_not_taken(typed: str, likely: date) -> None:
    assert read_day(typed, TODAY) is None
    assert day_meant(typed, TODAY) == Meaning(likely, sure=False)


def test_the_months_of_the_moon_end() -> None:
    assert day_meant("30 رمضان 1448", TODAY) is None  # it has 29 days
    assert day_meant("1 محرم 1600", TODAY) is None
    assert day_meant("15 رمضان", date(2200, 1, 1)) is None


DAY_PARTS = ("17", "3", "12", "/", "-", " ", "ديسمبر", "رمضان", "ربيع", "الأول", "1448", "2026",
             "يوم", "الجمعة", "بكرة", "من", "إلى", "و", "،", "Dec", "of")  # fmt: skip


@given(parts=st.lists(st.sampled_from(DAY_PARTS), max_size=7), today=days)
def test_what_days_were_read_as_is_read_again(parts: list[str], today: date) -> None:
    for typed in ("".join(parts), " ".join(parts)):
        day = day_meant(typed, today)
        if day is not None:
            assert day_meant(day.value.isoformat(), today) == Meaning(day.value)
        span = span_meant(typed, today)
        if span is not None:
            first, last = span.value
            again = span_meant(f"{first.isoformat()} - {last.isoformat()}", today)
            assert again == Meaning(span.value)
        listed = days_meant(typed, today)
        assert listed is None or list(listed.value) == sorted(set(listed.value))


@given(st.text(max_size=40), days)
def test_whatever_is_typed_for_a_day_makes_no_reader_fail(typed: str, today: date) -> None:
    day_meant(typed, today)
    days_meant(typed, today)
    hours_meant(typed)
    time_meant(typed)


def test_a_month_of_the_moon_is_all_its_days() -> None:
    ramadan = date(2027, 2, 8), date(2027, 3, 8)
    for typed in ("رمضان", "شهر رمضان", "Ramadan"):
        assert span_meant(typed, TODAY) == Meaning(ramadan, sure=False)


@pytest.mark.parametrize(
    ("typed", "listed"),
    [
        ("3 و4 و5 ديسمبر", (3, 4, 5)),
        ("3، 4، 5 ديسمبر", (3, 4, 5)),
        ("3-5 ديسمبر", (3, 4, 5)),
        ("Dec 3-5", (3, 4, 5)),
        ("3 and 5 December", (3, 5)),
        ("الخميس والجمعة", (26, 27)),
        ("من الخميس إلى السبت", (26, 27, 28)),
        ("3 ديسمبر", (3,)),
    ],
)
def test_a_list_of_days(typed: str, listed: tuple[int, ...]) -> None:
    found = days_meant(typed, TODAY)
    assert found is not None
    assert found.sure
    assert tuple(day.day for day in found.value) == listed


@pytest.mark.parametrize("typed", ["3 و4", "1/12 - 31/3", "، ، ،", "3 و كثير ديسمبر"])
def test_what_is_no_list_of_days(typed: str) -> None:
    assert days_meant(typed, TODAY) is None


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
     "0 ص - 2 م", "10-4 م", "4 م - 10", "4 م - 10:30", "11 ظهراً - 2 م", "9" * 10_000,
     "4 - 10 ليلاً", "الساعة 4 لين 10", "4.30-10"],
)  # fmt: skip
def test_no_doubtful_hours_are_guessed(typed: str) -> None:
    assert read_hours(typed) is None


@given(times, times)
def test_any_two_times_are_read_back(opens: time, closes: time) -> None:
    read = read_hours(f"{opens:%H:%M}-{closes:%H:%M}")
    assert read == (None if opens == closes else (opens, closes))


@pytest.mark.parametrize(
    ("typed", "opens", "closes"),
    [
        ("4-10", time(16), time(22)),
        ("10-4 م", time(10), time(16)),
        ("4 م - 10:30", time(16), time(22, 30)),
        ("9-5", time(9), time(17)),
        ("4 - 10 ليلاً", time(16), time(22)),
        ("4.30-10", time(16, 30), time(22)),
    ],
)
def test_hours_in_doubt_are_known_but_not_taken(typed: str, opens: time, closes: time) -> None:
    assert read_hours(typed) is None
    assert hours_meant(typed) == Meaning((opens, closes), sure=False)


HOUR_PARTS = ("4", "10", "12", "22", ":", ".", "30", " ", "-", "م", "ص", "العصر", "الليل", "ظهراً",
              "و", "نص", "الساعة", "لين", "إلا", "ربع", "pm")  # fmt: skip


@given(parts=st.lists(st.sampled_from(HOUR_PARTS), max_size=9))
def test_what_hours_were_read_as_is_read_again(parts: list[str]) -> None:
    for typed in ("".join(parts), " ".join(parts)):
        meant = hours_meant(typed)
        if meant is not None:
            opens, closes = meant.value
            assert hours_meant(f"{opens:%H:%M}-{closes:%H:%M}") == Meaning(meant.value)
        at = time_meant(typed)
        assert at is None or time_meant(f"{at.value:%H:%M}") == Meaning(at.value)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("الساعة 4", Meaning(time(16), sure=False)),
        ("4.30", Meaning(time(16, 30), sure=False)),
        ("٤ ونص العصر", Meaning(time(16, 30))),
        ("٥ إلا ربع م", Meaning(time(16, 45))),
        ("18", Meaning(time(18))),
        ("العصر", None),
        ("24", None),
    ],
)
def test_a_time_of_day(typed: str, meant: Meaning[time] | None) -> None:
    assert time_meant(typed) == meant
