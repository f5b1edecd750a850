"""What a family can press."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowFamilyHome(ActionBase, frozen=True, tag="fh"):
    """What a family sold and what is due to her (0: the only one, or a page of those to choose).

    `order_id` is the order that its message is about, 0 for none: a reply to it is about that.
    """

    family_id: int = 0
    page: int = 0
    order_id: int = 0


class ShowFamilyProducts(ActionBase, frozen=True, tag="fp"):
    """A family's own products."""

    family_id: int
    page: int = 0


class ShowFamilySales(ActionBase, frozen=True, tag="fs"):
    """What of hers was sold, newest first."""

    family_id: int = 0
    page: int = 0


class ShowFamilyMaking(ActionBase, frozen=True, tag="fw"):
    """What she is to make, and until when she brings it."""

    family_id: int = 0
    page: int = 0


FamilyAction = ShowFamilyHome | ShowFamilyProducts | ShowFamilySales | ShowFamilyMaking
