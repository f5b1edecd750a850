"""What is sold in the hall, and the tills that its cash lies in."""

from __future__ import annotations

from models.kernel.facts.base import FactBase
from models.kernel.money import Money


class HallSold(FactBase, frozen=True, tag="hall-sold"):
    """A sale in the hall was made; its lines and amounts are kept with it."""

    sale_id: int
    till_id: int
    bazaar_id: int
    total: Money


class HallReturned(FactBase, frozen=True, tag="hall-returned"):
    """Things of a sale came back and `refunded` was handed back.

    `void`: the whole sale was taken back within minutes.
    """

    sale_id: int
    return_id: int
    till_id: int
    bazaar_id: int
    refunded: Money
    reason: str
    void: bool = False


class TillOpened(FactBase, frozen=True, tag="till-opened"):
    """`person_id` opened a till with so much in it."""

    till_id: int
    person_id: int
    bazaar_id: int
    opening_float: Money


class TillCashMoved(FactBase, frozen=True, tag="till-cash-moved"):
    """Cash was put into a till (above nothing) or taken out of it, beside its sales."""

    till_id: int
    person_id: int
    bazaar_id: int
    amount: Money
    reason: str


class TillCounted(FactBase, frozen=True, tag="till-counted"):
    """The cash of a till was counted, `counted` of `expected`; nothing is sold at it any more.

    It waits to be confirmed as `handover_id`: by `to_id`, who sells on with it, or by the centre.
    """

    till_id: int
    person_id: int
    bazaar_id: int
    handover_id: int
    expected: Money
    counted: Money
    reason: str = ""
    to_id: int | None = None


class TillCountWithdrawn(FactBase, frozen=True, tag="till-count-withdrawn"):
    """The count of a till was taken back, or not agreed to: the till is open again."""

    till_id: int
    person_id: int
    bazaar_id: int
    counted: Money
    to_id: int | None = None


class TillClosed(FactBase, frozen=True, tag="till-closed"):
    """The till's cash was handed over; `to_id` is who took it over to sell on, else the centre."""

    till_id: int
    person_id: int
    bazaar_id: int
    expected: Money
    counted: Money
    reason: str = ""
    to_id: int | None = None


class TillLeftOpen(FactBase, frozen=True, tag="till-left-open"):
    """The bazaar has closed for the day, and the till is open still."""

    till_id: int
    person_id: int
    bazaar_id: int
