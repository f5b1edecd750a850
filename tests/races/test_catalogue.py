"""Staff change the catalogue while others do: nobody waits in a circle, and the search is right."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import set_quantity
from models.products.brands import rename_family
from models.products.options import add_option, withdraw_option
from models.products.publishing import (
    NewOption,
    add_product,
    product_to_change,
    rename,
    set_price,
    set_texts,
)
from models.products.search.queries import find_products
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.held_up import until_somebody_waits, without_waiting
from tests.support.orders import an_order
from tests.support.shelves import a_family, a_person, an_option

Change = Callable[[AsyncSession, int, int], Awaitable[None]]


async def two_weights(database: Database) -> tuple[int, int, int]:
    """A product in two weights: its id, and those of the small one and of the large one."""
    async with database.write() as session:
        product_id = await add_product(acting(session), a_new_product(await a_family(session)))
        small, large = await session.scalars(select(Option.id).order_by(Option.id))
    return product_id, small, large


async def take_off(session: AsyncSession, product_id: int, small: int) -> None:
    await withdraw_option(acting(session), product_id, small)


async def reprice(session: AsyncSession, _product_id: int, small: int) -> None:
    await set_price(acting(session), small, Money.dirhams(60))


@pytest.mark.parametrize("change", [take_off, reprice])
async def test_a_cart_that_is_filled_holds_no_staff_up(
    postgres_database: Database, change: Change
) -> None:
    """The cart needs the small one next: a change that waited for the large one would hold it."""
    product_id, small, large = await two_weights(postgres_database)
    async with postgres_database.write() as filling:
        person = await a_person(filling)
        for weight in (small, large):
            await set_quantity(acting(filling, person), weight, 1, DEFAULT_TERMS)
        async with without_waiting(postgres_database) as staff:
            await change(staff, product_id, small)


async def test_an_order_waits_for_no_text_of_its_thing(postgres_database: Database) -> None:
    async with postgres_database.write() as session:
        option = await an_option(session, made_to_order=True)
        product_id = (await session.scalars(select(Product.id))).one()
        person = await a_person(session)
    async with postgres_database.write() as writing:
        await product_to_change(writing, product_id)
        async with without_waiting(postgres_database) as ordering:
            await an_order(ordering, person, {option: 1}, MORNING)


async def test_a_brands_name_waits_for_no_text_of_its_things(postgres_database: Database) -> None:
    """The text has its product and needs the search next, which the brand's name holds."""
    product_id, _, _ = await two_weights(postgres_database)
    async with postgres_database.write() as writing:
        await product_to_change(writing, product_id)
        async with without_waiting(postgres_database) as naming:
            family_id = (await naming.scalars(select(Family.id))).one()
            await rename_family(acting(naming), family_id, "دار الياسمين", "Jasmine")
        await set_texts(acting(writing), product_id, "", "Roasted today")
    assert await finds(postgres_database, "jasmine") == [product_id]
    assert await finds(postgres_database, "roasted") == [product_id]


async def test_what_two_index_at_once_is_found_by_what_both_wrote(
    postgres_database: Database,
) -> None:
    product_id, _, _ = await two_weights(postgres_database)

    async def name() -> None:
        async with postgres_database.write() as naming:
            family_id = (await naming.scalars(select(Family.id))).one()
            await rename_family(acting(naming), family_id, "دار الياسمين", "Jasmine")

    async with postgres_database.write() as writing:
        await set_texts(acting(writing), product_id, "", "Roasted today")
        naming = asyncio.create_task(name())
        await until_somebody_waits(postgres_database)
    await naming
    assert await finds(postgres_database, "jasmine") == [product_id]
    assert await finds(postgres_database, "roasted") == [product_id]


async def test_what_is_published_meanwhile_is_found_by_the_new_name(
    postgres_database: Database,
) -> None:
    async with postgres_database.write() as session:
        family_id = await a_family(session)

    async def publish() -> None:
        async with postgres_database.write() as session:
            await add_product(acting(session), a_new_product(family_id))

    async with postgres_database.write() as naming:
        await rename_family(acting(naming), family_id, "دار الياسمين", "Jasmine")
        publishing = asyncio.create_task(publish())
        await until_somebody_waits(postgres_database)
    await publishing
    assert len(await finds(postgres_database, "jasmine")) == 1


async def test_an_option_that_came_meanwhile_leaves_the_new_name_found(
    postgres_database: Database,
) -> None:
    product_id, _, _ = await two_weights(postgres_database)

    async def add() -> None:
        async with postgres_database.write() as session:
            kilo = NewOption(Money.dirhams(180), 3, "كيلو", "One kilo")
            await add_option(acting(session), product_id, kilo)

    async with postgres_database.write() as naming:
        await rename(acting(naming), product_id, "شاي", "Karak tea")
        adding = asyncio.create_task(add())
        await until_somebody_waits(postgres_database)
    await adding
    assert await finds(postgres_database, "karak") == [product_id]
    assert await finds(postgres_database, "kilo") == [product_id]


async def test_with_the_whole_lock_staff_wait_for_a_cart(postgres_database: Database) -> None:
    """The danger: what the cart needs next is held by who waits for it."""
    _, small, large = await two_weights(postgres_database)
    whole = select(Option.id).order_by(Option.id).with_for_update()
    async with postgres_database.write() as filling:
        person = await a_person(filling)
        await set_quantity(acting(filling, person), large, 1, DEFAULT_TERMS)
        async with AsyncSession(postgres_database.writing) as staff:
            await staff.execute(text("SET LOCAL lock_timeout = '500ms'"))
            assert (await staff.scalars(whole.where(Option.id == small))).all() == [small]
            with pytest.raises(DBAPIError, match="lock timeout"):
                await staff.execute(whole)


async def finds(database: Database, words: str) -> list[int]:
    """The products that a search finds as it was typed."""
    async with database.read() as session:
        found = await find_products(session, words, 0, 5)
    return [] if found.instead else [brief.id for brief in found.page.items]
