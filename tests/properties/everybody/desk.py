"""What customers and the desk do with orders: placed, prepared, struck, cancelled, and undone."""

from __future__ import annotations

from collections import Counter

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import AccountBlocked, AlreadyInspected, OutOfStock
from models.orders.cancellation import Goods, cancel_by_customer, cancel_by_staff
from models.orders.carts import checkout_token, empty_cart, read_cart, set_quantity
from models.orders.checkout import Checkout, begin_order, figures, finish_order
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.inspecting import inspect_returned, to_inspect
from models.orders.on_behalf import begin_for_caller, claim_orders
from models.orders.pricing import amounts_of
from models.orders.queries import OrderView
from models.orders.readdressing import Place, change_address
from models.orders.reinstating import undo_cancelling
from models.orders.returns import Disposition, ReturnedPieces
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.orders.trust import free_account, limit_account, release_order
from models.people.account_limits import AccountLimit
from models.people.callers import Buyer, CallerView, buyer_of
from models.products.stock import take_in
from tests.properties.everybody.base import (
    FROM_DOOR,
    NEXT,
    Base,
    any_order,
    at_desk,
    few,
    fitting,
    on_the_road,
    things,
)
from tests.properties.everybody.reckoning import MAY, Ordered
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME, TOMORROW, WIDE

CALLER = CallerView("+971509876543", "Huda")
SOON = replace(WIDE, lead_days=0)
TODAY = WindowSlot(MORNING.date(), "16:00-20:00")
FEE = WIDE.fee(HOME.emirate).fils
wishes = st.dictionaries(things, few, min_size=1, max_size=3)
fates = st.sampled_from(Disposition)
limits = st.sampled_from(("held", "blocked", "", "", ""))


class Desk(Base):
    """Orders from the cart to the packed parcel, and back."""

    async def order_for(
        self, session: AsyncSession, actor: str, wants: Counter[int], buyer: Buyer | None = None
    ) -> OrderView:
        """Fill the cart with that alone, and order it: for today, and what is made for tomorrow."""
        whose = self.by(actor) if buyer is None else acting(session, buyer.person_id)
        await empty_cart(session, whose.person_id)
        for thing, pieces in wants.items():
            await set_quantity(whose, thing, pieces, WIDE)
        cart = await read_cart(session, whose.person_id)
        plan = plan_of_terms(SOON)
        slot = TOMORROW if any(map(self.is_made, wants)) else TODAY
        amounts = amounts_of(cart.items, plan, target_of(HOME))
        token = await checkout_token(session, whose.person_id)
        checkout = Checkout(token, figures(cart, amounts), HOME, slot, buyer)
        begun = await begin_order(self.by(actor), checkout, plan, SOON)
        await finish_order(session, begun)
        return begun.order

    def place(self, actor: str, owner: int, wants: Counter[int], buyer: Buyer | None) -> None:
        """Order it, and tell whom it concerns."""
        limit = self.limits.get(self.names.get(owner, ""), "")
        placed = self.attempt(self.order_for(self.session, actor, wants, buyer))
        order = Ordered(owner, FEE, wants, on_hold=limit == "held")
        possible = self.reckoning.is_had(wants) and limit != "blocked"
        if not self.agree(placed, possible, "order", order):
            return
        self.reckoning.place(placed.id, order)
        self.desk_hears("staff-order-placed", actor)
        self.families_hear("income-sold", wants)
        if any(not self.members[family] for family in self.reckoning.families(wants)):
            self.hear("manager-not-joined", ("boss",))
        self.what_is_left_is_told(wants)
        self.customer_hears(placed.id, "customer-placed-for-them", actor)

    @initialize()
    def three_have_ordered(self) -> None:
        """So that there is something to do; one of them telephoned."""
        self.open_the_shop()
        self.somebody_orders("mona", {0: 2, 3: 1})
        self.somebody_orders("rose", {1: 1, 2: 2})
        self.somebody_telephones({0: 1, 1: 2}, "desk")

    @rule(at=st.integers(0, 2), pieces=few)
    def goods_come_in(self, at: int, pieces: int) -> None:
        self.run(take_in(self.by("shelf"), self.things[at], pieces))
        self.reckoning.take_in(self.things[at], pieces)

    @rule(name=st.sampled_from(("mona", "also", "rose")), wants=wishes)
    def somebody_orders(self, name: str, wants: dict[int, int]) -> None:
        self.place(name, self.ids[name], self.named(wants), None)

    @rule(wants=wishes, name=at_desk)
    def somebody_telephones(self, wants: dict[int, int], name: str) -> None:
        caller = self.run(begin_for_caller(self.by(name), CALLER, "ar"))
        buyer = self.run(buyer_of(self.session, caller))
        assert buyer is not None
        owner = self.ids["huda"] if hasattr(self, "claimed") else caller
        self.place(name, owner, self.named(wants), buyer)

    def named(self, wants: dict[int, int]) -> Counter[int]:
        """So many pieces by the ids of the things."""
        return Counter({self.things[at]: pieces for at, pieces in wants.items()})

    @rule()
    def who_telephoned_comes_to_her_chat(self) -> None:
        caller = self.run(begin_for_caller(self.by("desk"), CALLER, "ar"))
        self.run(claim_orders(self.by("huda"), CALLER.phone))
        self.claimed = True
        for order in self.orders.values():
            if order.owner == caller:
                order.owner = self.ids["huda"]

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, act=st.sampled_from(tuple(NEXT)), who=on_the_road)
    def it_goes_on(self, at: int, fits: bool, act: str, who: str) -> None:
        """As far as that where it may, step by step."""
        order_id, order = self.pick(at, fits, "readdress" if fits else act)
        steps = list(NEXT)[: list(NEXT).index(act)]
        for step in steps:
            if fits and order.state in MAY[step] and not order.on_hold:
                self.step(order_id, order, step, who)
        self.step(order_id, order, act, who)

    def step(self, order_id: int, order: Ordered, act: str, who: str) -> None:
        """One tap onward."""
        done = self.attempt(advance(self.by(who), order_id, OrderState(NEXT[act])))
        possible = order.state in MAY[act] and not (act == "accept" and order.on_hold)
        if not self.agree(done, possible, act, order):
            return
        order.state = NEXT[act]
        self.customer_hears(order_id, f"customer-{order.state}", who)
        if act == "pack":
            order.packed_by = self.ids[who]
            self.hear("staff-order-packed", ("kate", "karl"), who)
        if act == "out":
            order.out_with = self.ids[who]
            self.reckoning.is_news(order_id)  # by the move itself

    def bring_out(self, at: int, fits: bool, act: str, who: str) -> tuple[int, Ordered]:
        """An order with which that may be done; one is brought out for it where none is."""
        order_id, order = self.pick(at, fits, act)
        while fits and order.state in FROM_DOOR and not order.on_hold:
            self.step(order_id, order, FROM_DOOR[order.state], who)
        return order_id, order

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, thing=things, pieces=few, who=at_desk)
    def pieces_are_missing(self, at: int, fits: bool, thing: int, pieces: int, who: str) -> None:
        order_id, order = self.pick(at, fits, "strike")
        option = self.thing_in(order, thing)
        line = self.line(order_id, option)
        line_id = 0 if line is None else line.id
        done = self.attempt(strike_line(self.by(who), order_id, line_id, "gone", pieces))
        possible = order.state in MAY["strike"] and pieces <= order.pieces[option]
        possible = possible and order.pieces.total() > pieces
        if self.agree(done, possible, "strike", order):
            self.reckoning.lose(order, option, pieces, "lost", paid=False)
            self.customer_hears(order_id, "customer-struck", who)
            self.families_hear("income-struck", Counter({option: pieces}))
            if self.reckoning.where[option]["shelf"] > 0:
                self.hear("catalogue-count-asked", ("boss", "shelf"), who)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting)
    def its_customer_cancels(self, at: int, fits: bool) -> None:
        order_id, order = self.pick(at, fits, "cancel own")
        if order.owner in self.names:
            self.cancel_own(order_id, order)

    def cancel_own(self, order_id: int, order: Ordered) -> None:
        """Its customer cancels it."""
        who = self.names[order.owner]
        done = self.attempt(cancel_by_customer(self.by(who), order_id))
        if self.agree(done, order.state in MAY["cancel own"], "cancel own", order):
            self.families_hear("income-cancelled", order.pieces)
            self.reckoning.cancel(order, "shelf", by_customer=True)
            self.desk_hears("staff-order-cancelled", who)

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, fate=fates, who=at_desk)
    def the_desk_cancels(self, at: int, fits: bool, fate: Disposition, who: str) -> None:
        order_id, order = self.pick(at, fits, "cancel")
        self.cancel(order_id, order, fate, who)

    def cancel(self, order_id: int, order: Ordered, fate: Disposition, who: str) -> None:
        """The desk cancels it, and says what became of the goods."""
        goods = Goods(fate)
        done = self.attempt(cancel_by_staff(self.by(who), order_id, "rain", goods, WIDE))
        if not self.agree(done, order.state in MAY["cancel"], "cancel", order):
            return
        self.families_hear("income-cancelled", order.pieces)
        self.customer_hears(order_id, "customer-cancelled", who)
        self.hear("manager-order-cancelled", ("boss",), who)
        if order.state == "packed":
            self.hear("staff-order-unpack", self.packer(order), who)
            run_id = self.reckoning.leave_run(order_id)
            if run_id:
                self.hear("courier-run-without", (self.reckoning.runs[run_id].courier,), who)
        if order.state == "out":
            order.called_back = self.who_has_it(order_id, order)
            self.hear("staff-order-called-back", order.called_back, who)
        self.reckoning.cancel(order, fate.value, by_customer=False)
        self.next_hears(order_id, who)

    def packer(self, order: Ordered) -> set[str]:
        """Who packed it, if they are of the desk."""
        name = self.names.get(order.packed_by or 0, "")
        return {name} & {"boss", "desk", "also"}

    def who_has_it(self, order_id: int, order: Ordered) -> set[str]:
        """Couriers, and who of the desk took it out."""
        return {"kate", "karl", self.names.get(self.carrier(order_id, order), "")}

    def carrier(self, order_id: int, order: Ordered) -> int:
        """Who has an order that is out: whose run it is in, or who took it out alone."""
        run_id = self.reckoning.run_with(order_id)
        return self.reckoning.runs[run_id].courier if run_id else order.out_with or 0

    def next_hears(self, order_id: int, actor: str) -> None:
        """The order's stop has ended: whoever is next there hears that the courier comes."""
        run_id = self.reckoning.leave_run(order_id)
        if run_id:
            self.customer_hears(self.reckoning.next_in(run_id), "customer-coming", actor)

    @precondition(lambda self: self.orders)
    @rule(
        at=any_order,
        fits=fitting,
        steps=st.integers(0, 3),
        fate=fates,
        by_customer=st.booleans(),
        who=at_desk,
    )
    def the_cancelling_is_taken_back(
        self, at: int, fits: bool, steps: int, fate: Disposition, by_customer: bool, who: str
    ) -> None:
        """Mostly one is cancelled for it, some steps further than it was."""
        order_id, order = self.pick(at, fits, "cancel" if steps else "undo")
        for _ in range(steps):
            if fits and order.state in FROM_DOOR and not order.on_hold:
                self.step(order_id, order, FROM_DOOR[order.state], who)
        if fits and order.state in MAY["cancel own"] and order.owner in self.names and by_customer:
            self.cancel_own(order_id, order)
        elif fits and order.state in MAY["cancel"]:
            self.cancel(order_id, order, fate, who)
        self.everything_agrees()
        who = self.names.get(order.owner, who) if by_customer else who
        work = undo_cancelling(self.by(who), order_id, WIDE, by_customer=by_customer)
        done = self.attempt(work)
        possible = order.state in MAY["undo"] and by_customer == order.cancelled_by_customer
        limit = self.limits.get(who, "") if by_customer else ""
        if possible and limit == "blocked":
            assert isinstance(done, AccountBlocked), f"doorplate: undo came to {done!r}"
        elif possible and order.looked_at:
            assert isinstance(done, AlreadyInspected), f"doorplate: undo came to {done!r}"
        elif possible and not self.reckoning.has_all_again(order):
            assert isinstance(done, OutOfStock), f"doorplate: undo came to {done!r}"
        elif self.agree(done, possible, "undo", order):
            self.reckoning.undo(order)
            shelved = [back.thing for back in order.cancelled if back.place == "shelf"]
            self.what_is_left_is_told(shelved, sold=False)
            order.on_hold |= limit == "held" and order.was == "placed"
            self.it_goes_on_after_all(order_id, order, who, by_customer=by_customer)

    def it_goes_on_after_all(
        self, order_id: int, order: Ordered, who: str, *, by_customer: bool
    ) -> None:
        """Whoever had heard that it was cancelled hears that it is not."""
        self.customer_hears(order_id, "customer-reinstated", who)
        self.families_hear("income-reinstated", order.pieces)
        told = {"boss"}
        if by_customer:
            told = {"boss", "desk", "also"}
        elif order.was == "packed":
            told |= self.packer(order)
        elif order.was == "out":
            told |= order.called_back
        self.hear("staff-order-reinstated", told, who)

    @rule(at=any_order, good=st.integers(0, 2), who=at_desk, again=st.booleans())
    def what_came_back_is_looked_at(self, at: int, good: int, who: str, again: bool) -> None:
        waiting = self.run(to_inspect(self.session, 0, 99)).items
        if not waiting:
            return
        entry = waiting[at % len(waiting)]
        good = min(good, entry.quantity)
        found = {Disposition.shelf: good, Disposition.unsellable: entry.quantity - good}
        for repeated in (False, True)[: 1 + again]:
            done = self.attempt(inspect_returned(self.by(who), entry.id, found, WIDE))
            assert isinstance(done, AlreadyInspected) == repeated, "doorplate: looked at twice"
        row = self.run(self.session.get_one(ReturnedPieces, entry.id))
        (line,) = [one for one in self.read(entry.order_id).lines if one.id == row.line_id]
        self.reckoning.carry(line.option_id, good, "desk", "shelf")
        self.reckoning.carry(line.option_id, entry.quantity - good, "desk", "lost")
        self.reckoning.bear(line.option_id, entry.quantity - good)
        order = self.orders[entry.order_id]
        order.looked_at |= order.state == "cancelled" and not line.struck
        self.families_hear("income-inspected", Counter({line.option_id: 1}))

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting, by_customer=st.booleans(), who=at_desk)
    def it_goes_to_another_address(self, at: int, fits: bool, by_customer: bool, who: str) -> None:
        order_id, order = self.pick(at, fits, "readdress")
        who = self.names.get(order.owner, who) if by_customer else who
        done = self.attempt(change_address(self.by(who), order_id, Place("Villa 3")))
        if self.agree(done, order.state in MAY["readdress"], "readdress", order):
            self.customer_hears(order_id, "customer-readdressed", who)
            if self.ids[who] == order.owner:
                self.desk_hears("staff-order-readdressed", who)
            run_id = self.reckoning.run_with(order_id)
            if run_id:
                courier = self.reckoning.runs[run_id].courier
                self.hear("courier-stop-changed", (courier,), who)

    @rule(name=st.sampled_from(("mona", "huda", "also")), to=limits)
    def an_account_is_limited(self, name: str, to: str) -> None:
        person, was = self.ids[name], self.limits.get(name, "")
        boss = self.by("boss")
        self.run(
            limit_account(boss, person, AccountLimit(to)) if to else free_account(boss, person)
        )
        self.limits[name] = to
        if to != was:
            self.hear(f"account-told-{to or 'freed'}", (name,))
        if was and not to:
            for order in self.orders.values():
                if order.on_hold and order.owner == person and order.state in MAY["cancel"]:
                    order.on_hold = False
                    self.desk_hears("staff-order-released", "boss")

    @precondition(lambda self: self.orders)
    @rule(at=any_order, fits=fitting)
    def a_manager_says_yes(self, at: int, fits: bool) -> None:
        order_id, order = self.pick(at, fits, "cancel")
        done = self.attempt(release_order(self.by("boss"), order_id))
        held, possible = order.on_hold, order.state in MAY["cancel"]
        if self.agree(done, possible, "release", order) and held:
            order.on_hold = False
            self.desk_hears("staff-order-released", "boss")
