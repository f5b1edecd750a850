"""Goods that came back from a customer, and what was found when they were looked at."""

from __future__ import annotations

from models.kernel.facts.base import FactBase
from models.kernel.money import Money


class GoodsReturned(FactBase, frozen=True, tag="goods-returned"):
    """Goods of a delivered order came back the `nth` time, as the rows `returned_ids`.

    `refunded` is the money that was handed back, out of the purse of `paid_by`; None: of the till.
    """

    order_id: int
    nth: int
    refunded: Money
    returned_ids: tuple[int, ...]
    paid_by: int | None = None


class MoneyHandedBack(FactBase, frozen=True, tag="money-handed-back"):
    """Money for goods that had come back before was handed to the customer, as the `nth` return.

    It was not known to be paid when they came back. It is `refunded`, out of the purse of
    `paid_by`; None: of the till.
    """

    order_id: int
    nth: int
    refunded: Money
    paid_by: int | None = None


class ReturnInspected(FactBase, frozen=True, tag="return-inspected"):
    """The pieces that came back as `returned_id` were looked at; what came of it are rows."""

    order_id: int
    returned_id: int
