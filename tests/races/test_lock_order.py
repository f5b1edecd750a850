"""Whoever needs several rows waits for the first one holding no later one, and then looks anew."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.refusals import LastLine
from models.orders.cancellation import cancel_by_staff
from models.orders.delivery_slots import WindowSlot, hold_place, move_place
from models.orders.on_behalf import begin_for_caller, claim_orders
from models.orders.queries import OrderView, order_for_staff
from models.orders.shortages import strike_line
from models.orders.tables import Order
from models.orders.transitions import lock_order
from models.orders.trust import free_account, limit_account
from models.people.account_limits import AccountLimit
from models.people.callers import Caller, CallerView
from models.products.production import Promise, promise_all
from models.products.stock import Take, give_back
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits, without_waiting
from tests.support.orders import HOME, TOMORROW, fill_cart, order_cart
from tests.support.shelves import a_person, an_option, change_by, take
from tests.support.stocktaking import count_stock

Work = Callable[[AsyncSession], Awaitable[object]]


async def waits_for_the_first_alone(
    database: Database, first: Work, both: Work, second: Work
) -> None:
    """`both` waits while another has done `first`, and meanwhile a third can do `second`."""

    async def do_both() -> None:
        async with database.write() as session:
            await both(session)

    async with database.write() as holding:
        await first(holding)
        waiting = asyncio.create_task(do_both())
        await until_somebody_waits(database)
        async with without_waiting(database) as session:
            await second(session)
    await waiting


async def later_first(
    database: Database, *, made_to_order: bool
) -> tuple[OrderView, list[int], list[int]]:
    """An order of two things, the later one first; their ids and those of their products."""
    async with database.write() as session:
        stock = 0 if made_to_order else 9
        things = [
            await an_option(session, stock=stock, made_to_order=made_to_order) for _ in range(2)
        ]
        person = await a_person(session)
        await fill_upside_down(session, person, things)
        order = await order_cart(session, person, MORNING, slot=TOMORROW)
        products = [(await session.get_one(Option, thing)).product_id for thing in things]
    return order, things, products


async def fill_upside_down(session: AsyncSession, person: int, things: list[int]) -> None:
    """Put the things into the cart, the last one first."""
    for seconds, thing in enumerate(reversed(things)):
        await fill_cart(session, person, {thing: 1}, MORNING + timedelta(seconds=seconds))


@pytest.mark.parametrize("move", [take, give_back])
async def test_stock_is_taken_in_the_order_of_ids(
    postgres_database: Database, move: Callable[..., Awaitable[None]]
) -> None:
    order, (low, high), _ = await later_first(postgres_database, made_to_order=False)
    await waits_for_the_first_alone(
        postgres_database,
        lambda session: change_by(session, low, 1),
        lambda session: move(acting(session), [Take(high, 1), Take(low, 1)], order.id),
        lambda session: change_by(session, high, 1),
    )


async def test_makings_are_promised_in_the_order_of_products(postgres_database: Database) -> None:
    order, things, (low, high) = await later_first(postgres_database, made_to_order=True)

    async def order_both(session: AsyncSession) -> None:
        await fill_upside_down(session, order.person_id, things)
        await order_cart(session, order.person_id, MORNING, slot=TOMORROW)

    await waits_for_the_first_alone(
        postgres_database,
        lambda session: promise_all(session, TOMORROW.day, [Promise(low, things[0], 1, 0)]),
        order_both,
        lambda session: promise_all(session, TOMORROW.day, [Promise(high, things[1], 1, 0)]),
    )


async def test_makings_are_given_back_in_the_order_of_products(
    postgres_database: Database,
) -> None:
    order, things, (low, high) = await later_first(postgres_database, made_to_order=True)
    await waits_for_the_first_alone(
        postgres_database,
        lambda session: promise_all(session, TOMORROW.day, [Promise(low, things[0], 1, 0)]),
        lambda session: cancel_by_staff(acting(session), order.id, "rain"),
        lambda session: promise_all(session, TOMORROW.day, [Promise(high, things[1], 1, 0)]),
    )


async def two_of_a_caller(database: Database) -> tuple[int, int]:
    """Two orders of a caller that wait for a manager's yes; the earlier one was moved last."""
    async with database.write() as session:
        desk = acting(session, await a_person(session))
        caller = await begin_for_caller(desk, CallerView(HOME.phone, HOME.name), "ar")
        option = await an_option(session, stock=9)
        ids = []
        for _ in range(2):
            await fill_cart(session, caller, {option: 1}, MORNING)
            ids.append((await order_cart(session, caller, MORNING, slot=TOMORROW)).id)
        await limit_account(desk, caller, AccountLimit.held)
        for order_id in reversed(ids):
            moved = update(Order).where(Order.id == order_id)
            await session.execute(moved.values(on_hold=True, state="accepted"))
    return ids[0], ids[1]


async def of_the_caller(session: AsyncSession) -> int:
    """Who the caller is."""
    return (await session.scalars(select(Caller.person_id))).one()


async def claim_all(session: AsyncSession) -> object:
    """Claim what was ordered by the number."""
    return await claim_orders(acting(session, await a_person(session)), HOME.phone)


async def free_all(session: AsyncSession) -> None:
    """Let all that waits be accepted."""
    await free_account(acting(session), await of_the_caller(session))


@pytest.mark.parametrize("all_at_once", [claim_all, free_all])
async def test_several_orders_are_changed_in_the_order_of_their_ids(
    postgres_database: Database, all_at_once: Work
) -> None:
    low, high = await two_of_a_caller(postgres_database)
    await waits_for_the_first_alone(
        postgres_database,
        lambda session: lock_order(session, low),
        all_at_once,
        lambda session: lock_order(session, high),
    )


@pytest.mark.parametrize("forwards", [True, False])
async def test_places_are_changed_the_earlier_window_first(
    postgres_database: Database, forwards: bool
) -> None:
    early, late = (WindowSlot(date(2026, 3, day), "10:00-13:00") for day in (3, 4))
    old, new = (early, late) if forwards else (late, early)
    async with postgres_database.write() as session:
        await hold_place(session, early, 9)
        await hold_place(session, late, 9)
    await waits_for_the_first_alone(
        postgres_database,
        lambda session: hold_place(session, early, 9),
        lambda session: move_place(session, old, new, 9),
        lambda session: hold_place(session, late, 9),
    )


async def test_two_who_count_one_shelf_at_once_find_what_lies_there(
    postgres_database: Database,
) -> None:
    async with postgres_database.write() as session:
        option = await an_option(session, stock=5)

    async def count() -> None:
        async with postgres_database.write() as session:
            await count_stock(acting(session), option, 7)

    async with postgres_database.write() as counting:
        await count_stock(acting(counting), option, 7)
        again = asyncio.create_task(count())
        await until_somebody_waits(postgres_database)
    await again
    async with postgres_database.read() as session:
        assert await session.scalar(select(Option.on_hand)) == 7
        assert await discrepancies(session) == []


async def test_two_who_strike_the_last_two_lines_at_once_leave_one(
    postgres_database: Database,
) -> None:
    order, _, _ = await later_first(postgres_database, made_to_order=False)

    async def strike() -> None:
        async with postgres_database.write() as session:
            await strike_line(acting(session), order.id, order.lines[1].id, "gone")

    async with postgres_database.write() as striking:
        await strike_line(acting(striking), order.id, order.lines[0].id, "gone")
        other = asyncio.create_task(strike())
        await until_somebody_waits(postgres_database)
    with pytest.raises(LastLine):
        await other
    async with postgres_database.read() as session:
        assert len((await order_for_staff(session, order.id)).live_lines) == 1
        assert await discrepancies(session) == []
