"""Staff publish products and change their parts; each change is a fact."""

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import Fact, FactRow, ProductChanged, ProductPublished
from models.kernel.money import Money
from models.kernel.refusals import NotFound
from models.products.photos import keep_photo, photo_bytes
from models.products.product_pages import ProductCard, product_card
from models.products.publishing import (
    NewOption,
    add_product,
    hide,
    rename,
    set_audience,
    set_photos,
    set_price,
    set_texts,
    staff_list,
)
from models.products.search.queries import find_products
from models.products.stock import StockMovement
from models.products.tables import Audience
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.goods import a_new_product
from tests.support.shelves import a_family


async def published(session: AsyncSession, clock: HandClock) -> int:
    new = a_new_product(await a_family(session))
    return await add_product(acting(session, now=clock()), new)


async def card_of(session: AsyncSession, product_id: int) -> ProductCard:
    card = await product_card(session, product_id)
    assert card is not None
    return card


async def changes(session: AsyncSession) -> list[Fact]:
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, ProductChanged | ProductPublished)]


async def test_a_published_product_is_offered_with_its_goods(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        product_id = await published(session, clock)
    async with database.read() as session:
        card = await card_of(session, product_id)
        moved = list(await session.scalars(select(StockMovement.change)))
        assert await changes(session) == [ProductPublished(product_id, card.family_id)]
        assert (await find_products(session, "القهوة", 0, 5)).page.items[0].id == product_id
    assert card.offered
    assert [(o.label_en, o.price, o.on_hand) for o in card.options] == [
        ("250 g", Money.dirhams(50), 5),
        ("500 g", Money.dirhams(95), 2),
    ]
    assert moved == [5, 2]


async def test_without_pieces_it_is_sold_out_unless_made_to_order(
    database: Database, clock: HandClock
) -> None:
    bare = (NewOption(Money.dirhams(60)),)
    async with database.write() as session:
        family = await a_family(session)
        empty = await add_product(acting(session, now=clock()), a_new_product(family, options=bare))
        made = a_new_product(family, options=bare, made_to_order=True, lead_days=2, daily_most=6)
        cake = await add_product(acting(session, now=clock()), made)
    async with database.read() as session:
        assert not (await card_of(session, empty)).offered
        assert (await card_of(session, cake)).offered
        assert (await card_of(session, cake)).lead_days == 2


async def test_what_cannot_be_published(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        with pytest.raises(NotFound):
            await add_product(acting(session, now=clock()), a_new_product(99))
        family = await a_family(session)
        with pytest.raises(ValueError, match="has options"):
            await add_product(acting(session, now=clock()), a_new_product(family, options=()))
        new = a_new_product(family, made_to_order=True)
        with pytest.raises(ValueError, match="no pieces"):
            await add_product(acting(session, now=clock()), new)


async def test_a_new_price_is_told_with_the_old_one(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        product_id = await published(session, clock)
        option = (await card_of(session, product_id)).options[0]
        await set_price(acting(session, now=clock()), option.id, Money.dirhams(55, 50))
        await set_price(acting(session, now=clock()), option.id, Money.dirhams(55, 50))
        with pytest.raises(NotFound):
            await set_price(acting(session, now=clock()), 99, Money.dirhams(1))
    async with database.read() as session:
        card = await card_of(session, product_id)
        assert card.options[0].price == Money.dirhams(55, 50)
        assert await changes(session) == [
            ProductPublished(product_id, card.family_id),
            ProductChanged(product_id, "price", "50", "55.50", option_id=option.id),
        ]


async def test_a_renamed_product_is_found_by_its_new_name_alone(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        product_id = await published(session, clock)
        await rename(acting(session, now=clock()), product_id, "كرك", "Karak")
        await set_texts(acting(session, now=clock()), product_id, "شاي بالحليب", "Tea with milk")
        await set_audience(acting(session, now=clock()), product_id, Audience.family)
    async with database.read() as session:
        card = await card_of(session, product_id)
        found = {
            words: [brief.id for brief in (await find_products(session, words, 0, 5)).page.items]
            for words in ("كرك", "karak", "الشاي", "قهوة عربية", "cardamom")
        }
        told = [fact.what for fact in await changes(session) if isinstance(fact, ProductChanged)]
    assert (card.name_ar, card.name_en, card.audience) == ("كرك", "Karak", "family")
    assert (card.description_ar, card.description_en) == ("شاي بالحليب", "Tea with milk")
    assert found["كرك"] == found["karak"] == found["الشاي"] == [product_id]
    assert found["cardamom"] == []
    assert told == ["name", "text", "audience"]


async def test_hidden_products_are_seen_by_staff_alone(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        product_id = await published(session, clock)
        await hide(acting(session, now=clock()), product_id, True)
        await hide(acting(session, now=clock()), product_id, True)
    async with database.read() as session:
        assert (await find_products(session, "قهوة", 0, 5)).page.items == ()
        [brief] = (await staff_list(session, "قهوه", 0, 5)).items
        assert (brief.hidden, brief.offered) == (True, False)
        _, told = await changes(session)
        assert told == ProductChanged(product_id, "hidden")
    async with database.write() as session:
        await hide(acting(session, now=clock()), product_id, False)
    async with database.read() as session:
        assert len((await find_products(session, "قهوة", 0, 5)).page.items) == 1


async def test_a_change_to_what_is_not_there_is_refused(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        with pytest.raises(NotFound):
            await rename(acting(session, now=clock()), 99, "أ", "a")
        with pytest.raises(NotFound):
            await hide(acting(session, now=clock()), 99, True)
        with pytest.raises(NotFound):
            await set_photos(acting(session, now=clock()), 99, [])


async def test_a_photo_is_kept_once_and_given_back_whole(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        await keep_photo(session, "a" * 64, b"\xff\xd8 one", 800, 600, clock())
        await keep_photo(session, "a" * 64, b"\xff\xd8 one", 800, 600, clock())
    async with database.read() as session:
        assert await photo_bytes(session, "a" * 64) == b"\xff\xd8 one"
        assert await photo_bytes(session, "b" * 64) is None


async def test_the_staff_list_has_the_newest_first_and_counts_all(sampled: Database) -> None:
    async with sampled.read() as session:
        pages = [await staff_list(session, "", page, 8) for page in range(5)]
        shaila = (await staff_list(session, "شيله", 0, 8)).items[0]
    ids = [brief.id for page in pages for brief in page.items]
    assert ids == sorted(ids, reverse=True)
    assert len(ids) == 38
    assert [page.more for page in pages] == [True] * 4 + [False]
    assert {page.total for page in pages} == {38}
    assert (shaila.price, shaila.varies, shaila.left) == (Money.dirhams(130), True, 14)
