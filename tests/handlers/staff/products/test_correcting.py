"""What was once written can be corrected: brands, bazaars, and how a product is had."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.bazaars import ChangeBazaar
from handlers.dialog.actions.brands import RenameFamily
from handlers.dialog.actions.catalogue import (
    AddOption,
    ChangeProduct,
    ManageProduct,
    WithdrawOption,
)
from handlers.dialog.turns import Turns
from models.bazaars.bazaars import Bazaar
from models.bazaars.editing import NewBazaar, add_bazaar
from models.kernel.money import Money
from models.people.access import Role
from models.products.brands import family
from models.products.tables import Option, Product
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import word

LOST = "لم نجد المطلوب"
SIZES = [("صغير", "Small", 20, 5), ("كبير", "Large", 40, 2)]


async def looking_at(turns: Turns, product_id: int) -> Talk:
    """A member of the catalogue's staff who sees the product's card."""
    talk = await staff(turns, Role.catalogue)
    await talk.presses_old(ManageProduct(product_id))
    return talk


async def labels(turns: Turns) -> list[str]:
    """The options that are on sale."""
    async with turns.database.read() as session:
        chosen = select(Option.label_ar).where(~Option.withdrawn).order_by(Option.position)
        return list(await session.scalars(chosen))


async def test_a_brand_is_renamed(turns: Turns) -> None:
    family_id = await shelf.add_family(turns, ("دار الوررد", "Dar Al Ward"))
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses("دار الوررد")
    await manager.presses(word("button-rename-family"))
    assert "الاسم بالعربية الآن: دار الوررد" in manager.text
    await manager.says("/cancel")
    assert word("form-left") in manager.text
    await manager.presses(word("button-rename-family"))
    await manager.says("دار الورد")
    await manager.presses(word("button-keep"))
    assert "دار الورد\nDar Al Ward" in manager.text
    async with turns.database.read() as session:
        assert (await family(session, family_id)).brand_ar == "دار الورد"
    await manager.presses_old(RenameFamily(99))
    assert LOST in manager.text


async def test_a_brand_is_not_renamed_to_another(turns: Turns) -> None:
    await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    await shelf.add_family(turns, ("دار الورد", "Dar Al Ward"))
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses("دار الورد")
    await manager.presses(word("button-rename-family"))
    await manager.says("دار مسك")
    assert "سبق تسجيل هذا الاسم لعلامة أخرى: دار مسك" in manager.text
    await manager.says("دارُ الورد")
    await manager.says("Dar Al Misk")
    assert "سبق تسجيل هذا الاسم لعلامة أخرى: Dar Al Misk" in manager.text
    await manager.presses(word("button-keep"))
    assert "دارُ الورد\nDar Al Ward" in manager.text


async def test_a_bazaar_is_corrected_part_by_part(turns: Turns) -> None:
    new = NewBazaar("بازار", "Bazaar", "مكان", "Place", 25.0, 55.0)
    async with turns.database.write() as session:
        bazaar_id = await add_bazaar(acting(session, now=turns.clock()), new)
    manager = await staff(turns, Role.manager)
    await manager.says("/bazaars")
    await manager.presses("بازار")
    await manager.presses(word("catalogue-change-name"))
    assert "الاسم بالعربية الآن: بازار" in manager.text
    await manager.says("بازار إنتاج")
    await manager.says("Entaj Bazaar")
    assert "تم التعديل" in manager.text
    await manager.presses(word("bazaars-change-place"))
    await manager.presses(word("button-keep"))
    await manager.says("Al Rahmaniya")
    await manager.presses(word("bazaars-change-pin"))
    await manager.says("الرحمانية")
    assert "المطلوب هنا موقع على الخريطة" in manager.text
    await manager.shares_place(25.33, 55.57)
    assert "بازار إنتاج\nEntaj Bazaar" in manager.text
    async with turns.database.read() as session:
        bazaar = (await session.scalars(select(Bazaar))).one()
    assert (bazaar.place_ar, bazaar.place_en) == ("مكان", "Al Rahmaniya")
    assert (bazaar.latitude, bazaar.longitude) == (25.33, 55.57)
    for action in (ChangeBazaar(99, "name"), ChangeBazaar(bazaar_id, "moon")):
        await manager.presses_old(action)
        assert LOST in manager.text


async def test_days_and_limit_of_what_is_made_are_changed(turns: Turns) -> None:
    product_id = await shelf.add_product(
        turns, "كيك", made_to_order=True, lead_days=2, daily_most=0
    )
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-lead"))
    assert "مدة التجهيز الآن بالأيام: 2" in talk.text
    await talk.says("0")
    await talk.says("٤")
    assert "خلال 4 أيام" in talk.text
    await talk.presses(word("catalogue-change-daily"))
    assert "الحد اليومي الآن: بلا حد" in talk.text
    await talk.says("6")
    async with turns.database.read() as session:
        product = await session.get_one(Product, product_id)
    assert (product.lead_days, product.daily_most) == (4, 6)


async def test_another_option_is_called_like_none_that_there_is(turns: Turns) -> None:
    talk = await looking_at(turns, await shelf.add_product(turns, "عطر", options=SIZES))
    await talk.presses(word("button-add-option"))
    await talk.says("الصغير")
    assert "للمنتج خيار بهذا الاسم: الصغير" in talk.text
    await talk.says("٥٠")
    await talk.says("Small")
    assert "للمنتج خيار بهذا الاسم: Small" in talk.text
    await talk.says("50", "60", "4")
    assert await labels(turns) == ["صغير", "كبير", "٥٠"]


async def test_of_two_who_add_the_same_option_the_second_names_it_otherwise(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر")
    talk = await looking_at(turns, product_id)
    other = await staff(turns, Role.manager)
    await other.presses_old(ManageProduct(product_id))
    for who in (talk, other):
        await who.presses(word("button-add-option"))
        for typed in ("صغير", "Small", "كبير", "Large", "60"):
            await who.says(typed)
    await talk.says("7")
    await other.says("3")
    assert "للمنتج خيار بهذا الاسم: كبير" in other.text
    assert "ما اسم الخيار الجديد بالعربية؟" in other.text
    for typed in ("كبيرٌ", "صغير"):
        await other.says(typed)
        assert f"للمنتج خيار بهذا الاسم: {typed}" in other.text
    for typed in ("وسط", "Medium"):
        await other.says(typed)
    assert "وسط: 60 د.إ، الكمية 3" in other.text
    assert await labels(turns) == ["صغير", "كبير", "وسط"]


async def test_the_only_option_so_far_and_the_new_one_differ(turns: Turns) -> None:
    talk = await looking_at(turns, await shelf.add_product(turns, "حذاء"))
    await talk.presses(word("button-add-option"))
    await talk.says("42", "42", "٤٢")
    assert "للمنتج خيار بهذا الاسم: ٤٢" in talk.text
    await talk.says("43", "43")
    await talk.presses(word("button-back"))
    await talk.presses(word("button-back"))
    await talk.presses(word("button-back"))
    await talk.says("43")
    assert "للمنتج خيار بهذا الاسم: 43" in talk.text


async def test_what_has_a_stock_has_no_making_time(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر")
    talk = await looking_at(turns, product_id)
    assert word("catalogue-change-lead") not in talk.labels
    for part in ("lead", "daily"):
        await talk.presses_old(ChangeProduct(product_id, part))
        assert LOST in talk.text


async def test_a_second_option_names_the_first(turns: Turns) -> None:
    talk = await looking_at(turns, await shelf.add_product(turns, "عطر"))
    assert word("button-withdraw-option") not in talk.labels
    await talk.presses(word("button-add-option"))
    assert "ما اسم الخيار الحالي بالعربية؟" in talk.text
    await talk.says("صغير")
    await talk.says("Small")
    assert "ما اسم الخيار الجديد بالعربية؟" in talk.text
    for said in ("كبير", "Large", "60", "٧"):
        await talk.says(said)
    assert "صغير: 35 د.إ، الكمية 10" in talk.text
    assert "كبير: 60 د.إ، الكمية 7" in talk.text
    assert await labels(turns) == ["صغير", "كبير"]


async def test_an_option_of_what_is_made_has_no_quantity(turns: Turns) -> None:
    product_id = await shelf.add_product(
        turns, "كيك", made_to_order=True, options=[(ar, en, cost, 0) for ar, en, cost, _ in SIZES]
    )
    talk = await looking_at(turns, product_id)
    await talk.presses(word("button-add-option"))
    for said in ("وسط", "Medium", "30"):
        await talk.says(said)
    assert "تم التعديل" in talk.text
    assert await labels(turns) == ["صغير", "كبير", "وسط"]
    async with turns.database.read() as session:
        prices = list(await session.scalars(select(Option.price).order_by(Option.id)))
    assert prices[-1] == Money.dirhams(30)


async def test_an_option_is_taken_off_sale_after_one_question(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", options=SIZES)
    small, large = await shelf.option_ids(turns, product_id)
    talk = await looking_at(turns, product_id)
    await talk.presses(word("button-withdraw-option"))
    assert "أي خيار يُسحب من البيع؟" in talk.text
    await talk.presses("صغير")
    assert "هل يُسحب هذا الخيار من البيع؟" in talk.text
    assert await labels(turns) == ["صغير", "كبير"]
    await talk.presses(word("button-withdraw-option"))
    assert talk.notice == word("changing-option-withdrawn")
    assert "صغير" not in talk.text
    assert await labels(turns) == ["كبير"]
    for gone in (WithdrawOption(product_id), WithdrawOption(product_id, large, sure=True)):
        await talk.presses_old(gone)
        assert word("refused-last-option") in talk.text
    await talk.presses_old(WithdrawOption(99, small, sure=True))
    assert LOST in talk.text


async def test_there_is_an_end_of_options(turns: Turns) -> None:
    many = [(f"لون {at}", f"Colour {at}", 20, 1) for at in range(12)]
    product_id = await shelf.add_product(turns, "شيلة", options=many)
    talk = await looking_at(turns, product_id)
    assert word("button-add-option") not in talk.labels
    await talk.presses_old(AddOption(product_id))
    assert LOST in talk.text
    await talk.presses_old(WithdrawOption(product_id))
    assert sum("لون" in label for label in talk.labels) == 12
