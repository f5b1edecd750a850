"""A product's further photos are leafed to on its card, in place."""

from __future__ import annotations

from hashlib import sha256

import pytest

from handlers.dialog.actions import Action, decode_action
from handlers.dialog.actions.customer import SetQuantity, ShowProduct
from handlers.dialog.pictures import StoredPhoto
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.products import publishing
from models.products.photos import keep_photo
from tests.handlers.people import customer
from tests.handlers.shelf import add_photo, add_product, only_option, option_ids
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import word

SIZES = (("صغير", "Small", 50, 5), ("كبير", "Large", 90, 5))


async def add_photos(turns: Turns, product_id: int, count: int) -> list[StoredPhoto]:
    """Give a product so many photos; out they come in their order."""
    kept = [sha256(f"{product_id}.{at}".encode()).hexdigest() for at in range(count)]
    async with turns.database.write() as session:
        for name in kept:
            await keep_photo(session, name, b"a picture", 800, 600, turns.clock())
        await publishing.set_photos(acting(session, now=turns.clock()), product_id, kept)
    return [StoredPhoto(name) for name in kept]


async def shown(talk: Talk, action: Action) -> object:
    """The picture of the card that the press shows."""
    await talk.presses_old(action)
    return talk.cards[0].picture


async def test_each_photo_comes_in_place_and_the_last_is_the_last(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    product_id = await add_product(turns, "دخون")
    photos = await add_photos(turns, product_id, 3)
    talk = await customer(turns)
    assert await shown(talk, ShowProduct(product_id)) == photos[0]
    for press, at in (("›", 1), ("›", 2), ("‹", 1), ("‹", 0)):
        await talk.presses(press)
        assert talk.cards[0].picture == photos[at]
        assert talk.reply.in_place
        assert f"{at + 1}/3" in talk.labels
        assert ("‹" in talk.labels, "›" in talk.labels) == (at > 0, at < 2)


async def test_the_photo_stays_while_the_thing_is_chosen(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون", options=SIZES)
    photos = await add_photos(turns, product_id, 2)
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(product_id))
    for press in ("›", "كبير", word("product-add"), "➕"):
        await talk.presses(press)
        assert talk.cards[0].picture == photos[1]
    assert "كبير" in " ".join(label for label in talk.labels if "✓" in label or "✅" in label)


@pytest.mark.parametrize("photos", [0, 1])
async def test_without_further_photos_nothing_leads_to_any(turns: Turns, photos: int) -> None:
    product_id = await add_product(turns, "دخون")
    if photos:
        await add_photo(turns, product_id)
    talk = await customer(turns)
    await talk.presses_old(ShowProduct(product_id))
    assert word("product-add") in talk.labels
    assert not any("/" in label or "›" in label for label in talk.labels)


@pytest.mark.parametrize("photo", [-1, 2, 10**9])
async def test_a_photo_that_is_not_there_is_the_first(turns: Turns, photo: int) -> None:
    product_id = await add_product(turns, "دخون", options=SIZES)
    photos = await add_photos(turns, product_id, 2)
    small, _ = await option_ids(turns, product_id)
    talk = await customer(turns)
    asked = ShowProduct(product_id, small, photo=photo)
    assert await shown(talk, asked) == photos[0]
    assert "1/2" in talk.labels


async def test_buttons_of_cards_that_knew_one_photo_still_work(turns: Turns) -> None:
    product_id = await add_product(turns, "دخون")
    photos = await add_photos(turns, product_id, 2)
    option = await only_option(turns, product_id)
    talk = await customer(turns)
    old_card = decode_action(f'["p",{product_id},{option},"","",0]')
    old_more = decode_action(f'["q",{option},2,true,"","",0]')
    assert isinstance(old_card, ShowProduct)
    assert isinstance(old_more, SetQuantity)
    for old in (old_card, old_more):
        assert await shown(talk, old) == photos[0]
