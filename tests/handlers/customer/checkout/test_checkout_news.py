"""Checkout from an older cart message: what has changed since is said before anything is asked."""

from __future__ import annotations

from handlers.dialog.actions.customer import StartCheckout
from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.support.words import label, word


async def test_a_changed_price_is_said_once(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await shelf.set_price(turns, oud, 130)
    await talk.presses(label("cart-checkout"))
    assert "دخون عود: تغيّر السعر من 120 د.إ إلى 130 د.إ." in talk.text
    assert talk.text.endswith("ما اسم مستلم الطلب؟")
    await talk.presses_old(StartCheckout())
    assert "تغيّر السعر" not in talk.text


async def test_a_changed_price_is_said_above_the_new_figures(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await shelf.set_price(turns, oud, 110)
    await talk.presses(label("checkout-place-order"))
    assert await orders(turns) == []
    assert "تغيّر السعر من 120 د.إ إلى 110 د.إ." in talk.text
    await talk.presses(label("checkout-place-order"))
    assert len(await orders(turns)) == 1


async def test_fewer_at_another_price_says_both(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await shelf.count_stock(turns, oud, 1)
    await shelf.set_price(turns, oud, 130)
    await talk.presses(label("cart-checkout"))
    assert "تغيّر السعر من 120 د.إ إلى 130 د.إ." in talk.text
    assert "بقيت قطعة واحدة فقط" in talk.text


async def test_the_summary_comes_to_its_lines_whatever_runs_short_meanwhile(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await shelf.count_stock(turns, oud, 0)
    for answer in (
        "منى",
        "0501234567",
        word("emirate-sharjah"),
        "الرحمانية",
        "فيلا 12",
        word("button-skip"),
    ):
        await talk.says(answer)
    assert "× 2 = 240 د.إ" in talk.text
    assert "الإجمالي: 255 د.إ" in talk.text
    await talk.presses(label("checkout-place-order"))
    assert "نفدت الكمية، وأُزيل هذا المنتج من السلة" in talk.text


async def test_a_price_that_stands_is_not_spoken_of(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    assert talk.text.endswith("ما اسم مستلم الطلب؟")
    assert "تغيّر" not in talk.text
