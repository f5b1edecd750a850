"""Eight processes order for one person at once, and no more orders are open than may be."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import CartIsEmpty, PricesChanged, TooMuchOpen
from models.orders.carts import checkout_token, read_cart, set_quantity
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.open_limits import check_open
from models.orders.pricing import amounts_of
from models.orders.tables import Order
from models.people.people import Person
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import HOME, WIDE
from tests.support.shelves import a_person, an_option
from tests.support.threads import in_thread

MOST = 3
TRIES = 6  # of each process
LIMITED = msgspec.structs.replace(WIDE, open_orders=MOST)
TOMORROW = dubai_day(MORNING) + timedelta(days=1)


async def prepare(url: str) -> None:
    """A person, and enough on the shelf for every try."""
    async with opened(url) as database, database.write() as session:
        await a_person(session)
        await an_option(session, stock=200)


async def order_once(session: AsyncSession, person: int, token: str, agreed: str) -> None:
    """Place what the button of one summary stood for."""
    await place_order(
        acting(session, person),
        token=token,
        figures=agreed,
        destination=HOME,
        day=TOMORROW,
        window=LIMITED.windows[0].key,
        terms=LIMITED,
    )


async def order_again_and_again(url: str, _worker: int) -> int:
    """How often the limit refused; what another chat has changed meanwhile is tried again."""
    refused = 0
    async with opened(url) as database:
        async with database.read() as session:
            person = (await session.scalars(select(Person.id))).one()
            option = (await session.scalars(select(Option.id))).one()
        meet()
        for _ in range(TRIES):
            async with database.write() as session:
                await set_quantity(acting(session, person), option, 1, LIMITED)
                cart, token = (
                    await read_cart(session, person),
                    await checkout_token(session, person),
                )
            agreed = figures(cart, amounts_of(cart.items, plan_of_terms(LIMITED), target_of(HOME)))
            try:
                async with database.write() as session:
                    await order_once(session, person, token, agreed)
            except TooMuchOpen:
                refused += 1
            except (CartIsEmpty, PricesChanged):
                continue
    return refused


async def order_by_looking(url: str, worker: int) -> None:
    """The same without the cart held: the usual engine, and an order where few are open."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    async with AsyncSession(engine) as session, session.begin():
        person = (await session.scalars(select(Person.id))).one()
        await check_open(acting(session, person), person, 1, Money(1), LIMITED)
        meet()  # everybody has looked, and nobody has written
        session.add(bare_order(person, f"{worker}"))
    await engine.dispose()


def bare_order(person: int, name: str) -> Order:
    """An order of nothing under that number and token."""
    written = msgspec.structs.asdict(HOME)
    at = {"placed_at": MORNING, "moved_at": MORNING, "day": TOMORROW, "window": "10:00-13:00"}
    nothing = {"items": NOTHING, "fee": NOTHING, "surcharged": NOTHING, "discount": NOTHING}
    keys = {"number": name, "token": name, "person_id": person, "state": "placed", "code": "0000"}
    return Order(**written, **at, **nothing, **keys, surcharges=(), total=NOTHING)


async def count_orders(url: str) -> tuple[int, list[str]]:
    """How many orders there are, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        orders = await session.scalar(select(func.count(Order.id)))
        return orders or 0, await discrepancies(session)


@pytest.mark.slow
def test_no_more_orders_are_open_than_may_be(database_url: str) -> None:
    in_thread(prepare(database_url))
    refused = all_at_once(order_again_and_again, database_url)
    assert in_thread(count_orders(database_url)) == (MOST, [])
    assert sum(refused) > 0


def test_without_the_cart_held_more_would_be_open(database_url: str) -> None:
    """The danger: everybody counts before anybody's order is there to be counted."""
    in_thread(prepare(database_url))
    all_at_once(order_by_looking, database_url, MOST + 1)
    assert in_thread(count_orders(database_url))[0] == MOST + 1
