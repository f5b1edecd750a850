"""Eight processes take the last of a product's eight options: it is offered no more."""

from __future__ import annotations

import asyncio

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.orders.tables import Order
from models.products.stock import Take, can_be_had
from models.products.tables import Option, Product
from tests.races.crowd import PROCESSES, all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import an_order
from tests.support.shelves import a_person, an_option, change_by, take
from tests.support.threads import in_thread

PRODUCTS = 10


async def prepare(url: str) -> None:
    """Ten products with an option for each process, one piece of each."""
    async with opened(url) as database, database.write() as session:
        made = await an_option(session, made_to_order=True)
        await an_order(session, await a_person(session), {made: 1}, MORNING)
        for _ in range(PRODUCTS):
            first = await session.get_one(Option, await an_option(session, stock=1))
            for _ in range(PROCESSES - 1):
                await an_option(session, product_id=first.product_id, stock=1)


async def options_of(session: AsyncSession) -> dict[int, list[int]]:
    """The options of each product with stock."""
    rows = await session.execute(
        select(Option.product_id, Option.id).where(Option.on_hand > 0).order_by(Option.id)
    )
    found: dict[int, list[int]] = {}
    for product, option in rows:
        found.setdefault(product, []).append(option)
    return found


async def take_the_last(url: str, worker: int) -> None:
    """Take this process's option of each product."""
    async with opened(url) as database:
        async with database.read() as session:
            options = await options_of(session)
            order = (await session.scalars(select(Order.id))).one()
        for mine in options.values():
            meet()
            async with database.write() as session:
                await take(acting(session), [Take(mine[worker], 1)], order)


async def take_without_a_lock(url: str, worker: int) -> None:
    """The same without the lock on the product: one statement looks and writes."""
    async with opened(url) as database:
        async with database.read() as session:
            options = await options_of(session)
        for product, mine in options.items():
            async with database.write() as session:
                await change_by(session, mine[worker], -1)
                meet()  # all have taken theirs, and nobody sees what the others took
                seen = update(Product).where(Product.id == product)
                await session.execute(seen.values(offered=can_be_had()))
                await asyncio.sleep(0.01)


async def offered(url: str) -> int:
    """How many of the products that are sold out are still offered."""
    async with opened(url) as database, database.read() as session:
        found = await session.scalars(
            select(Product.id).where(Product.offered, ~Product.made_to_order)
        )
        return len(found.all())


def test_what_is_sold_out_is_offered_no_more(database_url: str) -> None:
    in_thread(prepare(database_url))
    all_at_once(take_the_last, database_url)
    assert in_thread(offered(database_url)) == 0


def test_without_the_lock_it_is_offered_for_ever(postgres_url: str) -> None:
    in_thread(prepare(postgres_url))
    all_at_once(take_without_a_lock, postgres_url)
    assert in_thread(offered(postgres_url)) > 0
