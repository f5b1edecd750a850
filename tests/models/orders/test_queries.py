"""Orders as customers and staff read them."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.carts import cart_quantities
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.lists import OrderList, orders_listed
from models.orders.own_orders import orders_of
from models.orders.queries import (
    count_by_state,
    delivery_code,
    order_by_number,
    order_for_staff,
    order_of,
)
from models.orders.reorder import Again, order_again
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.products.stock import take_in
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import an_order, fill_cart, order_cart
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option
from tests.support.stocktaking import count_stock


async def test_an_order_is_read_by_its_customer_and_by_staff(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=5)
    order = await an_order(session, person, {option: 2}, MORNING)
    assert await order_of(session, person, order.id) == order
    assert await order_for_staff(session, order.id) == order
    assert await order_by_number(session, order.number) == order.id
    assert len(await delivery_code(session, person, order.id)) == 4


async def test_nobody_reads_the_order_of_somebody_else(session: AsyncSession) -> None:
    person, stranger = await a_person(session), await a_person(session)
    option = await an_option(session, stock=5)
    order = await an_order(session, person, {option: 2}, MORNING)
    async with refused(session, NotFound):
        await order_of(session, stranger, order.id)
    async with refused(session, NotFound):
        await order_for_staff(session, order.id + 1)
    unused = "000000" if order.number != "000000" else "000001"
    assert await order_by_number(session, unused) is None
    assert (await orders_of(session, stranger, 0, 5)).items == ()


async def test_a_customer_sees_the_newest_orders_first_by_pages(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=50)
    ids = [(await an_order(session, person, {option: 1}, MORNING)).id for _ in range(5)]
    first = await orders_of(session, person, 0, 2)
    last = await orders_of(session, person, 2, 2)
    assert ([brief.id for brief in first.items], first.more) == ([ids[4], ids[3]], True)
    assert ([brief.id for brief in last.items], last.more) == ([ids[0]], False)


async def test_staff_see_first_what_goes_out_first(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=50)
    slots = [
        WindowSlot(date(2026, 3, 5), "10:00-13:00"),
        WindowSlot(date(2026, 3, 3), "16:00-20:00"),
        WindowSlot(date(2026, 3, 3), "10:00-13:00"),
    ]
    ids = []
    for slot in slots:
        await fill_cart(session, person, {option: 2}, MORNING)
        ids.append((await order_cart(session, person, MORNING, slot=slot)).id)
    page = await orders_listed(session, OrderList("placed"), MORNING, 8)
    assert [brief.id for brief in page.items] == ids[::-1]
    brief = page.items[0]
    assert (brief.total, brief.name) == (Money.dirhams(85), "Maryam")
    await advance(acting(session), ids[1], OrderState.accepted)
    assert await count_by_state(session) == {"placed": 2, "accepted": 1}
    assert await count_by_state(session, [OrderState.accepted]) == {"accepted": 1}
    placed = await orders_listed(session, OrderList("placed"), MORNING, 8)
    assert [brief.id for brief in placed.items] == [ids[2], ids[0]]
    for order_id in ids[::2]:
        await cancel_by_staff(acting(session), order_id, "")
    closed = await orders_listed(session, OrderList("cancelled"), MORNING, 8)
    assert [brief.id for brief in closed.items] == [ids[0], ids[2]]


async def test_a_struck_line_counts_no_more_in_the_list(session: AsyncSession) -> None:
    person = await a_person(session)
    first, second = await an_option(session, stock=5), await an_option(session, stock=5)
    order = await an_order(session, person, {first: 2, second: 1}, MORNING)
    await strike_line(acting(session), order.id, order.lines[0].id, "")
    (brief,) = (await orders_of(session, person, 0, 5)).items
    assert brief.total == Money.dirhams(50)
    kept = order.lines[1]
    assert (brief.first_ar, brief.first_en, brief.things) == (kept.name_ar, kept.name_en, 1)


async def test_what_was_ordered_comes_into_the_cart_again_once(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    stocked = await an_option(session, stock=9)
    made = await an_option(session, made_to_order=True)
    order = await an_order(session, person, {stocked: 3, made: 2}, MORNING)
    await fill_cart(session, person, {stocked: 1, made: 4}, clock())
    for _ in range(2):
        again = await order_again(acting(session, person, clock()), order.id, DEFAULT_TERMS)
        assert again == Again(added=2)
        assert await cart_quantities(session, person) == {stocked: 3, made: 4}


async def test_ordering_again_brings_what_was_partly_missing_in_full(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    option, other = await an_option(session, stock=9), await an_option(session, stock=9)
    order = await an_order(session, person, {option: 3, other: 1}, MORNING)
    await strike_line(acting(session), order.id, order.lines[0].id, "", 1)
    again = await order_again(acting(session, person, clock()), order.id, DEFAULT_TERMS)
    assert again == Again(added=2)
    assert await cart_quantities(session, person) == {option: 3, other: 1}


async def test_ordering_again_takes_what_there_is_and_names_the_rest(
    session: AsyncSession, clock: HandClock
) -> None:
    person = await a_person(session)
    fewer, gone = await an_option(session, stock=5), await an_option(session, stock=5)
    order = await an_order(session, person, {fewer: 4, gone: 1}, MORNING)
    await take_in(acting(session, now=clock()), fewer, 2)
    await count_stock(acting(session, now=clock()), gone, 0)
    again = await order_again(acting(session, person, clock()), order.id, DEFAULT_TERMS)
    assert again.added == 1
    assert [line.option_id for line in again.missing] == [gone]
    assert [line.option_id for line in again.fewer] == [fewer]
    assert await cart_quantities(session, person) == {fewer: 3}


async def test_the_order_of_somebody_else_is_not_ordered_again(session: AsyncSession) -> None:
    person, stranger = await a_person(session), await a_person(session)
    option = await an_option(session, stock=5)
    order = await an_order(session, person, {option: 2}, MORNING)
    async with refused(session, NotFound):
        await order_again(acting(session, stranger), order.id, DEFAULT_TERMS)
