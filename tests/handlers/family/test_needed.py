"""By which day a family's made-to-order things are needed, told with the sale and ever after."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.dialog.actions.customer import SetQuantity
from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance, not_delivered
from models.orders.tables import Order
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR

CAKES = ("بيت الكيك", "Cake House")
SYRUPS = ("بيت التمر", "Bayt Al Tamr")


@pytest.fixture
async def mother(turns: Turns) -> Talk:
    """A mother whose family sells a cake that is made to order, and dates from the stock."""
    return await family_member(turns, await shelf.add_family(turns, CAKES), external_id="mother")


@pytest.fixture
async def order(mother: Talk) -> Order:
    """Her cake, her dates and another family's syrup, ordered on Monday 2 March for Thursday."""
    turns = mother.turns
    cake = await shelf.add_product(turns, "كيك", made_to_order=True, lead_days=3, brand=CAKES)
    dates = await shelf.add_product(turns, "تمر محشو", brand=CAKES)
    syrup = await shelf.add_product(turns, "دبس", brand=SYRUPS)
    await family_member(turns, await shelf.add_family(turns, SYRUPS), external_id="other")
    await announced(turns)
    mona = await with_cart(turns, await shelf.only_option(turns, cake), 2)
    for product in (dates, syrup):
        await mona.presses_old(SetQuantity(await shelf.only_option(turns, product), 1))
    return await buy(mona)


async def comes_back(turns: Turns, order: Order, day: date) -> None:
    """Packed and out, and then not delivered: it goes out again on that day."""
    async with turns.database.write() as session:
        for state in TO_THE_DOOR:
            await advance(acting(session, now=turns.clock()), order.id, state)
        await not_delivered(
            acting(session, now=turns.clock()),
            order.id,
            "nobody",
            day,
            "16:00-20:00",
            DEFAULT_TERMS,
        )


async def test_the_sale_says_by_which_day_what_is_made_is_needed(
    turns: Turns, order: Order
) -> None:
    assert order.day == date(2026, 3, 5)
    told = await announced(turns)
    needed = "التسليم إلى مركز إنتاج قبل الأربعاء 4 مارس، 6:00 مساءً"
    heard = text(told.to("mother"))
    assert f"كيك × 2 = 70 د.إ\n🗓 {needed}\n• تمر محشو × 1" in heard
    assert heard.count("التسليم إلى") == 1
    assert "bring it to the Entaj centre before Wednesday 4 March, 6:00 pm" in text(
        told.to("mother"), "en"
    )
    assert "دبس" in text(told.to("other"))
    assert "التسليم إلى" not in text(told.to("other"))


async def test_sales_say_it_while_the_order_is_open(
    turns: Turns, mother: Talk, order: Order
) -> None:
    await mother.says("/sales")
    assert mother.text.count("التسليم إلى مركز إنتاج قبل الأربعاء 4 مارس") == 1
    await comes_back(turns, order, date(2026, 3, 6))
    await mother.says("/sales")
    assert "التسليم إلى" not in mother.text
    async with turns.database.write() as session:
        await cancel_by_staff(acting(session, now=turns.clock()), order.id, "")
    await mother.says("/sales")
    assert "كيك × 2" in mother.text
    assert "التسليم إلى" not in mother.text


async def test_another_day_is_told_to_whoever_makes_something_for_it(
    turns: Turns, order: Order
) -> None:
    await announced(turns)
    await comes_back(turns, order, date(2026, 3, 6))
    told = await announced(turns)
    heard = text(told.to("mother"))
    assert f"موعد جديد للطلب رقم {order.number}: الجمعة 6 مارس" in heard
    assert "كيك × 2" in heard
    assert "تمر" not in heard
    assert "has a new day: Friday 6 March" in text(told.to("mother"), "en")
    assert told.to("other") == []
