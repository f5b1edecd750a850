"""A manager closes a day while somebody orders for it: no order lies there unseen."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carts import checkout_token, read_cart
from models.orders.checkout import Checkout, begin_order, figures, finish_order
from models.orders.closed_windows import count_in_closed
from models.orders.delivery_plan import Closure, DeliveryPlan, target_of
from models.orders.plan_changes import close_days
from models.orders.pricing import amounts_of
from models.orders.rescheduling import reschedule
from models.orders.saved_plan import hold_plan, plan_now
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import HOME, TOMORROW, an_order, fill_cart
from tests.support.shelves import a_person, an_option

CLOSED = Closure(TOMORROW.day, TOMORROW.day)


async def a_full_cart(database: Database) -> int:
    """Somebody who wants one thing."""
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=9)
        await fill_cart(session, person, {option: 1}, MORNING)
    return person


async def place(session: AsyncSession, person: int, plan: DeliveryPlan) -> None:
    """Order for tomorrow by that plan."""
    cart = await read_cart(session, person)
    shown = figures(cart, amounts_of(cart.items, plan, target_of(HOME)))
    token = await checkout_token(session, person)
    checkout = Checkout(token, shown, HOME, TOMORROW)
    begun = await begin_order(acting(session, person), checkout, plan, DEFAULT_TERMS)
    await finish_order(session, begun)


async def close(database: Database) -> int:
    """Close tomorrow; how many orders the answer counts in it."""
    async with database.write() as session:
        plan = await close_days(acting(session), DEFAULT_TERMS, CLOSED)
        return await count_in_closed(session, plan, MORNING)


async def orders_and_answer(
    database: Database, read: Callable[[AsyncSession], Awaitable[DeliveryPlan]]
) -> tuple[int, int]:
    """Who ordered first has read the plan by `read`: orders in the closed day, and those counted.

    The day is closed after the plan was read, and before the order is committed.
    """
    person = await a_full_cart(database)
    async with database.write() as session:
        plan = await read(session)
        closing = asyncio.create_task(close(database))
        if read is held or database.is_sqlite:
            await until_somebody_waits(database)
        else:
            await closing
        await place(session, person, plan)
    counted = await closing
    async with database.read() as session:
        assert await discrepancies(session) == []
        now = await plan_now(session, DEFAULT_TERMS)
        return await count_in_closed(session, now, MORNING), counted


async def held(session: AsyncSession) -> DeliveryPlan:
    """The plan, held as whoever orders holds it."""
    return await hold_plan(session, DEFAULT_TERMS)


async def only_looked_at(session: AsyncSession) -> DeliveryPlan:
    """The plan, without the guard."""
    return await plan_now(session, DEFAULT_TERMS)


async def test_an_order_placed_meanwhile_is_counted(database: Database) -> None:
    assert await orders_and_answer(database, held) == (1, 1)


async def test_without_holding_the_plan_it_would_lie_there_unseen(
    postgres_database: Database,
) -> None:
    assert await orders_and_answer(postgres_database, only_looked_at) == (1, 0)


async def test_who_comes_after_the_closing_is_refused(database: Database) -> None:
    person = await a_full_cart(database)

    async def order() -> None:
        async with database.write() as session:
            await place(session, person, await held(session))

    async with database.write() as session:
        plan = await close_days(acting(session), DEFAULT_TERMS, CLOSED)
        ordering = asyncio.create_task(order())
        await until_somebody_waits(database)
        assert await count_in_closed(session, plan, MORNING) == 0
    with pytest.raises(NoWindow):
        await ordering


async def test_an_order_moved_into_it_meanwhile_is_counted(database: Database) -> None:
    async with database.write() as session:
        person, option = await a_person(session), await an_option(session, stock=9)
        order = await an_order(session, person, {option: 1}, MORNING)
        later = (await plan_now(session, DEFAULT_TERMS)).windows_on(TOMORROW.day)[1]
    slot = type(TOMORROW)(TOMORROW.day, later.key)
    async with database.write() as session:
        await reschedule(acting(session), order.id, slot, DEFAULT_TERMS)
        closing = asyncio.create_task(close(database))
        await until_somebody_waits(database)
    assert await closing == 1


async def test_many_order_at_once_holding_the_plan_together(postgres_database: Database) -> None:
    people = [await a_full_cart(postgres_database) for _ in range(2)]
    async with postgres_database.write() as first:
        plan = await held(first)
        async with postgres_database.write() as second:
            await place(second, people[1], await held(second))
        await place(first, people[0], plan)
    async with postgres_database.read() as session:
        assert await discrepancies(session) == []
