"""Every answer of the table is read as it was meant."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.dialog import questions
from handlers.dialog.parsing import NoPhone, read_card_phone, read_phone, read_shared_phone
from handlers.dialog.parsing_amounts import price_meant
from handlers.dialog.parsing_counts import DAYS, read_quantity
from handlers.dialog.parsing_days import day_meant
from handlers.dialog.parsing_hours import hours_meant
from handlers.dialog.parsing_places import EMIRATE_NAMES, place_named
from handlers.dialog.parsing_spans import days_meant
from handlers.dialog.rendering import plain
from handlers.dialog.speech import Said, say
from locales.languages import LANGUAGES
from models.kernel.shop_terms import EMIRATES
from tests.handlers.dialog.test_questions import ASKS, taken
from tests.handlers.dialog.typed_cases import as_meant, cases

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(("typed", "meant"), cases("price"))
def test_an_amount(typed: str, meant: str) -> None:
    read = price_meant(typed)
    assert read is not None
    assert as_meant(read.value, sure=read.sure) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("count"))
def test_a_count(typed: str, meant: str) -> None:
    assert read_quantity(typed) == int(meant)


@pytest.mark.parametrize(("typed", "meant"), cases("days"))
def test_a_number_of_days(typed: str, meant: str) -> None:
    assert read_quantity(typed, of=DAYS) == int(meant)


@pytest.mark.parametrize(("typed", "meant"), cases("day"))
def test_a_day(typed: str, meant: str) -> None:
    read = day_meant(typed, TODAY)
    assert read is not None
    assert as_meant(read.value.isoformat(), sure=read.sure) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("days-list"))
def test_a_list_of_days(typed: str, meant: str) -> None:
    read = days_meant(typed, TODAY)
    assert read is not None
    assert as_meant(" ".join(day.isoformat() for day in read.value), sure=read.sure) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("hours"))
def test_hours(typed: str, meant: str) -> None:
    read = hours_meant(typed)
    assert read is not None
    opens, closes = read.value
    assert as_meant(f"{opens:%H:%M}-{closes:%H:%M}", sure=read.sure) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("emirate"))
def test_an_emirate(typed: str, meant: str) -> None:
    read = place_named(typed)
    assert read is not None
    assert f"{read.emirate} {read.area}".strip() == meant


@pytest.mark.parametrize(
    "typed", ["دبا", "شارع دبي في الشارقة", "العين، الفجيرة", "", "هنا", "د" * 200]
)
def test_no_emirate_or_several(typed: str) -> None:
    assert place_named(typed) is None


def test_every_emirate_is_known_by_its_names() -> None:
    assert set(EMIRATE_NAMES) == set(EMIRATES)
    for emirate in EMIRATES:
        for language in LANGUAGES:
            assert place_named(plain(say(f"emirate-{emirate}"), language)) == (emirate, "", "")


@pytest.mark.parametrize(("typed", "meant"), cases("phone"))
def test_a_phone(typed: str, meant: str) -> None:
    assert read_phone(typed) == meant


@pytest.mark.parametrize(("typed", "meant"), cases("contact"))
def test_a_number_of_a_contact_card(typed: str, meant: str) -> None:
    assert read_card_phone(typed) == meant


def test_a_number_that_proves_who_shares_it_is_whole() -> None:
    assert read_shared_phone("501234567") is NoPhone.wrong_abroad


@pytest.mark.parametrize(("typed", "meant"), cases("note"))
async def test_a_note(typed: str, meant: str) -> None:
    note = questions.text("note", ASKS, optional=True)
    assert (await taken(note, Said(typed))).note == meant


async def test_no_is_an_answer_where_none_can_be_skipped() -> None:
    assert (await taken(questions.text("name", ASKS), Said("لا"))).name == "لا"
