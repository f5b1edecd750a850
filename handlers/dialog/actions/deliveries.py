"""What staff can press about orders, from the list to the door."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ListDeliveries(ActionBase, frozen=True, tag="dl"):
    """The orders in a state (empty: the overview), oldest first.

    `due`: late, today or tomorrow; empty for all. `edge` is the order after which the page begins,
    or, negative, before which it ends; `page` then only says that it is none of the first.
    """

    state: str = ""
    page: int = 0
    due: str = ""
    edge: int = 0


class AskOrder(ActionBase, frozen=True, tag="dq"):
    """Find an order: asks for its number, a phone or a name."""


class FindOrder(ActionBase, frozen=True, tag="df"):
    """`/deliveries <number>`: the order of that number."""

    number: str


class FindOrders(ActionBase, frozen=True, tag="dy"):
    """The orders for that phone or name, as it was typed."""

    words: str


class ManageOrder(ActionBase, frozen=True, tag="do"):
    """One order for staff; from page 1 on, everything that it holds."""

    order_id: int
    page: int = 0


class MoveOrder(ActionBase, frozen=True, tag="dm"):
    """One tap onward: to accepted, packed or out; `seen` is what was shown to be in it."""

    order_id: int
    to: str
    seen: str = ""


class MoveMany(ActionBase, frozen=True, tag="db"):
    """Move all orders of a list one tap onward: asks once, with those orders."""

    to: str
    due: str = ""


class ShowPicking(ActionBase, frozen=True, tag="pk"):
    """What is to be fetched and packed for a window; without a day, the choice of one.

    `day` is written 260303, `starts` 10:00-13:00 (or 10:00, of every window that begins then).
    """

    day: str = ""
    starts: str = ""
    page: int = 0


class StartConfirm(ActionBase, frozen=True, tag="dc"):
    """Delivered: asks for the customer's code and the cash taken."""

    order_id: int


class ConfirmByCommand(ActionBase, frozen=True, tag="dd"):
    """`/confirm <number> <code>`: delivered, with exactly the total taken in cash."""

    number: str
    code: str


class StartNotDelivered(ActionBase, frozen=True, tag="dn"):
    """Not delivered: asks why, and when again."""

    order_id: int


class StartPartRefused(ActionBase, frozen=True, tag="dp"):
    """A part was refused at the door: asks which lines and pieces come back, and how they are."""

    order_id: int


class StartReschedule(ActionBase, frozen=True, tag="dw"):
    """The desk chooses another window for an order that is not out."""

    order_id: int


class StartNewAddress(ActionBase, frozen=True, tag="da"):
    """The desk writes down the right address of an order that came back."""

    order_id: int


class StartStrike(ActionBase, frozen=True, tag="ds"):
    """Strike a missing line: asks which one and why."""

    order_id: int


class StartStaffCancel(ActionBase, frozen=True, tag="dx"):
    """Staff cancel an order: asks why."""

    order_id: int


class UndoCancel(ActionBase, frozen=True, tag="xu"):
    """Staff take back that they cancelled an order."""

    order_id: int


class StartOnBehalf(ActionBase, frozen=True, tag="ob"):
    """Order for a customer who telephones: asks for the number and the name."""


class EndOnBehalf(ActionBase, frozen=True, tag="oe"):
    """Order for oneself again; nothing is ordered for whom it was begun."""


DeliveryAction = (
    ListDeliveries
    | AskOrder
    | FindOrder
    | FindOrders
    | ManageOrder
    | MoveOrder
    | MoveMany
    | ShowPicking
    | StartConfirm
    | ConfirmByCommand
    | StartNotDelivered
    | StartPartRefused
    | StartReschedule
    | StartNewAddress
    | StartStrike
    | StartStaffCancel
    | UndoCancel
    | StartOnBehalf
    | EndOnBehalf
)
