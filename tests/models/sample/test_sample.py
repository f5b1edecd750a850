"""The sample is the eighth bazaar: whole, in both languages, and only for an empty shop."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from models.bazaars.bazaars import current_bazaar
from models.families.families import Family, add_family
from models.kernel.database import Database
from models.kernel.refusals import NotEmpty
from models.products.product_pages import shop_front
from models.products.tables import Option, Product, ProductPhoto
from models.sample import load_sample
from models.sample.brands import BRANDS
from models.sample.loading import GOODS
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.sample import open_sample

ARABIC = re.compile("[\u0621-\u064a]")
LATIN = re.compile("[A-Za-z]")
THINGS = [thing for things in GOODS.values() for thing in things]


async def test_the_sample_is_the_eighth_bazaar_moved_ahead(
    database: Database, clock: HandClock
) -> None:
    opens = clock() + timedelta(days=2)
    bazaar_id = await open_sample(database, clock())
    async with database.read() as session:
        shown = await current_bazaar(session, clock())
        counts = (await shop_front(session)).counts
        families = list(await session.scalars(select(Family)))
        unphotographed = list(await session.scalars(select(ProductPhoto)))
    assert shown is not None
    assert shown.id == bazaar_id
    assert [day.opens_at for day in shown.days] == [opens + timedelta(days=at) for at in range(3)]
    assert (shown.families, len(families)) == (21, 21)
    assert sum(counts.values()) == len(THINGS) == 38
    assert unphotographed == []


async def test_a_shop_with_anything_in_it_takes_no_sample(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        await add_family(acting(session, now=clock()), "دار الورد", "Dar Al Ward")
        with pytest.raises(NotEmpty):
            await load_sample(session, clock(), clock())
    async with database.read() as session:
        assert list(await session.scalars(select(Product))) == []


async def test_the_sample_loads_once(sqlite_database: Database, clock: HandClock) -> None:
    await open_sample(sqlite_database, clock())
    with pytest.raises(NotEmpty):
        await open_sample(sqlite_database, clock())


async def test_some_things_have_options_and_some_are_made_to_order(
    sqlite_database: Database, clock: HandClock
) -> None:
    await open_sample(sqlite_database, clock())
    async with sqlite_database.read() as session:
        made = list(await session.scalars(select(Product).where(Product.made_to_order)))
        labels = list(await session.scalars(select(Option.label_en).where(Option.position > 0)))
        stocked = set(await session.scalars(select(Option.product_id).where(Option.on_hand > 0)))
    assert {product.name_en for product in made} >= {"Honey cake", "Emirati mukhawwar"}
    assert all(product.lead_days > 0 and product.daily_most > 0 for product in made)
    assert len(labels) > 20
    assert all(labels)
    assert len(stocked) > 20
    assert stocked.isdisjoint(product.id for product in made)


def test_every_text_is_there_in_both_languages() -> None:
    for thing in THINGS:
        texts = [(thing.ar, thing.en), (thing.about_ar, thing.about_en)]
        for arabic, english in texts:
            assert ARABIC.search(arabic), thing.en
            assert LATIN.search(english), thing.ar
            assert not ARABIC.search(english), thing.en
            assert not LATIN.search(arabic), thing.ar
        assert all(bool(way.ar) == bool(way.en) == (len(thing.ways) > 1) for way in thing.ways)
        assert len(thing.about_ar) <= 120
        assert len(thing.about_en) <= 120


def test_every_brand_sells_something() -> None:
    assert {thing.brand for thing in THINGS} == set(BRANDS)
    assert len(BRANDS) == 21
    assert len({name for brand in BRANDS.values() for name in brand}) == 42
