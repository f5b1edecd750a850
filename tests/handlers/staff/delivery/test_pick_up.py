"""Managers offer fetching at the hall: its place, its windows, its lead, on and off."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.delivery_plan import (
    ChangePlan,
    CopyWeekday,
    OpenDays,
    ShowPickUp,
    ShowWeekday,
    SwitchPickUp,
)
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.people import Language
from tests.handlers.people import staff
from tests.handlers.staff.delivery.test_plan import plan_in
from tests.handlers.told import announced, text

LANGUAGES: tuple[Language, ...] = ("ar", "en")
WORDS = {
    "ar": ("الاستلام من القاعة", "إتاحة الاستلام", "يلزم أولاً", "صار الاستلام من القاعة متاحاً"),
    "en": (
        "Pick-up at the hall",
        "Switch it on",
        "First the place needs",
        "can pick up at the hall",
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_is_switched_on_once_there_is_a_place_and_a_window(
    turns: Turns, language: Language
) -> None:
    way, on, missing, done = WORDS[language]
    await staff(turns, Role.orders, external_id="desk", language=language)
    boss = await staff(turns, Role.manager, external_id="boss", language=language)
    await boss.says("/delivery")
    await boss.presses(way)
    await boss.presses(on)
    assert missing in boss.notice
    assert not (await plan_in(turns)).pick_up.offered
    await boss.presses_old(ChangePlan("hall-place"))
    await boss.says("123")
    await boss.says("ص" * 60 + " / " + "P" * 60)
    assert {"ar": "ص" * 60, "en": "P" * 60}[language] in boss.text
    await boss.presses_old(ChangePlan("window", "0", "hall"))
    await boss.says("16-20 12")
    await boss.presses_old(CopyWeekday(0, "hall", sure=True))
    await boss.presses_old(ShowPickUp())
    await boss.presses(on)
    assert done in boss.notice
    pick_up = (await plan_in(turns)).pick_up
    assert (pick_up.offered, pick_up.place_ar, pick_up.place_en) == (True, "ص" * 60, "P" * 60)
    assert [len(windows) for windows in pick_up.week] == [1, 1, 1, 1, 0, 1, 1]
    assert {"ar": "ص" * 60, "en": "P" * 60}[language] in text(
        (await announced(turns)).to("desk"), language
    )
    await boss.presses_old(ChangePlan("hall-lead"))
    await boss.says("2")
    assert (await plan_in(turns)).pick_up.lead_days == 2
    await boss.presses_old(SwitchPickUp(on=False))
    assert not (await plan_in(turns)).pick_up.offered
    assert text((await announced(turns)).to("desk"), language).startswith("🛍")
    await boss.says("/audit")
    assert {"ar": "أُوقف الاستلام من القاعة", "en": "was switched off"}[language] in boss.text


async def test_the_weeks_of_deliveries_stay_as_they_are(turns: Turns) -> None:
    boss = await staff(turns, Role.manager)
    before = (await plan_in(turns)).week
    await boss.presses_old(ShowWeekday(2, "hall"))
    await boss.presses("إضافة موعد")
    await boss.says("9-11 4")
    plan = await plan_in(turns)
    assert plan.week == before
    assert [window.key for window in plan.pick_up.week[2]] == ["09:00-11:00"]
    await boss.presses("حذف 9:00 صباحاً – 11:00 صباحاً")
    assert not any((await plan_in(turns)).pick_up.week)


async def test_closed_days_are_no_week_of_the_hall(turns: Turns) -> None:
    boss = await staff(turns, Role.manager)
    await boss.presses_old(OpenDays("hall", "hall"))
    assert (await plan_in(turns)).closures == ()
    assert "عذراً" not in boss.text


async def test_only_managers_may_offer_it(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    await desk.presses_old(SwitchPickUp(on=True))
    await desk.presses_old(ChangePlan("hall-place"))
    assert not (await plan_in(turns)).pick_up.offered
