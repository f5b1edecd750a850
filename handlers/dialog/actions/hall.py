"""What staff can press in the hall: tills, their cash, and what is sold at them."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowTill(ActionBase, frozen=True, tag="et"):
    """The person's own till that is not closed; without one, the way to open it."""


class StartTill(ActionBase, frozen=True, tag="eo"):
    """Open a till of one's own: asks with how much cash."""


HallAction = ShowTill | StartTill
