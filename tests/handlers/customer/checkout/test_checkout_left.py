"""Checkout that was left: what was filled in is there at the next one."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import SetQuantity, StartCheckout
from handlers.dialog.turns import Turns
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.support.words import label, word


@pytest.mark.parametrize("way_out", ["/cancel", word("button-cancel")])
async def test_what_was_filled_in_is_there_at_the_next_checkout(
    turns: Turns, oud: int, way_out: str
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى سالم")
    await talk.says("0501234567")
    await talk.says(way_out)
    await talk.says("دخون")
    assert "نتائج البحث" in talk.text
    await talk.presses_old(StartCheckout())
    assert talk.cards[-1].text.id == "checkout-ask-emirate"
    for answer in (word("emirate-dubai"), "البرشاء", "شارع 5", word("button-skip")):
        await talk.says(answer)
    assert "👤 منى سالم" in talk.text
    await talk.presses(label("checkout-place-order"))
    assert [order.phone for order in await orders(turns)] == ["+971501234567"]


async def test_the_time_is_chosen_anew_and_nothing_of_an_order_comes_after_it(
    turns: Turns, oud: int
) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    await talk.presses(label("checkout-change-note"))
    await talk.says("الباب الخلفي")
    await talk.presses(label("checkout-change-time"))
    later = talk.labels[5]
    await talk.presses(later)
    assert "الباب الخلفي" in talk.text
    first = talk.text
    await talk.says("/cancel")
    await talk.presses_old(StartCheckout())
    assert "الباب الخلفي" in talk.text
    assert talk.text != first, "the earliest window again"
    await talk.presses(label("checkout-place-order"))
    await talk.presses_old(SetQuantity(oud, 1))
    await talk.presses_old(StartCheckout())
    assert word("checkout-summary") in talk.text
    assert "الباب الخلفي" not in talk.text


async def test_a_cart_that_was_emptied_keeps_the_answers(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.presses_old(SetQuantity(oud, 0))
    await talk.presses_old(StartCheckout())
    assert "السلة فارغة" in talk.text
    await talk.presses_old(SetQuantity(oud, 1))
    await talk.presses_old(StartCheckout())
    assert talk.cards[-1].text.id == "checkout-ask-phone"
