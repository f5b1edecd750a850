"""A customer's orders: the list, one of them, its receipt, cancelling, and ordering again."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import (
    CancelOrder,
    OrderAgain,
    SetQuantity,
    ShowOrder,
    ShowOrders,
    ShowReceipt,
)
from handlers.dialog.pictures import Receipt
from handlers.dialog.turns import Turns
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import delivery_code
from models.orders.tables import Order
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.customer.buying import buy, on_hand, orders, with_cart
from tests.handlers.people import customer
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR, WIDE
from tests.support.words import label as the_label
from tests.support.words import word


async def move_on(turns: Turns, order_id: int, steps: int) -> None:
    """Staff move the order on by so many states from where it was placed."""
    async with turns.database.write() as session:
        for state in TO_THE_DOOR[:steps]:
            await advance(acting(session, now=turns.clock()), order_id, state)


async def deliver(turns: Turns, order: Order) -> None:
    """The order reaches its customer, who pays in full."""
    await move_on(turns, order.id, 3)
    async with turns.database.write() as session:
        code = await delivery_code(session, order.person_id, order.id)
        await confirm_delivery(acting(session, now=turns.clock()), order.id, code, order.total, "")


async def code_of(turns: Turns, order: Order) -> str:
    """The code that the customer was given."""
    async with turns.database.read() as session:
        return await delivery_code(session, order.person_id, order.id)


async def test_no_orders_have_a_way_on(turns: Turns) -> None:
    talk = await customer(turns)
    await talk.says("/orders")
    assert "لا توجد طلبات بعد" in talk.text
    await talk.presses(word("package-atayeb"))
    assert talk.cards


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_list_leads_to_each_order(turns: Turns, oud: int, language: Language) -> None:
    talk = await with_cart(turns, oud, language=language)
    order = await buy(talk)
    await talk.says("/orders")
    assert order.number in talk.text
    assert (word("state-placed") if language == "ar" else word("state-placed", "en")) in talk.text
    await talk.presses(order.number)
    assert talk.reply.in_place
    assert "255" in talk.text
    assert await code_of(turns, order) in talk.text


async def test_many_orders_are_paged_newest_first(turns: Turns, oud: int) -> None:
    turns.terms = WIDE
    await shelf.count_stock(turns, oud, 50)
    talk = await with_cart(turns, oud, 1)
    placed = [await buy(talk)]
    for _ in range(7):
        await talk.presses_old(SetQuantity(oud, 1))
        placed.append(await buy(talk))
    await talk.says("/orders")
    numbers = [order.number for order in reversed(placed)]
    assert [label.split()[-1] for label in talk.labels[:6]] == numbers[:6]
    await talk.presses(the_label("button-next"))
    assert [label.split()[-1] for label in talk.labels[:2]] == numbers[6:]
    await talk.presses(the_label("button-previous"))
    assert numbers[0] in talk.text
    for page in (-1, 99):
        await talk.presses_old(ShowOrders(page))
        assert numbers[0] in talk.text


@pytest.mark.parametrize(
    ("steps", "state", "now"),
    [
        (0, "جديد", "ينتظر الطلب مراجعة فريق المركز"),
        (1, "مقبول", "يجري تجهيز الطلب"),
        (2, "جاهز للتوصيل", "ويخرج للتوصيل في موعده"),
        (3, "خرج للتوصيل", "المندوب في الطريق"),
    ],
)
async def test_an_order_is_followed_and_keeps_its_code_to_the_door(
    turns: Turns, oud: int, steps: int, state: str, now: str
) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    await move_on(turns, order.id, steps)
    await talk.presses(word("order-follow"))
    assert f"{state} {'●' * (steps + 1)}{'○' * (4 - steps)}" in talk.text
    assert now in talk.text
    assert await code_of(turns, order) in talk.text


async def test_a_delivered_order_is_paid_and_has_no_code_any_more(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    await deliver(turns, order)
    code = await code_of(turns, order)
    await talk.presses_old(ShowOrder(order.id))
    assert "المبلغ المدفوع: 255" in talk.text
    assert word("receipt-code") not in talk.text
    await talk.presses(the_label("order-receipt"))
    receipt = talk.cards[0].picture
    assert isinstance(receipt, Receipt)
    assert receipt.code == receipt.code_label == ""
    assert "مدفوع" in receipt.total_label
    assert f": {code}" not in talk.text


async def test_an_order_is_cancelled_after_one_question(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    await talk.presses(word("order-follow"))
    await talk.presses(word("order-cancel"))
    assert "هل يُلغى الطلب" in talk.text
    assert (await orders(turns))[0].state == "placed"
    await talk.presses(word("button-back"))
    assert order.number in talk.text
    await talk.presses(word("order-cancel"))
    await talk.presses(word("order-cancel-sure"))
    assert "الحالة: ملغى" in talk.text
    assert await on_hand(turns, oud) == 10
    await talk.presses_old(CancelOrder(order.id, sure=True))
    assert "الحالة: ملغى" in talk.text
    assert await on_hand(turns, oud) == 10


@pytest.mark.parametrize("sure", [False, True])
async def test_a_packed_order_is_not_cancelled_from_here(
    turns: Turns, oud: int, sure: bool
) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    await talk.presses(word("order-follow"))
    assert word("order-cancel") in talk.labels
    await move_on(turns, order.id, 2)
    await talk.presses_old(CancelOrder(order.id, sure=sure))
    assert word("refused-too-late") in talk.text
    assert (await orders(turns))[0].state == "packed"
    await talk.presses_old(ShowOrder(order.id))
    assert word("order-cancel") not in talk.labels


async def test_ordering_again_fills_the_cart_and_names_what_is_missing(
    turns: Turns, oud: int
) -> None:
    other = await shelf.only_option(turns, await shelf.add_product(turns, "مخمرية", price=75))
    talk = await with_cart(turns, oud)
    await talk.presses_old(SetQuantity(other, 1))
    order = await buy(talk)
    await shelf.count_stock(turns, other, 0)
    await talk.presses_old(OrderAgain(order.id))
    assert "240" in talk.text
    assert "• مخمرية" in talk.text
    await talk.presses(the_label("cart-checkout"))
    assert "255" in talk.text


async def test_ordering_again_says_of_what_there_are_fewer(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud, 4)
    order = await buy(talk)
    await shelf.count_stock(turns, oud, 5)
    await talk.presses_old(OrderAgain(order.id))
    assert "1 × 120" in talk.text
    assert "المتاح منها فقط:\n• دخون عود" in talk.text
    await shelf.count_stock(turns, oud, 8)
    await talk.presses_old(OrderAgain(order.id))
    assert "4 × 120" in talk.text
    assert "المتاح منها فقط" not in talk.text


async def test_ordering_again_what_is_all_gone_says_so(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    await shelf.count_stock(turns, oud, 0)
    await talk.presses_old(OrderAgain(order.id))
    assert "لم يُضَف شيء" in talk.text
    assert "دخون عود" in talk.text


async def test_an_order_that_staff_cancelled_has_no_receipt(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    order = await buy(talk)
    async with turns.database.write() as session:
        await cancel_by_staff(acting(session, now=turns.clock()), order.id, "نفد")
    await talk.presses_old(ShowReceipt(order.id))
    assert "الحالة: ملغى" in talk.text
    assert not isinstance(talk.cards[0].picture, Receipt)


@pytest.mark.parametrize("ask", [ShowOrder, ShowReceipt, CancelOrder, OrderAgain])
@pytest.mark.parametrize("order_id", [0, 1, 999])
async def test_another_persons_order_is_not_found(
    turns: Turns, oud: int, ask: type[ShowOrder], order_id: int
) -> None:
    mona = await with_cart(turns, oud)
    order = await buy(mona)
    salem = await customer(turns, "salem")
    await salem.presses_old(ask(order_id))
    assert word("refused-not-found") in salem.text
    assert order.number not in salem.text
    assert (await orders(turns))[0].state == "placed"


async def test_a_long_order_fits_its_card(turns: Turns) -> None:
    turns.terms = WIDE
    talk = await customer(turns)
    for at in range(12):
        product = await shelf.add_product(turns, f"{'اسم طويل ' * 10}{at}", price=1000)
        await talk.presses_old(SetQuantity(await shelf.only_option(turns, product), 9))
    order = await buy(talk)
    await talk.presses_old(ShowOrder(order.id))
    assert "إضافة إلى 7 منتجات أخرى" in talk.text
