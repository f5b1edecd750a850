"""`/delivery`: managers look at the plan of deliveries and change it, in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.dialog.actions.delivery_plan import (
    ChangePlan,
    CopyWeekday,
    ListClosures,
    OpenDays,
    RemoveWindow,
    ShowWeek,
    ShowWeekday,
)
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.orders.delivery_plan import Closure, DeliveryPlan, plan_of_terms
from models.orders.plan_changes import close_days
from models.orders.saved_plan import saved_plan
from models.people.access import Role
from models.people.people import Language
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import word

LANGUAGES: tuple[Language, ...] = ("ar", "en")


@pytest.fixture
async def boss(turns: Turns) -> Talk:
    """A manager."""
    return await staff(turns, Role.manager)


async def plan_in(turns: Turns) -> DeliveryPlan:
    """The plan as it is saved."""
    async with turns.database.read() as session:
        return await saved_plan(session) or plan_of_terms(turns.terms)


def keys(plan: DeliveryPlan, weekday: int) -> list[str]:
    """The windows of that weekday."""
    return [window.key for window in plan.week[weekday]]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_overview_says_what_holds(turns: Turns, language: Language) -> None:
    boss = await staff(turns, Role.manager, external_id="boss", language=language)
    await boss.says("/delivery")
    friday, week = {
        "ar": ("الجمعة: 10:00 صباحاً – 12:00 ظهراً، 4:00 عصراً – 8:00 مساءً", "الأيام والساعات"),
        "en": ("Friday: 10:00 am – 12:00 pm, 4:00 pm – 8:00 pm", "Days and hours"),
    }[language]
    assert friday in boss.text
    await boss.presses(week)
    assert len(boss.offered(ShowWeekday)) == 7


async def test_only_managers_may_change_it(turns: Turns) -> None:
    desk = await staff(turns, Role.orders)
    await desk.says("/delivery")
    assert "غير متاحة" in desk.text


async def test_a_window_is_typed_in_any_digits(turns: Turns, boss: Talk) -> None:
    await boss.presses_old(ShowWeekday(1))
    await boss.presses("إضافة موعد")
    await boss.says("بكرة")
    assert "لم يتضح الموعد" in boss.text
    await boss.says("١٩-٢١ ٥")
    assert "يتداخل هذا الموعد مع 4:00 عصراً – 8:00 مساءً" in boss.text
    await boss.says("٢٠-٢٢ ٥")
    assert "حُفظ التعديل" in boss.text
    assert "8:00 مساءً – 10:00 مساءً · 5 طلبات" in boss.text
    assert keys(await plan_in(turns), 1) == ["10:00-13:00", "16:00-20:00", "20:00-22:00"]


async def test_usual_windows_are_offered_where_there_is_room(turns: Turns, boss: Talk) -> None:
    await boss.presses_old(RemoveWindow(1, "10:00-13:00"))
    await boss.presses("إضافة موعد")
    assert not any("مساءً" in label and "·" in label for label in boss.labels)
    await boss.presses("10:00 صباحاً – 12:00 ظهراً · 20 طلباً")
    assert keys(await plan_in(turns), 1) == ["10:00-12:00", "16:00-20:00"]


async def test_a_window_is_taken_away_once(turns: Turns, boss: Talk) -> None:
    await boss.presses_old(ShowWeekday(4))
    await boss.presses("حذف 10:00 صباحاً – 12:00 ظهراً")
    assert boss.notice == "حُذف الموعد."
    assert keys(await plan_in(turns), 4) == ["16:00-20:00"]
    await boss.presses_old(RemoveWindow(4, "10:00-12:00"))
    assert boss.notice == "سبق حذف هذا الموعد."


async def test_one_day_is_copied_to_all_but_friday_when_it_is_sure(
    turns: Turns, boss: Talk
) -> None:
    await boss.presses_old(RemoveWindow(1, "10:00-13:00"))
    await boss.presses("تعميمها")
    assert keys(await plan_in(turns), 2) == ["10:00-13:00", "16:00-20:00"]
    await boss.presses("تعميمها")
    plan = await plan_in(turns)
    assert keys(plan, 2) == keys(plan, 6) == ["16:00-20:00"]
    assert keys(plan, 4) == ["10:00-12:00", "16:00-20:00"]


@pytest.mark.parametrize(
    ("part", "wrong", "right", "attribute", "value"),
    [
        ("lead", "31", "2", "lead_days", 2),
        ("ahead", "0", "٣٠", "days_ahead", 30),
        ("free", "0", "300", "free_above", Money.dirhams(300)),
        ("cutoff", "soon", "3 ساعات", "cutoff_hours", 3),
    ],
)
async def test_a_rule_is_changed_by_its_value(
    turns: Turns, boss: Talk, part: str, wrong: str, right: str, attribute: str, value: object
) -> None:
    await boss.presses_old(ChangePlan(part))
    await boss.says(wrong)
    assert getattr(await plan_in(turns), attribute) != value
    await boss.says(right)
    assert "حُفظ التعديل" in boss.text
    assert getattr(await plan_in(turns), attribute) == value


async def test_a_cut_off_is_said_and_taken_back(turns: Turns, boss: Talk) -> None:
    await boss.presses_old(ChangePlan("cutoff"))
    await boss.presses("حتى الساعة 6:00 مساءً")
    assert "الطلبات بعد الساعة 6:00 مساءً تُحسب لليوم التالي." in boss.text
    await boss.presses("آخر وقت لقبول الطلب")
    await boss.presses("حتى بداية الموعد")
    assert (await plan_in(turns)).cutoff_at is None


async def test_a_fee_is_changed(turns: Turns, boss: Talk) -> None:
    await boss.says("/delivery")
    await boss.presses("الرسوم")
    await boss.presses("عجمان")
    await boss.says("17.50")
    assert (await plan_in(turns)).fees["ajman"] == Money(1750)
    assert any("عجمان · 17.50" in label for label in boss.labels)


async def test_days_are_closed_with_a_name_and_opened_again(turns: Turns, boss: Talk) -> None:
    await boss.says("/delivery")
    await boss.presses("أيام التوقف")
    await boss.presses("إضافة أيام توقف")
    await boss.says("1-1-2020")
    assert "مضت هذه الأيام" in boss.text
    await boss.says("20-21/3")
    await boss.says("عيد الفطر / Eid Al Fitr")
    assert "من الجمعة 20 مارس إلى السبت 21 مارس: عيد الفطر" in boss.text
    await boss.presses("إضافة أيام توقف")
    await boss.says("21/3")
    assert "التوصيل متوقف من قبل" in boss.text
    await boss.says("/cancel")
    await boss.presses("استئناف")
    assert (await plan_in(turns)).closures == ()
    await boss.presses_old(OpenDays("260320", "260321"))
    assert boss.notice == "سبق استئناف التوصيل في هذه الأيام."


async def test_a_page_that_is_empty_by_now_does_not_say_that_nothing_is_closed(
    turns: Turns, boss: Talk
) -> None:
    async with turns.database.write() as session:
        day = date(2026, 3, 20)
        shut = Closure(day, day, "عيد الفطر", "")
        await close_days(acting(session, now=turns.clock()), turns.terms, shut)
    await boss.presses_old(ListClosures(1))
    assert "الجمعة 20 مارس: عيد الفطر" in boss.text
    assert word("delivery-nothing-closed") not in boss.text


@pytest.mark.parametrize(
    "action",
    [
        ShowWeek("999999"),
        ShowWeekday(9),
        ShowWeekday(1, "260101"),
        RemoveWindow(9, "16:00-20:00"),
        CopyWeekday(-1),
        ChangePlan("window", "7"),
        ChangePlan("fee", "oman"),
        ChangePlan("nothing"),
        OpenDays("", "260321"),
    ],
    ids=repr,
)
async def test_a_forged_button_changes_nothing(
    turns: Turns, boss: Talk, action: ChangePlan
) -> None:
    before = await plan_in(turns)
    await boss.presses_old(action)
    assert "حدث خطأ" not in boss.text
    assert await plan_in(turns) == before
    assert boss.choices
