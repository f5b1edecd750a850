"""What happens to an order at the centre: placed, prepared, changed, called off."""

from __future__ import annotations

from datetime import date

from models.kernel.facts.base import FactBase
from models.kernel.money import Money


class OrderPlaced(FactBase, frozen=True, tag="order-placed"):
    """An order of so many pieces; 0 in what was written before that was kept."""

    order_id: int
    pieces: int = 0


class OrdersClaimed(FactBase, frozen=True, tag="orders-claimed"):
    """Orders that were placed by telephone are the actor's from now on, who has that number."""

    order_ids: tuple[int, ...]


class OrderAccepted(FactBase, frozen=True, tag="order-accepted"):
    order_id: int


class OrderPacked(FactBase, frozen=True, tag="order-packed"):
    order_id: int


class OrderOut(FactBase, frozen=True, tag="order-out"):
    """The order left the centre; with its run where `run_id` is not 0, and alone else."""

    order_id: int
    run_id: int = 0


class OrderRescheduled(FactBase, frozen=True, tag="order-rescheduled"):
    """An order that is not on its way goes out on `day` in `window` now, and not as before."""

    order_id: int
    day: date
    window: str
    was_day: date
    was_window: str


class OrderWindowAsked(FactBase, frozen=True, tag="order-window-asked"):
    """The window of the order is closed: its customer is asked for another one."""

    order_id: int


class AddressChanged(FactBase, frozen=True, tag="address-changed"):
    """An open order goes to another address now, perhaps in another emirate.

    `was_place` and `now_place` are area and address in words, empty for a pin; `was` and `now` the
    order's total, before and since. What was written before those were kept holds none of them.
    """

    order_id: int
    was_emirate: str = ""
    now_emirate: str = ""
    was_place: str = ""
    now_place: str = ""
    was: Money | None = None
    now: Money | None = None


class PhoneChanged(FactBase, frozen=True, tag="order-phone-changed"):
    """The number (E.164) to be called for an open order is another one now."""

    order_id: int
    was: str
    now: str


class NoteChanged(FactBase, frozen=True, tag="order-note-changed"):
    """The courier's note of an open order is another one now; empty is none."""

    order_id: int
    was: str
    now: str


class LinesChanged(FactBase, frozen=True, tag="order-lines-changed"):
    """An open order holds other things now; `was` and `now` are its total, before and since.

    `line_ids` are the pieces that were taken out, each a line of its own. Of the lines `added_ids`
    so many `added_pieces` came in, in the same order. `packed`: it was packed by then.
    """

    order_id: int
    line_ids: tuple[int, ...]
    added_ids: tuple[int, ...]
    added_pieces: tuple[int, ...]
    was: Money
    now: Money
    packed: bool = False


class OrderCancelled(FactBase, frozen=True, tag="order-cancelled"):
    """The order is closed and undelivered; `reason` is in the words of staff, if they gave one.

    `was` is the state that it was cancelled in; empty in what was written before that was kept.
    """

    order_id: int
    by_customer: bool
    reason: str = ""
    was: str = ""


class OrderReinstated(FactBase, frozen=True, tag="order-reinstated"):
    """A cancelling was taken back, `by_customer` or by staff; the order `was` in that state then.

    `told`: people had heard of the cancelling by then. `kept_quiet`: makers and desk had heard of
    neither order nor cancelling, and are told of the sale instead.
    """

    order_id: int
    was: str
    by_customer: bool
    told: bool
    kept_quiet: bool = False


class LineStruck(FactBase, frozen=True, tag="line-struck"):
    """A line, or the pieces of it that are `line_id` now, was taken out of an order as missing.

    `was` and `now` are the order's total, before and since.
    """

    order_id: int
    line_id: int
    reason: str = ""
    product_id: int = 0
    was: Money | None = None
    now: Money | None = None


class WindowPassed(FactBase, frozen=True, tag="window-passed"):
    """The order was still at the centre when its window had passed."""

    order_id: int
    day: date
    window: str
