"""Photos that nothing refers to are forgotten, and only those."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_day
from models.kernel.database import Database
from models.kernel.prepared import InlineSession
from models.messaging import photo_cleanup
from models.messaging.accounts import Account
from models.messaging.conversations import Conversation
from models.messaging.outbox import mark_sent
from models.messaging.owing import owe, owed_id
from models.messaging.photo_cleanup import UNUSED_FOR, forget_unused_photos, unused_photos
from models.messaging.web_messages import add_message, open_page
from models.orders.code_tries import CodeTries
from models.orders.fulfilment import advance
from models.orders.handover import confirm_without_code
from models.orders.queries import OrderView
from models.orders.tables import CODE_TRIES, Order
from models.products.photos import keep_photo
from models.products.publishing import set_photos
from models.products.tables import Option, Photo
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_person, an_option

OLD, USED = "0" * 64, "1" * 64
MANY = 1_000
"""Messages on a page; what they take stands out from what every look takes beside them."""


@pytest_asyncio.fixture(loop_scope="session")
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

    @asynccontextmanager
    async def the_same() -> AsyncIterator[AsyncSession]:
        yield session

    before = clock() - UNUSED_FOR
    await forget_unused_photos(session, await unused_photos(the_same, before), before)
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
    await set_photos(acting(photos, now=clock()), product, [OLD, USED])
    assert await left(photos, clock) == {OLD, USED}
    await set_photos(acting(photos, now=clock()), product, [USED])
    assert await left(photos, clock) == {USED}


async def test_the_photo_of_a_delivery_stays(photos: AsyncSession, clock: HandClock) -> None:
    option = await an_option(photos, stock=5)
    order = await an_order(photos, await a_person(photos), {option: 1}, clock())
    for state in TO_THE_DOOR:
        await advance(acting(photos, now=clock()), order.id, state)
    await photos.execute(update(Order).values(wrong_codes=CODE_TRIES))
    await confirm_without_code(acting(photos, now=clock()), order.id, order.total, "phone", USED)
    assert await left(photos, clock) == {USED}


async def test_the_photo_of_a_delivery_whose_code_was_not_locked_stays(
    photos: AsyncSession, clock: HandClock
) -> None:
    """A manager who gave too many wrong codes that day confirms any order so."""
    option, manager = await an_option(photos, stock=5), await a_person(photos)
    order = await an_order(photos, await a_person(photos), {option: 1}, clock())
    for state in TO_THE_DOOR:
        await advance(acting(photos, now=clock()), order.id, state)
    photos.add(CodeTries(person_id=manager, day=dubai_day(clock()), wrong=99, order_ids=[]))
    await photos.flush()
    await confirm_without_code(
        acting(photos, manager, clock()), order.id, order.total, "phone", USED
    )
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


async def in_question(session: AsyncSession, account: int) -> None:
    """A photo is in the answers of a question."""
    session.add(Conversation(account_id=account, state=f'{{"photos":["{USED}"]}}'))
    await session.flush()


async def no_more_in_question(session: AsyncSession) -> None:
    await session.execute(update(Conversation).values(state=None))


async def into_an_order(session: AsyncSession, order: OrderView, clock: HandClock) -> None:
    """The photo of a question becomes the proof of a delivery."""
    await no_more_in_question(session)
    await confirm_without_code(acting(session, now=clock()), order.id, order.total, "phone", USED)


async def to_a_page(session: AsyncSession, account: int, clock: HandClock) -> None:
    """The photo of a question goes onto a page."""
    await no_more_in_question(session)
    await open_page(session, account)
    await add_message(session, account, f'{{"photo":"{USED}"}}', clock())


async def forgotten_while_it_goes_on(
    database: Database, clock: HandClock, goes_on_at: int, *, to_page: bool
) -> tuple[bool, bool]:
    """Whether a photo that went on at the n-th look was forgotten, and whether there was one."""
    async with database.write() as session:
        await keep_photo(session, USED, b"jpeg", 10, 10, clock())
        account = await an_account(session, clock)
        await in_question(session, account)
        option = await an_option(session, stock=5)
        order = await an_order(session, await a_person(session), {option: 1}, clock())
        for state in TO_THE_DOOR:
            await advance(acting(session, now=clock()), order.id, state)
        await session.execute(update(Order).values(wrong_codes=CODE_TRIES))
    clock.advance(days=2)
    looks = 0

    @asynccontextmanager
    async def read() -> AsyncIterator[AsyncSession]:
        nonlocal looks
        looks += 1
        if looks == goes_on_at:
            async with database.write() as session:
                if to_page:
                    await to_a_page(session, account, clock)
                else:
                    await into_an_order(session, order, clock)
        async with database.read() as session:
            yield session

    before = clock() - UNUSED_FOR
    unused = await unused_photos(read, before)
    async with database.write() as session:
        gone = await forget_unused_photos(session, unused, before)
    return gone > 0, looks >= goes_on_at


LOOKS = 10


@pytest.mark.parametrize("to_page", [True, False])
@pytest.mark.parametrize("goes_on_at", range(1, LOOKS + 1))
async def test_what_goes_on_while_it_is_looked_for_stays(
    sqlite_database: Database, clock: HandClock, goes_on_at: int, to_page: bool
) -> None:
    gone, _ = await forgotten_while_it_goes_on(sqlite_database, clock, goes_on_at, to_page=to_page)
    assert not gone


async def test_looked_for_the_other_way_round_it_is_lost(
    sqlite_url: str, clock: HandClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The twin: it goes from where it was not looked for yet to where it was."""
    there = photo_cleanup.sources()
    monkeypatch.setattr(photo_cleanup, "sources", lambda: there[::-1])
    lost = []
    for goes_on_at in range(1, LOOKS + 1):
        path = tmp_path / f"{goes_on_at}.db"
        shutil.copyfile(sqlite_url.removeprefix("sqlite:///"), path)
        async with opened(f"sqlite:///{path}") as database:
            gone, was_there = await forgotten_while_it_goes_on(
                database, clock, goes_on_at, to_page=False
            )
        lost += [goes_on_at] if gone and was_there else []
    assert lost


async def test_what_was_listed_or_sent_again_since_it_was_looked_for_stays(
    photos: AsyncSession, clock: HandClock
) -> None:
    before = clock() - UNUSED_FOR
    product = (await photos.get_one(Option, await an_option(photos))).product_id
    await set_photos(acting(photos, now=clock()), product, [USED])
    await keep_photo(photos, OLD, b"jpeg", 10, 10, clock())
    assert await forget_unused_photos(photos, [OLD, USED], before) == 0


async def test_each_look_goes_through_few_rows(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many messages there are on pages, and however many orders were confirmed so."""
    monkeypatch.setattr(photo_cleanup, "AT_ONCE", 10)
    few = await longest_look(sqlite_database, clock, 20)
    assert await longest_look(sqlite_database, clock, MANY) < 1.5 * few


async def test_all_in_one_look_goes_through_all_rows(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin."""
    monkeypatch.setattr(photo_cleanup, "AT_ONCE", 10_000)
    few = await longest_look(sqlite_database, clock, 20)
    assert await longest_look(sqlite_database, clock, MANY) > 3 * few


async def longest_look(database: Database, clock: HandClock, more: int) -> int:
    """The steps of the longest look, with so many messages more on a page that name a photo."""
    async with database.write() as session:
        account = await session.scalar(select(Account.id)) or await an_account(session, clock)
        await open_page(session, account)
        await keep_photo(session, OLD, b"jpeg", 10, 10, clock())
        for _ in range(more):
            await add_message(session, account, f'{{"photo":"{USED}"}}', clock())
    longest = 0

    @asynccontextmanager
    async def read() -> AsyncIterator[AsyncSession]:
        nonlocal longest
        async with database.read() as session:
            with steps_in(session) as steps:
                yield session
            longest = max(longest, len(steps))

    assert await unused_photos(read, clock() + UNUSED_FOR) == [OLD]
    return longest


@contextmanager
def steps_in(session: AsyncSession) -> Iterator[list[int]]:
    """One entry for each step that SQLite's machine takes in this session."""
    steps: list[int] = []
    assert isinstance(session, InlineSession)
    raw = session.raw
    raw.set_progress_handler(lambda: steps.append(1), 1)
    try:
        yield steps
    finally:
        raw.set_progress_handler(None, 1)
