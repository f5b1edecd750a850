"""The shop at random: its things and people, and the plain reckoning beside its books."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Coroutine
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from msgspec.structs import replace
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.refusals import Refusal, WrongState
from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.states import OrderState
from models.products.publishing import set_wishes
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.orders import WIDE
from tests.support.pick_ups import AFTERNOON, offer
from tests.support.runs import a_courier
from tests.support.shelves import a_family, a_person, an_option

T = TypeVar("T")
SOON = replace(WIDE, lead_days=0)
"""An order goes out on its own day, where the customer chooses no other."""
PRICES = (Money(1), Money.dirhams(25, 50), Money.dirhams(380))
A_DAY_MAKES = 5
WITH_WISHES = (0, 3, 4, 5)  # the last two are one product
few = st.integers(0, 4)
any_order = st.integers(0, 99)
fitting = st.sampled_from((True, True, True, False))


class ShopMachine(RuleBasedStateMachine):
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

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.run(self.session.rollback())
        self.run(self.session.close())
        self.run(self.database.close())
        self.loop.close()
