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


class ShowAudit(ActionBase, frozen=True, tag="au"):
    """What happened in the whole shop before the fact of that id (0: until now).

    By that person (0: anybody), on that day in Dubai (20260302; 0: any), about that topic.
    """

    person_id: int = 0
    day: int = 0
    topic: str = ""
    before: int = 0


class NarrowAudit(ActionBase, frozen=True, tag="aw"):
    """The choices of one way (`what`: who, day, topic) to narrow it, the others as they are."""

    what: str
    person_id: int = 0
    day: int = 0
    topic: str = ""
    page: int = 0


class ShowDayBook(ActionBase, frozen=True, tag="ay"):
    """What happened on a day in Dubai (20260302; 0: yesterday), counted."""

    day: int = 0


class ShowMisses(ActionBase, frozen=True, tag="ms"):
    """What customers searched and did not find."""

    page: int = 0


AuditAction = (
    OrderHistory
    | ProductHistory
    | FamilyHistory
    | BazaarHistory
    | ShowAudit
    | NarrowAudit
    | ShowDayBook
    | ShowMisses
)
