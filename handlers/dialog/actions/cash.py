"""What staff can press about cash: what is taken at the door, carried, handed over, settled."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class StartOverride(ActionBase, frozen=True, tag="dv"):
    """Delivered without its code, on a manager's word: asks for what stands in for it."""

    order_id: int


class SendCode(ActionBase, frozen=True, tag="dk"):
    """Let the customer be told the delivery code once more, in the customer's own chat."""

    order_id: int


class CorrectCash(ActionBase, frozen=True, tag="$k"):
    """Correct the cash of a delivered order: asks for the true amount and why."""

    order_id: int


class ShowMyDay(ActionBase, frozen=True, tag="$y"):
    """What the person has delivered today, what is still to do, and the cash they carry."""


class ListPurses(ActionBase, frozen=True, tag="$p"):
    """Who carries cash of the centre, and what waits to be confirmed."""


class ShowPurse(ActionBase, frozen=True, tag="$u"):
    """One person's purse, entry by entry; 0 is the person's own."""

    person_id: int = 0
    page: int = 0


class HandCash(ActionBase, frozen=True, tag="$h"):
    """Hand cash over from a purse (0: the own one): asks how much."""

    person_id: int = 0


class ShowHandover(ActionBase, frozen=True, tag="$w"):
    """A handing over of cash as it stands."""

    handover_id: int


class ConfirmHandover(ActionBase, frozen=True, tag="$c"):
    """Agree to the amount that the other side named; it is of that one alone."""

    handover_id: int


class AnswerHandover(ActionBase, frozen=True, tag="$o"):
    """Name another amount than the other side did."""

    handover_id: int


class WithdrawHandover(ActionBase, frozen=True, tag="$x"):
    """Take back what waits for the other side."""

    handover_id: int


class ListDifferences(ActionBase, frozen=True, tag="$d"):
    """The cash that differs, and is not settled."""

    page: int = 0


class ShowDifference(ActionBase, frozen=True, tag="$q"):
    """One difference, and the ways to settle it."""

    difference_id: int


class SettleDifference(ActionBase, frozen=True, tag="$s"):
    """Settle a difference in that way; asked for once more unless `sure`."""

    difference_id: int
    how: str
    sure: bool = False


CashAction = (
    StartOverride
    | SendCode
    | CorrectCash
    | ShowMyDay
    | ListPurses
    | ShowPurse
    | HandCash
    | ShowHandover
    | ConfirmHandover
    | AnswerHandover
    | WithdrawHandover
    | ListDifferences
    | ShowDifference
    | SettleDifference
)
