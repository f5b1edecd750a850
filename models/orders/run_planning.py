"""Which courier takes which orders of a window: near ones together, and to each about as many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

import msgspec

from models.kernel.folding import normalise
from models.kernel.shop_terms import EMIRATES
from models.orders.run_queries import Loose


class Share(msgspec.Struct, frozen=True):
    """The orders (ids) that a courier is to take, in the order of the way."""

    person_id: int
    order_ids: tuple[int, ...]


def by_place(order: Loose) -> tuple[int, str]:
    """Where the order goes to, as far as one can sort by it: emirate, then area."""
    return EMIRATES.index(order.emirate), normalise(order.area)


def shares(
    orders: Sequence[Loose], couriers: Sequence[int], held: Mapping[int, int] | None = None
) -> list[Share]:
    """The orders spread over the couriers, each area with one of them as far as it goes.

    `held` is how many orders each has already. Who would get none is left out; an area with more
    orders than a courier's share is divided. LookupError without couriers.
    """
    if not couriers:
        raise LookupError("there is nobody to deliver")
    has = {courier: (held or {}).get(courier, 0) for courier in couriers}
    most = -(-(len(orders) + sum(has.values())) // len(couriers))
    taken: dict[int, list[int]] = {courier: [] for courier in couriers}
    for area in areas(orders, max(1, most)):
        courier = next_courier(couriers, taken, has, most, len(area))
        taken[courier] += area
    return [Share(courier, tuple(ids)) for courier, ids in taken.items() if ids]


def areas(orders: Sequence[Loose], most: int) -> list[list[int]]:
    """The orders' ids area by area, none of more than `most`."""
    found: list[list[int]] = []
    for _, near in groupby(sorted(orders, key=lambda one: (by_place(one), one.order_id)), by_place):
        ids = [order.order_id for order in near]
        found += [ids[at : at + most] for at in range(0, len(ids), most)]
    return found


def next_courier(
    couriers: Sequence[int],
    taken: Mapping[int, Sequence[int]],
    has: Mapping[int, int],
    most: int,
    more: int,
) -> int:
    """Who takes the next area: whoever is on the way there, else whoever has the least."""
    load = {courier: has[courier] + len(taken[courier]) for courier in couriers}
    under_way = [courier for courier in couriers if taken[courier]]
    if under_way and load[under_way[-1]] + more <= most:
        return under_way[-1]
    return min(couriers, key=lambda courier: load[courier])
