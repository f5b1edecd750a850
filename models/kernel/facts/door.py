"""What happens at the customer's door, and the code that is asked for there."""

from __future__ import annotations

from datetime import date

from models.kernel.facts.base import FactBase
from models.kernel.money import Money


class OrderDelivered(FactBase, frozen=True, tag="order-delivered"):
    """`taken` is the cash that was taken; `without_code` when a manager confirmed it.

    `due` is what was to be taken, where that differs; `holder_id` is who has the cash, where that
    is not the one who confirmed it.
    """

    order_id: int
    taken: Money
    reason: str = ""
    without_code: bool = False
    photo: str = ""
    due: Money | None = None
    holder_id: int | None = None


class OrderNotDelivered(FactBase, frozen=True, tag="order-not-delivered"):
    """The goods came back to the desk; the next try is on `day` in `window`.

    `offered` are other windows that were free then, where the customer may choose one. They had
    gone out for `was_day` and `was_window`; None and empty where that was not kept.
    """

    order_id: int
    reason: str
    day: date
    window: str
    offered: tuple[tuple[date, str], ...] = ()
    was_day: date | None = None
    was_window: str = ""


class OrderRefused(FactBase, frozen=True, tag="order-refused"):
    """The whole order was refused at the door; `reason` is in the words of staff, if given."""

    order_id: int
    reason: str = ""


class PartRefused(FactBase, frozen=True, tag="part-refused"):
    """Pieces were refused at the door, and are these struck lines now; the rest is delivered."""

    order_id: int
    line_ids: tuple[int, ...]


class WrongCodeGiven(FactBase, frozen=True, tag="wrong-code"):
    """A wrong delivery code; `tries` are those of the order so far."""

    order_id: int
    tries: int


class WrongCodesPiledUp(FactBase, frozen=True, tag="wrong-codes-piled-up"):
    """So many wrong codes of one person on one day, on all these orders.

    `barred`: from now on the person can confirm nothing by a code that day.
    """

    person_id: int
    tries: int
    order_ids: tuple[int, ...]
    barred: bool = False


class CodeSent(FactBase, frozen=True, tag="code-sent"):
    """The desk let the customer be told the delivery code once more; nobody else reads it."""

    order_id: int
