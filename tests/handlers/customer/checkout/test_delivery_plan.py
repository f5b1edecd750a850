"""What customers see of the plan of deliveries: areas, closed days, what is free."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import Closure
from models.orders.plan_changes import close_days, remove_window, set_fee, set_rule
from models.orders.saved_plan import saved_plan
from models.orders.zone_changes import add_zone, change_zone, remove_zone
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, orders, to_summary, with_cart
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.orders import TOMORROW
from tests.support.words import word

EID = Closure(TOMORROW.day, TOMORROW.day, "عيد الاتحاد", "Eid Al Etihad")
SKIP = word("button-skip")
PLACE = "تأكيد الطلب"


@pytest.fixture
async def mona(turns: Turns) -> Talk:
    """A shopper with two pieces of 50 dirhams in the cart, who sees it."""
    product = await shelf.add_product(turns, "بخور", "Bakhoor", options=[("", "", 50, 9)])
    return await with_cart(turns, await shelf.only_option(turns, product))


async def kalba(turns: Turns, *weekdays: int) -> int:
    """An area of Sharjah with terms of its own: 45 dirhams, on those weekdays."""
    async with turns.database.write() as session:
        who = acting(session)
        plan = await add_zone(who, DEFAULT_TERMS, "sharjah", "كلباء", "Kalba", Money.dirhams(45))
        await change_zone(who, DEFAULT_TERMS, plan.last_zone, weekdays=weekdays)
    return plan.last_zone


async def to_zone(mona: Talk) -> None:
    """Answer the questions up to the one for the area."""
    await mona.presses("إتمام الطلب")
    await mona.says("منى سالم")
    await mona.shares_phone("971501234567")
    await mona.presses("الشارقة")


async def test_where_no_area_has_terms_of_its_own_nothing_more_is_asked(mona: Talk) -> None:
    await to_summary(mona)
    assert PLACE in " ".join(mona.labels)


async def test_an_area_with_terms_of_its_own_is_one_more_tap(turns: Turns, mona: Talk) -> None:
    await kalba(turns, 5)
    await to_zone(mona)
    assert "إلى أي جهة في الشارقة؟" in mona.text
    assert mona.labels[:2] == ["بقية الشارقة · 15 د.إ", "كلباء · 45 د.إ"]
    await mona.presses("كلباء")
    await mona.says("شارع البحر، بيت 3")
    await mona.presses(SKIP)
    assert "الشارقة، كلباء، شارع البحر، بيت 3" in mona.text
    assert "45 د.إ" in mona.text
    assert "السبت 7 مارس" in mona.text
    await mona.presses(PLACE)
    (order,) = await orders(turns)
    assert (order.day.weekday(), order.fee, order.area) == (5, Money.dirhams(45), "كلباء")


async def test_the_rest_of_the_emirate_is_asked_for_its_area(turns: Turns, mona: Talk) -> None:
    await kalba(turns)
    await to_zone(mona)
    await mona.presses("بقية الشارقة")
    await mona.says("الرحمانية", "فيلا 12")
    await mona.presses(SKIP)
    assert "15 د.إ" in mona.text
    order = await buy(mona)
    assert (order.zone, order.fee) == (0, Money.dirhams(15))


async def test_who_is_known_to_live_there_is_not_asked_again(turns: Turns, mona: Talk) -> None:
    number = await kalba(turns)
    await to_zone(mona)
    await mona.presses("كلباء")
    await mona.says("بيت 3")
    await mona.presses(SKIP)
    option = (await buy(mona)).id
    again = await with_cart(turns, option, 1)
    assert (await buy(again)).zone == number


async def test_who_ordered_before_there_was_the_area_is_asked_where_it_may_be_hers(
    turns: Turns, mona: Talk
) -> None:
    await to_zone(mona)
    await mona.says("كلباء القديمة", "بيت 3")
    await mona.presses(SKIP)
    await mona.presses(PLACE)
    await kalba(turns)
    again = await with_cart(turns, 1, 1)
    await again.presses("إتمام الطلب")
    assert "إلى أي جهة في الشارقة؟" in again.text


async def test_an_area_that_is_taken_away_is_not_charged_for(turns: Turns, mona: Talk) -> None:
    number = await kalba(turns)
    await to_zone(mona)
    await mona.presses("كلباء")
    await mona.says("بيت 3")
    await mona.presses(SKIP)
    async with turns.database.write() as session:
        await remove_zone(acting(session), DEFAULT_TERMS, number)
    await mona.presses(PLACE)
    assert await orders(turns) == []
    await mona.says("كلباء")
    assert "15 د.إ" in mona.text
    await mona.presses(PLACE)
    assert [order.fee for order in await orders(turns)] == [Money.dirhams(15)]


async def test_a_closed_day_is_named_where_it_is_missing_and_when_it_is_asked_for(
    turns: Turns, mona: Talk
) -> None:
    async with turns.database.write() as session:
        await close_days(acting(session), DEFAULT_TERMS, EID)
    await to_summary(mona)
    assert "الأربعاء 4 مارس" in mona.text
    await mona.presses("موعد آخر")
    assert "يتوقف التوصيل الثلاثاء 3 مارس: عيد الاتحاد" in mona.text
    await mona.says("3/3")
    assert mona.text.startswith("🚫 يتوقف التوصيل الثلاثاء 3 مارس: عيد الاتحاد")
    await mona.says("30 أبريل")
    assert "لا موعد متاحاً يوم الخميس 30 أبريل" in mona.text
    await mona.says("٧/٣")
    assert mona.labels[0].startswith("السبت 7 مارس")
    await mona.presses("السبت 7 مارس · 4:00 عصراً – 8:00 مساءً")
    await mona.presses(PLACE)
    assert [order.day.isoformat() for order in await orders(turns)] == ["2026-03-07"]


async def test_a_typed_day_with_one_window_is_taken(turns: Turns, mona: Talk) -> None:
    async with turns.database.write() as session:
        await remove_window(acting(session), DEFAULT_TERMS, 5, "10:00-13:00")
    await to_summary(mona)
    await mona.presses("موعد آخر")
    await mona.says("7/3")
    assert "السبت 7 مارس" in mona.text
    assert PLACE in " ".join(mona.labels)


async def test_a_day_that_closes_after_the_summary_takes_no_order(turns: Turns, mona: Talk) -> None:
    await to_summary(mona)
    async with turns.database.write() as session:
        await close_days(acting(session), DEFAULT_TERMS, EID)
    await mona.presses(PLACE)
    assert await orders(turns) == []
    assert "لم يعد موعد التوصيل الظاهر متاحاً" in mona.text
    assert "الأربعاء 4 مارس" in mona.text
    await mona.presses(PLACE)
    assert [order.day.isoformat() for order in await orders(turns)] == ["2026-03-04"]


async def test_a_fee_that_changes_after_the_summary_is_asked_again(
    turns: Turns, mona: Talk
) -> None:
    await to_summary(mona)
    async with turns.database.write() as session:
        await set_fee(acting(session), DEFAULT_TERMS, "sharjah", Money.dirhams(22))
    await mona.presses(PLACE)
    assert await orders(turns) == []
    assert "22 د.إ" in mona.text
    await mona.presses(PLACE)
    assert [order.fee for order in await orders(turns)] == [Money.dirhams(22)]


async def test_the_cart_says_what_is_missing_until_delivery_is_free(
    turns: Turns, mona: Talk
) -> None:
    assert "تُضاف رسوم التوصيل" in mona.text
    async with turns.database.write() as session:
        await set_rule(acting(session), DEFAULT_TERMS, free_above=Money.dirhams(120))
    await mona.says("/cart")
    assert "يصبح التوصيل مجانياً بإضافة 20 د.إ إلى السلة." in mona.text
    await mona.presses("➕")
    assert "التوصيل مجاني لهذا الطلب." in mona.text
    assert (await buy(mona)).fee == Money(0)


async def test_a_change_by_another_process_holds_at_once(turns: Turns, mona: Talk) -> None:
    other = Turns(turns.database, turns.terms, turns.clock)
    await to_summary(mona)
    async with other.database.write() as session:
        plan = await set_fee(acting(session), DEFAULT_TERMS, "sharjah", Money.dirhams(5))
    async with turns.database.read() as session:
        assert await saved_plan(session) == plan
    await mona.says("/cart")
    await mona.presses("إتمام الطلب")
    assert "5 د.إ" in mona.text


async def test_a_pin_elsewhere_leaves_the_zone_and_asks_for_those_of_the_other(
    turns: Turns, mona: Talk
) -> None:
    await kalba(turns)
    async with turns.database.write() as session:
        fee = Money.dirhams(40)
        await add_zone(acting(session), DEFAULT_TERMS, "dubai", "حتا", "Hatta", fee)
    await to_zone(mona)
    await mona.presses("كلباء")
    await mona.shares_place(24.8, 56.13)
    await mona.presses(word("emirate-dubai"))
    assert mona.labels[:2] == ["بقية دبي · 25 د.إ", "حتا · 40 د.إ"]
    await mona.presses("حتا")
    await mona.presses(SKIP)
    order = await buy(mona)
    assert (order.emirate, order.zone, order.fee) == ("dubai", 2, Money.dirhams(40))
    assert (order.area, order.latitude) == ("حتا", 24.8)
