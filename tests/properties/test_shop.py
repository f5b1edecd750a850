"""The shop at random: after each step the books agree, and agree with a plain reckoning."""

from __future__ import annotations

import pytest
from hypothesis.stateful import invariant
from sqlalchemy import select

from models.accounting.ledger import due_to
from models.accounting.purses import purse_of
from models.kernel.calendar import dubai_day
from models.kernel.money import Money, total
from models.orders.run_queries import run_of, runs_of
from models.orders.states import OPEN, VOID
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.family_sales import Sold, family_totals
from tests.properties.at_the_door import AtTheDoor
from tests.properties.cancelling import Cancelling
from tests.properties.changing import Changing
from tests.properties.games import play
from tests.properties.moving import Moving
from tests.properties.on_the_way import OnTheWay
from tests.properties.ordering import Ordering
from tests.properties.paying import Paying
from tests.support.clock import MORNING


class Shop(Ordering, Cancelling, OnTheWay, AtTheDoor, Changing, Paying, Moving):
    """All that may happen in a shop."""

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


@pytest.mark.slow
def test_whatever_happens_on_sqlite_the_books_agree(sqlite_url: str) -> None:
    play(Shop, sqlite_url, 20)


@pytest.mark.slow
def test_whatever_happens_on_postgres_the_books_agree(postgres_url: str) -> None:
    play(Shop, postgres_url, 5)
