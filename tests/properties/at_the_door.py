"""Rules of the shop at random for what happens at the door: refused, nobody there, another time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from msgspec.structs import replace

from models.kernel.money import Money, total
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import free_windows
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import ASKED_AGAIN, send_back
from models.orders.queries import OrderLineView, OrderView
from models.orders.states import OPEN
from tests.properties.machine import ShopMachine, any_order, few, fitting
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import WIDE


def is_handed_over(order: OrderView) -> bool:
    """Whether it is with who hands it over: a courier, or the desk where it is fetched."""
    return order.state == ("packed" if order.emirate == "hall" else "out")


class AtTheDoor(ShopMachine):
    """What couriers, customers and the desk do with an order that came to the door."""

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        wants=st.lists(st.tuples(few, few, st.booleans()), min_size=1, max_size=3),
        centre_bears=st.booleans(),
    )
    def a_part_is_refused(
        self, at: int, fits: bool, wants: list[tuple[int, int, bool]], centre_bears: bool
    ) -> None:
        seen = self.pick(at, fits, OPEN)
        seen = self.carry_on(seen) if fits else seen
        parts = [
            Refused(seen.lines[which % len(seen.lines)].id, quantity, spoiled)
            for which, quantity, spoiled in wants
        ]
        terms = replace(DEFAULT_TERMS, centre_bears_losses=centre_bears)
        done = self.attempt(refuse_part(acting(self.session), seen.id, parts, terms))
        wanted = Counter[int]()
        for part in parts:
            wanted[part.line_id] += part.quantity
        live = {line.id: line for line in seen.live_lines}
        held = all(line in live and live[line].quantity >= wanted[line] for line in wanted)
        possible = is_handed_over(seen) and held and all(part.quantity for part in parts)
        possible = possible and wanted.total() < seen.pieces
        assert (done is None) == possible
        if possible:
            now = self.read(seen.id)
            off = total(live[part.line_id].price * part.quantity for part in parts)
            assert (now.state, now.total) == (seen.state, self.cost_of(seen, off))
            assert now.pieces == seen.pieces - wanted.total()
            self.bear(parts, live, centre_bears=centre_bears)

    def cost_of(self, seen: OrderView, off: Money) -> Money:
        """What the order costs with so much less of its items: a discount ends at nothing."""
        amounts = seen.amounts
        asked = total([amounts.items - off, amounts.fee, *(p.amount for p in amounts.surcharges)])
        return asked - min(amounts.discount, asked)

    def bear(
        self, parts: Sequence[Refused], live: dict[int, OrderLineView], *, centre_bears: bool
    ) -> None:
        """The families are owed what nobody can buy again, where the centre bears it."""
        for part in parts:
            line = live[part.line_id]
            if centre_bears and (part.spoiled or line.making_day is not None):
                self.due[line.family_id] += (line.price * part.quantity).fils

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, spoiled=few, centre_bears=st.booleans())
    def all_of_it_is_refused(self, at: int, fits: bool, spoiled: int, centre_bears: bool) -> None:
        seen = self.pick(at, fits, OPEN)
        seen = self.carry_on(seen) if fits else seen
        live = {line.id: line for line in seen.live_lines}
        first = seen.lines[0].id
        bad = {first: spoiled} if spoiled else {}
        terms = replace(DEFAULT_TERMS, centre_bears_losses=centre_bears)
        done = self.attempt(refuse_order(acting(self.session), seen.id, bad, terms))
        held = not spoiled or (first in live and live[first].quantity >= spoiled)
        assert (done is None) == (is_handed_over(seen) and held)
        if done is None:
            assert self.read(seen.id).state == "returned"
            parts = [
                Refused(line.id, line.quantity)
                for line in live.values()
                if line.making_day is not None
            ]
            if spoiled and live[first].making_day is None:
                parts.append(Refused(first, spoiled, spoiled=True))
            self.bear(parts, live, centre_bears=centre_bears)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, reason=st.sampled_from(ASKED_AGAIN))
    def it_comes_back_and_waits(self, at: int, fits: bool, reason: str) -> None:
        seen = self.pick(at, fits, OPEN)
        seen = self.carry_on(seen) if fits else seen
        done = self.attempt(send_back(acting(self.session), seen.id, reason, WIDE))
        assert (done is None) == (seen.state == "out")
        if done is None:
            next_one = self.run(
                free_windows(self.session, plan_of_terms(WIDE).at_once(), 0, MORNING)
            )
            now = self.read(seen.id)
            assert (now.state, now.reason) == ("packed", reason)
            assert (now.day, now.window) == (next_one[0].day, next_one[0].window)
