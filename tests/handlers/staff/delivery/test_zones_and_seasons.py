"""Areas with terms of their own, and days with a week of their own, by `/delivery`."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.delivery_plan import (
    ChangePlan,
    DeliverToZone,
    RemoveSeason,
    RemoveZone,
)
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.delivery_plan import plan_of_terms
from models.people.access import Role
from models.people.people import Language
from tests.handlers.people import staff
from tests.handlers.staff.delivery.test_plan import keys, plan_in
from tests.handlers.staff.ordering import an_order
from tests.handlers.talk import Talk


@pytest.fixture
async def boss(turns: Turns) -> Talk:
    """A manager."""
    return await staff(turns, Role.manager)


async def add_kalba(boss: Talk) -> None:
    """Give Kalba a fee of 45 dirhams."""
    await boss.says("/delivery")
    await boss.presses("المناطق")
    await boss.presses("إضافة منطقة")
    await boss.presses("الشارقة")
    await boss.presses("كلباء")
    await boss.says("٤٥")


async def test_an_area_gets_fee_days_and_lead_of_its_own(turns: Turns, boss: Talk) -> None:
    await add_kalba(boss)
    assert "كلباء (الشارقة)" in boss.text
    assert "الرسوم: 45 د.إ" in boss.text
    assert "الأيام: كل يوم" in boss.text
    for day in ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس"):
        await boss.presses(day)
    assert "الأيام: الجمعة، السبت، الأحد" in boss.text
    await boss.presses("الرسوم")
    await boss.says("50")
    await boss.presses("أقرب توصيل")
    await boss.presses("يومان")
    (zone,) = (await plan_in(turns)).zones
    assert (zone.name_ar, zone.name_en) == ("كلباء", "Kalba")
    assert (zone.fee, zone.weekdays, zone.lead_days) == (Money.dirhams(50), (4, 5, 6), 2)
    for served in (4, 5, 6):
        await boss.presses_old(DeliverToZone(zone.id, served, False))
    assert boss.notice.startswith("لا بد من بقاء يوم واحد")
    await boss.presses("حذف المنطقة")
    assert "هل تُحذف كلباء؟" in boss.text
    await boss.presses("حذف المنطقة")
    assert (await plan_in(turns)).zones == ()
    await boss.presses_old(RemoveZone(zone.id))
    assert boss.notice == "سبق حذف هذه المنطقة."


async def test_the_same_area_is_added_once(turns: Turns, boss: Talk) -> None:
    await add_kalba(boss)
    await boss.presses("المناطق")
    await boss.presses("إضافة منطقة")
    await boss.presses("الشارقة")
    assert "كلباء" not in boss.labels
    await boss.says("كلباء / Kalba")
    assert "هذه المنطقة مضافة من قبل." in boss.text
    assert len((await plan_in(turns)).zones) == 1


async def test_an_area_that_went_meanwhile_leaves_a_way_out(turns: Turns, boss: Talk) -> None:
    await add_kalba(boss)
    await boss.presses("الرسوم")
    other = await staff(turns, Role.manager, external_id="other")
    await other.presses_old(RemoveZone(1, sure=True))
    await boss.says("50")
    assert "حدث خطأ" not in boss.text
    await boss.says("/cancel")
    assert "مواعيد التوصيل" in boss.text
    await boss.presses_old(ChangePlan("zone-fee", "1"))
    await boss.presses_old(ChangePlan("zone-fee", "x"))
    assert "حدث خطأ" not in boss.text


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_ramadan_has_hours_of_its_own(turns: Turns, language: Language) -> None:
    boss = await staff(turns, Role.manager, external_id="boss", language=language)
    add, day, remove, span, named = {
        "ar": ("إضافة فترة", "الثلاثاء", "حذف", "3/3 - 19/3", "رمضان"),
        "en": ("Add a period", "Tuesday", "Remove", "3 March to 19 March", "Ramadan"),
    }[language]
    number = await an_order(turns)
    await boss.says("/delivery")
    await boss.presses({"ar": "مواعيد خاصة بفترة", "en": "Times for a period"}[language])
    await boss.presses(add)
    await boss.says("19/3 - 3/3/2026")
    await boss.says(span, "رمضان / Ramadan")
    assert named in boss.text
    await boss.presses(day)
    await boss.presses(remove)
    assert {"ar": "طلب واحد", "en": "One open order"}[language] in boss.text
    plan = await plan_in(turns)
    assert plan.week == plan_of_terms(turns.terms).week
    assert [window.key for window in plan.seasons[0].week[1]] == ["16:00-20:00"]
    await boss.presses("(1)")
    assert number in " ".join(boss.labels)


async def test_a_season_is_taken_back(turns: Turns, boss: Talk) -> None:
    await boss.says("/delivery")
    await boss.presses("مواعيد خاصة بفترة")
    await boss.presses("إضافة فترة")
    await boss.says("10/3 - 19/3", "رمضان")
    await boss.says("/delivery")
    await boss.presses("مواعيد خاصة بفترة")
    await boss.presses("إضافة فترة")
    await boss.says("19/3")
    assert "لبعض هذه الأيام مواعيد خاصة من قبل." in boss.text
    await boss.says("/cancel")
    await boss.presses("حذف")
    await boss.presses("حذف")
    assert (await plan_in(turns)).seasons == ()
    await boss.presses_old(RemoveSeason("260310", sure=True))
    assert boss.notice == "سبق حذف هذه الفترة."
    assert keys(await plan_in(turns), 1) == ["10:00-13:00", "16:00-20:00"]
