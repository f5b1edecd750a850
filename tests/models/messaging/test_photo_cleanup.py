"""Photos that nothing refers to are forgotten, and only those."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_day
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.outbox import mark_sent, owe, owed_id
from models.messaging.photo_cleanup import UNUSED_FOR, forget_unused_photos
from models.messaging.web_messages import add_message, open_page
from models.orders.code_tries import CodeTries
from models.orders.fulfilment import advance
from models.orders.handover import confirm_without_code
from models.orders.tables import CODE_TRIES, Order
from models.products.photos import keep_photo
from models.products.publishing import set_photos
from models.products.tables import Option, Photo
from tests.support.clock import HandClock
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_person, an_option

OLD, USED = "0" * 64, "1" * 64


@pytest.fixture
async def photos(session: AsyncSession, clock: HandClock) -> AsyncSession:
    """Two photos of yesterday; whatever is to be in use is the second."""
    for name in (OLD, USED):
        await keep_photo(session, name, b"jpeg", 10, 10, clock())
    clock.advance(days=1, minutes=1)
    return session


async def an_account(session: AsyncSession, clock: HandClock) -> int:
    """Somebody's account."""
    person = await a_person(session)
    account = Account(person_id=person, channel="web", external_id="w", added_at=clock())
    session.add(account)
    await session.flush()
    return account.id


async def left(session: AsyncSession, clock: HandClock) -> set[str]:
    """The photos that are still there after the housekeeping."""
    await forget_unused_photos(session, clock() - UNUSED_FOR)
    return set(await session.scalars(select(Photo.hash)))


async def test_what_was_sent_today_waits_to_be_used(
    session: AsyncSession, clock: HandClock
) -> None:
    await keep_photo(session, OLD, b"jpeg", 10, 10, clock())
    clock.advance(hours=23)
    assert await left(session, clock) == {OLD}
    clock.advance(hours=2)
    assert await left(session, clock) == set()


async def test_what_is_sent_again_is_as_new(photos: AsyncSession, clock: HandClock) -> None:
    await keep_photo(photos, USED, b"jpeg", 10, 10, clock())
    assert await left(photos, clock) == {USED}


async def test_a_products_photos_stay_and_those_they_replaced_go(
    photos: AsyncSession, clock: HandClock
) -> None:
    product = (await photos.get_one(Option, await an_option(photos))).product_id
    await set_photos(photos, product, [OLD, USED], None, clock())
    assert await left(photos, clock) == {OLD, USED}
    await set_photos(photos, product, [USED], None, clock())
    assert await left(photos, clock) == {USED}


async def test_the_photo_of_a_delivery_stays(photos: AsyncSession, clock: HandClock) -> None:
    option = await an_option(photos, stock=5)
    order = await an_order(photos, await a_person(photos), {option: 1}, clock())
    for state in TO_THE_DOOR:
        await advance(photos, order.id, state, None, clock())
    await photos.execute(update(Order).values(wrong_codes=CODE_TRIES))
    await confirm_without_code(photos, order.id, order.total, "phone", USED, None, clock())
    assert await left(photos, clock) == {USED}


async def test_the_photo_of_a_delivery_whose_code_was_not_locked_stays(
    photos: AsyncSession, clock: HandClock
) -> None:
    """A manager who gave too many wrong codes that day confirms any order so."""
    option, manager = await an_option(photos, stock=5), await a_person(photos)
    order = await an_order(photos, await a_person(photos), {option: 1}, clock())
    for state in TO_THE_DOOR:
        await advance(photos, order.id, state, None, clock())
    photos.add(CodeTries(person_id=manager, day=dubai_day(clock()), wrong=99, order_ids=[]))
    await photos.flush()
    await confirm_without_code(photos, order.id, order.total, "phone", USED, manager, clock())
    assert await left(photos, clock) == {USED}


async def test_a_question_that_holds_one_keeps_it(photos: AsyncSession, clock: HandClock) -> None:
    account = await an_account(photos, clock)
    photos.add(Conversation(account_id=account, state=f'{{"photos":["{USED}"]}}'))
    await photos.flush()
    assert await left(photos, clock) == {USED}
    await photos.execute(update(Conversation).values(state=None))
    assert await left(photos, clock) == set()


async def test_a_message_that_is_owed_keeps_it_until_it_is_sent(
    photos: AsyncSession, clock: HandClock
) -> None:
    account = await an_account(photos, clock)
    await owe(photos, account, "key", f'{{"k":"photo","hash":"{USED}"}}', clock())
    assert await left(photos, clock) == {USED}
    await mark_sent(photos, await owed_id(photos, "key"), clock())
    assert await left(photos, clock) == set()


async def test_a_page_that_shows_one_keeps_it(photos: AsyncSession, clock: HandClock) -> None:
    account = await an_account(photos, clock)
    await open_page(photos, account)
    await add_message(photos, account, f'{{"photo":"{USED}"}}', clock())
    assert await left(photos, clock) == {USED}


async def test_the_housekeeping_takes_few_steps_for_each_photo(
    sqlite_database: Database, clock: HandClock
) -> None:
    """It holds the only place to write: with a look at all photos for each it took seconds."""
    steps = (
        await steps_for(sqlite_database, 50, clock),
        await steps_for(sqlite_database, 450, clock),
    )
    assert steps[1] < 15 * steps[0]


async def steps_for(database: Database, more: int, clock: HandClock) -> int:
    """How many steps the database takes over so many more photos of products, a hundred each."""
    taken = 0

    def count() -> int:
        nonlocal taken
        taken += 1
        return 0

    async with database.write() as session:
        product = (await session.get_one(Option, await an_option(session))).product_id
        names = [f"{product:032x}{number:032x}" for number in range(more)]
        for name in names:
            await keep_photo(session, name, b"jpeg", 10, 10, clock())
        await set_photos(session, product, names, None, clock())
        raw = await (await session.connection()).get_raw_connection()
        assert raw.driver_connection is not None
        raw.driver_connection.set_progress_handler(count, 100)
        assert await forget_unused_photos(session, clock() + UNUSED_FOR) == 0
        raw.driver_connection.set_progress_handler(None, 100)
    return taken
