"""What can be taken and is likely a slip is asked about once; what is lacking stays in sight."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import ChangeProduct, ManageProduct
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.people.access import Role
from models.products.same_names import same_name
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.staff.drafts import asked_for_name, asked_for_price, options, products
from tests.handlers.talk import Talk
from tests.support.words import label, word

NAMED = ("سمبوسة جبن", "Cheese sambusa")


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [("40", ""), ("80", ""), ("20", ""), ("81", "more"), ("400", "more"), ("19.99", "less")],
)
async def test_a_price_far_from_the_old_one_is_asked_once_more(
    turns: Turns, typed: str, doubt: str
) -> None:
    product_id = await shelf.add_product(turns, *NAMED, price=40)
    talk = await staff(turns, Role.catalogue)
    option_id = await shelf.only_option(turns, product_id)
    await talk.presses_old(ChangeProduct(product_id, "price", option_id))
    await talk.says(typed)
    if doubt:
        assert word(f"doubt-price-{doubt}") in talk.text
        assert "سمبوسة جبن" in talk.text
        await talk.presses(word("button-answer-anew"))
        assert "كم السعر الجديد" in talk.text
        await talk.says("45")
        assert (await options(turns))[0][2] == Money.dirhams(45)
        await talk.presses_old(ChangeProduct(product_id, "price", option_id))
        await talk.says("100")
        await talk.presses(word("button-price-right"))
    assert word("changing-done") in talk.text


async def test_an_english_name_in_arabic_letters_is_asked_about(turns: Turns) -> None:
    talk = await asked_for_name(turns)
    await talk.says("سمبوسة جبن", "تشيز سمبوسة")
    assert "كُتب الاسم الإنجليزي بحروف عربية: تشيز سمبوسة" in talk.text
    await talk.presses(word("button-answer-anew"))
    await talk.says("تشيز سمبوسة")
    await talk.presses(word("button-no-english"))
    assert word("adding-ask-family") in talk.text
    await talk.presses(word("button-back"))
    assert word("adding-ask-name-en") in talk.text
    await talk.says("تشيز سمبوسة")
    await talk.says("Cheese sambusa")
    assert word("adding-ask-family") in talk.text


async def test_a_product_without_english_words_is_shown_in_arabic_and_on_the_list(
    turns: Turns,
) -> None:
    talk = await asked_for_name(turns)
    await talk.says("سمبوسة جبن")
    await talk.presses(word("button-skip"))
    await talk.presses("دار الورد")
    await talk.presses(word("adding-in-stock"))
    await talk.presses(word("adding-kind-one"))
    await talk.says("25", "10")
    await talk.presses(word("audience-everyone"))
    for _ in range(3):
        await talk.presses(word("button-skip"))
    await talk.presses(label("button-publish"))
    assert word("catalogue-no-english") in talk.text
    english = await staff(turns, Role.catalogue, external_id="english", language="en")
    await english.says("sambusa", "سمبوسة")
    assert "سمبوسة جبن" in " ".join(english.labels)
    await talk.says("/desk")
    assert "منتج واحد بلا صورة بعد." in talk.text
    assert "منتج واحد بلا نص إنجليزي بعد." in talk.text
    await talk.presses(word("button-lacking"))
    await talk.presses("سمبوسة جبن")
    await talk.presses(word("catalogue-change-name"))
    await talk.presses(word("button-keep"))
    await talk.says("Cheese sambusa")
    await talk.says("/desk")
    assert "إنجليزي" not in talk.text


async def same_name_again(turns: Turns) -> tuple[Talk, int]:
    """A clerk who was told that the brand has a product of that name."""
    there = await shelf.add_product(turns, *NAMED)
    talk = await asked_for_name(turns)
    await talk.says("السمبوسة جبن", "Cheese")
    await talk.presses("دار الورد")
    assert "لهذه الأسرة منتج بهذا الاسم في القائمة: سمبوسة جبن" in talk.text
    return talk, there


async def test_the_same_name_of_the_same_brand_says_that_it_is_there(turns: Turns) -> None:
    talk, there = await same_name_again(turns)
    assert talk.offered(ManageProduct) == [ManageProduct(there)]
    await talk.presses(word("button-see-that"))
    assert "Cheese sambusa" in talk.text
    await talk.presses(word("button-other-name"))
    assert word("adding-ask-name-ar") in talk.text
    await talk.says("سمبوسة لحم", "cheese SAMBUSA")
    assert word("button-same-name") in talk.labels
    await talk.presses(word("button-same-name"))
    assert word("adding-ask-making") in talk.text


async def test_another_brands_product_may_be_called_so(turns: Turns) -> None:
    await shelf.add_product(turns, *NAMED, brand=("دار المسك", "Dar Al Misk"))
    talk = await asked_for_name(turns)
    await talk.says(*NAMED)
    await talk.presses("دار الورد")
    assert word("adding-ask-making") in talk.text


async def test_of_two_who_add_the_same_the_second_hears_of_the_first(turns: Turns) -> None:
    talk = await asked_for_price(turns)
    await talk.says("25", "10")
    await talk.presses(word("audience-everyone"))
    for _ in range(3):
        await talk.presses(word("button-skip"))
    there = await shelf.add_product(turns, "معمول بالتمر", "Date maamoul")
    await talk.presses(label("button-publish"))
    assert talk.offered(ManageProduct) == [ManageProduct(there)]
    assert len(await products(turns)) == 1
    await talk.presses(word("button-same-name"))
    await talk.presses(label("button-publish"))
    assert len(await products(turns)) == 2


async def test_a_product_is_not_renamed_to_another_unseen(turns: Turns) -> None:
    there = await shelf.add_product(turns, *NAMED)
    other = await shelf.add_product(turns, "سمبوسة لحم", "Meat sambusa")
    talk = await staff(turns, Role.catalogue)
    await talk.presses_old(ChangeProduct(other, "name"))
    await talk.says("سمبوسة جبن")
    await talk.presses(word("button-keep"))
    assert talk.offered(ManageProduct) == [ManageProduct(there)]
    await talk.presses(word("button-other-name"))
    await talk.says("سمبوسة لحم حار", "Hot meat sambusa")
    assert word("changing-done") in talk.text


async def test_an_empty_name_is_the_same_as_none(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "قهوة")
    async with turns.database.read() as session:
        family_id = (await products(turns))[0].family_id
        assert await same_name(session, family_id, "شاي", "") is None
        assert await same_name(session, family_id, "القهوة", "", but=product_id) is None
