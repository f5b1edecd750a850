"""Rules of the shop at random for the way of an order: runs, windows, the handing over."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotAllowed
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cash import due_in_cash
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import free_windows
from models.orders.fulfilment import not_delivered
from models.orders.handover import confirm_delivery
from models.orders.queries import delivery_code
from models.orders.rescheduling import reschedule, windows_for
from models.orders.run_planning import Share
from models.orders.run_queries import run_of, run_with, runs_of
from models.orders.runs import make_runs, pass_run, take_run
from models.orders.states import MOVABLE, OPEN
from models.orders.tables import CODE_TRIES
from tests.properties.at_the_door import is_handed_over
from tests.properties.machine import ShopMachine, any_order, fitting
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import WIDE


class OnTheWay(ShopMachine):
    """How orders go on until they are handed over."""

    @precondition(lambda self: self.orders)
    @rule(at=any_order, steps=st.integers(1, 3))
    def it_goes_on(self, at: int, steps: int) -> None:
        self.carry_on(self.pick(at, True, OPEN), steps)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, courier=st.integers(0, 1), steps=st.integers(0, 2))
    def it_comes_into_a_run(self, at: int, courier: int, steps: int) -> None:
        seen = self.carry_on(self.pick(at, True, OPEN), steps)
        held = self.run(run_with(self.session, seen.id))
        share = Share(self.couriers[courier], (seen.id,))
        work = make_runs(acting(self.session), seen.day, seen.window, [share])
        fits = seen.state == "packed" and held is None and not seen.at_hall
        assert self.attempt(work) == (() if fits else (seen.id,))
        now = self.run(run_with(self.session, seen.id))
        assert (now and now.person_id) == (share.person_id if fits else held and held.person_id)

    @rule(courier=st.integers(0, 1), passed=st.booleans())
    def a_run_is_taken(self, courier: int, passed: bool) -> None:
        whose, other = self.couriers[courier], self.couriers[1 - courier]
        for run in self.run(runs_of(self.session, whose)):
            packed = self.run(run_of(self.session, run.id)).waiting
            if passed:
                work = pass_run(acting(self.session), run.id, whose, other)
                assert self.attempt(work) is True
            taken = self.attempt(take_run(acting(self.session, whose), run.id))
            if passed:
                assert isinstance(taken, NotAllowed)
            else:
                assert taken.out == tuple(sorted(stop.order_id for stop in packed))

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, choice=st.integers(0, 5))
    def nobody_opens(self, at: int, fits: bool, choice: int) -> None:
        seen = self.pick(at, fits, OPEN)
        seen = self.carry_on(seen) if fits else seen
        slot = self.run(free_windows(self.session, plan_of_terms(WIDE), 0, MORNING))[choice]
        work = not_delivered(acting(self.session), seen.id, "shut", slot.day, slot.window, WIDE)
        assert (self.attempt(work) is None) == (seen.state == "out")
        if seen.state == "out":
            moved = self.read(seen.id)
            assert (moved.state, moved.day, moved.window) == ("packed", slot.day, slot.window)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, choice=st.integers(0, 5))
    def it_gets_another_window(self, at: int, fits: bool, choice: int) -> None:
        seen = self.pick(at, fits, MOVABLE)
        offered = self.run(windows_for(self.session, seen, self.plan, MORNING, 6))
        slot = offered[choice]
        done = self.attempt(reschedule(acting(self.session), seen.id, slot, WIDE))
        assert (done is None) == (seen.state in MOVABLE)
        moved = self.read(seen.id)
        if done is None:
            assert (moved.day, moved.window) == (slot.day, slot.window)
            assert self.run(run_with(self.session, seen.id)) is None
        else:
            assert moved == seen

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        right=st.booleans(),
        more=st.sampled_from((0, 0, 500, -1, None)),
        reason=st.booleans(),
        courier=st.integers(0, 1),
    )
    def it_is_handed_over(
        self, at: int, fits: bool, right: bool, more: int | None, reason: bool, courier: int
    ) -> None:
        """By its code, for the sum, for what coins pay of it (None), or for another amount."""
        seen = self.pick(at, fits, OPEN)
        seen = self.carry_on(seen) if fits else seen
        code = self.run(delivery_code(self.session, seen.person_id, seen.id))
        due = DEFAULT_TERMS.in_cash(seen.total)
        taken = due if more is None else max(seen.total + Money(more), NOTHING)
        who = self.couriers[courier]
        done = self.attempt(
            confirm_delivery(
                acting(self.session, who),
                seen.id,
                code if right else "wrong",
                taken,
                "no change" if reason else "",
            )
        )
        counts = is_handed_over(seen) and not seen.code_locked
        fitting_cash = due_in_cash(seen.total, taken, DEFAULT_TERMS) == taken
        possible = counts and right and (reason or fitting_cash)
        assert (done is None) == possible
        tries = seen.wrong_codes + (counts and not right)
        assert self.read(seen.id).wrong_codes == tries <= CODE_TRIES
        if possible:
            for line in seen.live_lines:
                self.due[line.family_id] += line.amount.fils
            self.purses[who] += taken.fils
            self.taken_by[seen.id] = who
