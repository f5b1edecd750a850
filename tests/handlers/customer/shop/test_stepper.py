"""The row that counts pieces is the same on a product's card and in the cart."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.speech import Choice, Weight
from handlers.dialog.turns import Turns
from tests.handlers.people import customer
from tests.handlers.shelf import add_product, count_stock, only_option
from tests.handlers.talk import Talk
from tests.support.words import word

LESS, MORE, AWAY = word("product-less"), word("product-more"), word("product-remove")


def row(talk: Talk) -> list[tuple[str, Weight, int]]:
    """The row: each button, how it looks and how many it leaves; -1 for the number itself."""
    rows = [row for card in talk.cards for row in card.choices]
    (found,) = [row for row in rows if AWAY in [talk.reads(each.label) for each in row]]
    shown = [each for each in found if isinstance(each, Choice)]
    assert len(shown) == len(found)
    return [
        (talk.reads(each.label), each.look, getattr(each.action, "quantity", -1)) for each in shown
    ]


@pytest.mark.parametrize("held", [1, 2, 3])
async def test_card_and_cart_count_alike(turns: Turns, held: int) -> None:
    product_id = await add_product(turns, "دخون", on_hand=3)
    talk = await customer(turns)
    await talk.presses_old(SetQuantity(await only_option(turns, product_id), held, on_card=True))
    on_card = row(talk)
    await talk.says("/cart")
    in_cart = row(talk)
    less, plain, taking = held - 1, Weight.plain, Weight.taking
    steps = [(LESS, plain if less else taking, less), (MORE, plain, held + 1), (AWAY, taking, 0)]
    expected = steps if held < 3 else [steps[0], steps[2]]
    for shown in (on_card, in_cart):
        assert shown[1][2] == -1, "the number stands between less and more"
        assert len(shown) == 4, "each keeps its place"
        assert (shown[2][0] == word("product-most")) is (held == 3)
        assert [each for each in shown if each[2] != -1] == expected


async def test_what_sold_out_can_only_be_taken_away_on_both(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", on_hand=3)
    option_id = await only_option(turns, product_id)
    talk = await customer(turns)
    await talk.presses_old(SetQuantity(option_id, 2, on_card=True))
    await count_stock(turns, option_id, 0)
    for look in (ShowProduct(product_id), None):
        await (talk.says("/cart") if look is None else talk.presses_old(look))
        assert row(talk) == [(AWAY, Weight.taking, 0)]
