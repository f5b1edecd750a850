"""What families offer to bring: one tap makes it a note, once; or staff decline it."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.note_queries import note
from models.hall.note_tables import SupplyOffer
from models.hall.offers import (
    MOST_WAITING,
    decline_offer,
    offer,
    offer_supply,
    offers_of,
    take_offer,
    waiting_offer_count,
    waiting_offers,
)
from models.hall.refusals import OfferAnswered, TooManyOffers
from models.inbox.deleted_products import delete_product
from models.kernel.refusals import NotFound, OrderedAlready
from models.privacy.erasing import erase_person
from models.privacy.kept import kept_of
from models.products.tables import Option, Product
from tests.support.acting import acting
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option


async def test_an_offer_becomes_one_note(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, family_id=family)
    hers, staff = [acting(session, await a_person(session)) for _ in "ab"]
    first = await offer_supply(hers, family, option, 20)
    assert await offer_supply(hers, family, option, 25) == first
    assert [each.quantity for each in (await waiting_offers(session)).items] == [25]
    made = await take_offer(staff, first, 24)
    assert await take_offer(staff, first, 24) == made
    assert [line.change for line in (await note(session, made)).lines] == [24]
    assert (await offer(session, first)).note_id == made
    assert not await offers_of(session, family)
    async with refused(session, OfferAnswered):
        await decline_offer(staff, first)


async def test_a_declined_offer_is_none(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, family_id=family)
    hers = acting(session, await a_person(session))
    made = await offer_supply(hers, family, option, 20)
    await decline_offer(acting(session), made)
    async with refused(session, OfferAnswered):
        await take_offer(acting(session), made, 20)
    assert await waiting_offer_count(session) == 0
    on_hand = select(Option.on_hand).where(Option.id == option)
    assert (await session.scalars(on_hand)).one() == 0


async def test_only_her_own_stocked_things_and_not_too_many(session: AsyncSession) -> None:
    family = await a_family(session)
    hers = acting(session, await a_person(session))
    made = await an_option(session, family_id=family, made_to_order=True)
    for wrong in (made, await an_option(session)):
        async with refused(session, NotFound):
            await offer_supply(hers, family, wrong, 5)
    for _ in range(MOST_WAITING):
        await offer_supply(hers, family, await an_option(session, family_id=family), 1)
    async with refused(session, TooManyOffers):
        await offer_supply(hers, family, await an_option(session, family_id=family), 1)
    with pytest.raises(ValueError, match="no offer"):
        await offer_supply(hers, family, made, 0)


async def test_a_product_on_a_note_stays(session: AsyncSession) -> None:
    family = await a_family(session)
    kept, gone = [await an_option(session, family_id=family) for _ in "ab"]
    for option in (kept, gone):
        await offer_supply(acting(session, await a_person(session)), family, option, 5)
    await take_offer(acting(session), (await waiting_offers(session)).items[0].id, 5)
    products = [(await session.get_one(Option, each)).product_id for each in (kept, gone)]
    async with refused(session, OrderedAlready):
        await delete_product(acting(session), products[0])
    await delete_product(acting(session), products[1])
    assert await waiting_offer_count(session) == 0


async def test_what_somebody_offered_is_shown_to_them_and_stays_without_them(
    session: AsyncSession,
) -> None:
    """An offer holds no words: erased, who made it is a number without a name or a chat."""
    family, other = await a_family(session), await a_family(session)
    option = await an_option(session, family_id=family)
    mother, daughter = [acting(session, await a_person(session)) for _ in "ab"]
    assert mother.actor_id is not None
    made = await offer_supply(mother, family, option, 20)
    await offer_supply(daughter, family, await an_option(session, family_id=family), 9)
    await offer_supply(daughter, other, await an_option(session, family_id=other), 7)
    (row,) = (await kept_of(session, mother.actor_id)).supply_offers
    product = await session.get_one(Product, (await offer(session, made)).product_id)
    assert row["name_ar"] == product.name_ar
    assert (row["quantity"], row["at"]) == (20, mother.now)
    await erase_person(mother, mother.actor_id)
    assert (await offer(session, made)).quantity == 20
    assert (await session.get_one(SupplyOffer, made)).person_id == mother.actor_id
    assert not (await kept_of(session, mother.actor_id)).chats
    await offer_supply(daughter, family, option, 25)
    assert not (await kept_of(session, mother.actor_id)).supply_offers
