"""A family that nobody has joined for yet: managers hear of its sales in its place."""

from __future__ import annotations

from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.customer import SetQuantity
from handlers.dialog.turns import Turns
from models.hall.sales import Item, NewSale
from models.kernel.money import Money
from models.orders.cancellation import cancel_by_staff
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.customer.buying import buy
from tests.handlers.halls import seller, sold_by
from tests.handlers.people import family_member, staff
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.halls import a_token

ROSES = ("دار الورد", "Dar Al Ward")
DATES = ("بيت التمر", "Bayt Al Tamr")


async def test_managers_hear_once_for_a_family_that_has_not_joined(turns: Turns) -> None:
    kinds: tuple[tuple[str, str, tuple[str, str]], ...] = (
        ("ماء ورد", "Rose water", ROSES),
        ("دبس تمر", "Date syrup", DATES),
        ("حناء", "Henna", ("حنّاء", "Henna House")),
    )
    options = []
    for name_ar, name_en, brand in kinds:
        product = await shelf.add_product(
            turns,
            name_ar,
            name_en,
            price=30,
            brand=brand,
            made_to_order=brand == DATES,
            daily_most=5,
        )
        options.append(await shelf.only_option(turns, product))
    boss = await staff(turns, Role.manager, external_id="boss")
    await staff(turns, Role.manager, external_id="chief", language="en")
    await staff(turns, Role.orders)
    await family_member(turns, 1, external_id="rose-mother")
    await announced(turns)
    for option in options:
        await boss.presses_old(SetQuantity(option, 2))
    order = await buy(boss)
    told = await announced(turns)
    assert told.people() == {"boss", "chief", "orders", "rose-mother"}
    (heard,) = told.to("boss")
    words = text([heard])
    for part in (
        order.number,
        "بيت التمر",
        "دبس تمر × 2",
        "التسليم إلى مركز إنتاج قبل",
        "حنّاء",
        "حناء × 2",
    ):
        assert part in words
    assert "يُرجى إبلاغهما" in words
    for secret in ("ماء ورد", "دار الورد", order.name, order.phone, order.area):
        assert secret not in words
    assert actions(heard) == [ManageFamily(2, anew=True), ManageFamily(3, anew=True)]
    assert "Bayt Al Tamr" in text(told.to("chief"), "en")
    assert len(told.to("chief")) == 2
    assert len(told.to("orders")) == 1, "the desk hears of the order alone"
    async with turns.database.write() as session:
        await cancel_by_staff(acting(session, now=turns.clock()), order.id, "")
    assert (await announced(turns)).people() == {"boss", "chief", "rose-mother"}
    await family_member(turns, 2, external_id="date-mother")
    await boss.presses_old(SetQuantity(options[1], 1))
    await announced(turns)
    await buy(boss)
    assert (await announced(turns)).people() == {"chief", "orders", "date-mother"}


async def test_of_sales_in_the_hall_they_hear_once_a_day_for_each_such_family(
    turns: Turns, clock: HandClock
) -> None:
    options = [
        await shelf.only_option(turns, await shelf.add_product(turns, name, price=30, brand=brand))
        for name, brand in (("ماء ورد", ROSES), ("دبس تمر", DATES))
    ]
    await staff(turns, Role.manager, external_id="boss")
    await family_member(turns, 1, external_id="rose-mother")
    _, till = await seller(turns)
    await announced(turns)

    async def sold(*which: int) -> None:
        items = tuple(Item(options[one], 1) for one in which)
        await sold_by(turns, till, NewSale(a_token(), items, Money.dirhams(30 * len(items))))

    await sold(0)
    assert (await announced(turns)).people() == {"rose-mother"}
    await sold(0, 1)
    told = await announced(turns)
    assert told.people() == {"rose-mother", "boss"}
    (heard,) = told.to("boss")
    words = text([heard])
    for part in (f"الإيصال رقم {till.till_id}-2", "بيت التمر", "دبس تمر × 1", "يُرجى إبلاغها"):
        assert part in words
    assert "ماء ورد" not in words
    assert actions(heard) == [ManageFamily(2, anew=True)]
    await sold(1)
    assert (await announced(turns)).people() == set(), "it was told today"
    clock.advance(days=1)
    await sold(1)
    assert (await announced(turns)).people() == {"boss"}
    await family_member(turns, 2, external_id="date-mother")
    await announced(turns)
    clock.advance(days=1)
    await sold(1)
    assert (await announced(turns)).people() == {"date-mother"}
