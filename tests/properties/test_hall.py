"""The hall at random: after each act the books agree, and agree with a plain reckoning."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from models.accounting.ledger import due_to
from models.hall.note_tables import NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.hall.refunds import ComesBack
from models.hall.refusals import NotInTill, ReturnedAlready, TooLateToVoid
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sales import Item, NewSale, sell
from models.hall.tills import cash_in, move_cash
from models.kernel.money import Money
from models.kernel.refusals import OutOfStock, Refusal
from models.orders.cancellation import cancel_by_customer
from models.products.stock import Take
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.properties.games import play
from tests.properties.hall_machine import TERMS, HallMachine, some, which
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import an_order

MOVING = st.sampled_from((NoteKind.take_in, NoteKind.give_back, NoteKind.write_off))


class Hall(HallMachine):
    """All that may happen in a hall."""

    @rule(kind=MOVING, thing=some, pieces=st.integers(1, 4), twice=st.booleans())
    def goods_move_by_a_note(self, kind: NoteKind, thing: int, pieces: int, twice: bool) -> None:
        """Taken in, given back or written off; booked again with its token, nothing happens."""
        option = self.things[thing % len(self.things)]
        change = pieces if kind is NoteKind.take_in else -pieces
        new = NewNote(
            kind, self.family_of[option], self.token(), (Take(option, pieces),), reason="broken"
        )
        for _ in range(1 + twice):
            done = self.attempt(book_note(acting(self.session), new))
        assert isinstance(done, OutOfStock) == (self.on_hand[option] + change < 0)
        if not isinstance(done, Refusal):
            self.on_hand[option] += change

    @rule(thing=some, found=some, sold=st.booleans())
    def a_thing_is_counted(self, thing: int, found: int, sold: bool) -> None:
        """A sale that is made between counting and booking is not undone by the count."""
        option = self.things[thing % len(self.things)]
        counted = Counted(option, found, self.on_hand[option])
        if sold:
            self.somebody_buys(0, thing, 1, discount=False)
        change = counted.found - counted.expected
        note = NewNote(NoteKind.counted, self.family_of[option], self.token(), counted=(counted,))
        done = self.attempt(book_note(acting(self.session), note))
        assert isinstance(done, OutOfStock) == (self.on_hand[option] + change < 0)
        if not isinstance(done, Refusal):
            self.on_hand[option] += change

    @rule(seller=some, thing=some, pieces=st.integers(1, 4), discount=st.booleans())
    def somebody_buys(self, seller: int, thing: int, pieces: int, discount: bool) -> None:
        """One thing or two, at the price on the shelf or with something let off."""
        by = self.sellers[seller % 2]
        first, second = self.things[thing % 3], self.things[(thing + 1) % 3]
        let_off = Money(1) if discount else Money(0)
        items = (Item(first, pieces, let_off), Item(second, 1))[: 1 + thing % 2]
        shown = sum(self.price[item.option_id].fils * item.quantity for item in items)
        new = NewSale(self.token(), items, Money(shown) - let_off, reason="a friend")
        act = acting(self.session, by.person_id)
        done = self.attempt(sell(act, new, TERMS))
        short = any(item.quantity > self.on_hand[item.option_id] for item in items)
        assert isinstance(done, OutOfStock) == short
        if isinstance(done, Refusal):
            return
        assert self.attempt(sell(act, new, TERMS)) == done
        self.sales[done] = self.lines_of(done)
        self.cash[by.till_id] += TERMS.in_cash(new.shown).fils
        for item in items:
            self.on_hand[item.option_id] -= item.quantity
            family = self.family_of[item.option_id]
            self.due[family] += self.price[item.option_id].fils * item.quantity

    @rule(sale=which, seller=some)
    def a_sale_is_taken_back(self, sale: int, seller: int) -> None:
        """Whole, by who made it, where nothing of it came back yet."""
        if not self.sales:
            return
        sale_id = sorted(self.sales)[sale % len(self.sales)]
        lines, by = self.sales[sale_id], self.sellers[seller % 2]
        held = self.run(cash_in(self.session, by.till_id))
        act = acting(self.session, by.person_id)
        done = self.attempt(void_sale(act, sale_id, "a slip", self.token(), TERMS))
        if isinstance(done, Refusal):
            assert isinstance(done, TooLateToVoid | NotInTill)
            return
        assert all(line.left == line.quantity for line in lines)
        now = self.run(cash_in(self.session, by.till_id))
        self.cash[by.till_id] -= (held - now).fils
        for line in lines:
            self.comes_back(line.option_id, line.quantity, to_shelf=True)
        self.sales[sale_id] = [line._replace(left=0) for line in lines]

    @rule(sale=which, pieces=st.integers(1, 3), to_shelf=st.booleans(), seller=some)
    def pieces_come_back(self, sale: int, pieces: int, to_shelf: bool, seller: int) -> None:
        """Of a sale's first line, to any till."""
        if not self.sales:
            return
        sale_id = sorted(self.sales)[sale % len(self.sales)]
        first, *others = self.sales[sale_id]
        by = self.sellers[seller % 2]
        held = self.run(cash_in(self.session, by.till_id))
        new = NewReturn(self.token(), sale_id, (ComesBack(first.id, pieces, to_shelf),), "torn")
        done = self.attempt(take_back(acting(self.session, by.person_id), new, TERMS))
        assert isinstance(done, ReturnedAlready) == (pieces > first.left)
        if isinstance(done, Refusal):
            assert isinstance(done, ReturnedAlready | NotInTill)
            return
        now = self.run(cash_in(self.session, by.till_id))
        self.cash[by.till_id] -= (held - now).fils
        self.comes_back(first.option_id, pieces, to_shelf=to_shelf)
        self.sales[sale_id] = [first._replace(left=first.left - pieces), *others]

    def comes_back(self, option: int, pieces: int, *, to_shelf: bool) -> None:
        """The reckoning of pieces that come back; what is lost the centre pays for."""
        if to_shelf:
            self.on_hand[option] += pieces
            self.due[self.family_of[option]] -= self.price[option].fils * pieces

    @rule(seller=some, amount=st.integers(-300, 300).filter(bool))
    def cash_is_moved(self, seller: int, amount: int) -> None:
        """Put in or taken out, and never more than there is."""
        by = self.sellers[seller % 2]
        fils = amount * 100
        if self.cash[by.till_id] + fils < 0:
            return
        self.attempt(move_cash(acting(self.session, by.person_id), Money(fils), "change"))
        self.cash[by.till_id] += fils

    @rule(thing=some, pieces=st.integers(1, 3))
    def somebody_orders_at_home(self, thing: int, pieces: int) -> None:
        """The same shelf serves the chat."""
        option = self.things[thing % 3]
        order = self.attempt(
            an_order(self.session, self.customer, {option: pieces}, MORNING, TERMS)
        )
        assert isinstance(order, Refusal) == (pieces > self.on_hand[option])
        if not isinstance(order, Refusal):
            self.orders.append(order.id)
            self.on_hand[option] -= pieces

    @rule()
    def the_last_order_is_cancelled(self) -> None:
        """What it held lies on the shelf again."""
        if not self.orders:
            return
        order_id = self.orders.pop()
        before = {thing: self.shelf(thing) for thing in self.things}
        self.attempt(cancel_by_customer(acting(self.session, self.customer), order_id))
        for thing, was in before.items():
            self.on_hand[thing] += self.shelf(thing) - was
            assert self.shelf(thing) >= was

    def shelf(self, option: int) -> int:
        """What lies on the shelf by the books."""
        kept = select(Option.on_hand).where(Option.id == option)
        return self.run(self.session.scalar(kept)) or 0

    @invariant()
    def the_books_agree(self) -> None:
        """With each other, and with the plain reckoning of this test."""
        if not self.sellers:
            return
        assert self.run(discrepancies(self.session)) == []
        assert {thing: self.shelf(thing) for thing in self.things} == dict(self.on_hand)
        for family in self.families:
            assert self.run(due_to(self.session, family)) == Money(self.due[family])
        for seller in self.sellers:
            held = self.run(cash_in(self.session, seller.till_id))
            assert held == Money(self.cash[seller.till_id])


@pytest.mark.slow
def test_whatever_happens_in_the_hall_the_books_agree_on_sqlite(sqlite_url: str) -> None:
    play(Hall, sqlite_url, 12)


@pytest.mark.slow
def test_whatever_happens_in_the_hall_the_books_agree_on_postgres(postgres_url: str) -> None:
    play(Hall, postgres_url, 4)
