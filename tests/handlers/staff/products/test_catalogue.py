"""The catalogue: found, looked at, and changed one part at a time."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import (
    ChangeProduct,
    HideProduct,
    ListCatalogue,
    ManageProduct,
    WithdrawOption,
)
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from models.products.product_pages import shop_front
from models.products.tables import Option, Product
from models.reports.consistency import discrepancies
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.support import orders as ground
from tests.support.words import label as the_label
from tests.support.words import word


async def looking_at(turns: Turns, product_id: int) -> Talk:
    """A member of the catalogue's staff who sees the product's card."""
    talk = await staff(turns, Role.catalogue)
    await talk.presses_old(ManageProduct(product_id))
    return talk


async def product(turns: Turns, product_id: int) -> Product:
    """The product as it is now."""
    async with turns.database.read() as session:
        return await session.get_one(Product, product_id)


async def option(turns: Turns, product_id: int) -> Option:
    """The product's one option as it is now."""
    async with turns.database.read() as session:
        return await session.get_one(Option, await shelf.only_option(turns, product_id))


async def test_a_product_is_found_by_its_name(turns: Turns) -> None:
    await shelf.add_product(turns, "بخور معمول", "Bakhoor maamoul")
    await shelf.add_product(turns, "دهن عود", "Oud oil")
    talk = await staff(turns, Role.catalogue)
    await talk.says("/catalogue")
    assert "منتجان." in talk.text
    await talk.presses(word("button-find"))
    await talk.says("😀")
    assert word("catalogue-ask-words") in talk.text
    await talk.says("250")
    assert "لا منتج بهذا الاسم: «250»" in talk.text
    await talk.presses(word("button-find"))
    await talk.says("العود")
    assert talk.labels[0] == "دهن عود"
    await talk.presses("دهن عود")
    assert "دهن عود\nOud oil" in talk.text
    await talk.says("/catalogue بخور")
    assert talk.labels[0] == "بخور معمول"
    await talk.says("/catalogue " + "ق" * 5000)
    assert "لا منتج بهذا الاسم" in talk.text


async def test_what_is_typed_at_the_catalogue_is_looked_for_there(turns: Turns) -> None:
    await shelf.hide(turns, await shelf.add_product(turns, "بخور معمول", "Bakhoor maamoul"))
    await shelf.add_product(turns, "دهن عود", "Oud oil")
    talk = await staff(turns, Role.catalogue)
    await talk.says("/catalogue")
    await talk.says("بخور")
    assert talk.labels[0] == "🚫 بخور معمول"
    await talk.says("😀")
    assert word("catalogue-ask-words") in talk.text
    await talk.says("عود")
    assert talk.labels[0] == "دهن عود"
    await talk.presses(word("button-find"))
    await talk.says("مطر")
    assert "لا منتج بهذا الاسم: «مطر»" in talk.text
    await talk.says("بخور")
    assert talk.labels[0] == "🚫 بخور معمول"
    await talk.presses("بخور معمول")
    await talk.says("بخور")
    assert "بخور معمول" not in " ".join(talk.labels), "a customer finds nothing hidden"


@pytest.mark.parametrize("elsewhere", ["/shop", "/cancel", "/language", "/start"])
async def test_elsewhere_a_text_is_looked_for_in_the_shop(turns: Turns, elsewhere: str) -> None:
    await shelf.hide(turns, await shelf.add_product(turns, "بخور معمول", "Bakhoor maamoul"))
    talk = await staff(turns, Role.catalogue)
    await talk.says("/catalogue")
    await talk.says(elsewhere)
    assert "ما اسم المنتج؟" not in talk.text
    await talk.says("بخور")
    assert "لم نجد" in talk.text
    assert "بخور معمول" not in " ".join(talk.labels)


async def test_a_question_that_waits_hears_the_text_and_not_the_catalogue(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", price=35)
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-price"))
    await talk.says("/catalogue")
    assert "كم السعر الجديد" in talk.text
    await talk.says("40")
    assert "السعر: 40 د.إ" in talk.text


async def test_the_catalogue_is_leafed_through_with_its_words(turns: Turns) -> None:
    for at in range(10):
        await shelf.add_product(turns, f"عطر {at}", on_hand=0 if at == 9 else 5)
    await shelf.hide(turns, await shelf.add_product(turns, "بخور"))
    talk = await staff(turns, Role.catalogue)
    await talk.says("/catalogue")
    assert talk.labels[0] == "🚫 بخور"
    assert talk.labels[1] == "⚠️ عطر 9"
    await talk.says("/catalogue عطر")
    await talk.presses(the_label("button-next"))
    assert len([label for label in talk.labels if "عطر" in label]) == 2
    await talk.presses_old(ListCatalogue(-3))
    assert talk.labels[0] == "🚫 بخور"


async def test_the_price_changes_and_says_what_it_was(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", price=35)
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-price"))
    assert "السعر الآن: 35 د.إ" in talk.text
    for typed in ("25 50", "0", "😀"):
        await talk.says(typed)
        assert "كم السعر الجديد" in talk.text
    await talk.says("٤٠٫٢٥")
    assert "تم التعديل" in talk.text
    assert "السعر: 40.25 د.إ" in talk.text
    assert (await option(turns, product_id)).price == Money.dirhams(40, 25)


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ((word("changing-in"), "5"), 15),
        ((word("changing-counted"), "3"), 3),
        (("+٥",), 15),
        (("=0",), 0),
        ((word("changing-in"), word("button-back"), word("changing-counted"), "12"), 12),
    ],
)
async def test_the_quantity_is_added_to_or_counted(
    turns: Turns, answers: tuple[str, ...], left: int
) -> None:
    product_id = await shelf.add_product(turns, "عطر", on_hand=10)
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-quantity"))
    assert "المتاح للبيع الآن: 10" in talk.text
    for answer in answers:
        await talk.says(answer)
    assert f"الكمية {left}" in talk.text
    assert word("changing-noted", number="1") in talk.text
    assert (await option(turns, product_id)).on_hand == left
    assert (await product(turns, product_id)).offered == (left > 0)


@pytest.mark.parametrize(
    ("typed", "said", "left"),
    [
        ("=9", "القطع الموجودة: 9، ومنها لطلبات لم تُجهَّز بعد: 3. الباقي للبيع: 6", 6),
        ("=3", "الباقي للبيع: 0", 0),
        ("=2", "القطع الموجودة: 2، وهي أقل مما في طلبات لم تُجهَّز بعد: 3", 0),
        ("+2", "تم التعديل", 9),
    ],
)
async def test_a_count_says_that_unpacked_orders_are_in_it(
    turns: Turns, typed: str, said: str, left: int
) -> None:
    product_id = await shelf.add_product(turns, "عطر", on_hand=10)
    option_id = await shelf.only_option(turns, product_id)
    person_id = await (await customer(turns)).person_id()
    async with turns.database.write() as session:
        await ground.fill_cart(session, person_id, {option_id: 3}, turns.clock())
        await ground.order_cart(session, person_id, turns.clock())
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-quantity"))
    assert "المتاح للبيع الآن: 7\nالمحجوز لطلبات لم تُجهَّز بعد: 3" in talk.text
    assert "ومنها قطع الطلبات التي لم تُجهَّز بعد" in talk.text
    await talk.presses(word("changing-counted"))
    assert word("changing-ask-counted") in talk.text
    await talk.presses(word("button-back"))
    await talk.says(typed)
    assert said in talk.text
    assert (await option(turns, product_id)).on_hand == left


@pytest.mark.parametrize("typed", ["5", "+0", "+", "=", "-5", "+10001", "=²", "😀", "+5.5"])
async def test_no_quantity_is_guessed(turns: Turns, typed: str) -> None:
    product_id = await shelf.add_product(turns, "عطر", on_hand=10)
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-quantity"))
    await talk.says(typed)
    assert word("changing-how-unclear") in talk.text
    assert (await option(turns, product_id)).on_hand == 10


async def test_an_option_of_several_is_named(turns: Turns) -> None:
    sizes = [("صغير", "Small", 20, 5), ("كبير", "Large", 40, 2)]
    product_id = await shelf.add_product(turns, "عطر", options=sizes)
    talk = await looking_at(turns, product_id)
    assert "كبير: 40 د.إ، الكمية 2" in talk.text
    await talk.presses("السعر: كبير")
    assert talk.text.startswith("عطر (كبير)\nالسعر الآن: 40 د.إ")
    await talk.presses("الكمية: كبير")
    assert talk.text.startswith("عطر (كبير)\nالمتاح للبيع الآن: 2")
    await talk.says("+3")
    assert "كبير: 40 د.إ، الكمية 5" in talk.text


async def test_the_name_and_the_words_change_and_can_stay(turns: Turns) -> None:
    product_id = await shelf.add_product(
        turns, "عطر", "Perfume", description=("وصف قديم", "Old words")
    )
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-name"))
    assert "الاسم بالعربية الآن: عطر" in talk.text
    await talk.says("عطر الورد")
    assert "الاسم بالإنجليزية الآن: Perfume" in talk.text
    await talk.presses(word("button-back"))
    await talk.says("عطر الياسمين")
    await talk.presses(word("button-keep"))
    assert "عطر الياسمين\nPerfume" in talk.text
    await talk.presses(word("catalogue-change-text"))
    assert "وصف قديم" in talk.text
    await talk.presses(word("button-no-text"))
    await talk.says("First line\nSecond line")
    changed = await product(turns, product_id)
    assert (changed.name_ar, changed.name_en) == ("عطر الياسمين", "Perfume")
    assert (changed.description_ar, changed.description_en) == ("", "First line\nSecond line")
    await talk.says("/catalogue الياسمين")
    assert talk.labels[0] == "عطر الياسمين"


async def test_the_audience_and_the_photo_change(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", audience="woman")
    photo = await shelf.add_photo(turns, await shelf.add_product(turns, "سوار"))
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-audience"))
    assert "المنتج الآن للمرأة" in talk.text
    await talk.presses(word("audience-family"))
    assert (await product(turns, product_id)).audience == "family"
    await talk.presses(word("catalogue-change-photo"))
    await talk.presses(word("button-add-photos"))
    await talk.says("صورة")
    assert word("question-needs-photo") in talk.text
    await talk.sends_photo(photo)
    await talk.presses(word("button-photos-done"))
    assert talk.cards[-1].picture == StoredPhoto(photo)


async def test_a_product_goes_into_another_package(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", package="teeb")
    talk = await looking_at(turns, product_id)
    await talk.presses(word("catalogue-change-package"))
    assert f"الباقة الآن: {word('package-teeb')}" in talk.text
    await talk.presses(word("package-mahra"))
    assert word("changing-done") in talk.text
    async with turns.database.read() as session:
        counts = (await shop_front(session)).counts
        assert await discrepancies(session) == []
    assert (counts["teeb"], counts["mahra"]) == (0, 1)
    assert (await product(turns, product_id)).package == "mahra"


async def test_a_product_goes_off_sale_and_back(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر")
    talk = await looking_at(turns, product_id)
    await talk.presses(word("button-hide-product"))
    assert word("family-hidden") in talk.text
    assert not (await product(turns, product_id)).offered
    await talk.presses(word("button-show-product"))
    assert word("catalogue-offered") in talk.text
    assert (await product(turns, product_id)).offered


async def test_what_is_sold_out_is_not_said_to_be_back_on_sale(turns: Turns) -> None:
    talk = await looking_at(turns, await shelf.add_product(turns, "عطر", on_hand=0))
    await talk.presses(word("button-hide-product"))
    await talk.presses(word("button-show-product"))
    assert talk.notice == word("catalogue-sold-out")


@pytest.mark.parametrize(
    ("button", "typed"), [("السعر: صغير", "40"), ("الكمية: صغير", "+5"), ("الكمية: صغير", "=5")]
)
async def test_an_option_taken_off_meanwhile_is_not_changed(
    turns: Turns, button: str, typed: str
) -> None:
    sizes = [("صغير", "Small", 20, 3), ("كبير", "Large", 40, 2)]
    product_id = await shelf.add_product(turns, "عطر", options=sizes)
    small, _ = await shelf.option_ids(turns, product_id)
    talk = await looking_at(turns, product_id)
    await talk.presses(button)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(WithdrawOption(product_id, small, sure=True))
    await talk.says(typed)
    assert word("changing-option-gone") in talk.text
    assert "كبير: 40 د.إ" in talk.text
    async with turns.database.read() as session:
        kept = await session.get_one(Option, small)
    assert (kept.price, kept.on_hand) == (Money.dirhams(20), 3)
    await talk.presses_old(ChangeProduct(product_id, "price", small))
    assert word("refused-not-found") in talk.text


async def test_made_to_order_has_no_quantity_to_change(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "كيك", made_to_order=True, lead_days=2)
    talk = await looking_at(turns, product_id)
    assert "حسب الطلب، والتجهيز خلال يومين" in talk.text
    assert word("catalogue-change-quantity") not in talk.labels
    only = await shelf.only_option(turns, product_id)
    await talk.presses_old(ChangeProduct(product_id, "quantity", only))
    assert word("refused-not-found") in talk.text


async def test_what_is_not_there_is_refused(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر")
    other = await shelf.only_option(turns, await shelf.add_product(turns, "سوار"))
    talk = await staff(turns, Role.catalogue)
    for action in (
        ManageProduct(99),
        HideProduct(99, True),
        ChangeProduct(99, "name"),
        ChangeProduct(product_id, "soul"),
        ChangeProduct(product_id, "price", other),
        ChangeProduct(product_id, "quantity"),
    ):
        await talk.presses_old(action)
        assert word("refused-not-found") in talk.text


async def test_the_longest_product_fits_its_card(turns: Turns) -> None:
    sizes = [(f"{at:02d}" + "ك" * 22, f"{at:02d}" + "K" * 22, 99_999, 9_999) for at in range(12)]
    product_id = await shelf.add_product(
        turns, "ع" * 80, "W" * 80, options=sizes, brand=("ب" * 60, "B" * 60)
    )
    talk = await looking_at(turns, product_id)
    assert "11ككك" in talk.text


async def test_a_price_is_changed_in_english(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "عطر", "Perfume", price=35)
    talk = await staff(turns, Role.catalogue, language="en")
    await talk.presses_old(ManageProduct(product_id))
    await talk.presses("Price")
    assert "Price now: AED 35" in talk.text
    await talk.says("AED 1,250")
    await talk.says("yes")
    assert "Price: AED 1,250" in talk.text
