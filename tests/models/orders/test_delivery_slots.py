"""A day takes only so many orders and pieces, and is offered only while it can take more."""

from datetime import UTC, date, datetime

import msgspec
import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import MakingFull, NoWindow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import WindowSlot, free_windows
from models.products.tables import Product
from tests.support.clock import HandClock
from tests.support.orders import TOMORROW, an_order, fill_cart, order_cart, promised
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option


async def test_a_day_takes_only_so_many_pieces_made_to_order(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    cake = await an_option(session, made_to_order=True, daily_most=3)
    await an_order(session, person, {cake: 2}, clock())
    await fill_cart(session, person, {cake: 2}, clock())
    async with refused(session, MakingFull) as caught:
        await order_cart(session, person, clock(), slot=TOMORROW)
    assert (caught.value.option_id, caught.value.day) == (cake, TOMORROW.day)
    later = WindowSlot(date(2026, 3, 4), "10:00-13:00")
    await order_cart(session, person, clock(), slot=later)
    await fill_cart(session, person, {cake: 1}, clock())
    await order_cart(session, person, clock(), slot=TOMORROW)
    assert await promised(session) == [(TOMORROW.day, 3), (later.day, 2)]


async def test_one_order_is_not_more_than_a_day_makes(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    cake = await an_option(session, made_to_order=True)
    await fill_cart(session, person, {cake: 4}, clock())
    await session.execute(update(Product).values(daily_most=3))
    async with refused(session, MakingFull):
        await order_cart(session, person, clock())


async def test_a_window_takes_only_so_many_orders(session: AsyncSession, clock: HandClock) -> None:
    narrow = tuple(msgspec.structs.replace(window, places=2) for window in DEFAULT_TERMS.windows)
    terms = msgspec.structs.replace(DEFAULT_TERMS, windows=narrow)
    person = await a_person(session)
    option = await an_option(session, stock=5)
    for _ in range(2):
        await fill_cart(session, person, {option: 1}, clock())
        await order_cart(session, person, clock(), slot=TOMORROW, terms=terms)
    await fill_cart(session, person, {option: 1}, clock())
    async with refused(session, NoWindow):
        await order_cart(session, person, clock(), slot=TOMORROW, terms=terms)
    assert TOMORROW.window not in {
        slot.window
        for slot in await free_windows(session, plan_of_terms(terms), 0, clock())
        if slot.day == TOMORROW.day
    }


@pytest.mark.parametrize(
    "slot",
    [
        WindowSlot(date(2026, 3, 2), "16:00-20:00"),
        WindowSlot(date(2026, 3, 1), "16:00-20:00"),
        WindowSlot(date(2026, 3, 18), "10:00-13:00"),
        WindowSlot(date(2026, 3, 3), "11:00-12:00"),
    ],
    ids=["before the lead days", "yesterday", "too far ahead", "no such window"],
)
async def test_only_a_window_that_is_offered_is_taken(
    session: AsyncSession, clock: HandClock, slot: WindowSlot
) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    async with refused(session, NoWindow):
        await order_cart(session, person, clock(), slot=slot)


async def test_what_takes_longer_to_make_is_not_delivered_before(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option = await an_option(session, made_to_order=True, lead_days=5)
    await fill_cart(session, person, {option: 1}, clock())
    async with refused(session, NoWindow):
        await order_cart(session, person, clock(), slot=WindowSlot(date(2026, 3, 6), "10:00-13:00"))
    order = await order_cart(session, person, clock())
    assert order.day == date(2026, 3, 7)


async def test_windows_are_offered_from_the_first_day_on_while_they_have_places(
    session: AsyncSession, clock: HandClock
) -> None:
    first, second = (window.key for window in DEFAULT_TERMS.windows)
    slots = await free_windows(session, plan_of_terms(DEFAULT_TERMS), 0, clock(), most=3)
    assert slots == [
        WindowSlot(date(2026, 3, 3), first, 20),
        WindowSlot(date(2026, 3, 3), second, 30),
        WindowSlot(date(2026, 3, 4), first, 20),
    ]
    everything = await free_windows(session, plan_of_terms(DEFAULT_TERMS), 0, clock(), most=999)
    assert everything[-1].day == date(2026, 3, 16)
    assert len(everything) == 28
    slow = await free_windows(session, plan_of_terms(DEFAULT_TERMS), 20, clock(), most=999)
    assert (slow[0].day, slow[-1].day) == (date(2026, 3, 22), date(2026, 4, 4))


async def test_a_window_that_has_begun_is_not_offered(
    session: AsyncSession, clock: HandClock
) -> None:
    terms = msgspec.structs.replace(DEFAULT_TERMS, lead_days=0)
    slots = await free_windows(session, plan_of_terms(terms), 0, clock(), most=1)
    assert slots == [WindowSlot(date(2026, 3, 2), "16:00-20:00", 30)]
    clock.advance(hours=4)
    slots = await free_windows(session, plan_of_terms(terms), 0, clock(), most=1)
    assert slots == [WindowSlot(date(2026, 3, 3), "10:00-13:00", 20)]


async def test_a_window_without_places_is_never_taken(
    session: AsyncSession, clock: HandClock
) -> None:
    closed = tuple(msgspec.structs.replace(window, places=0) for window in DEFAULT_TERMS.windows)
    terms = msgspec.structs.replace(DEFAULT_TERMS, windows=closed)
    person = await a_person(session)
    option = await an_option(session, stock=5)
    await fill_cart(session, person, {option: 1}, clock())
    assert await free_windows(session, plan_of_terms(terms), 0, clock()) == []
    async with refused(session, NoWindow):
        await order_cart(session, person, clock(), slot=TOMORROW, terms=terms)


async def test_the_day_is_the_day_in_dubai(session: AsyncSession, clock: HandClock) -> None:
    clock.now = datetime(2026, 3, 2, 20, 30, tzinfo=UTC)
    slots = await free_windows(session, plan_of_terms(DEFAULT_TERMS), 0, clock(), most=1)
    assert slots[0].day == date(2026, 3, 4)
