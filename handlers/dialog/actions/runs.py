"""What couriers and the desk can press about runs."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowMyRun(ActionBase, frozen=True, tag="r"):
    """The courier's own run: that one, or (0) the one that is under way or comes next."""

    run_id: int = 0
    page: int = 0


class ListMyRuns(ActionBase, frozen=True, tag="rv"):
    """All runs of the courier that are not done."""

    page: int = 0


class TakeRun(ActionBase, frozen=True, tag="rt"):
    """Take out all that is packed of a run."""

    run_id: int


class ShowStop(ActionBase, frozen=True, tag="rs"):
    """One stop of the courier's run."""

    run_id: int
    order_id: int


class PlaceStop(ActionBase, frozen=True, tag="rp"):
    """Make an order the one at that place (from 1) of a run."""

    run_id: int
    order_id: int
    at: int


class SayComing(ActionBase, frozen=True, tag="rc"):
    """Tell the customer that the courier comes now."""

    run_id: int
    order_id: int


class ListRuns(ActionBase, frozen=True, tag="rl"):
    """The runs that are not done, and the packed orders that are in none."""

    page: int = 0


class ManageRun(ActionBase, frozen=True, tag="rm"):
    """One run, as the desk sees it."""

    run_id: int
    page: int = 0


class PlanRuns(ActionBase, frozen=True, tag="rn"):
    """Suggest how the packed orders of a window (day as 2026-03-03) are spread over couriers."""

    day: str
    window: str


class PassRun(ActionBase, frozen=True, tag="ra"):
    """Give a run of the courier `was` to `to`; with 0 it is asked to whom."""

    run_id: int
    was: int
    to: int = 0


class ChooseRun(ActionBase, frozen=True, tag="rk"):
    """The runs that a packed order can be put into."""

    order_id: int


class MoveStop(ActionBase, frozen=True, tag="ro"):
    """Put a packed order into that run; with 0 into none."""

    order_id: int
    run_id: int


RunAction = (
    ShowMyRun
    | ListMyRuns
    | TakeRun
    | ShowStop
    | PlaceStop
    | SayComing
    | ListRuns
    | ManageRun
    | PlanRuns
    | PassRun
    | ChooseRun
    | MoveStop
)
