"""A courier's run: its orders, who drives it, and the way to each door."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class RunPlanned(FactBase, frozen=True, tag="run-planned"):
    """So many orders were put into a run, which may have held some before."""

    run_id: int
    orders: int


class RunChanged(FactBase, frozen=True, tag="run-changed"):
    """One order was put into a run by hand (`added`), or taken out of it."""

    run_id: int
    order_id: int
    added: bool


class RunTaken(FactBase, frozen=True, tag="run-taken"):
    """The courier took the run: so many orders went out with it."""

    run_id: int
    orders: int


class RunPassed(FactBase, frozen=True, tag="run-passed"):
    """The run is another courier's from now on; `was` and `now` are their persons' ids."""

    run_id: int
    was: int
    now: int


class OrderPassed(FactBase, frozen=True, tag="order-passed"):
    """The order's run went from one courier to another, `was` and `now` (their persons' ids)."""

    order_id: int
    run_id: int
    was: int
    now: int


class CourierOnTheWay(FactBase, frozen=True, tag="courier-on-the-way"):
    """The courier comes to this order's door next."""

    order_id: int
