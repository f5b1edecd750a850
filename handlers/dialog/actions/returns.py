"""What staff can press about goods that are brought back, and looking at them."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class StartReturn(ActionBase, frozen=True, tag="xr"):
    """Goods of a delivered order are brought back: asks which, and how they are."""

    order_id: int


class HandBack(ActionBase, frozen=True, tag="xb"):
    """Money is owed to an order's customer for what came back: asks out of which cash it comes."""

    order_id: int


class ListToInspect(ActionBase, frozen=True, tag="xl"):
    """What came back and is to be looked at, the oldest first."""

    page: int = 0


class ShowToInspect(ActionBase, frozen=True, tag="xi"):
    """One entry of what is to be looked at."""

    returned_id: int


class InspectAll(ActionBase, frozen=True, tag="xa"):
    """All pieces of an entry are that: shelf, unsellable or missing."""

    returned_id: int
    fate: str


class StartInspect(ActionBase, frozen=True, tag="xs"):
    """Some pieces of an entry are on sale again and others are not: asks how many."""

    returned_id: int


ReturnAction = StartReturn | HandBack | ListToInspect | ShowToInspect | InspectAll | StartInspect
