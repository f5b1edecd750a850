"""What the hall will not do, with the facts of why. They hold no sentences."""

from __future__ import annotations

from models.kernel.money import Money
from models.kernel.refusals import Refusal


class NoOpenTill(Refusal):
    """Nobody sells without an open till of her own."""


class TillIsOpen(Refusal):
    """The person has a till already that is not closed."""


class TillMoved(Refusal):
    """The till should hold `expected` by now, and not what was shown when it was counted."""

    def __init__(self, expected: Money) -> None:
        super().__init__(expected)
        self.expected = expected


class TooLittleGiven(Refusal):
    """The customer handed over less than is to be paid in cash (`due`)."""

    def __init__(self, due: Money) -> None:
        super().__init__(due)
        self.due = due


class SaleChanged(Refusal):
    """The basket comes to `total` by now, and not to what was shown: nothing was sold."""

    def __init__(self, total: Money) -> None:
        super().__init__(total)
        self.total = total


class MadeToOrder(Refusal):
    """A thing that is made to order lies on no shelf: it is ordered, and not sold in the hall."""

    def __init__(self, option_id: int) -> None:
        super().__init__(option_id)
        self.option_id = option_id


class TooLateToVoid(Refusal):
    """A sale is taken back whole for some minutes alone, by its seller and at its own till."""


class ReturnedAlready(Refusal):
    """Fewer pieces of the line are left with the customer (`left`) than are to come back."""

    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


class NotInTill(Refusal):
    """Less cash is in the till (`held`) than is to be handed back or taken out."""

    def __init__(self, held: Money) -> None:
        super().__init__(held)
        self.held = held


class NoteAnswered(Refusal):
    """The note was answered already, or waits for no answer: it is in that state (`NoteState`)."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class OfferAnswered(Refusal):
    """What the family offered to bring came in already, or staff have declined it."""


class TooManyOffers(Refusal):
    """So many offers of the family (`most`) wait already for an answer."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most
