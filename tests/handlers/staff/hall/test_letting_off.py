"""What is let off a basket is shared out to the fils, and never more than its lines come to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Unclear
from handlers.dialog.speech import Said, What
from handlers.staff.hall.basket import WHOLE, Line, Selling, let_off
from handlers.staff.hall.letting_off import off_of
from models.hall.sales import Item
from models.kernel.money import Money, total
from models.orders.carts import CartItem


def lines_at(prices: Sequence[int]) -> list[Line]:
    """One piece of a thing at each of these prices (fils)."""
    texts = ("name_ar", "name_en", "label_ar", "label_en", "brand_ar", "brand_en")
    names: dict[str, Any] = dict.fromkeys(texts, "")
    return [
        Line(
            Item(at, 1),
            CartItem(
                option_id=at,
                product_id=at,
                family_id=1,
                package="teeb",
                price=Money(price),
                price_seen=Money(price),
                quantity=1,
                on_sale=True,
                **names,
                left=9,
                made_to_order=False,
                lead_days=0,
                daily_most=0,
            ),
        )
        for at, price in enumerate(prices)
    ]


@example([1, 1, 1], 2)
@given(st.lists(st.integers(1, 10_000), min_size=1, max_size=6), st.integers(0, 70_000))
def test_it_is_shared_out_to_the_fils(prices: list[int], off: int) -> None:
    lines = lines_at(prices)
    state = Selling(token="t", items=tuple(line.item for line in lines), off=Money(off))
    changed = let_off(state, lines, "a flaw")
    given_off = [item.let_off for item in changed.items]
    assert total(given_off) == min(Money(off), total(line.amount for line in lines))
    assert all(part <= line.amount for part, line in zip(given_off, lines, strict=True))
    assert (changed.off, changed.reason) == (Money(0), "a flaw")


def test_one_line_alone_can_be_let_off() -> None:
    lines = lines_at([1000, 2000])
    items = tuple(line.item for line in lines)
    state = Selling(token="t", items=items, let_off_of=1, off=Money(500))
    assert [item.let_off for item in let_off(state, lines, "x").items] == [Money(0), Money(500)]
    assert WHOLE not in range(len(items))


@pytest.mark.parametrize(
    ("said", "off"),
    [
        (Said("١٠٪"), 1000),
        (Said("%15"), 1500),
        (Said("5 %"), 500),
        (Said("12.50"), 1250),
        (Pick(1, "20%"), 2000),
        (Said("100%"), 10_000),
    ],
)
def test_a_share_or_an_amount_is_understood(said: What | Pick, off: int) -> None:
    assert off_of(said, Money(10_000)) == Money(off)


@pytest.mark.parametrize("typed", ["101%", "100.01", "خصم"])
def test_more_than_all_and_words_are_not(typed: str) -> None:
    with pytest.raises(Unclear):
        off_of(Said(typed), Money(10_000))
