"""At checkout a pin stands for the address; one that seems to lie elsewhere is asked about."""

from __future__ import annotations

import pytest

from handlers.dialog.speech import Ask
from handlers.dialog.turns import Turns
from models.kernel.money import Money
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.support.words import label, word

AL_RAHMANIYA = (25.33, 55.60)
BURJ = (25.197, 55.274)
"""In Dubai."""


async def test_a_pin_stands_for_area_and_address(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    await talk.says("منى")
    await talk.says("0501234567")
    await talk.says(word("emirate-sharjah"))
    assert talk.cards[-1].ask == Ask.place
    await talk.shares_place(*AL_RAHMANIYA)
    await talk.presses(word("button-skip"))
    assert word("place-pin") in talk.text
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (order.latitude, order.longitude) == AL_RAHMANIYA
    assert (order.emirate, order.area, order.address) == ("sharjah", "", "")


@pytest.mark.parametrize(("emirate", "fee"), [("dubai", 25), ("sharjah", 15)])
async def test_a_pin_in_another_emirate_asks_which_is_right_and_the_fee_follows(
    turns: Turns, oud: int, emirate: str, fee: int
) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    for answer in ("منى", "0501234567", word("emirate-sharjah")):
        await talk.says(answer)
    await talk.shares_place(*BURJ)
    assert "يبدو أن الموقع على الخريطة في دبي، والإمارة المختارة الشارقة" in talk.text
    await talk.presses(word(f"emirate-{emirate}"))
    await talk.presses(word("button-skip"))
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (order.emirate, order.latitude, order.fee) == (emirate, BURJ[0], Money.dirhams(fee))
    again = await with_cart(turns, oud)
    await again.presses(label("cart-checkout"))
    assert label("checkout-place-order") in " ".join(again.labels), "it was answered before"


async def test_another_pin_or_emirate_is_doubted_anew(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    doubt = "يبدو أن الموقع على الخريطة في دبي"
    await talk.presses(label("checkout-change-place"))
    await talk.presses(word("button-keep"))
    await talk.presses(word("button-keep"))
    await talk.shares_place(*BURJ)
    assert doubt in talk.text
    await talk.presses(word("emirate-sharjah"))
    await talk.presses(label("checkout-change-place"))
    await talk.presses(word("emirate-ajman"))
    for _ in range(2):
        await talk.presses(word("button-keep"))
    assert doubt in talk.text
    await talk.presses(word("emirate-dubai"))
    assert "رسوم التوصيل (دبي): 25" in talk.text


async def test_an_area_with_a_pin_for_the_address(turns: Turns, oud: int) -> None:
    talk = await with_cart(turns, oud)
    await talk.presses(label("cart-checkout"))
    for answer in ("منى", "0501234567", "أبو ظبي", "المرور"):
        await talk.says(answer)
    assert [card.ask for card in talk.cards] == [Ask.place]
    await talk.shares_place(24.45, 54.38)
    await talk.says("البوابة الخلفية")
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    assert (order.emirate, order.area, order.latitude) == ("abu-dhabi", "المرور", 24.45)
    assert order.note == "البوابة الخلفية"
