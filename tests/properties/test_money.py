"""Money is exact, whatever is summed."""

from fractions import Fraction

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.money import FILS_PER_DIRHAM, NOTHING, Money, total

amounts = st.integers(min_value=-(10**12), max_value=10**12).map(Money)


@given(st.lists(amounts))
def test_a_sum_is_exact_in_any_order(parts: list[Money]) -> None:
    assert total(parts) == total(reversed(parts)) == Money(sum(part.fils for part in parts))


@given(amounts, st.integers(min_value=0, max_value=200))
def test_so_many_of_a_price_are_the_price_so_often(price: Money, quantity: int) -> None:
    assert price * quantity == total([price] * quantity)


@given(amounts, amounts)
def test_what_is_added_can_be_taken_away(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert one - one == NOTHING
    assert -(one - other) == other - one
    assert (one < other) == (one.fils < other.fils)


@given(amounts)
def test_the_figure_reads_back_to_the_same_amount(amount: Money) -> None:
    plain = str(amount).replace(",", "")
    assert Fraction(plain) * FILS_PER_DIRHAM == amount.fils


@given(amounts)
def test_money_travels_unchanged(amount: Money) -> None:
    assert msgspec.json.decode(msgspec.json.encode(amount), type=Money) == amount


@given(amounts, st.integers() | st.booleans() | st.floats(allow_nan=False))
def test_money_is_not_mixed_with_counts(amount: Money, count: float) -> None:
    with pytest.raises(TypeError):
        amount + count  # type: ignore[operator]
    with pytest.raises(TypeError):
        amount - count  # type: ignore[operator]
    if type(count) is not int:
        with pytest.raises(TypeError):
            amount * count  # type: ignore[operator]
