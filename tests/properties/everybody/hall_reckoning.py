"""A plain reckoning of the hall: tills, what was sold there and came back, notes and offers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.properties.everybody.reckoning import Difference, Reckoning, Thing, in_coins


@dataclass
class Drawer:
    """A till: whose it is, and its cash; while it is counted, what `waits` to be agreed to."""

    person: int
    cash: int
    state: str = "open"
    waits: int = 0
    counted: int = 0
    to: str = ""
    told: bool = False


@dataclass
class SoldLine:
    """What the customer has still of a line, and what of its price was let off (fils)."""

    thing: int
    pieces: int
    let_off: int


@dataclass
class Sold:
    """A sale in the hall; `cash_back` is what was paid for that which came back for cash."""

    drawer: int
    lines: list[SoldLine]
    cash: int
    card: int
    cash_back: int = 0
    card_back: int = 0
    is_whole: bool = True


@dataclass
class Told:
    """A note: whose goods it is of, and what was said of it."""

    family: int
    state: str = "open"
    asked: bool = False


@dataclass
class CanBring:
    """What a family has offered to bring, and staff have not answered."""

    family: int
    thing: int
    pieces: int


class HallReckoning(Reckoning):
    """All that must be true of the shop and its hall."""

    def __init__(self, things: dict[int, Thing]) -> None:
        super().__init__(things)
        self.drawers: dict[int, Drawer] = {}
        self.sales: dict[int, Sold] = {}
        self.notes: dict[int, Told] = {}
        self.offers: dict[int, CanBring] = {}
        self.card = 0

    def drawer_of(self, person: int) -> int:
        """That person's till which is not closed; 0 without one."""
        found = (id_ for id_, one in self.drawers.items() if one.person == person)
        return next((id_ for id_ in found if self.drawers[id_].state != "closed"), 0)

    def open_drawer(self, person: int) -> int:
        """That person's till at which is sold; 0 without one."""
        mine = self.drawer_of(person)
        return mine if mine and self.drawers[mine].state == "open" else 0

    def sell(self, sale_id: int, sale: Sold) -> None:
        """The pieces are the customer's, and the money is in the drawer or on the card."""
        self.sales[sale_id] = sale
        self.drawers[sale.drawer].cash += sale.cash
        self.card += sale.card
        for line in sale.lines:
            self.carry(line.thing, line.pieces, "shelf", "customers")

    def refund(self, sale: Sold, worth: int, *, to_card: bool) -> tuple[int, int]:
        """What is handed back in coins and on the card for what was paid so much for.

        The card gets what it paid, first; what coins could not pay of a part is in the next one.
        """
        card = min(worth, sale.card - sale.card_back) if to_card else 0
        cash = in_coins(sale.cash_back + worth - card) - in_coins(sale.cash_back)
        return cash, card

    def share(self, line: SoldLine, pieces: int) -> int:
        """What was let off so many of the pieces that are left."""
        return line.let_off * pieces // line.pieces

    def bring_to_hall(self, line: SoldLine, pieces: int, *, to_shelf: bool) -> None:
        """Pieces come back; what is lost the centre pays for."""
        line.let_off -= self.share(line, pieces)
        line.pieces -= pieces
        self.carry(line.thing, pieces, "customers", "shelf" if to_shelf else "lost")
        if not to_shelf:
            self.bear(line.thing, pieces)

    def close(self, drawer_id: int, to: int) -> None:
        """The counted cash is another drawer's or the centre's; what differs is in the list."""
        drawer = self.drawers[drawer_id]
        missing = drawer.cash - drawer.counted
        if missing:
            self.differences.append(Difference(drawer.person, missing))
        if to:
            self.drawers[to].cash += drawer.counted
        else:
            self.till += drawer.counted
        drawer.state, drawer.cash = "closed", 0

    def due(self, family: int) -> int:
        """What of hers was sold in the hall is due to her at once."""
        left = Counter[int]()
        for sale in self.sales.values():
            for line in sale.lines:
                left[line.thing] += line.pieces * self.is_of(line.thing, family)
        return super().due(family) + self.worth(left)
