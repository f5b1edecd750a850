"""A plain reckoning of the shop: pieces, orders, cash and dues. It knows nothing of its code."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

MAY = {
    "accept": ("placed",),
    "pack": ("accepted",),
    "out": ("packed",),
    "strike": ("placed", "accepted", "packed"),
    "readdress": ("placed", "accepted", "packed"),
    "cancel": ("placed", "accepted", "packed", "out"),
    "cancel own": ("placed", "accepted"),
    "undo": ("cancelled",),
    "refuse": ("out",),
    "back": ("out",),
    "deliver": ("out",),
    "correct": ("delivered",),
    "return": ("delivered",),
}
"""What may be done with an order by the states in which it may: the doorplates."""
GOES_ON = {"placed": "placed", "accepted": "accepted", "packed": "accepted", "out": "packed"}
"""Where an order stands when its cancelling is taken back, by where it was cancelled."""
COIN = 25
LOW = 3
"""From so few pieces down a thing runs low."""


def in_coins(fils: int) -> int:
    """The sum that coins can pay: the nearest quarter of a dirham, a half of it down."""
    return (2 * fils + COIN - 1) // (2 * COIN) * COIN


def handed_back(fils: int, taken: int) -> int:
    """What is handed back of it: in coins, a half up; the exact sum to who paid exactly that."""
    return fils if fils == taken else (2 * fils + COIN) // (2 * COIN) * COIN


@dataclass(frozen=True)
class Thing:
    """What is sold: whose it is, for how much (fils), and whether it is made for each order."""

    family: int
    price: int
    made: bool = False


@dataclass(frozen=True)
class Back:
    """Pieces that came back by a cancelling: where they went to, and what is paid for them."""

    thing: int
    pieces: int
    place: str
    borne: int


@dataclass
class Ordered:
    """An order as everybody must see it; `pieces` are those that it still holds."""

    owner: int
    fee: int
    pieces: Counter[int]
    on_hold: bool = False
    state: str = "placed"
    was: str = ""
    cancelled_by_customer: bool = False
    cancelled: list[Back] = field(default_factory=list)
    looked_at: bool = False
    called_back: set[str] = field(default_factory=set)
    packed_by: int | None = None
    out_with: int | None = None
    courier: int | None = None
    items: int = 0
    taken: int = 0
    refunded: int = 0
    returns: int = 0
    brought_back: int = 0
    unpaid: int = 0


@dataclass
class Difference:
    """Cash that is not what it should be; `how` it was settled, empty while it is open."""

    person: int | None
    missing: int
    order: int = 0
    how: str = ""


@dataclass
class Run:
    """A courier's run: the orders that are left in it, in their order.

    Of one that goes out `later` than today nobody hears by itself that the courier comes.
    """

    courier: int
    stops: list[int]
    later: bool
    taken: bool = False
    told: set[int] = field(default_factory=set)


class Reckoning:
    """All that must be true of the shop; `where` is the place of each piece that ever came in."""

    def __init__(self, things: dict[int, Thing]) -> None:
        self.things = things
        self.where: dict[int, Counter[str]] = defaultdict(Counter)
        self.came_in: Counter[int] = Counter()
        self.told_low: set[int] = set()
        self.borne: Counter[int] = Counter()
        self.orders: dict[int, Ordered] = {}
        self.purses: Counter[int] = Counter()
        self.till = 0
        self.differences: list[Difference] = []
        self.runs: dict[int, Run] = {}

    def take_in(self, thing: int, pieces: int) -> None:
        """Goods come to the shelf; what is filled up so may run low once more."""
        self.where[thing]["shelf"] += pieces
        self.came_in[thing] += pieces
        if self.where[thing]["shelf"] > LOW:
            self.told_low.discard(thing)

    def runs_low(self, thing: int) -> bool:
        """Whether so few are left of a thing that its family is asked for more, now and once."""
        low = not self.things[thing].made and self.where[thing]["shelf"] <= LOW
        news = low and thing not in self.told_low
        self.told_low |= {thing} if low else set()
        return news

    def carry(self, thing: int, pieces: int, start: str, end: str) -> None:
        """Pieces go from place to place; what is made for one order has none."""
        if not self.things[thing].made:
            self.where[thing][start] -= pieces
            self.where[thing][end] += pieces

    def is_had(self, wants: Counter[int]) -> bool:
        """Whether all of it lies on the shelf, or is made."""
        return all(
            self.things[thing].made or self.where[thing]["shelf"] >= pieces
            for thing, pieces in wants.items()
        )

    def place(self, order_id: int, order: Ordered) -> None:
        """An order takes its pieces."""
        self.orders[order_id] = order
        order.items = self.worth(order.pieces)
        for thing, pieces in order.pieces.items():
            self.carry(thing, pieces, "shelf", "orders")

    def worth(self, pieces: Counter[int]) -> int:
        """What so many pieces come to."""
        return sum(self.things[thing].price * count for thing, count in pieces.items())

    def total(self, order: Ordered) -> int:
        """What is to be paid for an order; what was brought back later changes nothing of it."""
        return order.items + order.fee

    def lose(self, order: Ordered, thing: int, pieces: int, end: str, *, paid: bool) -> int:
        """Pieces leave an order for that place; out comes what the family is paid all the same."""
        self.carry(thing, pieces, "orders", end)
        order.pieces = order.pieces - Counter({thing: pieces})
        order.items -= self.things[thing].price * pieces
        return self.bear(thing, pieces) if paid else 0

    def bear(self, thing: int, pieces: int) -> int:
        """The centre pays the family for them."""
        sum_of = self.things[thing].price * pieces
        self.borne[self.things[thing].family] += sum_of
        return sum_of

    def cancel(self, order: Ordered, fate: str, *, by_customer: bool) -> None:
        """All that the order holds comes back as it is said, or as one finds it at the door."""
        order.was, order.state = order.state, "cancelled"
        order.cancelled_by_customer, order.cancelled = by_customer, []
        for thing, pieces in order.pieces.items():
            if self.things[thing].made:
                place = "lost"
                paid = fate != "missing" and order.was in ("packed", "out")
            else:
                place = {"shelf": "shelf", "inspect": "desk"}.get(fate, "lost")
                place = "desk" if place == "shelf" and order.was == "out" else place
                paid = fate == "unsellable"
            self.carry(thing, pieces, "orders", place)
            borne = self.bear(thing, pieces) if paid else 0
            order.cancelled.append(Back(thing, pieces, place, borne))

    def has_all_again(self, order: Ordered) -> bool:
        """Whether what was put on the shelf by the cancelling lies there still."""
        on_shelf = Counter[int]()
        for back in order.cancelled:
            on_shelf[back.thing] += back.pieces * (back.place == "shelf")
        return self.is_had(+on_shelf)

    def undo(self, order: Ordered) -> None:
        """The order goes on as if it had not been cancelled."""
        order.state = GOES_ON[order.was]
        for back in order.cancelled:
            self.carry(back.thing, back.pieces, back.place, "orders")
            self.borne[self.things[back.thing].family] -= back.borne

    def deliver(self, order_id: int, taken: int, holder: int) -> None:
        """The customer has it, and somebody the cash."""
        order = self.orders[order_id]
        order.state, order.courier, order.taken = "delivered", holder, taken
        for thing, pieces in order.pieces.items():
            self.carry(thing, pieces, "orders", "customers")
        self.purses[holder] += taken
        self.note(order_id, holder, self.cash_due(order, taken) - taken)

    def bring_back(self, order: Ordered, thing: int, pieces: int, fee: int) -> int:
        """Pieces come back after the delivery; out comes the money, never more than was paid."""
        order.pieces = order.pieces - Counter({thing: pieces})
        before, worth = order.brought_back, self.things[thing].price * pieces
        owed = handed_back(before + worth + fee, order.taken) - handed_back(before, order.taken)
        back = max(min(owed, order.taken - order.refunded), 0)
        order.refunded += back
        order.returns += 1
        order.brought_back += worth
        return back

    def forgive(self, order_id: int, fils: int) -> int | None:
        """So much less of its cash is missing; out comes whose purse pays less (below 0: more)."""
        self.orders[order_id].unpaid += fils
        for one in self.standing(order_id) if fils else []:
            one.missing -= fils
            if not one.missing:
                self.differences.remove(one)
            if one.how == "charged" and one.person is not None:
                self.purses[one.person] -= fils
                return one.person
        return None

    def standing(self, order_id: int) -> list[Difference]:
        """The one difference that stands of an order's cash, if any does."""
        mine = [one for one in self.differences if one.order == order_id]
        return [one for one in mine if one.how != "corrected"]

    def owed_back(self, order_id: int) -> int:
        """What the customer is owed for what came back before it was known to be paid."""
        too_much = -sum(one.missing for one in self.standing(order_id))
        return max(min(self.orders[order_id].unpaid, too_much), 0)

    def cash_due(self, order: Ordered, taken: int) -> int:
        """What is to be taken; the exact sum will do where somebody has it."""
        total = self.total(order)
        return total if taken == total else in_coins(total)

    def note(self, order_id: int, person: int, missing: int) -> None:
        """Cash that differs stands in the list."""
        if missing:
            self.differences.append(Difference(person, missing, order_id))

    def correct(self, order_id: int, taken: int) -> None:
        """The cash had been another amount; what was charged for it is undone."""
        order = self.orders[order_id]
        holder = order.courier or 0
        self.purses[holder] += taken - order.taken
        order.taken = taken
        for difference in self.differences:
            if difference.order == order_id and difference.how != "corrected":
                self.purses[holder] -= difference.missing * (difference.how == "charged")
                difference.how = "corrected"
        self.note(order_id, holder, self.cash_due(order, taken) - order.unpaid - taken)

    def due(self, family: int) -> int:
        """What is due to a family: what of hers customers have, and what the centre bears."""
        sold = [one.pieces for one in self.orders.values() if one.state == "delivered"]
        of_hers = [Counter({t: p for t, p in s.items() if self.is_of(t, family)}) for s in sold]
        return sum(map(self.worth, of_hers)) + self.borne[family]

    def is_of(self, thing: int, family: int) -> bool:
        """Whether that family makes it."""
        return self.things[thing].family == family

    def families(self, things: Counter[int]) -> set[int]:
        """Whose things they are."""
        return {self.things[thing].family for thing in +things}

    def run_with(self, order_id: int) -> int:
        """The run that the order is left in; 0 without."""
        return next((at for at, run in self.runs.items() if order_id in run.stops), 0)

    def leave_run(self, order_id: int) -> int:
        """The order is in its run no more; out comes that run, 0 where it was in none."""
        run_id = self.run_with(order_id)
        if run_id:
            self.runs[run_id].stops.remove(order_id)
            self.runs[run_id].told.discard(order_id)
        return run_id

    def next_in(self, run_id: int) -> int | None:
        """The first order of today's run that is out, once: its customer hears of it now."""
        run = self.runs[run_id]
        first = next((one for one in run.stops if self.orders[one].state == "out"), None)
        return None if first is None or run.later or not self.is_news(first) else first

    def is_news(self, order_id: int) -> bool:
        """Whether its customer hears now that the courier comes: once in each run."""
        run_id = self.run_with(order_id)
        if not run_id or order_id in self.runs[run_id].told:
            return False
        self.runs[run_id].told.add(order_id)
        return True
