"""Bazaars as staff see them: added with their days, changed, hidden."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import select

from handlers.dialog.actions.bazaars import (
    AddBazaar,
    HideBazaar,
    ListBazaars,
    ManageBazaar,
    RemoveBazaarDay,
)
from handlers.dialog.speech import Choice, Trouble
from handlers.dialog.turns import Turns
from models.bazaars.bazaars import Bazaar, BazaarDay
from models.kernel.facts import BazaarChanged, FactRow
from models.people.access import Role
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.clock import HandClock
from tests.support.words import label as the_label
from tests.support.words import word


async def asked_for_day(turns: Turns) -> Talk:
    """A manager who has given names, place and pin of a bazaar, and is asked for its first day."""
    manager = await staff(turns, Role.manager)
    await manager.says("/bazaars")
    await manager.presses(word("button-add-bazaar"))
    await manager.says("بازار إنتاج التاسع", "The ninth Entaj Bazaar")
    await manager.says("ضاحية الرحمانية، الشارقة", "Al Rahmaniya, Sharjah")
    await manager.shares_place()
    assert word("bazaars-ask-day") in manager.text
    return manager


async def days(turns: Turns) -> list[tuple[datetime, datetime]]:
    """The openings, in order."""
    async with turns.database.read() as session:
        rows = await session.scalars(select(BazaarDay).order_by(BazaarDay.opens_at))
        return [(row.opens_at, row.closes_at) for row in rows]


async def added(turns: Turns) -> Talk:
    """A manager who sees the card of a bazaar with two days, the 4th and 5th of March 2026."""
    manager = await asked_for_day(turns)
    await manager.says("4/3", "4 م - 10 م")
    await manager.presses(word("button-another-day"))
    await manager.presses("الخميس 5 مارس")
    await manager.presses("من 4:00 عصراً إلى 10:00 مساءً")
    await manager.presses(word("button-bazaar-done"))
    return manager


async def test_a_bazaar_is_added_with_its_days(turns: Turns) -> None:
    manager = await added(turns)
    assert "بازار إنتاج التاسع\nThe ninth Entaj Bazaar" in manager.text
    assert "الأربعاء 4 مارس، من 4:00 عصراً إلى 10:00 مساءً" in manager.text
    assert the_label("bazaars-saved") in manager.text
    assert word("bazaars-shown") in manager.text
    assert manager.labels[0] == word("button-add-day")
    assert await days(turns) == [
        (datetime(2026, 3, 4, 12, tzinfo=UTC), datetime(2026, 3, 4, 18, tzinfo=UTC)),
        (datetime(2026, 3, 5, 12, tzinfo=UTC), datetime(2026, 3, 5, 18, tzinfo=UTC)),
    ]
    async with turns.database.read() as session:
        bazaar = (await session.scalars(select(Bazaar))).one()
    assert (bazaar.latitude, bazaar.longitude) == (25.3463, 55.4209)


async def test_a_page_that_is_empty_by_now_does_not_say_that_there_is_none(turns: Turns) -> None:
    manager = await added(turns)
    await manager.presses_old(ListBazaars(1))
    assert word("bazaars-none") not in manager.text
    assert len(manager.offered(ManageBazaar)) == 1


async def test_adding_once_more_goes_on_with_the_bazaar_at_hand(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.presses_old(AddBazaar())
    assert word("bazaars-ask-day") in manager.text
    assert len(manager.cards) == 1
    await manager.says("4/3")
    assert word("bazaars-ask-hours") in manager.text


async def test_every_question_can_be_gone_back_to(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("4/3", "16:00-22:00")
    await manager.presses(word("button-another-day"))
    await manager.says("5/3")
    await manager.presses(word("button-back"))
    await manager.presses(word("button-no-other-day"))
    assert "أيام البازار" in manager.text
    for asked in ("في أي يوم؟", "على الخريطة", "بالإنجليزية", "أين يُقام"):
        await manager.presses(word("button-back"))
        assert asked in manager.text
    for asked in ("بالإنجليزية؟", word("bazaars-ask-name-ar")):
        await manager.presses(word("button-back"))
        assert asked in manager.text
    await manager.presses(word("button-back"))
    await manager.presses(word("button-form-quit"))
    assert word("form-left") in manager.text
    assert await days(turns) == []


async def test_the_last_day_is_taken_back(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("4/3", "16:00-22:00")
    await manager.presses(word("button-drop-last-day"))
    assert word("bazaars-ask-day") in manager.text
    await manager.says("6/3", "8:30 م - 12:30 ليلاً")
    assert "الجمعة 6 مارس، من 8:30 مساءً إلى 12:30 ليلاً" in manager.text
    await manager.presses(word("button-bazaar-done"))
    assert await days(turns) == [
        (datetime(2026, 3, 6, 16, 30, tzinfo=UTC), datetime(2026, 3, 6, 20, 30, tzinfo=UTC))
    ]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("1/3", "مضى"),
        ("1/3/2025", "مضى"),
        ("1/3/2099", "بعيد جداً"),
        ("25,50", "لم يتضح التاريخ"),
        ("😀", "لم يتضح التاريخ"),
        ("3" * 10_000, "لم يتضح التاريخ"),
        ("31/2", "لم يتضح التاريخ"),
    ],
)
async def test_no_day_that_cannot_be(turns: Turns, typed: str, answer: str) -> None:
    manager = await asked_for_day(turns)
    await manager.says(typed)
    assert answer in manager.text
    assert word("bazaars-ask-day") in manager.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("4 و10", "لم تتضح الساعات"),
        ("😀", "لم تتضح الساعات"),
        ("8 ص - 11 ص", "انتهت هذه الساعات"),
        ("16:00-10:00", "من 4:00 عصراً إلى 10:00 صباحاً في اليوم التالي: هذه أكثر من 14 ساعة"),
        ("8:00-22:01", "هذه أكثر من 14 ساعة"),
    ],
)
async def test_no_hours_that_cannot_be(turns: Turns, typed: str, answer: str) -> None:
    manager = await asked_for_day(turns)
    await manager.says("2/3", typed)
    assert answer in manager.text
    assert word("bazaars-ask-hours") in manager.text


async def test_hours_and_days_in_doubt_are_said_back(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("24 رمضان")
    assert "هل المقصود: الجمعة 13 مارس؟" in manager.text
    await manager.says(word("button-yes"), "الساعة 4 لين 10")
    assert "هل المقصود: من 4:00 عصراً إلى 10:00 مساءً؟" in manager.text
    await manager.says(word("button-no"))
    assert manager.text.endswith(word("bazaars-ask-hours"))
    await manager.says("4-10", word("button-yes"))
    assert "الجمعة 13 مارس، من 4:00 عصراً إلى 10:00 مساءً" in manager.text


async def test_a_night_says_that_it_closes_on_the_next_day(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("4/3", "10 م - 10 ص")
    line = "الأربعاء 4 مارس، من 10:00 مساءً إلى 10:00 صباحاً"
    assert f"{line} في اليوم التالي" in manager.text
    await manager.presses(word("button-drop-last-day"))
    await manager.says("4/3", "16:00-0:00")
    assert "إلى 12:00 ليلاً\n" in manager.text


async def test_another_year_is_said(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("4/1/2027", "16:00-22:00")
    line = "الاثنين 4 يناير 2027، من 4:00 عصراً إلى 10:00 مساءً"
    assert line in manager.text
    await manager.presses(word("button-bazaar-done"))
    assert line in manager.text
    await manager.presses("حذف الاثنين 4 يناير 2027")
    assert line in manager.text


async def test_days_of_a_bazaar_do_not_overlap(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("4/3", "8 م - 2 ليلاً")
    await manager.presses(word("button-another-day"))
    await manager.says("5/3", "1:00-3:00")
    assert "تتداخل" in manager.text
    await manager.says("16:00-22:00")
    await manager.presses(word("button-bazaar-done"))
    await manager.presses(word("button-add-day"))
    await manager.says("5/3", "21:00-23:00")
    assert "تتداخل" in manager.text
    assert len(await days(turns)) == 2


@pytest.mark.parametrize(("day", "answer"), [("4/3", "من أي ساعة"), ("6/3", "أيام البازار")])
async def test_a_day_that_is_changed_is_held_against_its_hours(
    turns: Turns, day: str, answer: str
) -> None:
    manager = await asked_for_day(turns)
    for typed in ("4/3", "16:00-22:00"):
        await manager.says(typed)
    await manager.presses(word("button-another-day"))
    for typed in ("5/3", "16:00-22:00"):
        await manager.says(typed)
    await manager.presses(word("button-back"))
    await manager.presses(word("button-back"))
    await manager.says(day)
    assert answer in manager.text
    if "أي ساعة" in answer:
        await manager.says("16:00-22:00")
        assert "تتداخل" in manager.text
        await manager.says("9:00-12:00")
    await manager.presses(word("button-bazaar-done"))
    assert the_label("bazaars-saved") in manager.text


async def test_a_day_that_another_added_meanwhile_is_said_to_overlap(turns: Turns) -> None:
    manager = await added(turns)
    other = await staff(turns, Role.manager, external_id="other")
    await other.says("/bazaars")
    await other.presses("بازار إنتاج التاسع")
    for who in (manager, other):
        await who.presses(word("button-add-day"))
        await who.says("6/3")
    for who in (manager, other):
        await who.says("16:00-22:00")
    assert word("bazaars-overlaps") in other.text
    assert len(await days(turns)) == 3


async def test_after_a_bazaar_is_over_the_days_to_come_are_offered(
    turns: Turns, clock: HandClock
) -> None:
    manager = await added(turns)
    clock.advance(days=40)
    await manager.presses(word("button-add-day"))
    await manager.presses(manager.labels[0])
    assert word("bazaars-ask-hours") in manager.text


async def test_a_place_needs_a_pin_in_the_emirates_or_none(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.presses(word("button-back"))
    await manager.says("الرحمانية")
    assert "موقع على الخريطة، لا نص" in manager.text
    await manager.shares_place(48.85, 2.35)
    assert "خارج الإمارات" in manager.text
    await manager.sends_other(Trouble.not_understood)
    assert "على الخريطة" in manager.text


async def test_a_place_without_a_pin(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/bazaars")
    await manager.presses(word("button-add-bazaar"))
    await manager.says("بازار", "Bazaar", word("emirate-sharjah"), "Sharjah")
    await manager.presses(word("button-skip"))
    await manager.says("4/3", "16:00-22:00")
    await manager.presses(word("button-bazaar-done"))
    assert "بازار\nBazaar" in manager.text
    assert not any("الخريطة" in label for label in manager.labels)


async def test_another_form_does_not_throw_it_away(turns: Turns) -> None:
    manager = await asked_for_day(turns)
    await manager.says("/addproduct", "/families")
    await manager.presses(word("button-add-family"))
    assert "حُفظت مسودة: بازار إنتاج" in manager.text
    await manager.says("/cancel", "/desk")
    await manager.presses(the_label("button-drafts"))
    await manager.presses("بازار إنتاج")
    await manager.says("4/3")
    assert word("bazaars-ask-hours") in manager.text


async def test_a_day_is_added_and_taken_off(turns: Turns) -> None:
    manager = await added(turns)
    await manager.presses(word("button-add-day"))
    await manager.presses("الجمعة 6 مارس")
    await manager.presses(word("button-back"))
    await manager.presses(word("button-back"))
    assert word("form-left") in manager.text
    assert "الخميس 5 مارس، من 4:00 عصراً" in manager.text
    await manager.presses(word("button-add-day"))
    await manager.says("7/3")
    await manager.presses("من 4:00 عصراً إلى 10:00 مساءً")
    assert "السبت 7 مارس" in manager.text
    await manager.presses("حذف الأربعاء 4 مارس")
    assert "هل يُحذف هذا اليوم" in manager.text
    assert word("bazaars-told") in manager.text
    await manager.presses(word("button-back"))
    assert len(await days(turns)) == 3
    await manager.presses("حذف الأربعاء 4 مارس")
    await manager.presses(word("button-remove-day-sure"))
    assert manager.notice == word("bazaars-day-removed")
    assert "الأربعاء" not in manager.text
    assert len(await days(turns)) == 2


async def test_a_day_that_another_device_took_off_is_gone_and_no_other(turns: Turns) -> None:
    """SQLite gives the id of the last day, once it is removed, to the next one."""
    manager = await added(turns)
    await manager.presses("حذف الخميس 5 مارس")
    offered = [choice.action for choice in manager.choices if isinstance(choice, Choice)]
    (sure,) = [action for action in offered if isinstance(action, RemoveBazaarDay)]
    await manager.presses_old(sure)
    assert manager.notice == word("bazaars-day-removed")
    await manager.presses_old(sure)
    assert manager.notice == word("bazaars-day-gone")
    assert "الأربعاء 4 مارس" in manager.text
    await manager.presses(word("button-add-day"))
    await manager.says("5/3", "3 م - 10 م")
    for again in (sure, msgspec.structs.replace(sure, sure=False)):
        await manager.presses_old(again)
        assert manager.notice == word("bazaars-day-gone")
    assert [opens.hour for opens, _ in await days(turns)] == [12, 11]
    async with turns.database.read() as session:
        facts = [row.fact for row in await session.scalars(select(FactRow))]
    removed = [f for f in facts if isinstance(f, BazaarChanged) and f.what == "day-removed"]
    assert len(removed) == 1


async def test_a_bazaar_is_hidden_and_shown(turns: Turns) -> None:
    manager = await added(turns)
    await manager.presses(word("button-hide-bazaar"))
    assert "هل يُخفى هذا البازار" in manager.text
    assert word("bazaars-told") in manager.text
    await manager.presses(word("button-back"))
    assert word("bazaars-shown") in manager.text
    await manager.presses(word("button-hide-bazaar"))
    await manager.presses(word("button-hide-bazaar"))
    assert word("bazaars-hidden") in manager.text
    await manager.says("/bazaars")
    await manager.presses("بازار إنتاج التاسع")
    await manager.presses(word("button-show-bazaar"))
    assert word("bazaars-shown") in manager.text


async def test_a_bazaar_without_days_is_not_said_to_be_seen(turns: Turns) -> None:
    manager = await added(turns)
    for day in ("حذف الأربعاء 4 مارس", "حذف الخميس 5 مارس"):
        await manager.presses(day)
        await manager.presses(word("button-remove-day-sure"))
    assert word("bazaars-shown-later") in manager.text
    await manager.presses(word("button-hide-bazaar"))
    await manager.presses(word("button-show-bazaar"))
    assert manager.notice == word("bazaars-shown-later")
    assert word("bazaars-shown") not in manager.text


async def test_a_bazaar_that_is_none(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    for action in (
        ManageBazaar(9),
        HideBazaar(9, True),
        RemoveBazaarDay(9),
        RemoveBazaarDay(9, True),
    ):
        await manager.presses_old(action)
        assert word("refused-not-found") in manager.text
