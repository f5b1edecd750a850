"""A family's own products."""

from __future__ import annotations

from models.kernel.database import Database
from models.products.tables import Option
from models.reports.family_products import family_products
from tests.support.shelves import a_family, an_option
from tests.support.words import word


async def test_a_family_sees_each_option_of_her_own_newest_first(database: Database) -> None:
    async with database.write() as session:
        own, other = await a_family(session, "Own"), await a_family(session, "Other")
        for stock in range(3):
            last = await an_option(session, stock=stock, family_id=own)
        product_id = (await session.get_one(Option, last)).product_id
        large = await an_option(session, stock=7, product_id=product_id)
        gone = await an_option(session, stock=5, product_id=product_id)
        (await session.get_one(Option, large)).label_en = "Large"
        (await session.get_one(Option, gone)).withdrawn = True
        await an_option(session, stock=9, family_id=other)
    async with database.read() as session:
        first = await family_products(session, own, 0, 2)
        second = await family_products(session, own, 1, 2)
    assert [(item.left, item.label[1]) for item in first.items] == [
        (2, word("customer-no-reason")),
        (7, "Large"),
    ]
    assert first.more
    assert [item.left for item in second.items] == [1, 0]
    assert not second.more
