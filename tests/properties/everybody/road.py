"""What couriers do: runs, and what happens at each door but for the cash."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from models.kernel.calendar import dubai_day
from models.kernel.refusals import NotAllowed, Refusal
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import NOBODY_THERE, WRONG_ADDRESS, not_delivered, send_back
from models.orders.run_planning import Share
from models.orders.run_queries import run_with
from models.orders.runs import announce_coming, make_runs, move_stop, pass_run, place_stop, take_run
from tests.properties.everybody.base import any_order, at_desk, few, fitting, on_the_road, things
from tests.properties.everybody.desk import Desk
from tests.properties.everybody.reckoning import MAY, Ordered, Run
from tests.support.orders import TOMORROW, WIDE

ways = st.sampled_from((NOBODY_THERE, WRONG_ADDRESS, "later"))
sure = st.booleans()
courier = st.sampled_from(("kate", "karl"))


class Road(Desk):
    """Runs, and orders that are refused or come back."""

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, who=courier, by=at_desk)
    def it_comes_into_a_run(self, at: int, fits: bool, who: str, by: str) -> None:
        order_id, order = self.pick(at, fits, "readdress")
        for step in ("accept", "pack"):
            if fits and order.state in MAY[step] and not order.on_hold:
                self.step(order_id, order, step, by)
        seen = self.read(order_id)
        share = Share(self.ids[who], (order_id,))
        left = self.run(make_runs(self.by(by), seen.day, seen.window, [share]))
        fits_in = order.state in MAY["out"] and not self.reckoning.run_with(order_id)
        assert left == (() if fits_in else (order_id,)), f"doorplate: run of what is {order.state}"
        if fits_in:
            made = self.run(run_with(self.session, order_id))
            assert made is not None
            later = made.day > dubai_day(self.now)
            run = self.reckoning.runs.setdefault(made.id, Run(self.ids[who], [], later))
            found = (run.courier, run.taken)
            assert found == (self.ids[who], False), "doorplate: put into another's run"
            run.stops.append(order_id)
            self.hear("courier-run-planned", (who,), by)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, into=any_order, by=at_desk)
    def it_is_moved_to_another_run(self, at: int, fits: bool, into: int, by: str) -> None:
        order_id, order = self.pick(at, fits, "out")
        runs = [0, *(run_id for run_id, run in self.reckoning.runs.items() if run.stops)]
        to, was = runs[into % len(runs)], self.reckoning.run_with(order_id)
        done = self.attempt(move_stop(self.by(by), order_id, to))
        possible = order.state in MAY["out"]
        if not self.agree(done, possible, "another run", order) or to == was:
            return
        if was:
            self.hear("courier-run-without", (self.reckoning.runs[was].courier,), by)
            self.reckoning.leave_run(order_id)
        if to:
            self.reckoning.runs[to].stops.append(order_id)
            self.hear("courier-run-added", (self.reckoning.runs[to].courier,), by)

    @rule(at=any_order, fits=fitting, who=courier)
    def a_run_is_taken(self, at: int, fits: bool, who: str) -> None:
        runs = [run_id for run_id, run in self.reckoning.runs.items() if run.stops]
        if not runs:
            return
        run_id = runs[at % len(runs)]
        run = self.reckoning.runs[run_id]
        who = self.names[run.courier] if fits else who
        done = self.attempt(take_run(self.by(who), run_id))
        if run.courier != self.ids[who]:
            assert isinstance(done, NotAllowed), "doorplate: another's run is taken"
            return
        assert not isinstance(done, Refusal), f"doorplate: her own run came to {done!r}"
        packed = [one for one in run.stops if self.orders[one].state == "packed"]
        assert sorted(done.out) == sorted(packed), "doorplate: what goes out with the run"
        for order_id in packed:
            self.orders[order_id].state = "out"
        if packed:
            run.taken = True
            self.customer_hears(self.reckoning.next_in(run_id), "customer-coming", who)

    @rule(at=any_order, by=at_desk)
    def a_run_is_passed_on(self, at: int, by: str) -> None:
        runs = [run_id for run_id, run in self.reckoning.runs.items() if run.stops]
        if not runs:
            return
        run_id = runs[at % len(runs)]
        run, pair = self.reckoning.runs[run_id], {self.ids["kate"], self.ids["karl"]}
        (other,) = pair - {run.courier}
        assert self.run(pass_run(self.by(by), run_id, run.courier, other)), "doorplate: passed on"
        assert not self.run(pass_run(self.by(by), run_id, run.courier, other)), "doorplate: twice"
        self.hear("courier-run-yours", (other,), by)
        self.hear("courier-run-passed", (run.courier,), by)
        run.courier = other

    @precondition(lambda self: self.orders)
    @rule(at=any_order, place=few, who=courier)
    def the_stops_are_put_in_order(self, at: int, place: int, who: str) -> None:
        order_id = list(self.orders)[at % len(self.orders)]
        run_id = self.reckoning.run_with(order_id)
        if run_id:
            self.run(place_stop(self.by(who), run_id, order_id, place))
            stops = self.reckoning.runs[run_id].stops
            stops.remove(order_id)
            stops.insert(place - 1, order_id)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, who=courier)
    def she_says_that_she_comes(self, at: int, fits: bool, who: str) -> None:
        order_id, order = self.pick(at, fits, "back")
        done = self.attempt(announce_coming(self.by(who), order_id))
        if self.agree(done, order.state in MAY["back"], "say that she comes", order):
            is_news = self.reckoning.is_news(order_id)
            assert done == is_news, "told: that the courier comes"
            if is_news:
                self.customer_hears(order_id, "customer-coming", who)

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order, fits=fitting, thing=things, pieces=few, spoiled=st.booleans(), who=on_the_road
    )
    def a_part_is_refused(
        self, at: int, fits: bool, thing: int, pieces: int, spoiled: bool, who: str
    ) -> None:
        order_id, order = self.bring_out(at, fits, "refuse", who)
        option = self.thing_in(order, thing)
        line = self.line(order_id, option)
        part = Refused(0 if line is None else line.id, pieces, spoiled)
        done = self.attempt(refuse_part(self.by(who), order_id, [part], WIDE))
        possible = order.state in MAY["refuse"] and pieces <= order.pieces[option]
        possible = possible and order.pieces.total() > pieces
        if self.agree(done, possible, "refuse a part", order):
            self.brought_back(order, option, pieces, spoiled=spoiled)
            self.customer_hears(order_id, "customer-part-refused", who)
            self.desk_hears("staff-part-refused", who)
            self.families_hear("income-refused", Counter({option: pieces}))

    def brought_back(self, order: Ordered, thing: int, pieces: int, *, spoiled: bool) -> None:
        """Pieces go to the desk, or are lost where nobody can buy them any more."""
        lost = spoiled or self.is_made(thing)
        self.reckoning.lose(order, thing, pieces, "lost" if lost else "desk", paid=lost)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, thing=things, pieces=few, who=on_the_road)
    def all_of_it_is_refused(self, at: int, fits: bool, thing: int, pieces: int, who: str) -> None:
        """Of one thing so many pieces, where the order holds them, come back spoiled."""
        order_id, order = self.bring_out(at, fits, "refuse", who)
        option = self.thing_in(order, thing)
        line = self.line(order_id, option)
        bad = {} if line is None else {line.id: min(pieces, line.quantity)}
        done = self.attempt(refuse_order(self.by(who), order_id, bad, WIDE))
        if not self.agree(done, order.state in MAY["refuse"], "refuse", order):
            return
        order.state = "returned"
        self.families_hear("income-refused", order.pieces)
        self.customer_hears(order_id, "customer-returned", who)
        self.desk_hears("staff-order-refused", who)
        spoiled = Counter({option: min(pieces, order.pieces[option])})
        items, held = order.items, +order.pieces
        for one, count in (+spoiled).items():
            self.brought_back(order, one, count, spoiled=True)
        for one, count in (held - spoiled).items():
            self.brought_back(order, one, count, spoiled=False)
        order.items, order.pieces = items, held
        self.next_hears(order_id, who)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, way=ways, who=on_the_road)
    def it_is_not_delivered(self, at: int, fits: bool, way: str, who: str) -> None:
        order_id, order = self.bring_out(at, fits, "back", who)
        if way == "later":
            later = (TOMORROW.day, TOMORROW.window, WIDE)
            work = not_delivered(self.by(who), order_id, way, *later)
        else:
            work = send_back(self.by(who), order_id, way, WIDE)
        if self.agree(self.attempt(work), order.state in MAY["back"], "back", order):
            order.state = "packed"
            self.customer_hears(order_id, f"customer-failed-{way}", who)
            self.desk_hears("staff-order-not-delivered", who)
            self.families_hear("income-new-day", order.pieces, made=True)
            self.next_hears(order_id, who)
