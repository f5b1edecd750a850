"""Brands: each once, with what belongs to it counted."""

import pytest
from sqlalchemy import select

from models.families.families import add_family
from models.kernel.database import Database
from models.kernel.facts import FactRow, FamilyAdded
from models.kernel.refusals import AlreadyThere, NotFound
from models.people.access import accept_invitation, invite
from models.products.brands import families, family
from models.products.publishing import add_product
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.goods import a_new_product
from tests.support.shelves import a_person


async def test_a_brand_is_added_with_its_fact(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        manager = await a_person(session)
        family_id = await add_family(acting(session, manager, clock()), "دار الورد", "Dar Al Ward")
    async with database.read() as session:
        found = await family(session, family_id)
        [row] = await session.scalars(select(FactRow))
    assert (found.brand_ar, found.brand_en) == ("دار الورد", "Dar Al Ward")
    assert (found.products, found.members) == (0, 0)
    assert (row.fact, row.actor_id, row.at) == (FamilyAdded(family_id), manager, clock())


@pytest.mark.parametrize(
    ("brand_ar", "brand_en"),
    [
        ("دار الورد", "Another"),
        ("دارُ الوَرْد", "Another"),
        ("أخرى", "DAR AL WARD"),
    ],
)
async def test_a_brand_is_there_once_however_it_is_spelled(
    sqlite_database: Database, clock: HandClock, brand_ar: str, brand_en: str
) -> None:
    async with sqlite_database.write() as session:
        await add_family(acting(session, now=clock()), "دار الورد", "Dar Al Ward")
        with pytest.raises(AlreadyThere):
            await add_family(acting(session, now=clock()), brand_ar, brand_en)


async def test_products_and_members_are_counted_each(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        family_id = await add_family(acting(session, now=clock()), "دار الورد", "Dar Al Ward")
        other = await add_family(acting(session, now=clock()), "طين وجمر", "Clay & Ember")
        for _ in range(3):
            await add_product(acting(session, now=clock()), a_new_product(family_id))
        for _ in range(2):
            code = await invite(acting(session, now=clock()), family_id=family_id)
            await accept_invitation(acting(session, await a_person(session), clock()), code)
    async with database.read() as session:
        found = await family(session, family_id)
        assert (found.products, found.members) == (3, 2)
        assert (await family(session, other)).products == 0
        with pytest.raises(NotFound):
            await family(session, 10**6)


async def test_brands_come_in_pages_by_their_arabic_names(sampled: Database) -> None:
    async with sampled.read() as session:
        pages = [await families(session, page, 8) for page in range(3)]
    brands = [item.brand_ar for page in pages for item in page.items]
    assert brands == sorted(brands)
    assert len(set(brands)) == 21
    assert [(page.more, page.total) for page in pages] == [(True, 21), (True, 21), (False, 21)]
