"""What managers can press about a customer's account."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ManageAccount(ActionBase, frozen=True, tag="ac"):
    """A customer's account: its record, and what managers decide of it."""

    person_id: int


class LimitAccount(ActionBase, frozen=True, tag="al"):
    """Hold, block or free an account; asked for once more unless `sure`."""

    person_id: int
    kind: str
    sure: bool = False


class ReleaseOrder(ActionBase, frozen=True, tag="ar"):
    """A manager's yes to an order that waits for it."""

    order_id: int


AccountAction = ManageAccount | LimitAccount | ReleaseOrder
