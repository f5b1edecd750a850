"""A family's own products."""

from __future__ import annotations

from models.database import Database
from models.family_products import family_products
from tests.ground.shelves import a_family, an_option


async def test_a_family_sees_her_own_products_newest_first(database: Database) -> None:
    async with database.write() as session:
        own, other = await a_family(session, "Own"), await a_family(session, "Other")
        for stock in range(3):
            await an_option(session, stock=stock, family_id=own)
        await an_option(session, stock=9, family_id=other)
    async with database.read() as session:
        first = await family_products(session, own, 0, 2)
        second = await family_products(session, own, 1, 2)
    assert [item.left for item in first.items] == [2, 1]
    assert (first.more, first.total) == (True, 3)
    assert [(item.left, item.brand_en) for item in second.items] == [(0, "Own")]
    assert not second.more
