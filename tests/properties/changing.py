"""Rules of the shop at random for orders that are changed: what goes out and in, and where to."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from msgspec.structs import replace
from sqlalchemy import select

from models.kernel.facts import FactRow, LinesChanged
from models.kernel.refusals import MakingFull, OutOfStock, PricesChanged, Refusal, WishNotTaken
from models.orders.change_kinds import More, NewLines, NewPhone, Off, Place
from models.orders.change_preview import Preview, preview
from models.orders.changes import change_by_staff, change_own
from models.orders.delivery_plan import plan_of_terms
from models.orders.queries import OrderView
from models.orders.states import CUSTOMER_CANCELS, STRIKABLE, UNPACKED
from tests.properties.machine import ShopMachine, any_order, few, fitting
from tests.support.acting import acting
from tests.support.orders import WIDE

PLAN = plan_of_terms(WIDE)
EMIRATES = ("sharjah", "dubai", "fujairah")


class Changing(ShopMachine):
    """What customers and staff change of an order."""

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        which=few,
        less=st.integers(0, 3),
        thing=st.integers(0, 5),
        more=st.integers(0, 2),
        wish=st.sampled_from(("", "", "مريم")),
        staff=st.booleans(),
        seen=st.sampled_from((True, True, True, False)),
    )
    def its_things_are_changed(
        self,
        at: int,
        fits: bool,
        which: int,
        less: int,
        thing: int,
        more: int,
        wish: str,
        staff: bool,
        seen: bool,
    ) -> None:
        states = STRIKABLE if staff else CUSTOMER_CANCELS
        order = self.pick(at, fits, states)
        live = order.live_lines
        if not live:
            return
        line = live[which % len(live)]
        less, option = min(less, line.quantity), self.things[thing]
        change = NewLines(
            (Off(line.id, less),) if less else (), (More(option, more, wish),) if more else ()
        )
        shown = self.attempt(preview(self.session, order, change, PLAN))
        if isinstance(shown, Refusal):
            assert less == order.pieces
            assert not more
            return
        done = self.do(order, change, shown.agreed if seen else "", staff=staff)
        if isinstance(done, Refusal):
            self.is_for_a_reason(done, shown, states, seen=seen, wish=wish)
            assert self.read(order.id) == order
            return
        assert order.state in states
        assert seen
        assert done.total == shown.amounts.total
        assert done.pieces == order.pieces - less + more
        self.on_hand[line.option_id] += less * (line.making_day is None)
        self.on_hand[option] -= more * (thing < 3)
        if line.making_day is not None and order.state not in UNPACKED:
            self.due[line.family_id] += line.price.fils * less
        if less or more:
            self.it_is_told(order, done)
        else:
            assert done == order

    def do(self, order: OrderView, change: Any, agreed: str, *, staff: bool) -> Any:
        """Staff, or the order's customer, change it."""
        if staff:
            work = change_by_staff(acting(self.session), order.id, change, WIDE, agreed)
        else:
            mine = acting(self.session, order.person_id)
            work = change_own(mine, order.id, change, WIDE, agreed)
        return self.attempt(work)

    def is_for_a_reason(
        self, done: Refusal, shown: Preview, states: Collection[str], *, seen: bool, wish: str
    ) -> None:
        """Whether what was refused had to be."""
        match done:
            case PricesChanged():
                assert not seen
            case OutOfStock(left=left):
                assert left == self.on_hand[done.option_id]
            case WishNotTaken():
                assert wish
            case MakingFull():
                assert any(item.daily_most for item in shown.items)
            case _:  # it has moved on, or is packed and something is still to be made
                made = any(item.made_to_order for item in shown.items)
                assert shown.order.state not in states or made

    def it_is_told(self, was: OrderView, now: OrderView) -> None:
        """Whether the last fact of the order holds what it was and is."""
        of_order = select(FactRow).where(FactRow.order_id == was.id).order_by(FactRow.id.desc())
        fact = self.run(self.last_fact(of_order))
        assert isinstance(fact, LinesChanged)
        assert (fact.was, fact.now) == (was.total, now.total)
        out = [line for line in now.lines if line.id in fact.line_ids]
        gone = sum(line.quantity for line in out)
        assert was.pieces - gone + sum(fact.added_pieces) == now.pieces

    async def last_fact(self, chosen: Any) -> object:
        """The first fact of those."""
        row = (await self.session.scalars(chosen.limit(1))).one()
        return row.fact

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        emirate=st.sampled_from(EMIRATES),
        staff=st.booleans(),
        raised=st.booleans(),
    )
    def it_goes_elsewhere(
        self, at: int, fits: bool, emirate: str, staff: bool, raised: bool
    ) -> None:
        states = STRIKABLE if staff else CUSTOMER_CANCELS
        order = self.pick(at, fits, states)
        place = Place("Street 9", emirate=emirate, area="Centre")
        shown = self.run(preview(self.session, order, place, PLAN))
        agreed = shown.agreed if not raised else ""
        done = self.do(order, place, agreed, staff=staff)
        stays = order.at_hall or order.state not in states
        moves = shown.amounts != order.amounts
        assert isinstance(done, Refusal) == (stays or (moves and raised))
        if not isinstance(done, Refusal):
            fee = order.amounts.fee if emirate == order.emirate else WIDE.fee(emirate)
            assert (done.emirate, done.address) == (emirate, "Street 9")
            assert done.amounts == replace(order.amounts, fee=fee)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, staff=st.booleans())
    def another_number_is_to_be_called(self, at: int, fits: bool, staff: bool) -> None:
        states = STRIKABLE if staff else CUSTOMER_CANCELS
        order = self.pick(at, fits, states)
        done = self.do(order, NewPhone("+971507654321"), "", staff=staff)
        assert isinstance(done, Refusal) == (order.state not in states)
        if not isinstance(done, Refusal):
            assert replace(done, phone=order.phone) == order
