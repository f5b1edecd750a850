"""A published product's options: another one comes in, one goes off sale for good."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import add_family
from models.kernel.facts import FactRow, FamilyRenamed, ProductChanged
from models.kernel.money import Money
from models.kernel.refusals import AlreadyThere, LastOption, NotFound
from models.orders.carts import read_cart
from models.products.brands import family, rename_family
from models.products.options import add_option, withdraw_option
from models.products.product_pages import ProductCard, product_card
from models.products.publishing import NewOption, add_product, set_making
from models.products.search.queries import find_products
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.orders import an_order, fill_cart
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option


async def card_of(session: AsyncSession, product_id: int) -> ProductCard:
    card = await product_card(session, product_id)
    assert card is not None
    return card


async def product_of(session: AsyncSession, option_id: int) -> int:
    return (await session.get_one(Option, option_id)).product_id


async def last_fact(session: AsyncSession) -> object:
    return (await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))).one().fact


async def test_an_option_is_added_last_with_its_goods_and_found(session: AsyncSession) -> None:
    product_id = await add_product(acting(session), a_new_product(await a_family(session)))
    new = NewOption(Money.dirhams(180), 3, "كيلو كامل", "One kilo")
    await add_option(acting(session), product_id, new)
    card = await card_of(session, product_id)
    assert [(way.label_en, way.on_hand) for way in card.options] == [
        ("250 g", 5),
        ("500 g", 2),
        ("One kilo", 3),
    ]
    labels = ("", "كيلو كامل", "", "One kilo")
    told = ProductChanged(product_id, "option-added", *labels, card.options[-1].id)
    assert await last_fact(session) == told
    found = await find_products(session, "kilo", 0, 5)
    assert [item.id for item in found.page.items] == [product_id]
    async with refused(session, NotFound):
        await add_option(acting(session), 999, new)


async def test_the_only_option_gets_a_name_when_it_is_alone_no_more(session: AsyncSession) -> None:
    product_id = await product_of(session, await an_option(session))
    new = NewOption(Money.dirhams(60), 4, "كبير", "Large")
    await add_option(acting(session), product_id, new, ("صغير", "Small"))
    card = await card_of(session, product_id)
    assert [way.label_en for way in card.options] == ["Small", "Large"]
    assert card.offered, "it was sold out, and the large one is there"


async def test_no_two_options_of_a_product_have_one_label(session: AsyncSession) -> None:
    product_id = await add_product(acting(session), a_new_product(await a_family(session)))
    for labels in (("٢٥٠ غراماً", "Another"), ("آخر", "250 G")):
        async with refused(session, AlreadyThere):
            new = NewOption(Money.dirhams(9), 1, *labels)
            await add_option(acting(session), product_id, new)
    await withdraw_option(
        acting(session), product_id, (await card_of(session, product_id)).options[0].id
    )
    again = NewOption(Money.dirhams(9), 1, "250 غراماً", "250 g")
    await add_option(acting(session), product_id, again)
    only = await product_of(session, await an_option(session))
    for first in (("كبير", "Small"), ("صغير", "LARGE")):
        async with refused(session, AlreadyThere):
            new = NewOption(Money.dirhams(9), 1, "كبير", "Large")
            await add_option(acting(session), only, new, first)


async def test_what_is_made_to_order_gets_an_option_without_pieces(session: AsyncSession) -> None:
    product_id = await product_of(session, await an_option(session, made_to_order=True))
    with pytest.raises(ValueError, match="no pieces"):
        await add_option(acting(session), product_id, NewOption(Money.dirhams(9), 1))
    await add_option(acting(session), product_id, NewOption(Money.dirhams(9)))
    assert len((await card_of(session, product_id)).options) == 2


async def test_a_withdrawn_option_is_sold_no_more_and_its_orders_stay(
    session: AsyncSession,
) -> None:
    small = await an_option(session, stock=5)
    product_id = await product_of(session, small)
    large = await an_option(session, product_id=product_id)
    buyer, late = await a_person(session), await a_person(session)
    order = await an_order(session, buyer, {small: 2}, MORNING)
    await fill_cart(session, late, {small: 1}, MORNING)
    await withdraw_option(acting(session), product_id, small)
    card = await card_of(session, product_id)
    assert [way.id for way in card.options] == [large]
    assert not card.offered, "what is left is sold out"
    assert [item.on_sale for item in (await read_cart(session, late)).items] == [False]
    assert order.lines[0].option_id == small
    assert isinstance(await last_fact(session), ProductChanged)
    for gone in (small, 999):
        async with refused(session, NotFound):
            await withdraw_option(acting(session), product_id, gone)
    async with refused(session, LastOption):
        await withdraw_option(acting(session), product_id, large)


async def test_how_it_is_made_changes_for_what_is_made_alone(session: AsyncSession) -> None:
    made = await product_of(session, await an_option(session, made_to_order=True, lead_days=2))
    await set_making(acting(session), made, lead_days=4)
    assert await last_fact(session) == ProductChanged(made, "lead", "2", "4")
    await set_making(acting(session), made, daily_most=6)
    product = await session.get_one(Product, made)
    assert (product.lead_days, product.daily_most) == (4, 6)
    stocked = await product_of(session, await an_option(session))
    for product_id in (stocked, 999):
        async with refused(session, NotFound):
            await set_making(acting(session), product_id, lead_days=1)


async def test_a_renamed_brand_is_found_by_its_new_name_alone(session: AsyncSession) -> None:
    family_id = await add_family(acting(session), "دار الورد", "Dar Al Ward")
    await add_family(acting(session), "بيت التمر", "Bayt Al Tamr")
    product_id = await add_product(acting(session), a_new_product(family_id))
    async with refused(session, AlreadyThere):
        await rename_family(acting(session), family_id, "بيتُ التمر", "Another")
    async with refused(session, NotFound):
        await rename_family(acting(session), 999, "أخرى", "Another")
    await rename_family(acting(session), family_id, "دار الياسمين", "DAR AL WARD")
    told = FamilyRenamed(family_id, "دار الورد", "دار الياسمين", "Dar Al Ward", "DAR AL WARD")
    assert await last_fact(session) == told
    assert (await family(session, family_id)).brand_ar == "دار الياسمين"
    await rename_family(acting(session), family_id, "دار الياسمين", "Dar Al Yasmin")
    found = {}
    for words in ("الياسمين", "الورد"):
        items = (await find_products(session, words, 0, 5)).page.items
        found[words] = [item.id for item in items]
    assert found == {"الياسمين": [product_id], "الورد": []}
