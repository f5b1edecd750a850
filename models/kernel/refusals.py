"""Refusals: what the shop will not do, with the facts of why. They hold no sentences."""

from __future__ import annotations

from datetime import date
from typing import Literal

from models.kernel.money import Money


class Refusal(Exception):
    """Something expected that cannot be done; rolled back, and put into words by the handlers."""


class NotAllowed(Refusal):
    """The person may not do this."""


class NotFound(Refusal):
    """What was asked for is not there (or not theirs, which is told in the same way)."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class StillHeld(Refusal):
    """The person cannot be erased yet: orders are open, money is owed, or they work here."""


class OutOfStock(Refusal):
    """Fewer are left than were asked for; `left` is 0 when it is sold out."""

    def __init__(self, option_id: int, left: int) -> None:
        super().__init__(option_id, left)
        self.option_id = option_id
        self.left = left


class NotOnSale(Refusal):
    """The product was hidden or its option withdrawn."""

    def __init__(self, option_id: int) -> None:
        super().__init__(option_id)
        self.option_id = option_id


class TooMany(Refusal):
    """More of one thing than one order may hold."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class TooManyKept(Refusal):
    """As many products are kept, or waited for, as one person may."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class MoreThanADay(Refusal):
    """More of a made-to-order product than any day makes.

    A day makes `most` of all its options together; the cart has `room` for so many of this one.
    """

    def __init__(self, option_id: int, most: int, room: int) -> None:
        super().__init__(option_id, most, room)
        self.option_id = option_id
        self.most = most
        self.room = room


class WishNotTaken(Refusal):
    """The maker takes no wish for this product, or none of so many letters (`most`, or 0)."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class CartIsEmpty(Refusal):
    """Nothing to order."""


class PricesChanged(Refusal):
    """The figures are no longer those that were shown; the customer is asked again."""


class NoWindow(Refusal):
    """The delivery window has no place left, or has passed."""


class MakingFull(Refusal):
    """A made-to-order product takes no more orders for that day."""

    def __init__(self, option_id: int, day: date) -> None:
        super().__init__(option_id, day)
        self.option_id = option_id
        self.day = day


class TooSoonToMake(Refusal):
    """A thing takes longer to make than until the order's day; `first` would be the first day."""

    def __init__(self, option_id: int, first: date) -> None:
        super().__init__(option_id, first)
        self.option_id = option_id
        self.first = first


class NoWindowThere(Refusal):
    """Nothing is delivered to that place in the order's window: that is changed first."""


class ContentsChanged(Refusal):
    """The order holds other things than were seen: what was packed is not what it holds."""


class TooLateToChange(Refusal):
    """The customer may change an order until it is packed."""


OPEN_LIMITS = ("orders", "pieces", "value", "cancellations")


class TooMuchOpen(Refusal):
    """One more order would be more than one customer may have open, or has cancelled too often.

    `most` is the limit: orders, pieces, the value in all, or cancellations of one day.
    """

    def __init__(
        self, what: Literal["orders", "pieces", "value", "cancellations"], most: int | Money
    ) -> None:
        super().__init__(what, most)
        self.what = what
        self.most = most


class AccountBlocked(Refusal):
    """The account places no new orders; the centre has decided so."""


class OnHold(Refusal):
    """The order waits for a manager's yes before it is accepted."""


class NoLimitForManagers(Refusal):
    """An account of a manager is neither held nor blocked."""


class TooLateToCancel(Refusal):
    """The customer may cancel until the order is packed."""


class WrongState(Refusal):
    """The order has moved on; `state` is where it stands now."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class WrongCode(Refusal):
    """A wrong delivery code; `left` tries remain."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class CodeLocked(Refusal):
    """Too many wrong codes: only a manager can confirm, with a photo and a reason."""


class CodesBarred(Refusal):
    """The person gave too many wrong codes that day, on all orders: a manager confirms instead."""


class CodeSentTooOften(Refusal):
    """The customer was sent the code so often that it is not sent once more."""


class SameAmount(Refusal):
    """The cash of the order is booked with that amount already."""


class AlreadySettled(Refusal):
    """Somebody has settled the difference meanwhile."""


class HandoverOver(Refusal):
    """The handing over of cash waits no more: it was confirmed, replaced or taken back."""


class HandoverWaits(Refusal):
    """Another handing over of the same purse waits to be confirmed."""


class ReasonNeeded(Refusal):
    """The cash taken differs from the total, so a reason is needed."""

    def __init__(self, total: Money) -> None:
        super().__init__(total)
        self.total = total


class AlreadyInspected(Refusal):
    """Somebody else has looked at what came back, and has said what becomes of it."""


class TooLateToUndo(Refusal):
    """A cancelling is taken back for some minutes only, and by those who cancelled."""


class TooLateToReturn(Refusal):
    """What was delivered is taken back for some days only, if at all."""


class ReturnedMeanwhile(Refusal):
    """Something of the order was returned since the figures were made."""


class OrderedAlready(Refusal):
    """Something of the product was ordered already: it can be hidden, or put right by finance."""


class SalesMovedOn(Refusal):
    """Something of the product was ordered, delivered or came back since its sales were shown."""


class LastLine(Refusal):
    """The last line of an order is not struck: the order is cancelled instead."""


class InvitationSpent(Refusal):
    """The invitation was used already, has run out, or never was."""


class LastOption(Refusal):
    """A product keeps one way to have it: it is taken off sale as a whole instead."""


class LastManager(Refusal):
    """The only manager stays one: nobody could invite another."""


class FounderStays(Refusal):
    """The founder hands over first: neither she nor whom she invited takes that role away."""


class OwnInvitation(Refusal):
    """The invitation is for somebody else: whoever made it is to pass it on."""


class AlreadyThere(Refusal):
    """A thing of that name or time exists already."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class TooManyMessages(Refusal):
    """More than `most` messages to the centre within a day."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class TooManyQuestions(Refusal):
    """More than `most` questions to the centre that are not closed."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class TakenAlready(Refusal):
    """Somebody else sees to the question, or it waits no more; `state` is where it stands."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class MovedOn(Refusal):
    """More was said in a question since it was read; `version` is the one of now."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


class NotEmpty(Refusal):
    """The sample loads into an empty database only."""
