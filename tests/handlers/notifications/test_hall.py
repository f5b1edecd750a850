"""Families hear of the hall as of orders: sold, come back, due to her; never to whom it went."""

from __future__ import annotations

from sqlalchemy import func, select

from handlers.dialog.turns import Turns
from models.hall.receipts import receipt
from models.hall.refunds import ComesBack
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sales import Item, NewSale
from models.kernel.calendar import dubai_day
from models.kernel.money import Money
from models.messaging.notice_habits import EVERY_HOUR, HeldNotice, set_habit
from models.reports.day_book import Hall, day_book
from tests.handlers import shelf
from tests.handlers.halls import seller, sold_by
from tests.handlers.people import family_member
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.halls import a_token

PRICE = Money.dirhams(35)
BRANDS = (("دار السدو", "Dar Al Sadu"), ("دار البخور", "Dar Al Bukhoor"))


async def two_brands(turns: Turns) -> tuple[int, int]:
    """An option of each of two brands, each with one who answers for it."""
    options = []
    for name, brand in zip(("sadu", "bukhoor"), BRANDS, strict=True):
        product_id = await shelf.add_product(turns, name, brand=brand)
        options += await shelf.option_ids(turns, product_id)
        await family_member(turns, await shelf.add_family(turns, brand), external_id=name)
    await announced(turns)
    return options[0], options[1]


def of_both(options: tuple[int, int]) -> NewSale:
    """Two pieces of the first option, and one of the second."""
    return NewSale(a_token(), (Item(options[0], 2), Item(options[1], 1)), PRICE * 3)


async def test_each_family_hears_of_her_own_sale_in_the_hall_and_what_is_due(turns: Turns) -> None:
    options = await two_brands(turns)
    _, till = await seller(turns)
    await sold_by(turns, till, of_both(options))
    told = await announced(turns)
    (heard,) = told.to("sadu")
    said = text([heard])
    assert "مبيعات جديدة في القاعة: دار السدو" in said
    assert "sadu × 2" in said
    assert "bukhoor" not in said
    assert f"رقم الإيصال: {till.till_id}-1" in said
    assert "أُضيف إلى مستحقاتكم: 70" in said
    assert "مستحقاتكم الآن: 70" in said
    assert "مستحقاتكم الآن: 35" in text(told.to("bukhoor"))
    mother = await family_member(turns, await shelf.add_family(turns, BRANDS[0]))
    await mother.says("/sales")
    assert f"في القاعة، إيصال {till.till_id}-1" in mother.text


async def test_she_hears_what_came_back_what_becomes_of_it_and_who_bears_it(turns: Turns) -> None:
    options = await two_brands(turns)
    _, till = await seller(turns)
    sale_id = await sold_by(turns, till, of_both(options))
    await announced(turns)
    async with turns.database.write() as session:
        sadu, bukhoor = (await receipt(session, sale_id)).lines
        back = (ComesBack(sadu.id, 1), ComesBack(bukhoor.id, 1, to_shelf=False))
        new = NewReturn(a_token(), sale_id, back, "مقاس غير مناسب")
        await take_back(acting(session, till.person_id, turns.clock()), new, turns.terms)
    told = await announced(turns)
    hers, other = text(told.to("sadu")), text(told.to("bukhoor"))
    assert "أُعيدت منتجات بيعت في القاعة" in hers
    assert "sadu × 1" in hers
    assert "عودة إلى الرف" in hers
    assert "مستحقاتكم الآن: 35" in hers
    assert "لا يصلح للبيع" in other
    assert "يتحمّل المركز ثمن" in other
    assert "مقاس" not in hers + other, "a reason is in the words of somebody at the till"
    async with turns.database.read() as session:
        book = await day_book(session, dubai_day(turns.clock()))
    assert book.hall == Hall(1, PRICE * 3, PRICE * 2)


async def test_a_sale_that_was_taken_back_is_told_as_such_and_a_bundle_holds_both(
    turns: Turns,
) -> None:
    options = await two_brands(turns)
    _, till = await seller(turns)
    family = await shelf.add_family(turns, BRANDS[0])
    rose = await family_member(turns, family, external_id="rose")
    async with turns.database.write() as session:
        await set_habit(session, await rose.person_id(), "sales", EVERY_HOUR, turns.clock())
    sale_id = await sold_by(turns, till, of_both(options))
    await announced(turns)
    async with turns.database.write() as session:
        act = acting(session, till.person_id, turns.clock())
        await void_sale(act, sale_id, "خطأ", a_token(), turns.terms)
    told = await announced(turns)
    assert "أُلغي بيع في القاعة" in text(told.to("sadu"))
    assert "مستحقاتكم الآن: 0" in text(told.to("sadu"))
    assert told.to("rose") == []
    async with turns.database.read() as session:
        assert await session.scalar(select(func.count()).select_from(HeldNotice)) == 2
