"""The hall at random: two families' goods, two sellers with tills, and a customer who orders."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any, NamedTuple, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.sale_tables import HallSaleLine
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import Refusal
from tests.support.halls import FLOAT, Seller, a_bazaar, a_seller
from tests.support.orders import WIDE
from tests.support.shelves import a_family, a_person, an_option

T = TypeVar("T")
TERMS = replace(WIDE, lead_days=0)
PRICES = (Money(1), Money.dirhams(25, 50), Money.dirhams(380))
SHELF = 5
some = st.integers(0, 5)
which = st.integers(0, 99)


class Line(NamedTuple):
    """A line of a sale, as the test keeps it; `left` pieces are with the customer still."""

    id: int
    option_id: int
    quantity: int
    left: int


class HallMachine(RuleBasedStateMachine):
    """A hall with three things, in one transaction, and a plain reckoning beside its books."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.database = Database(url)
        self.session = AsyncSession(self.database.writing, expire_on_commit=False)
        self.on_hand: Counter[int] = Counter()
        self.taken_in: Counter[int] = Counter()
        self.given_back: Counter[int] = Counter()
        self.written_off: Counter[int] = Counter()
        self.sold: Counter[int] = Counter()
        self.due: Counter[int] = Counter()
        self.cash: Counter[int] = Counter()
        self.sales: dict[int, list[Line]] = {}
        self.sellers: list[Seller] = []
        self.orders: dict[int, tuple[int, int]] = {}
        self.acts = 0

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

    def token(self) -> str:
        """A token that no other act of this game has."""
        self.acts += 1
        return f"game-{self.acts}"

    @initialize()
    def open_the_hall(self) -> None:
        """Put everything in its place."""
        self.run(self.prepare())

    async def prepare(self) -> None:
        """The families, their things, the sellers and a customer."""
        session = self.session
        self.families = [await a_family(session), await a_family(session)]
        self.things = [
            await an_option(session, stock=SHELF, price=price, family_id=self.families[at % 2])
            for at, price in enumerate(PRICES)
        ]
        self.family_of = {thing: self.families[at % 2] for at, thing in enumerate(self.things)}
        self.price = dict(zip(self.things, PRICES, strict=True))
        bazaar = await a_bazaar(session)
        self.sellers = [await a_seller(session, bazaar) for _ in range(2)]
        self.customer = await a_person(session)
        for figure in (self.on_hand, self.taken_in):
            figure.update(dict.fromkeys(self.things, SHELF))
        self.cash.update({seller.till_id: FLOAT.fils for seller in self.sellers})

    def lines_of(self, sale_id: int) -> list[Line]:
        """The lines of a sale that was just made."""
        rows = self.run(
            self.session.execute(
                select(HallSaleLine.id, HallSaleLine.option_id, HallSaleLine.quantity)
                .where(HallSaleLine.sale_id == sale_id)
                .order_by(HallSaleLine.id)
            )
        )
        return [Line(*row, row[2]) for row in rows]

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.run(self.session.rollback())
        self.run(self.session.close())
        self.run(self.database.close())
        self.loop.close()
