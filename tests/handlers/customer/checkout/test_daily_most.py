"""How many of a made-to-order product a day makes is said where the quantity is chosen."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import OrderAgain, SetQuantity, ShowCart, ShowProduct
from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.customer.buying import orders, to_summary, with_cart
from tests.handlers.people import customer
from tests.support.words import label, word

MOST = "أقصى ما يُصنع في اليوم 3 قطع."
SIZES = (("صغير", "Small", 50, 0), ("كبير", "Large", 90, 0))


async def a_cake(turns: Turns, *, daily_most: int = 3, sizes: shelf.Sizes = ()) -> int:
    """A made-to-order product of which a day makes so many."""
    return await shelf.add_product(
        turns,
        "كيكة العسل",
        made_to_order=True,
        lead_days=1,
        daily_most=daily_most,
        options=sizes,
    )


async def test_the_products_card_stops_there_and_says_so(turns: Turns) -> None:
    cake = await a_cake(turns)
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(cake))
    await talk.presses(word("product-add"))
    await talk.presses(word("product-more"))
    assert MOST not in talk.text
    await talk.presses(word("product-more"))
    assert MOST in talk.text
    assert word("product-more") not in talk.labels
    await talk.presses(word("product-less"))
    assert word("product-more") in talk.labels


async def test_the_cart_stops_there_and_says_so(turns: Turns) -> None:
    option = await shelf.only_option(turns, await a_cake(turns))
    talk = await with_cart(turns, option, 2)
    assert "على الأكثر" not in talk.text
    await talk.presses(word("product-more"))
    assert MOST in talk.text
    assert word("product-more") not in talk.labels


async def test_the_options_of_a_product_share_its_day(turns: Turns) -> None:
    cake = await a_cake(turns, sizes=SIZES)
    small, large = await shelf.option_ids(turns, cake)
    talk = await with_cart(turns, small, 2)
    await talk.presses_old(SetQuantity(large, 1))
    assert word("product-more") not in talk.labels
    await talk.presses_old(SetQuantity(large, 0))
    await talk.presses_old(SetQuantity(small, 3))
    await talk.presses_old(ShowProduct(cake, large))
    assert word("product-add") not in talk.labels
    assert MOST in talk.text


@pytest.mark.parametrize("on_card", [False, True])
async def test_an_old_button_is_refused_with_how_many_a_day_makes(
    turns: Turns, on_card: bool
) -> None:
    cake = await a_cake(turns, sizes=SIZES)
    small, large = await shelf.option_ids(turns, cake)
    talk = await with_cart(turns, small, 2)
    await talk.presses_old(SetQuantity(large, 2, on_card))
    assert "عذراً، يُصنع من هذا المنتج في اليوم 3 قطع على الأكثر." in talk.text
    await talk.presses(label("button-cart"))
    assert "كبير" not in talk.text
    await talk.presses_old(SetQuantity(large, 1, on_card))
    assert "عذراً" not in talk.text


async def test_an_order_is_repeated_as_far_as_a_day_makes_it(turns: Turns) -> None:
    cake = await a_cake(turns, daily_most=0)
    option = await shelf.only_option(turns, cake)
    talk = await with_cart(turns, option, 5)
    await to_summary(talk)
    await talk.presses(label("checkout-place-order"))
    (order,) = await orders(turns)
    await shelf.make_at_most(turns, cake, 3)
    await talk.presses_old(OrderAgain(order.id))
    await talk.says("/cart")
    assert "3 ×" in talk.text


async def test_too_many_of_before_are_said_in_the_cart_and_at_checkout(turns: Turns) -> None:
    cake = await a_cake(turns, daily_most=0, sizes=SIZES)
    small, large = await shelf.option_ids(turns, cake)
    talk = await with_cart(turns, small, 4)
    await talk.presses_old(SetQuantity(large, 1))
    await shelf.make_at_most(turns, cake, 3)
    await talk.presses_old(ShowCart())
    assert talk.text.count("ويُرجى تقليل الكمية") == 2
    await talk.presses(label("cart-checkout"))
    assert talk.text.count("أقصى ما يُصنع في اليوم 3 قطع") == 1
    await talk.presses_old(SetQuantity(large, 0))
    await talk.presses(word("product-less"))
    assert MOST in talk.text
    await talk.presses(label("cart-checkout"))
    assert "أقصى ما يُصنع" not in talk.text


async def test_without_a_limit_nothing_is_said(turns: Turns) -> None:
    option = await shelf.only_option(turns, await a_cake(turns, daily_most=0))
    talk = await with_cart(turns, option, 20)
    assert "على الأكثر" not in talk.text
    assert word("product-more") in talk.labels
