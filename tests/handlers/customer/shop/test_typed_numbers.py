"""A typed number opens a product of the shelf that is shown, or is how many are wanted."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import ShowPackage, ShowProduct
from handlers.dialog.turns import Turns
from models.people.people import Language
from tests.handlers.people import customer
from tests.handlers.shelf import add_product
from tests.support.words import label, word

SIZES = [("صغير", "Small", 30, 9), ("كبير", "Large", 60, 9)]


async def nine(turns: Turns) -> None:
    """Nine products of one package."""
    for at in range(9):
        await add_product(turns, f"دخون {at}", f"Dukhoon {at}", on_hand=4)


@pytest.mark.parametrize(
    ("page", "typed", "opened"),
    [(0, "3", "دخون 2"), (0, "٦", "دخون 5"), (1, "1", "دخون 6"), (1, "9", "دخون 8")],
)
async def test_a_number_opens_the_product_that_has_it(
    turns: Turns, page: int, typed: str, opened: str
) -> None:
    await nine(turns)
    talk = await customer(turns)
    await talk.presses_old(ShowPackage("teeb", "", page))
    await talk.says(typed)
    assert talk.text.startswith(opened)
    await talk.presses("العودة إلى طِيب")
    assert any(label("button-previous") in each for each in talk.labels) is bool(page)


@pytest.mark.parametrize("typed", ["7", "0", "1000", "123456"])
async def test_a_number_that_no_product_has_is_searched_for(turns: Turns, typed: str) -> None:
    await nine(turns)
    talk = await customer(turns)
    await talk.presses_old(ShowPackage("teeb"))
    await talk.says(typed)
    assert f"«{typed}»" in talk.text


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_number_beside_a_product_is_how_many(turns: Turns, language: Language) -> None:
    await nine(turns)
    talk = await customer(turns, language=language)
    await talk.presses_old(ShowProduct(1))
    in_cart = {"ar": "في السلة: ", "en": "In cart: "}[language]
    for typed in ("3", "2"):
        await talk.says(typed)
        assert in_cart + typed in talk.labels
    await talk.says("5")
    assert {"ar": "بقيت 4 قطع", "en": "only 4 are left"}[language] in talk.text
    await talk.says("4")
    assert f"{in_cart}4" in talk.labels


async def test_how_many_is_read_as_people_write_it(turns: Turns) -> None:
    await nine(turns)
    talk = await customer(turns)
    for typed, many in (("حبتين", 2), ("٣ حبات", 3), ("one", 1), ("أربع قطع", 4)):
        await talk.presses_old(ShowProduct(1))
        await talk.says(typed)
        assert f"في السلة: {many}" in talk.labels
    for sought in ("علبة", "box"):
        await talk.presses_old(ShowProduct(1))
        await talk.says(sought)
        assert f"«{sought}»" in talk.text, "a box is looked for"


async def test_of_several_options_one_is_asked_for_first(turns: Turns) -> None:
    await add_product(turns, "جلابية", options=SIZES)
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(1))
    await talk.says("2")
    assert word("product-add") in talk.labels
    assert word("product-choose-first") in talk.notice
    await talk.presses("كبير")
    await talk.says("2")
    assert "في السلة: 2" in talk.labels


@pytest.mark.parametrize("elsewhere", ["/cart", "/start", "/orders"])
async def test_on_another_screen_a_number_is_none_of_a_product(
    turns: Turns, elsewhere: str
) -> None:
    await nine(turns)
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(1))
    await talk.says(elsewhere)
    await talk.says("2")
    assert "«2»" in talk.text
    await talk.says("/cart")
    assert word("refused-cart-empty") in talk.text


async def test_each_person_has_a_screen_of_their_own(turns: Turns) -> None:
    await nine(turns)
    mona, sara = await customer(turns), await customer(turns, "sara")
    await mona.presses_old(ShowPackage("teeb"))
    await sara.presses_old(ShowProduct(2))
    await mona.says("1")
    assert mona.text.startswith("دخون 0")
    await sara.says("1")
    assert sara.text.startswith("دخون 1")
    assert "في السلة: 1" in sara.labels
