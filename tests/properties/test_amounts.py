"""What an order costs is the sum of its parts, never below nothing, whatever is struck from it."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from models.kernel.money import NOTHING, Money, total
from models.kernel.shop_terms import DEFAULT_TERMS, EMIRATES
from models.orders.delivery_plan import Target, plan_of_terms
from models.orders.pricing import (
    DISCOUNT,
    Amounts,
    Part,
    PartsColumn,
    amounts_left,
    amounts_of,
)

money = st.integers(0, 10**9).map(Money)
kinds = st.text(min_size=1, max_size=9).filter(lambda kind: kind != DISCOUNT)
surcharges = st.dictionaries(kinds, money, max_size=4).map(
    lambda parts: tuple(Part(kind, amount) for kind, amount in parts.items())
)


@dataclass(frozen=True)
class Thing:
    """A line, as far as its price goes."""

    amount: Money


things = st.lists(money.map(Thing), max_size=6)


def sum_of(lines: list[Thing]) -> Money:
    return total(line.amount for line in lines)


@st.composite
def costs(draw: st.DrawFn) -> tuple[list[Thing], Amounts]:
    """Lines, and amounts with every part; the discount takes as much off as can be, at most."""
    lines, fee, parts = draw(things), draw(money), draw(surcharges)
    asked = sum_of(lines) + fee + total(part.amount for part in parts)
    discount = Money(draw(st.integers(0, asked.fils)))
    return lines, Amounts(sum_of(lines), fee, parts, discount)


@given(costs())
def test_the_total_is_the_sum_of_the_parts(cost: tuple[list[Thing], Amounts]) -> None:
    _, amounts = cost
    surcharged = total(part.amount for part in amounts.surcharges)
    assert amounts.total == amounts.items + amounts.fee + surcharged - amounts.discount
    assert amounts.total >= NOTHING


@given(costs())
def test_every_part_is_shown_booked_and_stored(cost: tuple[list[Thing], Amounts]) -> None:
    _, amounts = cost
    shown = total(part.amount for part in amounts.extras)
    assert amounts.items + amounts.fee + shown == amounts.total
    assert amounts.items + total(amounts.beside_items.values()) == amounts.total
    stored = amounts.columns
    assert stored["total"] == amounts.total
    assert (
        stored["items"] + stored["fee"] + stored["surcharged"] - stored["discount"]
        == (stored["total"])
    )


@given(surcharges)
def test_surcharges_are_read_as_they_were_written(parts: tuple[Part, ...]) -> None:
    column, dialect = PartsColumn(), sqlite.dialect()
    written = column.process_bind_param(parts, dialect)
    assert column.process_result_value(written, dialect) == parts


@given(costs(), st.data())
def test_whatever_is_struck_the_sum_holds(
    cost: tuple[list[Thing], Amounts], data: st.DataObject
) -> None:
    lines, agreed = cost
    left = lines
    amounts = agreed
    while left:
        at = data.draw(st.integers(0, len(left) - 1))
        left = left[:at] + left[at + 1 :]
        before, amounts = amounts, amounts_left(amounts, left)
        assert amounts.items == sum_of(left)
        assert (amounts.fee, amounts.surcharges) == (agreed.fee, agreed.surcharges)
        assert NOTHING <= amounts.total <= before.total
        assert amounts.discount <= agreed.discount


@given(costs())
def test_striking_nothing_changes_nothing(cost: tuple[list[Thing], Amounts]) -> None:
    lines, agreed = cost
    assert amounts_left(agreed, lines) == agreed


@given(things, st.sampled_from(EMIRATES))
def test_the_fee_comes_with_the_emirate(lines: list[Thing], emirate: str) -> None:
    before, amounts = (
        amounts_of(lines, plan_of_terms(DEFAULT_TERMS)),
        amounts_of(lines, plan_of_terms(DEFAULT_TERMS), Target(emirate)),
    )
    assert before == Amounts(sum_of(lines))
    assert amounts == msgspec.structs.replace(before, fee=DEFAULT_TERMS.fees[emirate])
    assert amounts.total == sum_of(lines) + DEFAULT_TERMS.fees[emirate]


ONE = Money(1)


@pytest.mark.parametrize(
    ("items", "fee", "parts", "discount"),
    [
        (-ONE, ONE, (), NOTHING),
        (ONE, -ONE, (), NOTHING),
        (ONE, ONE, (Part("glass", -ONE),), NOTHING),
        (ONE, ONE, (), -ONE),
        (ONE, ONE, (Part("glass", ONE),), Money(4)),
        (ONE, ONE, (Part("glass", ONE), Part("glass", ONE)), NOTHING),
        (ONE, ONE, (Part(DISCOUNT, ONE),), NOTHING),
    ],
)
def test_no_order_costs_less_than_nothing_or_one_part_twice(
    items: Money, fee: Money, parts: tuple[Part, ...], discount: Money
) -> None:
    with pytest.raises(ValueError, match="no order costs"):
        Amounts(items, fee, parts, discount)
