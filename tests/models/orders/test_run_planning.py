"""How orders are spread over couriers: near ones together, about as many to each, none lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.shop_terms import EMIRATES
from models.orders.run_planning import shares
from models.orders.run_queries import Loose


def to(order_id: int, emirate: str, area: str) -> Loose:
    return Loose(order_id, emirate, area)


def test_an_area_stays_with_one_courier() -> None:
    orders = [
        to(1, "dubai", "Deira"),
        to(2, "sharjah", "Al Khan"),
        to(3, "dubai", "Deira"),
        to(4, "sharjah", "Al Khan"),
    ]
    assert [share.order_ids for share in shares(orders, [7, 8])] == [(2, 4), (1, 3)]


def test_one_spelling_of_an_area_is_as_good_as_another() -> None:
    orders = [
        to(1, "sharjah", "الرحمانية"),
        to(2, "ajman", "النعيمية"),
        to(3, "sharjah", "رحمانيه"),
    ]
    assert [share.order_ids for share in shares(orders, [7, 8])] == [(1, 3), (2,)]


def test_an_area_with_more_than_a_share_is_divided() -> None:
    orders = [to(at, "sharjah", "Al Khan") for at in range(9)]
    assert [len(share.order_ids) for share in shares(orders, [7, 8])] == [5, 4]


def test_who_has_orders_already_gets_fewer() -> None:
    orders = [to(at, "sharjah", f"area {at}") for at in range(4)]
    spread = {share.person_id: len(share.order_ids) for share in shares(orders, [7, 8], {7: 4})}
    assert spread == {8: 4}


def test_without_couriers_there_is_nothing_to_suggest() -> None:
    with pytest.raises(LookupError):
        shares([to(1, "sharjah", "")], [])


places = st.tuples(st.sampled_from(EMIRATES), st.sampled_from(("", "Al Khan", "Deira", "مويلح")))


@given(st.lists(places, max_size=40), st.integers(1, 6))
def test_each_order_is_with_one_courier_and_nobody_has_far_more(
    where: list[tuple[str, str]], people: int
) -> None:
    orders = [to(at, *place) for at, place in enumerate(where)]
    spread = shares(orders, list(range(people)))
    counted = Counter(order_id for share in spread for order_id in share.order_ids)
    assert counted == Counter(order.order_id for order in orders)
    share = -(-len(orders) // people)
    assert all(len(each.order_ids) < 2 * share for each in spread if share > 1)
