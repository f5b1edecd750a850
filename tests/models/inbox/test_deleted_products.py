"""A product is deleted for good with all that hangs on it, while nobody has ordered it."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.deleted_products import delete_product
from models.inbox.tables import Question
from models.inbox.threads import Subject, Words, ask
from models.kernel.facts import FactRow, ProductDeleted, StockMoved
from models.kernel.refusals import NotFound, OrderedAlready
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.carts import read_cart
from models.orders.product_removal import HangsOn, hangs_on
from models.products.photos import keep_photo
from models.products.publishing import add_product
from models.products.search.queries import find_products
from models.products.stock import StockMovement
from models.products.tables import Option, PackageCount, Product, ProductPhoto
from models.products.wanted import Back, set_alert, set_favourite
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.orders import an_order, fill_cart
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option


async def count(session: AsyncSession, table: type) -> int:
    """How many rows there are."""
    return await session.scalar(select(func.count()).select_from(table)) or 0


async def test_it_takes_with_it_what_hangs_on_it_and_nothing_else(session: AsyncSession) -> None:
    await keep_photo(session, "a" * 64, b"jpeg", 8, 6, MORNING)
    stays = await an_option(session, stock=2)
    new = a_new_product(await a_family(session), photos=("a" * 64,))
    product_id = await add_product(acting(session), new)
    weights = list(await session.scalars(select(Option.id).where(Option.product_id == product_id)))
    mona, sara = [await a_person(session) for _ in range(2)]
    await fill_cart(session, mona, {weights[0]: 1, weights[1]: 1, stays: 1}, MORNING)
    await fill_cart(session, sara, {weights[0]: 2}, MORNING)
    await set_favourite(acting(session, mona), product_id, on=True)
    for back in (Back(product_id), Back(product_id, weights[1])):
        await set_alert(acting(session, sara), back, on=True)
    about = Subject(product_id=product_id)
    await ask(acting(session, mona), Words("Is it sweet?"), about, DEFAULT_TERMS)
    assert await hangs_on(session, product_id) == HangsOn(1, 7, 2, 1, 1)

    await delete_product(acting(session), product_id)

    facts = [row.fact for row in await session.scalars(select(FactRow).order_by(FactRow.id))]
    assert ProductDeleted(product_id, new.name_ar, new.name_en, (mona, sara)) in facts
    gone = [fact for fact in facts if isinstance(fact, StockMoved) and fact.change < 0]
    assert [(fact.option_id, fact.change, fact.now) for fact in gone] == [
        (weights[0], -5, 0),
        (weights[1], -2, 0),
    ]
    assert [i.option_id for i in (await read_cart(session, mona)).items] == [stays]
    assert (await read_cart(session, sara)).items == ()
    for table in (Favourite, StockAlert, OptionAlert, ProductPhoto):
        assert await count(session, table) == 0
    for left in (Product, Option, StockMovement, Question):
        assert await count(session, left) == 1
    assert await session.scalar(select(Question.product_id)) is None
    assert (await find_products(session, "coffee", 0, 5)).page.items == ()
    async with refused(session, NotFound):
        await delete_product(acting(session), product_id)


@pytest.mark.parametrize("cancelled", [False, True])
async def test_what_was_ordered_stays(session: AsyncSession, cancelled: bool) -> None:
    option = await an_option(session, stock=2)
    order = await an_order(session, await a_person(session), {option: 1}, MORNING)
    if cancelled:
        await cancel_by_staff(acting(session), order.id, "rain")
    async with refused(session, OrderedAlready):
        await delete_product(acting(session), order.lines[0].product_id)
    assert await count(session, Product) == 1


async def test_it_is_counted_among_what_the_package_offers_no_more(session: AsyncSession) -> None:
    option = await an_option(session, stock=2)
    product_id = (await session.get_one(Option, option)).product_id
    await delete_product(acting(session), product_id)
    offered = (await session.scalars(select(PackageCount.offered))).all()
    assert [*offered] in ([], [0])
