"""Cash that was corrected, handed over, or found to differ."""

from __future__ import annotations

from models.kernel.facts.base import FactBase
from models.kernel.money import Money


class CashCorrected(FactBase, frozen=True, tag="cash-corrected"):
    """The cash of a delivered order was not `was` but `taken`; `due` where that still differs.

    `holder_id` is whose purse it is in; None for the centre's till.
    """

    order_id: int
    was: Money
    taken: Money
    reason: str
    due: Money | None = None
    holder_id: int | None = None


class CashDifferenceSettled(FactBase, frozen=True, tag="cash-difference-settled"):
    """So much cash was missing (below nothing: too much), and is settled; `how` is stored.

    `person_id` is who had taken or handed over the cash.
    """

    difference_id: int
    how: str
    missing: Money
    person_id: int | None = None
    order_id: int | None = None


class ChargeLessened(FactBase, frozen=True, tag="cash-charge-lessened"):
    """What was charged to a purse for missing cash of an order is less, for its goods came back.

    It was `was` and is `left` (below nothing: too much); `difference_id` is what is left of it.
    """

    difference_id: int
    was: Money
    left: Money
    person_id: int | None
    order_id: int


class CashHandoverProposed(FactBase, frozen=True, tag="cash-handover-proposed"):
    """One side says how much of a purse is handed over, `counted` of `expected`; nothing moved."""

    handover_id: int
    person_id: int
    expected: Money
    counted: Money
    reason: str = ""


class CashHandoverWithdrawn(FactBase, frozen=True, tag="cash-handover-withdrawn"):
    """A handing over that waited for the other side was taken back."""

    handover_id: int
    person_id: int


class CashHandedOver(FactBase, frozen=True, tag="cash-handed-over"):
    """`counted` of `expected` went from the person's purse to the till; both sides agreed."""

    handover_id: int
    person_id: int
    proposed_by: int
    expected: Money
    counted: Money
    reason: str = ""
