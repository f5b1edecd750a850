"""What managers type about deliveries is read, or is doubtful."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.parsing_spans import read_span
from handlers.staff.delivery.names import both_names
from handlers.staff.delivery.reading import (
    read_hours_before,
    read_time,
    read_window,
)

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("16-20 30", "16:00-20:00 30"),
        ("١٦-٢٠ ٣٠", "16:00-20:00 30"),
        ("16:00-20:00=30", "16:00-20:00 30"),
        ("10 12 5", "10:00-12:00 5"),
        ("4 م - 8 م 30 طلب", "16:00-20:00 30"),
        ("4pm to 8:30pm 12 orders", "16:00-20:30 12"),
        ("من 9 إلى 12 7", "09:00-12:00 7"),
        ("05:00-07:00 10", "05:00-07:00 10"),
        ("4-8 30", None),
        ("16-20", None),
        ("20-16 30", None),
        ("16-24 30", None),
        ("16-20 0", None),
        ("16-25 3", None),
        ("all day", None),
        ("", None),
    ],
)
def test_a_window_with_its_places(typed: str, read: str | None) -> None:
    window = read_window(typed)
    assert (None if window is None else f"{window.key} {window.places}") == read


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2/12", "2026-12-02", "2026-12-02"),
        ("غداً", "2026-12-01", "2026-12-01"),
        ("2-3/12", "2026-12-02", "2026-12-03"),
        ("٢-٣ ديسمبر", "2026-12-02", "2026-12-03"),
        ("2 ديسمبر - 5 ديسمبر", "2026-12-02", "2026-12-05"),
        ("2 إلى 5 ديسمبر", "2026-12-02", "2026-12-05"),
        ("2 Dec to 5 Dec", "2026-12-02", "2026-12-05"),
        ("2/12 - 5/12/2026", "2026-12-02", "2026-12-05"),
        ("30/12 - 2/1", "2026-12-30", "2027-01-02"),
        ("2026-12-02 – 2026-12-03", "2026-12-02", "2026-12-03"),
    ],
)
def test_a_day_or_from_one_to_another(typed: str, first: str, last: str) -> None:
    assert read_span(typed, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("typed", ["5/12/2026 - 2/12/2026", "next week", "2 - 3", "40/12", ""])
def test_what_is_no_span_is_asked_again(typed: str) -> None:
    assert read_span(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [("18:00", time(18)), ("١٨", time(18)), ("6 م", time(18)), ("6pm", time(18)), ("6", None)],
)
def test_a_time_of_day(typed: str, read: time | None) -> None:
    assert read_time(typed) == read


def test_so_many_hours() -> None:
    assert [read_hours_before(text) for text in ("3 hours", "٣ ساعات", "18:00")] == [3, 3, None]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("عيد الاتحاد", ("عيد الاتحاد", "")),
        ("Eid", ("", "Eid")),
        ("عيد الاتحاد / Eid Al Etihad", ("عيد الاتحاد", "Eid Al Etihad")),
        ("Eid Al Etihad/عيد الاتحاد", ("عيد الاتحاد", "Eid Al Etihad")),
        ("عيد الاتحاد / اليوم الوطني", ("عيد الاتحاد / اليوم الوطني", "")),
        ("Eid / National Day", ("", "Eid / National Day")),
        ("عيد الأضحى / عرفة / Eid", ("عيد الأضحى / عرفة / Eid", "")),
    ],
)
def test_a_name_is_in_one_language_or_in_both(typed: str, names: tuple[str, str]) -> None:
    assert both_names(typed) == names


@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_asked_again(typed: str) -> None:
    window, span = read_window(typed), read_span(typed, TODAY)
    assert window is None or window.starts < window.ends
    assert span is None or span[0] <= span[1]
    both_names(typed)
