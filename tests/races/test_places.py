"""Eight processes take the same counted places: of a window, and of a day's making."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.kernel.calendar import dubai_day
from models.kernel.refusals import MakingFull, NoWindow
from models.orders.delivery_slots import WindowDay, WindowSlot, hold_place
from models.products.production import MakingDay, Promise, promise_all
from models.products.tables import Product
from tests.races.crowd import all_at_once, meet
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.shelves import an_option
from tests.support.threads import in_thread

PLACES = 150
TRIES = 30  # each process; together they want 240
DAY = dubai_day(MORNING)
SLOT = WindowSlot(DAY, "10:00-13:00")

Take = Callable[[AsyncSession], Awaitable[None]]


async def prepare(url: str) -> None:
    """A product that is made to order, and a window of which no place is taken."""
    async with opened(url) as database, database.write() as session:
        await an_option(session, made_to_order=True)
        session.add(WindowDay(day=DAY, window="by looking", taken=0))


async def take_places(url: str, take: Take) -> int:
    """How many places this process got."""
    async with opened(url) as database:
        got = 0
        meet()
        for _ in range(TRIES):
            try:
                async with database.write() as session:
                    await take(session)
                got += 1
            except (NoWindow, MakingFull):
                continue
    return got


async def take_window(url: str, _worker: int) -> int:
    return await take_places(url, lambda session: hold_place(session, SLOT, PLACES))


async def take_making(url: str, _worker: int) -> int:
    async def take(session: AsyncSession) -> None:
        product = (await session.scalars(select(Product.id))).one()
        await promise_all(session, DAY, [Promise(product, 0, 1, PLACES)])

    return await take_places(url, take)


async def take_by_looking(url: str, _worker: int) -> int:
    """The same without the guards: the usual engine, and read, check, write."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    got = 0
    meet()
    for _ in range(TRIES):
        try:
            async with AsyncSession(engine) as session, session.begin():
                window = await session.get_one(WindowDay, (DAY, "by looking"))
                await asyncio.sleep(0)
                free = window.taken < PLACES
                if free:
                    window.taken += 1
            got += free
        except OperationalError:
            continue
    await engine.dispose()
    return got


async def taken(url: str) -> tuple[int | None, int | None]:
    """How many places of the window and of the making day are taken."""
    async with opened(url) as database, database.read() as session:
        window = await session.scalar(
            select(WindowDay.taken).where(WindowDay.window == SLOT.window)
        )
        making = await session.scalar(select(MakingDay.taken))
    return window, making


def test_a_window_is_never_fuller_than_its_places(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(take_window, database_url)) == PLACES
    assert in_thread(taken(database_url)) == (PLACES, None)


def test_a_day_never_promises_more_than_it_makes(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(take_making, database_url)) == PLACES
    assert in_thread(taken(database_url)) == (None, PLACES)


def test_without_the_guards_a_window_is_fuller_than_its_places(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(take_by_looking, database_url)) > PLACES
