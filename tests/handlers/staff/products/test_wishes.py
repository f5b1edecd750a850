"""Staff say whether customers may write a wish for a product's maker, how long, with an example."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.dialog.actions.catalogue import ChangeWishes, ManageProduct
from handlers.dialog.turns import Turns
from models.kernel.facts import FactRow, ProductChanged
from models.people.access import Role
from models.people.people import Language
from models.products.tables import Product
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.support.words import word


async def at_product(turns: Turns, language: Language = "ar") -> tuple[Talk, int]:
    """Somebody of the catalogue at a product's card."""
    product = await shelf.add_product(turns, "كيكة", "Cake")
    talk = await staff(turns, Role.catalogue, language=language)
    await talk.presses_old(ManageProduct(product))
    return talk, product


async def wishes_of(turns: Turns, product_id: int) -> tuple[int, str, str]:
    """The most letters, and the example in both languages."""
    async with turns.database.read() as session:
        product = await session.get_one(Product, product_id)
        return product.wish_most, product.wish_example_ar, product.wish_example_en


async def test_wishes_are_allowed_with_an_example(turns: Turns) -> None:
    talk, product = await at_product(turns)
    await talk.presses(word("catalogue-change-wishes"))
    assert "غير متاحة" in talk.text
    await talk.presses("نعم، حتى 60")
    await talk.says("كتابة اسم مريم عليها")
    await talk.says("write Mariam on it")
    assert await wishes_of(turns, product) == (60, "كتابة اسم مريم عليها", "write Mariam on it")
    async with turns.database.read() as session:
        rows = list(await session.scalars(select(FactRow).order_by(FactRow.id)))
    assert rows[-1].fact == ProductChanged(product, "wish", "0", "60")
    await talk.presses(word("catalogue-change-wishes"))
    assert "أقصى عدد من الأحرف 60" in talk.text
    assert "كتابة اسم مريم عليها" in talk.text


async def test_a_length_is_typed_and_examples_are_skipped(turns: Turns) -> None:
    talk, product = await at_product(turns, "en")
    await talk.presses("Customers' notes")
    for unclear in ("many", "101", "-3"):
        await talk.says(unclear)
        assert "from 0 to 100" in talk.text
    await talk.says("٢٥")
    await talk.presses("Skip")
    await talk.presses("Skip")
    assert await wishes_of(turns, product) == (25, "", "")


async def test_wishes_are_forbidden_again(turns: Turns) -> None:
    talk, product = await at_product(turns)
    await talk.presses_old(ChangeWishes(product))
    await talk.says("40")
    await talk.presses(word("button-skip"))
    await talk.presses(word("button-skip"))
    await talk.presses_old(ChangeWishes(product))
    await talk.presses(word("wishes-none"))
    assert await wishes_of(turns, product) == (0, "", "")


@pytest.mark.parametrize("role", [Role.orders, Role.courier])
async def test_it_is_for_the_catalogue_alone(turns: Turns, role: Role) -> None:
    _, product = await at_product(turns)
    for talk in (await staff(turns, role, external_id="else"), await customer(turns, "sara")):
        await talk.presses_old(ChangeWishes(product))
        assert word("refused-not-allowed") in talk.text
