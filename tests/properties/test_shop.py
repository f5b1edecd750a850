"""The shop at random: after each step the books agree, and agree with a plain reckoning."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Coroutine
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
)
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting import cash_handovers
from models.accounting.cash_handovers import Amounts, propose, waiting_handovers, withdraw
from models.accounting.differences import BY_HAND, How, open_differences, settle
from models.accounting.ledger import due_to
from models.accounting.purses import purse_of
from models.kernel.calendar import dubai_day
from models.kernel.database import Database
from models.kernel.facts import OrderCancelled
from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import (
    AlreadyInspected,
    MakingFull,
    MoreThanADay,
    NotAllowed,
    OutOfStock,
    Refusal,
    TooLateToUndo,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.after_delivery import BroughtBack, return_delivered, returns_so_far
from models.orders.cancellation import Goods, cancel_by_customer, cancel_by_staff
from models.orders.carts import cart_quantities, checkout_token, read_cart, set_quantity
from models.orders.cash import correct_cash, due_in_cash
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.delivery_slots import free_windows
from models.orders.fulfilment import advance, not_delivered
from models.orders.handover import confirm_delivery
from models.orders.inspecting import inspect_returned
from models.orders.pricing import Part, amounts_of
from models.orders.queries import OrderLineView, OrderView, delivery_code, order_for_staff
from models.orders.reinstating import last_cancelling, undo_cancelling
from models.orders.rescheduling import reschedule, windows_for
from models.orders.returns import Disposition, ReturnedPieces, came_back
from models.orders.run_planning import Share
from models.orders.run_queries import run_of, run_with, runs_of
from models.orders.runs import make_runs, pass_run, take_run
from models.orders.shortages import strike_line
from models.orders.states import CUSTOMER_CANCELS, MOVABLE, OPEN, STRIKABLE, VOID, OrderState
from models.orders.stocktaking import count_stock
from models.orders.tables import CODE_TRIES
from models.orders.wishes import add_line, set_wish
from models.products.publishing import set_wishes
from models.products.stock import take_in
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.family_sales import Sold, family_totals
from tests.properties.at_the_door import AtTheDoor, any_order, few, fitting, is_handed_over
from tests.properties.changing import Changing
from tests.properties.games import play
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME, WIDE, order_cart, order_costing
from tests.support.pick_ups import AFTERNOON, AT_HALL, offer
from tests.support.runs import a_courier
from tests.support.shelves import a_family, a_person, an_option

T = TypeVar("T")
SOON = replace(WIDE, lead_days=0)
"""An order goes out on its own day, where the customer chooses no other."""
PRICES = (Money(1), Money.dirhams(25, 50), Money.dirhams(380))
EXTRAS: tuple[dict[str, Any], ...] = (
    {},
    {"surcharges": (Part("glass", Money(500)), Part("ice", Money(250)))},
    {"surcharges": (Part("ice", Money(50)),), "discount": Money(1000)},
)
A_DAY_MAKES = 5
WISHES = ("", "مريم", "خالد")
WITH_WISHES = (0, 3, 4, 5)  # the last two are one product
things = st.integers(0, 5)  # three with stock, three made to order, the last two one product
some_pieces = st.none() | st.integers(0, 4)


def pieces_of(lines: Collection[OrderLineView]) -> Counter[int]:
    """How many pieces of each option the lines hold."""
    pieces: Counter[int] = Counter()
    for line in lines:
        pieces[line.option_id] += line.quantity
    return pieces


class Shop(AtTheDoor, Changing):
    """A shop with six things of two families and three customers, in one transaction."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.database = Database(url)
        self.session = AsyncSession(self.database.writing, expire_on_commit=False)
        self.on_hand: Counter[int] = Counter()
        self.due: Counter[int] = Counter()
        self.purses: Counter[int] = Counter()
        self.taken_by: dict[int, int] = {}
        self.charged: dict[int, int] = {}
        self.orders: list[int] = []

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it on the shop's own loop."""
        return self.loop.run(work)

    def attempt(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do it in a savepoint, as a turn does; out comes the refusal when it is refused."""

        async def in_savepoint() -> Any:
            try:
                async with self.session.begin_nested():
                    return await work
            except Refusal as refusal:
                return refusal

        return self.run(in_savepoint())

    def read(self, order_id: int) -> OrderView:
        """The order as it stands."""
        return self.run(order_for_staff(self.session, order_id))

    def pick(self, at: int, fits: bool, states: Collection[str]) -> OrderView:
        """One of the orders; where it shall fit, one in those states if there is any."""
        seen = [self.read(order_id) for order_id in self.orders]
        fit = [order for order in seen if order.state in states] if fits else []
        return (fit or seen)[at % len(fit or seen)]

    @initialize()
    def open_the_shop(self) -> None:
        """Put everything in its place."""
        self.run(self.prepare())

    async def prepare(self) -> None:
        """The families, the things and the people."""
        session = self.session
        families = [await a_family(session), await a_family(session)]
        self.things = [
            await an_option(session, stock=5, price=price, family_id=families[at % 2])
            for at, price in enumerate(PRICES)
        ]
        self.things += [
            await an_option(session, made_to_order=True, daily_most=most, family_id=families[0])
            for most in (0, A_DAY_MAKES)
        ]
        product = (await session.get_one(Option, self.things[4])).product_id
        self.things.append(await an_option(session, product_id=product))
        for thing in WITH_WISHES:
            option = await session.get_one(Option, self.things[thing])
            await set_wishes(acting(session), option.product_id, 20)
        self.people = [await a_person(session) for _ in range(3)]
        self.desk = await a_person(session)
        self.families = families
        self.couriers = [await a_courier(session) for _ in range(2)]
        self.on_hand.update(dict.fromkeys(self.things[:3], 5))
        self.plan = await offer(session, [replace(AFTERNOON, places=9999)], SOON)

    @rule(thing=st.integers(0, 2), quantity=st.integers(1, 4))
    def goods_come_in(self, thing: int, quantity: int) -> None:
        option = self.things[thing]
        self.run(take_in(acting(self.session), option, quantity))
        self.on_hand[option] += quantity

    @rule(thing=st.integers(0, 2), counted=few)
    def the_shelf_is_counted(self, thing: int, counted: int) -> None:
        option = self.things[thing]
        held = sum(
            line.quantity
            for order in map(self.read, self.orders)
            if order.state in ("placed", "accepted")
            for line in order.live_lines
            if line.option_id == option
        )
        change = self.run(count_stock(acting(self.session), option, counted))
        assert change == max(counted - held, 0) - self.on_hand[option]
        self.on_hand[option] += change

    @rule(person=st.integers(0, 2), thing=things, quantity=few)
    def the_cart_is_filled(self, person: int, thing: int, quantity: int) -> None:
        whose, option = self.people[person], self.things[thing]
        held = self.run(cart_quantities(self.session, whose)).get(option, 0)
        done = self.attempt(
            set_quantity(acting(self.session, whose), option, quantity, DEFAULT_TERMS)
        )
        if thing < 3 and quantity > max(held, self.on_hand[option]):
            assert isinstance(done, OutOfStock)
        elif quantity > held and quantity > self.room_of_a_day(whose, option):
            assert isinstance(done, MoreThanADay)
        else:
            assert done == quantity

    @rule(person=st.integers(0, 2), thing=things, wish=st.sampled_from(WISHES), apart=st.booleans())
    def a_wish_is_written(self, person: int, thing: int, wish: str, apart: bool) -> None:
        """For what the cart holds, or for one more of it in a line of its own."""
        whose, option = self.people[person], self.things[thing]
        doing, line = acting(self.session, whose), 0
        held = self.run(cart_quantities(self.session, whose)).get(option, 0)
        if apart:
            line = self.attempt(add_line(doing, option, DEFAULT_TERMS))
            short = thing < 3 and held >= self.on_hand[option]
            full = held >= self.room_of_a_day(whose, option)
            assert isinstance(line, Refusal) == (short or full)
            if isinstance(line, Refusal):
                return
        done = self.attempt(set_wish(doing, option, line, wish))
        cart = self.run(read_cart(self.session, whose))
        lines = {i.line: i.wish for i in cart.items if i.option_id == option}
        if thing not in WITH_WISHES or line not in lines:
            assert isinstance(done, Refusal)
        else:
            assert lines[line] == wish

    def room_of_a_day(self, whose: int, option: int) -> int:
        """How many of the option a day makes beside what else of its product the cart holds."""
        pair = self.things[4:]
        if option not in pair:
            return 99
        held = self.run(cart_quantities(self.session, whose))
        return A_DAY_MAKES - sum(held.get(other, 0) for other in pair if other != option)

    @rule(
        person=st.integers(0, 2),
        wants=st.dictionaries(things, st.integers(1, 2), min_size=1, max_size=3),
        twice=st.booleans(),
        extras=st.sampled_from(EXTRAS),
        fetched=st.booleans(),
    )
    def something_is_ordered(
        self,
        person: int,
        wants: dict[int, int],
        twice: bool,
        extras: dict[str, Any],
        fetched: bool,
    ) -> None:
        """It is delivered, or fetched at the hall, where it costs no fee."""
        whose = self.people[person]
        to = AT_HALL if fetched and not extras else HOME
        for thing, quantity in wants.items():
            self.the_cart_is_filled(person, thing, quantity)
        held = self.run(cart_quantities(self.session, whose))
        token = self.run(checkout_token(self.session, whose))
        cart = self.run(read_cart(self.session, whose))
        amounts = replace(amounts_of(cart.items, self.plan, target_of(to)), **extras)
        work = order_cart(self.session, whose, MORNING, terms=WIDE, to=to)
        if extras and held:
            work.close()
            work = order_costing(self.session, whose, amounts, MORNING, WIDE)
        placed = self.attempt(work)
        if isinstance(placed, Refusal):
            assert self.run(cart_quantities(self.session, whose)) == held
            return
        ordered = Counter((i.option_id, i.wish, i.quantity) for i in placed.lines)
        assert ordered == Counter((i.option_id, i.wish, i.quantity) for i in cart.items)
        assert pieces_of(placed.lines) == held
        assert placed.amounts == amounts
        assert (placed.amounts.fee == NOTHING) == (to is AT_HALL)
        items = total(line.amount for line in placed.lines)
        assert placed.total == items + total(placed.amounts.beside_items.values())
        assert self.read(placed.id) == placed
        assert self.run(cart_quantities(self.session, whose)) == {}
        self.on_hand.subtract({o: q for o, q in held.items() if o in self.things[:3]})
        self.orders.append(placed.id)
        if twice:
            again = order_cart(self.session, whose, MORNING, terms=WIDE, token=token, to=to)
            assert self.attempt(again) == placed

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

    @precondition(lambda self: self.orders)
    @rule(at=any_order, steps=st.integers(1, 3))
    def it_goes_on(self, at: int, steps: int) -> None:
        self.carry_on(self.pick(at, True, OPEN), steps)

    def carry_on(self, seen: OrderView, steps: int = 3) -> OrderView:
        """Take the order so many steps further, as far as it goes without the customer."""
        way = {
            "placed": OrderState.accepted,
            "accepted": OrderState.packed,
            "packed": OrderState.out,
        }
        for _ in range(steps):
            to = way.get(self.read(seen.id).state)
            if to is not None:
                done = self.attempt(advance(acting(self.session), seen.id, to))
                taken_out = seen.at_hall and to is OrderState.out
                assert isinstance(done, WrongState) if taken_out else done is None
        return self.read(seen.id)

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

    @invariant()
    def the_books_agree(self) -> None:
        """With each other, and with the plain reckoning of this test."""
        if not hasattr(self, "things"):
            return
        assert self.run(discrepancies(self.session)) == []
        for option in self.things:
            left = self.run(self.session.scalar(select(Option.on_hand).where(Option.id == option)))
            assert left == self.on_hand[option]
        for family in self.families:
            assert self.run(due_to(self.session, family)) == Money(self.due[family])
            self.her_figures_agree(family)
        for courier in self.couriers:
            assert self.run(purse_of(self.session, courier)) == Money(self.purses[courier])

    @invariant()
    def whoever_is_next_knows(self) -> None:
        """The first order of each of today's runs that is out was told that the courier comes."""
        for courier in getattr(self, "couriers", ()):
            for brief in self.run(runs_of(self.session, courier)):
                stops = self.run(run_of(self.session, brief.id)).stops
                first = [stop for stop in stops if stop.state == "out"][:1]
                if brief.day == dubai_day(MORNING):
                    assert all(stop.told for stop in first)

    def her_figures_agree(self, family: int) -> None:
        """With what of hers is in the orders."""
        seen = [order for order in map(self.read, self.orders) if order.state not in VOID]
        hers = [(o, line) for o in seen for line in o.live_lines if line.family_id == family]
        totals = self.run(family_totals(self.session, family, MORNING))
        pieces = sum(line.quantity for _, line in hers)
        assert totals.in_all == Sold(pieces, total(line.amount for _, line in hers))
        on_its_way = [line.amount for order, line in hers if order.state in OPEN]
        assert totals.on_its_way == total(on_its_way)
        assert totals.today == totals.in_all

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.run(self.session.rollback())
        self.run(self.session.close())
        self.run(self.database.close())
        self.loop.close()


@pytest.mark.slow
def test_whatever_happens_on_sqlite_the_books_agree(sqlite_url: str) -> None:
    play(Shop, sqlite_url, 20)


@pytest.mark.slow
def test_whatever_happens_on_postgres_the_books_agree(postgres_url: str) -> None:
    play(Shop, postgres_url, 5)
