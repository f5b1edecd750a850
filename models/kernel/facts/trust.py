"""What managers decide of a customer's account, and of the orders that wait for it."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class OrderReleased(FactBase, frozen=True, tag="order-released"):
    """A manager said yes to an order that waited for it."""

    order_id: int


class AccountLimited(FactBase, frozen=True, tag="account-limited"):
    """A manager decided of an account: held, blocked, or (empty) that it is free again."""

    person_id: int
    limit: str
