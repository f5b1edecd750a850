"""A product is put under the right brand: by the clerk while unsold, by finance with its sales."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.catalogue import ManageProduct, MoveProduct
from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.turns import Turns
from models.accounting.ledger import due_to
from models.kernel.money import NOTHING, Money
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import delivery_code
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support import orders as ground
from tests.support.acting import acting
from tests.support.halls import a_sale, a_seller
from tests.support.words import word

DATES = ("بيت التمر", "Date House")


async def two_brands(turns: Turns) -> tuple[int, int, int]:
    """A cake under the first of two brands: its id, and theirs."""
    wrong = await shelf.add_family(turns)
    product = await shelf.add_product(turns, "كيكة", "Cake")
    return product, wrong, await shelf.add_family(turns, DATES)


async def sold(turns: Turns, product: int, pieces: int, *, delivered: bool) -> None:
    """So many pieces of the product were ordered, and perhaps delivered."""
    mona = await customer(turns)
    person, option = await mona.person_id(), await shelf.only_option(turns, product)
    async with turns.database.write() as session:
        await ground.fill_cart(session, person, {option: pieces}, turns.clock())
        order = await ground.order_cart(session, person, turns.clock())
        if delivered:
            act = acting(session, now=turns.clock())
            for state in ground.TO_THE_DOOR:
                await advance(act, order.id, state)
            code = await delivery_code(session, person, order.id)
            assert await confirm_delivery(act, order.id, code, order.total, "") is None


async def as_customers_read(turns: Turns, product: int) -> str:
    """The product's card, in English."""
    talk = await customer(turns, "reader", "en")
    await talk.presses_old(ShowProduct(product))
    return talk.text


async def due(turns: Turns, family: int) -> Money:
    """What is due to the family."""
    async with turns.database.read() as session:
        return await due_to(session, family)


async def test_the_clerk_moves_what_was_not_sold_and_both_families_hear(turns: Turns) -> None:
    product, wrong, right = await two_brands(turns)
    rose = await family_member(turns, wrong, external_id="rose")
    date = await family_member(turns, right, external_id="date")
    clerk = await staff(turns, Role.catalogue)
    await announced(turns)
    await clerk.presses_old(ManageProduct(product))
    await clerk.presses(word("catalogue-change-brand"))
    assert "دار الورد" in clerk.text
    assert not any("دار الورد" in label for label in clerk.labels)
    await clerk.presses("بيت التمر")
    assert "من دار الورد إلى بيت التمر" in clerk.text
    await clerk.presses(word("button-move-product"))
    assert "المنتج الآن ضمن منتجات بيت التمر" in clerk.text
    assert "Date House" in await as_customers_read(turns, product)
    told = await announced(turns)
    assert "لم يعد كيكة ضمن منتجات دار الورد" in text(told.to(rose.external_id))
    heard = text(told.to(date.external_id))
    assert "أصبح كيكة ضمن منتجات بيت التمر" in heard
    assert "دار الورد" not in heard
    assert "مستحقاتكم" not in heard
    await clerk.presses(word("button-history"))
    assert "من علامة دار الورد إلى بيت التمر" in clerk.text


async def test_what_was_sold_goes_over_with_a_reason_and_both_are_told_how_much(
    turns: Turns,
) -> None:
    product, wrong, right = await two_brands(turns)
    await sold(turns, product, 2, delivered=True)
    await sold(turns, product, 1, delivered=False)
    rose = await family_member(turns, wrong, external_id="rose")
    date = await family_member(turns, right, external_id="date", language="en")
    boss = await staff(turns, Role.manager)
    await announced(turns)
    await boss.presses_old(MoveProduct(product))
    await boss.presses("بيت التمر")
    await boss.says("سُجّل خطأً تحت علامة الجيران")
    assert "يُنقل 70 د.إ عن عملية بيع واحدة" in boss.text
    assert "35 د.إ في طلبات لم تُسلَّم بعد" in boss.text
    await boss.presses(word("button-move-product"))
    assert await due(turns, wrong) == NOTHING
    assert await due(turns, right) == Money.dirhams(70)
    told = await announced(turns)
    lost = text(told.to(rose.external_id))
    assert "70 د.إ عن عملية بيع واحدة، وهو من دخل الأسرة الأخرى، فنُقل إليها" in lost
    assert "مستحقاتكم الآن: 0 د.إ" in lost
    assert "سُجّل خطأً" in lost
    won = text(told.to(date.external_id), "en")
    assert "70" in won
    assert "one sale of it has been credited to you" in won
    assert "are now yours" in won


async def test_what_moved_on_meanwhile_is_shown_before(turns: Turns) -> None:
    product, _, right = await two_brands(turns)
    await sold(turns, product, 2, delivered=True)
    boss = await staff(turns, Role.manager)
    await boss.presses_old(MoveProduct(product))
    await boss.presses("بيت التمر")
    await boss.says("خطأ")
    await sold(turns, product, 1, delivered=True)
    await boss.presses(word("button-move-product"))
    assert "105 د.إ عن عمليتي بيع" in boss.text
    await boss.presses(word("button-move-product"))
    assert await due(turns, right) == Money.dirhams(105)
    assert "لم ينضم أحد من بيت التمر" in boss.text


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_clerk_is_sent_to_finance_once_it_was_ordered(
    turns: Turns, language: Language
) -> None:
    product, _, _ = await two_brands(turns)
    clerk = await staff(turns, Role.catalogue, language=language)
    await clerk.presses_old(MoveProduct(product))
    await clerk.says(DATES[language == "en"])
    await sold(turns, product, 1, delivered=False)
    await clerk.presses(word("button-move-product", language))
    refused = word("moving-ordered-already", language)
    assert refused in clerk.text
    await clerk.presses_old(MoveProduct(product))
    assert refused in clerk.text
    assert "Dar Al Ward" in await as_customers_read(turns, product)


async def test_with_one_brand_there_is_nowhere_to_go(turns: Turns) -> None:
    product = await shelf.add_product(turns, "كيكة", "Cake")
    clerk: Talk = await staff(turns, Role.catalogue)
    await clerk.presses_old(MoveProduct(product))
    assert word("moving-no-other") in clerk.text


async def test_what_was_sold_in_the_hall_alone_goes_over_by_finance(turns: Turns) -> None:
    product, wrong, right = await two_brands(turns)
    option = await shelf.only_option(turns, product)
    async with turns.database.write() as session:
        await a_sale(session, await a_seller(session), (option, 2), now=turns.clock())
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(MoveProduct(product))
    assert word("moving-ordered-already") in clerk.text
    hers = await due(turns, wrong)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(MoveProduct(product))
    await manager.presses("بيت التمر")
    await manager.says("سُجّل باسم أسرة أخرى")
    await manager.presses(word("button-move-product"))
    assert (await due(turns, wrong), await due(turns, right)) == (NOTHING, hers)
    assert hers > NOTHING
