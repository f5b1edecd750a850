"""What many want is waited for in one order, by whoever orders, cancels or hands over."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.family_days import Ordered, count_sales
from models.accounting.ledger import CASH, CENTRE_LOSSES, move_balances
from models.kernel.database import Database
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.change_kinds import More, NewLines, Off
from models.orders.change_preview import preview
from models.orders.changes import change_by_staff
from models.orders.code_tries import hold_tries
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import hold_place
from models.orders.door import refuse_order
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.holds import Needs, take_needs
from models.orders.queries import OrderView, delivery_code
from models.orders.transitions import lock_order
from models.products.production import Promise, promise_all
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits, without_waiting
from tests.support.orders import TO_THE_DOOR, TOMORROW, fill_cart, order_cart
from tests.support.shelves import a_family, a_person, an_option, change_by

Work = Callable[[AsyncSession, OrderView], Awaitable[object]]
PLACES = 9


async def an_order_of_both_kinds(database: Database) -> OrderView:
    """An order of a thing with stock and, last, of one that is made to order."""
    async with database.write() as session:
        family, person = await a_family(session), await a_person(session)
        stocked = await an_option(session, stock=9, family_id=family)
        made = await an_option(session, made_to_order=True, family_id=family)
        await fill_cart(session, person, {stocked: 1, made: 1}, MORNING)
        return await order_cart(session, person, MORNING, slot=TOMORROW)


async def take_stock(session: AsyncSession, order: OrderView) -> None:
    await change_by(session, order.lines[0].option_id, 1)


async def promise_one(session: AsyncSession, order: OrderView) -> None:
    made = order.lines[1]
    await promise_all(session, order.day, [Promise(made.product_id, made.option_id, 1, 0)])


async def count_one(session: AsyncSession, order: OrderView) -> None:
    await count_sales(session, Ordered(order.placed_at, order.bazaar_id), order.lines[:1])


async def hold_one(session: AsyncSession, _order: OrderView) -> None:
    await hold_place(session, TOMORROW, PLACES)


async def order_the_same(session: AsyncSession, order: OrderView) -> None:
    made = order.lines[1]
    promises = (Promise(made.product_id, made.option_id, 1, 0),)
    placed = Ordered(order.placed_at, order.bazaar_id)
    await take_needs(session, Needs(placed, order.lines, TOMORROW, PLACES, promises))


async def cancel_it(session: AsyncSession, order: OrderView) -> None:
    await cancel_by_staff(acting(session), order.id, "rain")


async def change_it(session: AsyncSession, order: OrderView) -> None:
    """One more of each thing, and one less of it: another price would be another line."""
    stocked, made = order.lines
    off = (Off(stocked.id, 1), Off(made.id, 1))
    more = (More(stocked.option_id, 2), More(made.option_id, 2))
    change = NewLines(off, more)
    agreed = (await preview(session, order, change, plan_of_terms(DEFAULT_TERMS))).agreed
    await change_by_staff(acting(session), order.id, change, DEFAULT_TERMS, agreed)


async def window_first(session: AsyncSession, order: OrderView) -> None:
    """The same without the order: the window, and then what is before it."""
    await hold_one(session, order)
    await count_one(session, order)


async def hold_days_tries(session: AsyncSession, order: OrderView) -> None:
    await hold_tries(acting(session, order.person_id))


async def hold_order(session: AsyncSession, order: OrderView) -> None:
    await lock_order(session, order.id)


async def book_one(session: AsyncSession, _order: OrderView) -> None:
    await move_balances(session, [{"account": CASH, "amount": Money(1), "event": "test"}])


async def hand_over(session: AsyncSession, order: OrderView) -> None:
    """Deliver it by its code; whose code it is does not matter here."""
    code = await delivery_code(session, order.person_id, order.id)
    courier = order.person_id
    assert not await confirm_delivery(acting(session, courier), order.id, code, order.total, "")


async def lose_one(session: AsyncSession, _order: OrderView) -> None:
    await move_balances(session, [{"account": CENTRE_LOSSES, "amount": Money(1), "event": "test"}])


async def refuse_it(session: AsyncSession, order: OrderView) -> None:
    """Give it up at the door; what was made for it is borne by the centre."""
    await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)


async def order_first(session: AsyncSession, order: OrderView) -> None:
    """The same without the order: the order, and then what is before it."""
    await hold_order(session, order)
    await hold_days_tries(session, order)


OF_HANDOVER: tuple[Work, ...] = (hold_days_tries, hold_order, count_one, book_one)
OF_REFUSAL: tuple[Work, ...] = (hold_order, promise_one, count_one, lose_one)
OF_CHANGE: tuple[Work, ...] = (hold_order, take_stock, promise_one, count_one, hold_one)
STEPS: tuple[Work, ...] = (take_stock, promise_one, count_one, hold_one)


async def waits_holding_none_of(
    database: Database, order: OrderView, first: Work, work: Work, later: tuple[Work, ...]
) -> None:
    """`work` waits for who has done `first`, and meanwhile others can do what is `later`."""

    async def do() -> None:
        async with database.write() as session:
            await work(session, order)

    async with database.write() as holding:
        await first(holding, order)
        waiting = asyncio.create_task(do())
        try:
            await until_somebody_waits(database)
            for step in later:
                async with without_waiting(database) as session:
                    await step(session, order)
        finally:
            await holding.rollback()
            await waiting


@pytest.mark.parametrize("work", [order_the_same, cancel_it])
@pytest.mark.parametrize("at", range(len(STEPS) - 1))
async def test_what_more_people_want_is_not_held_by_who_waits(
    postgres_database: Database, work: Work, at: int
) -> None:
    order = await an_order_of_both_kinds(postgres_database)
    await waits_holding_none_of(postgres_database, order, STEPS[at], work, STEPS[at + 1 :])


async def test_with_the_window_first_others_wait_for_who_waits(
    postgres_database: Database,
) -> None:
    """The danger: one who waits for a family's figures holds everybody's window."""
    order = await an_order_of_both_kinds(postgres_database)
    with pytest.raises(DBAPIError, match="lock timeout"):
        await waits_holding_none_of(postgres_database, order, count_one, window_first, (hold_one,))


@pytest.mark.parametrize("at", range(len(OF_CHANGE) - 1))
async def test_who_changes_an_order_waits_holding_nothing_later(
    postgres_database: Database, at: int
) -> None:
    order = await an_order_of_both_kinds(postgres_database)
    await waits_holding_none_of(
        postgres_database, order, OF_CHANGE[at], change_it, OF_CHANGE[at + 1 :]
    )


async def sent_out(database: Database) -> OrderView:
    """The same order, on its way, and of each of its steps a row that is held."""
    order = await an_order_of_both_kinds(database)
    async with database.write() as session:
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)
        await hold_days_tries(session, order)
        await book_one(session, order)
    return order


@pytest.mark.parametrize("at", range(len(OF_HANDOVER) - 1))
async def test_who_hands_over_waits_holding_nothing_later(
    postgres_database: Database, at: int
) -> None:
    order = await sent_out(postgres_database)
    await waits_holding_none_of(
        postgres_database, order, OF_HANDOVER[at], hand_over, OF_HANDOVER[at + 1 :]
    )


@pytest.mark.parametrize("at", range(len(OF_REFUSAL) - 1))
async def test_who_gives_an_order_up_waits_holding_nothing_later(
    postgres_database: Database, at: int
) -> None:
    order = await sent_out(postgres_database)
    async with postgres_database.write() as session:
        await lose_one(session, order)
    await waits_holding_none_of(
        postgres_database, order, OF_REFUSAL[at], refuse_it, OF_REFUSAL[at + 1 :]
    )


async def test_with_the_order_before_the_days_tries_others_wait_for_who_waits(
    postgres_database: Database,
) -> None:
    """The danger: one who waits for a person's day holds an order that others want."""
    order = await sent_out(postgres_database)
    with pytest.raises(DBAPIError, match="lock timeout"):
        await waits_holding_none_of(
            postgres_database, order, hold_days_tries, order_first, (hold_order,)
        )
