"""What staff press to read what happened: histories, the audit and the day book."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class OrderHistory(ActionBase, frozen=True, tag="ho"):
    """What happened to an order before the fact of that id (0: until now)."""

    order_id: int
    before: int = 0


class ProductHistory(ActionBase, frozen=True, tag="hp"):
    """What happened to a product before the fact of that id (0: until now)."""

    product_id: int
    before: int = 0


class FamilyHistory(ActionBase, frozen=True, tag="hf"):
    """What happened to a brand before the fact of that id (0: until now)."""

    family_id: int
    before: int = 0


class BazaarHistory(ActionBase, frozen=True, tag="hb"):
    """What happened to a bazaar before the fact of that id (0: until now)."""

    bazaar_id: int
    before: int = 0


AuditAction = OrderHistory | ProductHistory | FamilyHistory | BazaarHistory
