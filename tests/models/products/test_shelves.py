"""Shelves: what a package or a family offers, six at a time, by one look-up."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.money import Money
from models.products.product_pages import product_card
from models.products.publishing import hide
from models.products.shelves import (
    BRAND_LOOK_UP,
    audience_counts,
    brand_shelf,
    package_look_up,
    package_shelf,
)
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.sample import option_ids, product_named
from tests.support.stocktaking import count_stock


async def shelf_names(session: AsyncSession, package: str, audience: str = "") -> list[str]:
    """The English names of everything on the package's shelf, page after page."""
    names: list[str] = []
    for at in range(9):
        page = (await package_shelf(session, package, audience, at)).page
        assert page.page == at
        names += [item.name_en for item in page.items]
        assert page.total is not None
        if not page.more:
            assert len(names) == page.total
            break
    return names


async def test_a_package_is_shown_six_at_a_time_and_ends(sampled: Database) -> None:
    async with sampled.read() as session:
        first = await package_shelf(session, "atayeb")
        second = await package_shelf(session, "atayeb", page=1)
        names = await shelf_names(session, "atayeb")
    assert [len(first.page.items), len(second.page.items)] == [6, 3]
    assert [first.page.more, second.page.more] == [True, False]
    assert len(set(names)) == 9


async def test_beyond_the_last_page_is_the_first(sampled: Database) -> None:
    async with sampled.read() as session:
        there = await package_shelf(session, "atayeb")
        assert await package_shelf(session, "atayeb", page=7) == there


async def test_what_is_sold_out_or_hidden_stands_on_no_shelf(
    sampled: Database, clock: HandClock
) -> None:
    async with sampled.write() as session:
        at_hand = acting(session, now=clock())
        await count_stock(at_hand, (await option_ids(session, "Batheeth"))[0], 0)
        await hide(at_hand, await product_named(session, "Luqaimat"), True)
    async with sampled.read() as session:
        names = await shelf_names(session, "atayeb")
    assert len(names) == 7
    assert not {"Batheeth", "Luqaimat"} & set(names)


async def test_a_package_is_narrowed_to_an_audience_that_it_has_something_for(
    sampled: Database,
) -> None:
    async with sampled.read() as session:
        counts = await audience_counts(session, "anaqa")
        for audience, count in counts.items():
            shelf = await package_shelf(session, "anaqa", audience)
            assert shelf.mixed
            assert shelf.page.total == count
            cards = [await product_card(session, item.id) for item in shelf.page.items]
            assert {card.audience for card in cards if card} == {audience}
        everything = await package_shelf(session, "anaqa")
        assert everything.mixed
        assert sum(counts.values()) == everything.page.total
        assert (await package_shelf(session, "anaqa", "man")).page.items == ()
    assert list(counts) == ["family", "woman", "child"]


async def test_an_item_has_its_lowest_price_and_says_that_there_are_others(
    sampled: Database,
) -> None:
    async with sampled.read() as session:
        items = (await package_shelf(session, "anaqa")).page.items
    (shaila,) = [item for item in items if item.name_en == "Embroidered shaila"]
    assert shaila.price == Money.dirhams(130)
    assert shaila.varies
    assert shaila.photo is None


async def test_a_familys_shelf_holds_what_it_offers(sampled: Database) -> None:
    async with sampled.read() as session:
        card = await product_card(session, await product_named(session, "Embroidered shaila"))
        assert card is not None
        shelf = await brand_shelf(session, card.family_id)
        assert shelf is not None
        assert (shelf.brand_ar, shelf.brand_en) == (card.brand_ar, card.brand_en)
        assert card.id in [item.id for item in shelf.page.items]
        assert await brand_shelf(session, card.family_id, 9) == shelf
        for item in shelf.page.items:
            other = await product_card(session, item.id)
            assert other is not None
            assert other.family_id == card.family_id
        assert await brand_shelf(session, 10**6) is None


async def test_an_empty_shelf_says_so(database: Database) -> None:
    async with database.read() as session:
        assert (await package_shelf(session, "teeb", page=2)).page.items == ()
        assert await audience_counts(session, "teeb") == {}


@pytest.mark.parametrize("which", ["package", "audience", "brand"])
def test_a_shelf_reads_an_index_on_sqlite(sqlite_database: Database, which: str) -> None:
    look_up = BRAND_LOOK_UP if which == "brand" else package_look_up(which == "audience")
    asked = str(look_up.compile(sqlite_database.reading.sync_engine))
    connection = sqlite3.connect(str(sqlite_database.url.database))
    plan = [
        row[3]
        for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}", ("1",) * asked.count("?"))
    ]
    connection.close()
    assert not [step for step in plan if step.startswith("SCAN") and "ix_" not in step], plan
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
