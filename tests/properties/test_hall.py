"""The hall at random: after each act the books agree, and agree with a plain reckoning."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from sqlalchemy import select

from models.accounting.ledger import LedgerEntry, due_to
from models.hall.note_tables import NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.hall.refunds import ComesBack
from models.hall.refusals import NotInTill, ReturnedAlready, TooLateToVoid
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sale_tables import HallReturn, HallSale
from models.hall.sales import Item, NewSale, sell
from models.hall.till_tables import TillMovement
from models.hall.tills import cash_in, move_cash
from models.kernel.money import Money
from models.kernel.refusals import OutOfStock, Refusal
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.products.stock import Take
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.whereabouts import whereabouts
from tests.properties.games import play
from tests.properties.hall_machine import TERMS, HallMachine, some, which
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import FLOAT
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
            self.figure_of[kind][option] += pieces

    @property
    def figure_of(self) -> dict[NoteKind, Counter[int]]:
        """Where the pieces of each kind of note are counted."""
        return {
            NoteKind.take_in: self.taken_in,
            NoteKind.give_back: self.given_back,
            NoteKind.write_off: self.written_off,
        }

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
            (self.taken_in if change > 0 else self.written_off)[option] += abs(change)

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
            self.sold[item.option_id] += item.quantity
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
        self.sold[option] -= pieces
        if not to_shelf:
            self.written_off[option] += pieces
        else:
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
            self.orders[order.id] = (option, pieces)
            self.on_hand[option] -= pieces
            self.sold[option] += pieces

    @rule(order=which, by_staff=st.booleans())
    def an_order_is_cancelled(self, order: int, by_staff: bool) -> None:
        """What it held lies on the shelf again."""
        if not self.orders:
            return
        order_id = sorted(self.orders)[order % len(self.orders)]
        option, pieces = self.orders.pop(order_id)
        if by_staff:
            self.run(cancel_by_staff(acting(self.session), order_id, "rain"))
        else:
            self.run(cancel_by_customer(acting(self.session, self.customer), order_id))
        self.on_hand[option] += pieces
        self.sold[option] -= pieces

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
            assert held.fils == FLOAT.fils + self.by_receipts(seller.till_id)
        entries = self.run(self.session.scalars(select(LedgerEntry.amount)))
        assert sum(amount.fils for amount in entries) == 0

    def by_receipts(self, till_id: int) -> int:
        """The cash of a till's receipts, less what was handed back, and what was moved (fils)."""
        parts = (
            (1, select(HallSale.cash).where(HallSale.till_id == till_id)),
            (-1, select(HallReturn.cash).where(HallReturn.till_id == till_id)),
            (1, select(TillMovement.amount).where(TillMovement.till_id == till_id)),
        )
        return sum(
            sign * amount.fils
            for sign, chosen in parts
            for amount in self.run(self.session.scalars(chosen))
        )

    @invariant()
    def every_piece_is_somewhere(self) -> None:
        """Taken in = on the shelf + sold + given back + written off, as the family reads it."""
        if not self.sellers:
            return
        read = self.run(whereabouts(self.session, self.things))
        for option, told in read.items():
            assert told.taken_in == self.taken_in[option]
            assert told.reserved + told.sold == self.sold[option]
            assert told.given_back == self.given_back[option]
            assert told.written_off == self.written_off[option]
            gone = self.sold[option] + self.given_back[option] + self.written_off[option]
            assert told.taken_in == self.on_hand[option] + gone


@pytest.mark.slow
def test_whatever_happens_in_the_hall_the_books_agree_on_sqlite(sqlite_url: str) -> None:
    play(Hall, sqlite_url, 12)


@pytest.mark.slow
def test_whatever_happens_in_the_hall_the_books_agree_on_postgres(postgres_url: str) -> None:
    play(Hall, postgres_url, 4)
