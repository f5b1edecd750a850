"""Rules of the shop at random for what is cancelled or struck, and what comes back of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from msgspec.structs import replace

from models.kernel.facts import OrderCancelled
from models.kernel.refusals import (
    AlreadyInspected,
    MakingFull,
    OutOfStock,
    Refusal,
    TooLateToUndo,
    WrongState,
)
from models.orders.cancellation import Goods, cancel_by_customer, cancel_by_staff
from models.orders.inspecting import inspect_returned
from models.orders.queries import OrderView
from models.orders.reinstating import last_cancelling, undo_cancelling
from models.orders.returns import Disposition, ReturnedPieces, came_back
from models.orders.shortages import strike_line
from models.orders.states import CUSTOMER_CANCELS, OPEN, STRIKABLE
from tests.properties.machine import ShopMachine, any_order, few, fitting
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import WIDE

some_pieces = st.none() | st.integers(0, 4)


class Cancelling(ShopMachine):
    """Who cancels, who takes that back, and what is found of the goods."""

    @precondition(lambda self: self.orders)
    @rule(at=any_order)
    def its_customer_cancels(self, at: int) -> None:
        seen = self.pick(at, False, ())
        work = cancel_by_customer(acting(self.session, seen.person_id), seen.id)
        possible = seen.state in CUSTOMER_CANCELS
        assert (self.attempt(work) is None) == possible
        if possible:
            self.they_come_back(seen, Disposition.shelf)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fate=st.sampled_from(Disposition), bears=st.booleans(), one=st.booleans())
    def staff_cancel(self, at: int, fate: Disposition, bears: bool, one: bool) -> None:
        seen = self.pick(at, False, ())
        lines = frozenset({line.id for line in seen.live_lines[:1]}) if one else None
        terms = replace(WIDE, centre_bears_losses=bears)
        work = cancel_by_staff(acting(self.session), seen.id, "rain", Goods(fate, lines), terms)
        done = self.attempt(work)
        possible = seen.state in OPEN
        assert isinstance(done, Refusal) != possible
        if possible:
            self.they_come_back(seen, fate, lines, bears=bears)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, by_customer=st.booleans(), late=st.booleans())
    def the_cancelling_is_taken_back(
        self, at: int, fits: bool, by_customer: bool, late: bool
    ) -> None:
        seen = self.pick(at, fits, ("cancelled",))
        row = self.run(last_cancelling(self.session, seen.id))
        fact = None if row is None else row.fact
        rows = self.run(came_back(self.session, seen.id, seen.live_lines))
        inspected = any(one.disposition == "inspect" and one.decided_at for one in rows)
        fates = {one.line_id: one.disposition for one in rows}
        borne = [(one.family_id, one.borne.fils) for one in rows]
        shelved: Counter[int] = Counter()
        for line in seen.live_lines:
            if line.making_day is None and fates.get(line.id, "shelf") == "shelf":
                shelved[line.option_id] += line.quantity
        now = MORNING + timedelta(minutes=11 * late)
        acts = acting(self.session, seen.person_id, now)
        done = self.attempt(undo_cancelling(acts, seen.id, WIDE, by_customer=by_customer))
        hers = isinstance(fact, OrderCancelled) and fact.by_customer == by_customer
        if seen.state != "cancelled" or late or not hers:
            assert isinstance(done, WrongState | TooLateToUndo)
        elif inspected:
            assert isinstance(done, AlreadyInspected)
        elif any(self.on_hand[option] < wanted for option, wanted in shelved.items()):
            assert isinstance(done, OutOfStock)
        elif done is None:
            assert self.read(seen.id).state in OPEN
            self.on_hand.subtract(shelved)
            for family, fils in borne:
                self.due[family] -= fils
        else:
            assert isinstance(done, MakingFull)

    def they_come_back(
        self,
        seen: OrderView,
        fate: Disposition,
        lines: Collection[int] | None = None,
        *,
        bears: bool = False,
    ) -> None:
        """Reckon where the goods of a cancelled order are now, and who is paid for what is lost."""
        for line in seen.live_lines:
            hit = fate if lines is None or line.id in lines else Disposition.shelf
            if line.making_day is None:
                if hit is Disposition.shelf and seen.state != "out":
                    self.on_hand[line.option_id] += line.quantity
                lost = hit is Disposition.unsellable
            else:
                lost = hit is not Disposition.missing and seen.state in ("packed", "out")
            if lost and bears:
                self.due[line.family_id] += line.amount.fils

    @precondition(lambda self: self.waits())
    @rule(at=any_order, good=few, spoiled=few, bears=st.booleans())
    def the_desk_looks_at_it(self, at: int, good: int, spoiled: int, bears: bool) -> None:
        waiting = self.waits()
        entry = waiting[at % len(waiting)]
        good = min(good, entry.quantity)
        spoiled = min(spoiled, entry.quantity - good)
        found = {
            Disposition.shelf: good,
            Disposition.unsellable: spoiled,
            Disposition.missing: entry.quantity - good - spoiled,
        }
        terms = replace(WIDE, centre_bears_losses=bears)
        for again in (False, True):
            done = self.attempt(inspect_returned(acting(self.session), entry.id, found, terms))
            assert isinstance(done, AlreadyInspected) == again
        (line,) = [one for one in self.read(entry.order_id).lines if one.id == entry.line_id]
        self.on_hand[line.option_id] += good
        self.due[line.family_id] += line.price.fils * spoiled * bears

    def waits(self) -> list[ReturnedPieces]:
        """What came back and is still to be looked at."""
        return [
            row
            for order_id in self.orders
            for row in self.run(came_back(self.session, order_id, self.read(order_id).lines))
            if row.disposition == Disposition.inspect and row.decided_at is None
        ]

    @precondition(lambda self: self.orders)
    @rule(at=any_order, which=few, fits=fitting, pieces=some_pieces)
    def a_line_is_struck(self, at: int, which: int, fits: bool, pieces: int | None) -> None:
        seen = self.pick(at, fits, STRIKABLE)
        line = seen.lines[which % len(seen.lines)]
        work = strike_line(acting(self.session), seen.id, line.id, "gone", pieces)
        done = self.attempt(work)
        missing = line.quantity if pieces is None else pieces
        possible = seen.state in STRIKABLE and not line.struck and 0 < missing <= line.quantity
        possible = possible and seen.pieces > missing
        assert (done is None) == possible
        if possible:
            now = self.read(seen.id)
            assert now.total == seen.total - line.price * missing
            assert now.pieces == seen.pieces - missing
