"""Staff say what else people call a product, and it is found by that."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.catalogue import ChangeOtherWords, ManageProduct
from handlers.dialog.turns import Turns
from models.kernel.facts import FactRow, ProductChanged
from models.people.access import Role
from models.products.tables import Product
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.support.words import word


async def kept(turns: Turns, product_id: int) -> str:
    """The product's other words."""
    async with turns.database.read() as session:
        return (await session.get_one(Product, product_id)).other_words


async def at_question(turns: Turns) -> tuple[Talk, int]:
    """Somebody of the catalogue at the question for a product's other words."""
    product = await shelf.add_product(turns, "قرقور", "Gargoor")
    talk = await staff(turns, Role.catalogue, language="ar")
    await talk.presses_old(ManageProduct(product))
    await talk.presses(word("catalogue-change-words"))
    return talk, product


async def test_a_product_is_found_by_its_other_words(turns: Turns) -> None:
    talk, product = await at_question(turns)
    await talk.says("مصيدة سمك، شبك الصيد\nfish trap, Fish  Trap؛ شبك الصيد")
    assert await kept(turns, product) == "مصيدة سمك, شبك الصيد, Fish Trap"
    async with turns.database.read() as session:
        told = list(await session.scalars(select(FactRow).order_by(FactRow.id)))[-1].fact
    assert told == ProductChanged(product, "words", "", "مصيدة سمك, شبك الصيد, Fish Trap")
    buyer = await customer(turns, language="ar")
    await buyer.says("مصيدة")
    assert "قرقور" in " ".join([buyer.text, *buyer.labels])
    await talk.presses(word("catalogue-change-words"))
    assert "مصيدة سمك" in talk.text
    await talk.presses(word("button-no-other-words"))
    assert await kept(turns, product) == ""
    await buyer.says("مصيدة")
    assert "قرقور" not in " ".join([buyer.text, *buyer.labels])


async def test_too_many_or_too_long_words_are_asked_again(turns: Turns) -> None:
    talk, product = await at_question(turns)
    await talk.says(", ".join(f"word{n}" for n in range(41)))
    assert "عدد الكلمات 41" in talk.text
    await talk.says("كلمة " * 9)
    assert "طويلة" in talk.text
    assert await kept(turns, product) == ""


async def test_who_may_not_change_the_catalogue_may_not_change_words(turns: Turns) -> None:
    product = await shelf.add_product(turns, "قرقور", "Gargoor")
    buyer = await customer(turns, language="ar")
    await buyer.presses_old(ChangeOtherWords(product))
    await buyer.says("مصيدة")
    assert await kept(turns, product) == ""
