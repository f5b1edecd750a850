"""Answers of checkout as customers type them: places by their cities, times by their days."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.zone_changes import add_zone
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, with_cart
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import label, word

SKIP, PLACE = word("button-skip"), label("checkout-place-order")


@pytest.fixture
async def mona(turns: Turns) -> Talk:
    """A shopper who has been asked for the emirate."""
    product = await shelf.add_product(turns, "بخور", "Bakhoor", options=[("", "", 50, 9)])
    talk = await with_cart(turns, await shelf.only_option(turns, product))
    await talk.presses(label("cart-checkout"))
    await talk.says("منى سالم")
    await talk.shares_phone("971501234567")
    return talk


async def kalba(turns: Turns) -> int:
    """An area of Sharjah with a fee of its own."""
    async with turns.database.write() as session:
        plan = await add_zone(
            acting(session), DEFAULT_TERMS, "sharjah", "كلباء", "Kalba", Money.dirhams(45)
        )
    return plan.last_zone


async def placed(turns: Turns, talk: Talk) -> tuple[str, int, str, str]:
    """Where the order goes to, once its address and note are answered."""
    await talk.says("شارع البحر، بيت 3")
    await talk.presses(SKIP)
    await talk.presses(PLACE)
    (order,) = await orders(turns)
    return order.emirate, order.zone or 0, order.area, order.address


@pytest.mark.parametrize(
    ("typed", "emirate", "area"),
    [
        ("العين", "abu-dhabi", "العين"),
        ("خورفكان", "sharjah", "خورفكان"),
        ("دبي مارينا", "dubai", "دبي مارينا"),
    ],
)
async def test_a_city_is_its_emirate_and_the_area(
    turns: Turns, mona: Talk, typed: str, emirate: str, area: str
) -> None:
    await mona.says(typed)
    assert word("checkout-ask-where") in mona.text
    assert await placed(turns, mona) == (emirate, 0, area, "شارع البحر، بيت 3")


async def test_a_short_name_of_an_emirate_leaves_the_area_to_be_asked_for(mona: Talk) -> None:
    await mona.says("RAK")
    assert word("checkout-ask-area") in mona.text


async def test_a_city_that_the_plan_knows_is_chosen_as_its_area(turns: Turns, mona: Talk) -> None:
    zone = await kalba(turns)
    await mona.says("كلباء البحر")
    assert word("checkout-ask-where") in mona.text
    assert await placed(turns, mona) == ("sharjah", zone, "كلباء", "شارع البحر، بيت 3")


async def test_another_city_of_the_emirate_is_asked_for_its_terms(turns: Turns, mona: Talk) -> None:
    await kalba(turns)
    await mona.says("الذيد")
    await mona.presses("بقية الشارقة")
    assert await placed(turns, mona) == ("sharjah", 0, "الذيد", "شارع البحر، بيت 3")


async def test_two_emirates_are_none(mona: Talk) -> None:
    await mona.says("شارع دبي في الشارقة")
    assert word("question-choose") in mona.text


@pytest.fixture
async def choosing(mona: Talk) -> Talk:
    """A shopper who is asked for another time, on Monday the second of March."""
    await mona.says("دبي", "المرسى", "برج 3")
    await mona.presses(SKIP)
    await mona.presses(label("checkout-change-time"))
    return mona


@pytest.mark.parametrize(
    ("typed", "day", "starts"),
    [
        ("بكرة العصر", 3, "16:00"),
        ("باجر الصبح", 3, "10:00"),
        ("بكرة ٥ م", 3, "16:00"),
        ("Friday 11:00", 6, "10:00"),
        ("الأربعاء 4 مارس، العصر", 4, "16:00"),
    ],
)
async def test_a_part_of_a_day_is_its_window(
    turns: Turns, choosing: Talk, typed: str, day: int, starts: str
) -> None:
    await choosing.says(typed)
    await choosing.presses(PLACE)
    (order,) = await orders(turns)
    assert (order.day.day, order.window[:5]) == (day, starts)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("بكرة", "الثلاثاء 3 مارس"),
        ("الجمعة", "الجمعة 6 مارس"),
        ("الأربعاء 4 مارس", "الأربعاء 4 مارس"),
        ("بكرة الساعة 8", "الثلاثاء 3 مارس"),
    ],
)
async def test_a_day_shows_its_windows(choosing: Talk, typed: str, first: str) -> None:
    await choosing.says(typed)
    assert first in choosing.labels[0]
    assert first in choosing.labels[1]


async def test_a_part_of_no_day_shows_the_next_such(choosing: Talk) -> None:
    await choosing.says("العصر")
    assert "· 4:00 عصراً" in choosing.labels[0]


async def test_a_day_of_the_moon_is_said_back_in_our_calendar(turns: Turns, choosing: Talk) -> None:
    await choosing.says("15 رمضان العصر")
    assert "هل المقصود: الأربعاء 4 مارس؟" in choosing.text
    await choosing.says(word("button-yes"))
    await choosing.presses(PLACE)
    (order,) = await orders(turns)
    assert (order.day.day, order.window[:5]) == (4, "16:00")


async def test_a_day_without_a_window_says_why(choosing: Talk) -> None:
    await choosing.says("30 أبريل العصر")
    assert "لا موعد متاحاً يوم الخميس 30 أبريل" in choosing.text
