"""Eight processes with one new brand, however each spells it: it is added once."""

from __future__ import annotations

import asyncio

from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.families.families import Family, add_family
from models.kernel.database import normal_url
from models.kernel.folding import normalise
from models.kernel.refusals import AlreadyThere
from models.products.brands import rename_family
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.threads import in_thread

SPELLED = ("دار الورد", "دارُ الوَرْد")


async def add(url: str, worker: int) -> bool:
    """Whether this process added the brand."""
    async with opened(url) as database:
        async with database.read() as session:
            await session.execute(select(Family.id))
        meet()
        try:
            async with database.write() as session:
                await add_family(acting(session), SPELLED[worker % 2], "Dar Al Ward")
        except AlreadyThere:
            return False
        return True


async def add_by_looking(url: str, _worker: int) -> bool:
    """The same without the guard: look, then add; whether that was committed."""
    engine = create_async_engine(normal_url(url))
    try:
        async with AsyncSession(engine) as session, session.begin():
            known = await session.scalars(select(Family.brand_ar))
            if normalise(SPELLED[0]) in {normalise(brand) for brand in known}:
                return False
            meet()
            await asyncio.sleep(0.01)
            session.add(Family(brand_ar=SPELLED[0], brand_en="Dar Al Ward", added_at=MORNING))
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


async def prepare(url: str) -> None:
    """A brand for each process, to be named anew."""
    async with opened(url) as database, database.write() as session:
        for worker in range(8):
            await add_family(acting(session), f"علامة {worker}", f"Brand {worker}")


async def rename(url: str, worker: int) -> bool:
    """Whether this process gave its brand the name that all want."""
    async with opened(url) as database:
        async with database.read() as session:
            await session.execute(select(Family.id))
        meet()
        try:
            async with database.write() as session:
                spelled = SPELLED[worker % 2]
                await rename_family(acting(session), worker + 1, spelled, "Dar Al Ward")
        except AlreadyThere:
            return False
        return True


async def count(url: str) -> int:
    """How many brands have that name."""
    async with opened(url) as database, database.read() as session:
        found = select(func.count()).where(Family.brand_en == "Dar Al Ward")
        return (await session.execute(found)).scalar_one()


def test_a_brand_is_added_once(database_url: str) -> None:
    assert sum(all_at_once(add, database_url)) == 1
    assert in_thread(count(database_url)) == 1


def test_without_the_guard_a_brand_is_there_twice(database_url: str) -> None:
    all_at_once(add_by_looking, database_url)
    assert in_thread(count(database_url)) > 1


def test_two_brands_do_not_come_to_one_name(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(rename, database_url)) == 1
    assert in_thread(count(database_url)) == 1
