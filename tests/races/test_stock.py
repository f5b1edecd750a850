"""Eight processes sell the same 500 pieces: 500 are sold, and never one more."""

from __future__ import annotations

import asyncio

from sqlalchemy import select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.kernel.refusals import OutOfStock
from models.orders.tables import Order
from models.products.stock import StockMovement, Take
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import an_order
from tests.support.shelves import a_person, an_option, take
from tests.support.threads import in_thread

STOCK = 500
TRIES = 100  # each process; together they want 800


async def prepare(url: str) -> None:
    """A shelf of 500 pieces, and an order that the sales are written to."""
    async with opened(url) as database, database.write() as session:
        person = await a_person(session)
        made = await an_option(session, made_to_order=True)
        await an_order(session, person, {made: 1}, MORNING)
        await an_option(session, stock=STOCK)


async def the_shelf(session: AsyncSession) -> tuple[int, int]:
    """The ids of the option on the shelf and of the order."""
    option = await session.scalars(select(Option.id).order_by(Option.id.desc()).limit(1))
    order = await session.scalars(select(Order.id))
    return option.one(), order.one()


async def sell(url: str, _worker: int) -> int:
    """How many pieces this process sold, each in a transaction of its own."""
    async with opened(url) as database:
        sold = 0
        async with database.read() as session:
            option, order = await the_shelf(session)
        meet()
        for _ in range(TRIES):
            try:
                async with database.write() as session:
                    await take(acting(session), [Take(option, 1)], order)
                sold += 1
            except OutOfStock:
                continue
    return sold


async def sell_by_looking(url: str, _worker: int) -> int:
    """The same without the guards: the usual engine, and read, check, write."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    sold = 0
    async with AsyncSession(engine) as session:
        option, _ = await the_shelf(session)
    meet()
    for _ in range(TRIES):
        try:
            async with AsyncSession(engine) as session, session.begin():
                left = (await session.get_one(Option, option)).on_hand
                await asyncio.sleep(0)
                if left > 0:
                    changed = update(Option).where(Option.id == option).values(on_hand=left - 1)
                    await session.execute(changed)
            sold += left > 0
        except OperationalError:
            continue
    await engine.dispose()
    return sold


async def left_over(url: str) -> tuple[int, list[str], int]:
    """What is on hand, where the books of the shelf disagree, and how many sales there are."""
    async with opened(url) as database, database.read() as session:
        option, _ = await the_shelf(session)
        on_hand = (await session.get_one(Option, option)).on_hand
        wrong = [line for line in await discrepancies(session) if "pieces" not in line]
        moved = await session.scalars(select(StockMovement.id).where(StockMovement.why == "sold"))
        sales = len(moved.all())
    return on_hand, wrong, sales


def test_nothing_is_sold_twice(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(sell, database_url)) == STOCK
    assert in_thread(left_over(database_url)) == (0, [], STOCK)


def test_without_the_guards_more_is_sold_than_there_is(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(sell_by_looking, database_url)) > STOCK
