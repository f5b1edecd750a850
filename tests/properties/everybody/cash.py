"""What is done with cash: taken at the door, corrected, settled, handed over, handed back."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from models.accounting.cash_handovers import (
    Amounts,
    Handover,
    confirm,
    propose,
    waiting_handovers,
    withdraw,
)
from models.accounting.differences import BY_HAND, How, open_differences, settle
from models.kernel.money import Money
from models.kernel.refusals import Refusal
from models.orders.after_delivery import BroughtBack, return_delivered, returns_so_far
from models.orders.cash import correct_cash
from models.orders.handover import confirm_delivery, confirm_without_code
from models.orders.owed_back import hand_back, owed_back
from models.orders.queries import delivery_code
from models.orders.returns import Disposition
from tests.properties.everybody.base import any_order, at_desk, few, fitting, on_the_road, things
from tests.properties.everybody.reckoning import MAY, Difference, Ordered
from tests.properties.everybody.road import Road, courier
from tests.support.orders import WIDE

pays = st.sampled_from((None, None, None, 0, 500, -400))
payers = st.sampled_from(("", "kate", "desk"))
PLACES = {Disposition.shelf: "shelf", Disposition.inspect: "desk", Disposition.unsellable: "lost"}
kept = st.sampled_from((Disposition.shelf, Disposition.inspect, Disposition.unsellable))


class Cash(Road):
    """Deliveries, purses and returns."""

    def cash_for(self, order: Ordered, beside: int | None) -> int:
        """What coins pay of the order (None), its exact sum (0), or so much more or less."""
        total = self.reckoning.total(order)
        return self.reckoning.cash_due(order, -1) if beside is None else max(total + beside, 0)

    def is_delivered(self, order_id: int, taken: int, holder: str, actor: str) -> None:
        """The customer, her families and, where it differs, the finance hear of it."""
        order = self.orders[order_id]
        due = self.reckoning.cash_due(order, taken)
        other = "unpaid" if not taken else "other"
        kind = "delivered" if due == taken else f"delivered-{other}"
        self.customer_hears(order_id, f"customer-{kind}", actor)
        self.families_hear("income-delivered", order.pieces)
        if due != taken:
            self.hear("finance-cash-differs", ("boss",), actor)
        self.reckoning.deliver(order_id, taken, self.ids[holder])
        self.next_hears(order_id, actor)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, beside=pays, who=on_the_road, reason=st.booleans())
    def it_is_delivered(
        self, at: int, fits: bool, beside: int | None, who: str, reason: bool
    ) -> None:
        order_id, order = self.bring_out(at, fits, "deliver", who)
        self.deliver(order_id, order, beside, who, reason=reason)

    def deliver(
        self, order_id: int, order: Ordered, beside: int | None, who: str, *, reason: bool
    ) -> None:
        """By its code, for that cash, which is explained or not."""
        code = self.run(delivery_code(self.session, order.owner, order_id))
        taken = self.cash_for(order, beside)
        why = "no change" if reason else ""
        done = self.attempt(confirm_delivery(self.by(who), order_id, code, Money(taken), why, WIDE))
        explained = reason or taken == self.reckoning.cash_due(order, taken)
        possible = order.state in MAY["deliver"] and explained
        if self.agree(done, possible, "deliver", order):
            assert done is None, f"doorplate: the right code came to {done!r}"
            self.is_delivered(order_id, taken, who, who)

    def delivered(self, at: int, fits: bool, act: str, beside: int | None) -> tuple[int, Ordered]:
        """An order with which that may be done; one is delivered for it where none is."""
        order_id, order = self.pick(at, fits, act)
        if fits and order.state not in MAY[act]:
            order_id, order = self.bring_out(at, fits, "deliver", "kate")
            self.deliver(order_id, order, beside, "kate", reason=True)
            self.everything_agrees()
        return order_id, order

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, beside=pays, holder=courier, boss=st.booleans())
    def a_manager_delivers_it(
        self, at: int, fits: bool, beside: int | None, holder: str, boss: bool
    ) -> None:
        """Without its code; a courier has the cash, or she herself."""
        order_id, order = self.bring_out(at, fits, "deliver", "karl")
        taken, holder = self.cash_for(order, beside), "boss" if boss else holder
        cash = (Money(taken), "lost her code", "photo", WIDE, self.ids[holder])
        done = self.attempt(confirm_without_code(self.by("boss"), order_id, *cash))
        if self.agree(done, order.state in MAY["deliver"], "deliver without code", order):
            at_door = self.carrier(order_id, order)
            self.hear("courier-closed-without-code", (at_door, self.ids[holder]), "boss")
            self.is_delivered(order_id, taken, holder, "boss")

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, taken=st.sampled_from((0, 5025, 9999)))
    def its_cash_is_corrected(self, at: int, fits: bool, taken: int) -> None:
        order_id, order = self.delivered(at, fits, "correct", None)
        done = self.attempt(correct_cash(self.by("boss"), order_id, Money(taken), "slip", WIDE))
        possible = order.state in MAY["correct"] and order.taken != taken
        if self.agree(done, possible, "correct", order):
            self.reckoning.correct(order_id, taken)
            self.customer_hears(order_id, "customer-cash-corrected", "boss")
            self.hear("cash-was-corrected", (order.courier or 0,), "boss")

    @rule(at=any_order, how=st.sampled_from(BY_HAND))
    def a_difference_is_settled(self, at: int, how: How) -> None:
        listed = self.run(open_differences(self.session, 0, 99)).items
        known = [one for one in self.reckoning.differences if not one.how]
        found = [(one.person_id, one.missing.fils, one.order_id or 0) for one in listed]
        assert sorted(map(repr, found)) == sorted(
            repr((one.person, one.missing, one.order)) for one in known
        ), "the list of differences"
        if not listed:
            return
        chosen = listed[at % len(listed)]
        key = (chosen.person_id, chosen.missing.fils, chosen.order_id or 0)
        mine = next(one for one in known if (one.person, one.missing, one.order) == key)
        assert self.attempt(settle(self.by("boss"), chosen.id, how)) is None
        assert isinstance(self.attempt(settle(self.by("boss"), chosen.id, how)), Refusal)
        mine.how = how.value
        if how is How.charged and mine.person is not None:
            self.reckoning.purses[mine.person] += mine.missing
            self.hear("cash-settled-charged", (mine.person,), "boss")

    @rule(name=courier, counted=st.sampled_from((None, 0, 2500)), by=st.sampled_from(("", "desk")))
    def cash_is_named(self, name: str, counted: int | None, by: str) -> None:
        """By who carries it, or by the desk; None: all that is expected."""
        person = self.ids[name]
        expected = max(self.reckoning.purses[person], 0)
        amounts = Amounts(Money(expected), Money(expected if counted is None else counted), "so")
        waits = self.run(waiting_handovers(self.session, person))
        done = self.attempt(propose(self.by(by or name), person, amounts))
        assert isinstance(done, Refusal) == bool(waits), "doorplate: a second amount waits"
        if not waits:
            asked = ("boss", "desk", "also") if not by else (name,)
            self.hear(f"handover-named-by-{by or 'courier'}", asked, by or name)

    @rule(name=courier, agrees=st.booleans(), by=at_desk)
    def the_other_side_answers(self, name: str, agrees: bool, by: str) -> None:
        for waits in self.run(waiting_handovers(self.session, self.ids[name])):
            who = name if waits.waits_for_holder else by
            answer = confirm if agrees else withdraw
            if agrees:
                own = name if who == by else "boss"
                wrong = self.attempt(confirm(self.by(own), waits.id))
                assert isinstance(wrong, Refusal), "doorplate: her own amount is agreed to"
            assert self.attempt(answer(self.by(who), waits.id)) is None
            assert isinstance(self.attempt(answer(self.by(who), waits.id)), Refusal)
            if agrees:
                self.is_handed_over(name, waits, who)

    def is_handed_over(self, name: str, waits: Handover, who: str) -> None:
        """Cash goes from the purse to the till."""
        missing = waits.expected.fils - waits.counted.fils
        self.reckoning.purses[self.ids[name]] -= waits.expected.fils
        self.reckoning.till += waits.counted.fils
        sides = {name, self.names[waits.proposed_by]}
        self.hear("cash-was-handed-over", sides | ({"boss"} if missing else set()), who)
        if missing:
            self.reckoning.differences.append(Difference(self.ids[name], missing))

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, thing=things, pieces=few, fate=kept, fee=st.booleans(),
          payer=payers)  # fmt: skip
    def goods_are_returned(
        self, at: int, fits: bool, thing: int, pieces: int, fate: Disposition, fee: bool, payer: str
    ) -> None:
        """The desk takes them back; the money comes out of a purse, or of the till."""
        order_id, order = self.delivered(at, fits, "return", 500)
        option = self.thing_in(order, thing)
        line = self.line(order_id, option)
        pieces = min(pieces, order.pieces[option]) or pieces
        whole = order.pieces.total() == pieces
        fate = Disposition.unsellable if self.is_made(option) else fate
        brought = [BroughtBack(0 if line is None else line.id, pieces, fate)]
        options: dict[str, Any] = {"with_fee": fee and whole, "paid_by": self.ids.get(payer)}
        nth = self.run(returns_so_far(self.session, order_id)) + 1
        assert nth == order.returns + 1, "amount: how often goods came back"
        work = return_delivered(self.by("desk"), order_id, brought, nth=nth, terms=WIDE, **options)
        done = self.attempt(work)
        possible = order.state in MAY["return"] and pieces <= order.pieces[option]
        if self.agree(done, possible, "return", order):
            self.reckoning.carry(option, pieces, "customers", PLACES[fate])
            if PLACES[fate] == "lost":
                self.reckoning.bear(option, pieces)
            back = self.reckoning.bring_back(order, option, pieces, order.fee * (fee and whole))
            self.less_is_missing(order_id, done.unpaid.fils)
            if payer:
                self.reckoning.purses[self.ids[payer]] -= back
            else:
                self.reckoning.till -= back
            self.hear("cash-was-handed-back", (payer,), "desk")
            self.customer_hears(order_id, "customer-goods-returned", "desk")
            self.families_hear("income-returned", Counter({option: pieces}))

    def less_is_missing(self, order_id: int, fils: int) -> None:
        """No more is forgiven than is missing; whoever was charged hears of it."""
        missing = sum(one.missing for one in self.reckoning.standing(order_id))
        assert fils <= max(missing, 0), f"amount: {fils} of {missing} are forgiven"
        charged = self.reckoning.forgive(order_id, fils)
        self.hear("cash-charge-lessened", (charged or 0,), "desk")

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, payer=payers)
    def money_is_handed_back(self, at: int, fits: bool, payer: str) -> None:
        """What is owed for what came back before; the same money never twice."""
        order_id, order = self.pick(at, fits, "return")
        owed = self.reckoning.owed_back(order_id)
        assert self.run(owed_back(self.session, order_id)).fils == owed, "amount owed back"
        by, nth, paid_by = self.by("desk"), order.returns + 1, self.ids.get(payer)
        work = hand_back(by, order_id, Money(owed), nth=nth, paid_by=paid_by)
        done = self.attempt(work)
        if self.agree(done, order.state in MAY["return"] and owed > 0, "hand back", order):
            order.returns, order.refunded = order.returns + 1, order.refunded + owed
            self.less_is_missing(order_id, -owed)
            if payer:
                self.reckoning.purses[self.ids[payer]] -= owed
            else:
                self.reckoning.till -= owed
            self.hear("cash-was-handed-back", (payer,), "desk")
            self.customer_hears(order_id, "customer-money-handed-back", "desk")
