"""What staff can press in the hall: tills, their cash, and what is sold at them."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowTill(ActionBase, frozen=True, tag="et"):
    """The person's own till that is not closed; without one, the way to open it."""


class StartTill(ActionBase, frozen=True, tag="eo"):
    """Open a till of one's own: asks with how much cash."""


class MoveCash(ActionBase, frozen=True, tag="em"):
    """Put cash into the own till, or take it `out`: asks how much and why."""

    out: bool = False


class CountTill(ActionBase, frozen=True, tag="ec"):
    """Count a till by its notes and coins, and so close it; 0 is the own one."""

    till_id: int = 0


class HandTill(ActionBase, frozen=True, tag="eh"):
    """Hand the own till over to another seller, who sells on with its cash: asks to whom."""


class ConfirmTill(ActionBase, frozen=True, tag="ek"):
    """Agree to exactly that count of a till: its cash goes to the centre."""

    handover_id: int


class TakeTill(ActionBase, frozen=True, tag="eu"):
    """Agree to exactly that count of a till, and sell on with its cash."""

    handover_id: int


class AnswerTill(ActionBase, frozen=True, tag="ea"):
    """Count a till otherwise than the other side did."""

    handover_id: int


class WithdrawTill(ActionBase, frozen=True, tag="ex"):
    """Take back that count of a till, or do not agree to it: it is open again."""

    handover_id: int


class ListTills(ActionBase, frozen=True, tag="el"):
    """The tills, the newest first."""

    page: int = 0


class ManageTill(ActionBase, frozen=True, tag="en"):
    """One till as it stands, for everybody who has to do with it."""

    till_id: int


class ShowClosing(ActionBase, frozen=True, tag="ep"):
    """The closing of a till, as a picture to be signed."""

    till_id: int


class ShowDayMoney(ActionBase, frozen=True, tag="ed"):
    """The money of a day (20260302, else of today): tills, cards, and what couriers carry."""

    day: str = ""


HallAction = (
    ShowTill
    | StartTill
    | MoveCash
    | CountTill
    | HandTill
    | ConfirmTill
    | TakeTill
    | AnswerTill
    | WithdrawTill
    | ListTills
    | ManageTill
    | ShowClosing
    | ShowDayMoney
)
