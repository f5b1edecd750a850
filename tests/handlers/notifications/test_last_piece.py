"""The last piece of a thing is sold: clerk and family hear of it, and its name finds it still."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.turns import Turns
from models.orders.cancellation import cancel_by_staff
from models.people.access import Role
from models.products.publishing import hide
from models.products.stock import take_in
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.talk import pressable
from tests.handlers.told import announced, text
from tests.support import orders as ground
from tests.support.acting import acting
from tests.support.words import word

SIZES = [("صغير", "Small", 20, 5), ("كبير", "Large", 40, 1)]


async def sold(turns: Turns, option_id: int, pieces: int) -> int:
    """An order of so many pieces of the option; out comes its id."""
    mona = await customer(turns)
    person_id = await mona.person_id()
    async with turns.database.write() as session:
        await ground.fill_cart(session, person_id, {option_id: pieces}, turns.clock())
        return (await ground.order_cart(session, person_id, turns.clock())).id


async def test_clerk_and_family_hear_once_of_the_last_piece_of_each_option(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "سمبوسة جبن", "Cheese sambusa", options=SIZES)
    small, large = await shelf.option_ids(turns, product_id)
    clerk = await staff(turns, Role.catalogue)
    mother = await family_member(turns, await shelf.add_family(turns))
    await announced(turns)
    await sold(turns, small, 1)
    told = await announced(turns)
    assert told.to(clerk.external_id) == []
    await sold(turns, small, 4)
    told = await announced(turns)
    (heard,) = told.to(clerk.external_id)
    assert "بيعت آخر قطعة: سمبوسة جبن (صغير)" in text([heard])
    assert word("last-piece-others-left") in text([heard])
    (count,) = pressable(heard.cards[0])
    assert count.action == ChangeProduct(product_id, "quantity", small)
    assert "بيعت آخر قطعة" in text(told.to(mother.external_id))
    await sold(turns, large, 1)
    told = await announced(turns)
    assert word("last-piece-none-left") in text(told.to(clerk.external_id))


@pytest.mark.parametrize("becomes", ["cancelled", "taken-in", "hidden"])
async def test_nobody_hears_where_that_is_over_before_it_is_told(
    turns: Turns, becomes: str
) -> None:
    product_id = await shelf.add_product(turns, "سمبوسة", on_hand=1)
    (option_id,) = await shelf.option_ids(turns, product_id)
    clerk = await staff(turns, Role.catalogue)
    await announced(turns)
    order_id = await sold(turns, option_id, 1)
    async with turns.database.write() as session:
        act = acting(session, now=turns.clock())
        if becomes == "cancelled":
            await cancel_by_staff(act, order_id, "")
        elif becomes == "taken-in":
            await take_in(act, option_id, 3)
        else:
            await hide(act, product_id, True)
    assert "آخر قطعة" not in text((await announced(turns)).to(clerk.external_id))


async def test_what_is_sold_out_is_found_by_its_exact_name_alone(turns: Turns) -> None:
    gone = await shelf.add_product(turns, "سمبوسة جبن", "Cheese sambusa", on_hand=0)
    left = await shelf.add_product(turns, "سمبوسة لحم", "Meat sambusa")
    hidden = await shelf.add_product(turns, "سمبوسة خضار", "Vegetable sambusa")
    async with turns.database.write() as session:
        await hide(acting(session, now=turns.clock()), hidden, True)
    mona = await customer(turns)
    for typed in ("السمبوسة جبن", "CHEESE sambusa"):
        await mona.says(typed)
        assert [each.product_id for each in mona.offered(ShowProduct)][:1] == [gone]
        assert "سمبوسة جبن · نفدت الكمية" in mona.labels[0]
    await mona.presses(mona.labels[0])
    assert word("product-sold-out") in mona.text
    await mona.says("سمبوسة")
    assert [each.product_id for each in mona.offered(ShowProduct)] == [left], "not by a part of it"
    await mona.says("سمبوسة خضار")
    assert hidden not in [each.product_id for each in mona.offered(ShowProduct)]
