"""Rules of the shop at random for what is bought: the shelf, the cart, the order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from msgspec.structs import replace

from models.kernel.money import NOTHING, Money, total
from models.kernel.refusals import MoreThanADay, OutOfStock, Refusal
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import cart_quantities, checkout_token, read_cart, set_quantity
from models.orders.delivery_plan import target_of
from models.orders.pricing import Part, amounts_of
from models.orders.queries import OrderLineView
from models.orders.wishes import add_line, set_wish
from models.products.stock import take_in
from tests.properties.machine import A_DAY_MAKES, WITH_WISHES, ShopMachine, few
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME, WIDE, order_cart, order_costing
from tests.support.pick_ups import AT_HALL
from tests.support.stocktaking import count_stock

EXTRAS: tuple[dict[str, Any], ...] = (
    {},
    {"surcharges": (Part("glass", Money(500)), Part("ice", Money(250)))},
    {"surcharges": (Part("ice", Money(50)),), "discount": Money(1000)},
)
WISHES = ("", "مريم", "خالد")
things = st.integers(0, 5)  # three with stock, three made to order, the last two one product


def pieces_of(lines: Collection[OrderLineView]) -> Counter[int]:
    """How many pieces of each option the lines hold."""
    pieces: Counter[int] = Counter()
    for line in lines:
        pieces[line.option_id] += line.quantity
    return pieces


class Ordering(ShopMachine):
    """What comes onto the shelf, goes into carts, and is ordered."""

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
