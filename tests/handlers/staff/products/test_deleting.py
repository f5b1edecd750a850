"""A product that was entered by mistake is deleted from its card, while nobody ordered it."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.dialog.actions.catalogue import (
    AddPhotos,
    ChangeOtherWords,
    ChangeProduct,
    DeleteProduct,
    HideProduct,
    ManageProduct,
    MoveProduct,
)
from handlers.dialog.actions.customer import ShowCart, ShowProduct
from handlers.dialog.speech import Choice, Weight
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.told import announced, text
from tests.support import orders as ground
from tests.support.words import word


async def in_the_cart(turns: Turns, product: int, *, ordered: bool = False) -> int:
    """Mona has the product in her cart, or has ordered it; out comes her id."""
    person = await (await customer(turns)).person_id()
    option = await shelf.only_option(turns, product)
    async with turns.database.write() as session:
        await ground.fill_cart(session, person, {option: 1}, turns.clock())
        if ordered:
            await ground.order_cart(session, person, turns.clock())
    return person


async def test_it_is_asked_once_with_all_that_goes_and_then_it_is_gone(turns: Turns) -> None:
    product = await shelf.add_product(turns, "كيكة", "Cake", on_hand=3)
    await shelf.add_photo(turns, product)
    await in_the_cart(turns, product)
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(ManageProduct(product))
    await clerk.presses(word("button-delete-product"))
    for goes in ("كيكة", "دار الورد", "تُحذف صورته", "تُشطب 3 قطع", "في سلة شخص واحد"):
        assert goes in clerk.text
    looks = {c.action: c.look for c in clerk.choices if isinstance(c, Choice)}
    assert looks[DeleteProduct(product, sure=True)] is Weight.taking
    await clerk.presses(word("button-delete-product-sure"))
    assert clerk.notice == "حُذف كيكة."
    assert clerk.offered(ManageProduct) == []
    mona = await customer(turns)
    assert "أُخرج من سلتكم" in text((await announced(turns)).to(mona.external_id))
    await mona.presses_old(ShowCart())
    assert word("refused-not-found") not in mona.text
    await mona.presses_old(ShowProduct(product))
    assert "كيكة" not in mona.text


async def test_a_typed_no_keeps_it_and_a_typed_yes_deletes_it(turns: Turns) -> None:
    product = await shelf.add_product(turns, "كيكة", "Cake")
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(DeleteProduct(product))
    await clerk.says("لا")
    await clerk.presses_old(DeleteProduct(product))
    await clerk.says("نعم")
    await clerk.presses_old(ManageProduct(product))
    assert word("refused-not-found") in clerk.text


async def test_what_was_ordered_is_offered_to_be_taken_off_sale(turns: Turns) -> None:
    product = await shelf.add_product(turns, "كيكة", "Cake")
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(DeleteProduct(product))
    await in_the_cart(turns, product, ordered=True)
    await clerk.presses(word("button-delete-product-sure"))
    assert "فيبقى في السجلات ولا يُحذف" in clerk.text
    assert clerk.offered(HideProduct) == [HideProduct(product, hidden=True)]
    await clerk.presses(word("button-hide-product"))
    assert word("catalogue-hidden") in clerk.text
    assert clerk.offered(DeleteProduct) == []
    await clerk.presses_old(DeleteProduct(product))
    assert clerk.offered(HideProduct) == []


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        (ChangeProduct, "40"),
        (ChangeProduct, "/cancel"),
        (ChangeOtherWords, "بسبوسة"),
        (AddPhotos, "/cancel"),
        (MoveProduct, "بيت التمر"),
    ],
)
async def test_a_form_about_it_ends_where_it_was_deleted_meanwhile(
    turns: Turns, begins: Any, said: str
) -> None:
    await shelf.add_family(turns, ("بيت التمر", "Date House"))
    product = await shelf.add_product(turns, "كيكة", "Cake")
    option = await shelf.only_option(turns, product)
    clerk = await staff(turns, Role.catalogue)
    boss = await staff(turns, Role.manager)
    price = ("price", option) if begins is ChangeProduct else ()
    await clerk.presses_old(begins(product, *price))
    await boss.presses_old(DeleteProduct(product, sure=True))
    await clerk.says(said)
    assert word("catalogue-product-gone") in clerk.text
    await clerk.says("/cancel")
    assert word("catalogue-product-gone") not in clerk.text
