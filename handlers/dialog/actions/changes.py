"""What can be pressed to change an order; `part` is of `PARTS`, or empty for the choice of one."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase

PLACE, PHONE, NOTE, THINGS = "place", "phone", "note", "things"
PARTS = (THINGS, PLACE, PHONE, NOTE)


class ChangeOwn(ActionBase, frozen=True, tag="og"):
    """Change an own order: its things, place, phone or note."""

    order_id: int
    part: str = ""


class ChangeOrder(ActionBase, frozen=True, tag="dg"):
    """Staff change an order: its things, place, phone or note."""

    order_id: int
    part: str = ""


ChangeAction = ChangeOwn | ChangeOrder
