"""Rules of the shop at random for the cash: corrected, settled, counted, given back."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from msgspec.structs import replace

from models.accounting import cash_handovers
from models.accounting.cash_handovers import Amounts, propose, waiting_handovers, withdraw
from models.accounting.differences import BY_HAND, How, open_differences, settle
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import Refusal
from models.orders.after_delivery import BroughtBack, return_delivered, returns_so_far
from models.orders.cash import correct_cash
from models.orders.returns import Disposition
from tests.properties.machine import ShopMachine, any_order, few, fitting
from tests.support.acting import acting
from tests.support.orders import WIDE


class Paying(ShopMachine):
    """What becomes of the cash that was taken."""

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, taken=st.sampled_from((0, 1, 3550, 10_000)))
    def its_cash_is_corrected(self, at: int, fits: bool, taken: int) -> None:
        seen = self.pick(at, fits, ("delivered",))
        done = self.attempt(correct_cash(acting(self.session), seen.id, Money(taken), "slip"))
        assert (done is None) == (seen.state == "delivered" and seen.taken != Money(taken))
        if done is None:
            charged = self.charged.pop(seen.id, 0)
            self.purses[self.taken_by[seen.id]] += taken - (seen.taken or NOTHING).fils - charged

    @rule(which=few, how=st.sampled_from(BY_HAND))
    def a_difference_is_settled(self, which: int, how: How) -> None:
        listed = self.run(open_differences(self.session, 0, 99)).items
        if not listed:
            return
        found = listed[which % len(listed)]
        assert self.attempt(settle(acting(self.session), found.id, how)) is None
        if how is How.charged:
            assert found.person_id is not None
            self.purses[found.person_id] += found.missing.fils
            if found.order_id is not None:
                self.charged[found.order_id] = found.missing.fils

    @rule(courier=st.integers(0, 1), counted=st.integers(0, 40_000), rest=st.booleans())
    def cash_is_counted(self, courier: int, counted: int, rest: bool) -> None:
        """She names an amount; where the rest stays with her, that is all that is expected."""
        who = self.couriers[courier]
        named = max(self.purses[who], 0)
        amounts = Amounts(Money(counted if rest else named), Money(counted), "counted")
        waits = self.run(waiting_handovers(self.session, who))
        done = self.attempt(propose(acting(self.session, who), who, amounts))
        assert isinstance(done, Refusal) == bool(waits)

    @rule(courier=st.integers(0, 1), agrees=st.booleans())
    def the_desk_answers(self, courier: int, agrees: bool) -> None:
        who, desk = self.couriers[courier], acting(self.session, self.desk)
        for waits in self.run(waiting_handovers(self.session, who)):
            answer = cash_handovers.confirm if agrees else withdraw
            assert self.attempt(answer(desk, waits.id)) is None
            assert isinstance(self.attempt(answer(desk, waits.id)), Refusal)
            if agrees:
                self.purses[who] -= waits.expected.fils

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        which=few,
        pieces=st.integers(1, 3),
        fate=st.sampled_from((Disposition.shelf, Disposition.inspect, Disposition.unsellable)),
        with_fee=st.booleans(),
        bears=st.booleans(),
        payer=st.none() | st.integers(0, 1),
    )
    def goods_are_returned(
        self,
        at: int,
        fits: bool,
        which: int,
        pieces: int,
        fate: Disposition,
        with_fee: bool,
        bears: bool,
        payer: int | None,
    ) -> None:
        seen = self.pick(at, fits, ("delivered",))
        line = seen.lines[which % len(seen.lines)]
        if line.making_day is not None:
            fate = Disposition.unsellable
        pieces = min(pieces, line.quantity)
        with_fee = with_fee and seen.pieces == pieces
        nth = self.run(returns_so_far(self.session, seen.id)) + 1
        work = return_delivered(
            acting(self.session),
            seen.id,
            [BroughtBack(line.id, pieces, fate)],
            nth=nth,
            with_fee=with_fee,
            terms=replace(WIDE, centre_bears_losses=bears),
            paid_by=None if payer is None else self.couriers[payer],
        )
        done = self.attempt(work)
        possible = seen.state == "delivered" and not (line.struck or line.returned)
        assert isinstance(done, Refusal) != possible
        if not possible:
            return
        now = self.read(seen.id)
        assert seen.taken is not None
        assert now.refunded == seen.refunded + done.refunded <= max(seen.taken, seen.refunded)
        if payer is not None:
            self.purses[self.couriers[payer]] -= done.refunded.fils
        if seen.id in self.charged:
            # What came back unpaid is charged to nobody any more.
            self.charged[seen.id] -= done.unpaid.fils
            self.purses[self.taken_by[seen.id]] -= done.unpaid.fils
        assert now.pieces == seen.pieces - pieces
        if fate is Disposition.shelf:
            self.on_hand[line.option_id] += pieces
        if fate is not Disposition.unsellable or not bears:
            self.due[line.family_id] -= line.price.fils * pieces
