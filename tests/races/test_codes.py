"""Eight processes at the same order: each wrong code counts, and it is delivered once."""

from __future__ import annotations

import asyncio

import msgspec
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.kernel.calendar import dubai_day
from models.kernel.facts import FactRow, WrongCodesPiledUp
from models.kernel.refusals import CodeLocked, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.code_tries import CodeTries, hold_tries
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery, try_code
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.tables import CODE_TRIES, Order
from models.people.people import Person
from models.reports.consistency import discrepancies
from tests.races.crowd import PROCESSES, all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import TO_THE_DOOR, WIDE, an_order
from tests.support.shelves import a_person, an_option
from tests.support.threads import in_thread

FEW = msgspec.structs.replace(DEFAULT_TERMS, wrong_codes_told=4, wrong_codes_barred=6)


async def prepare(url: str) -> None:
    """An order that is out."""
    async with opened(url) as database, database.write() as session:
        option = await an_option(session, stock=5)
        order = await an_order(session, await a_person(session), {option: 2}, MORNING)
        for state in TO_THE_DOOR:
            await advance(acting(session), order.id, state)


async def the_order(session: AsyncSession) -> OrderView:
    return await order_for_staff(session, (await session.scalars(select(Order.id))).one())


async def guess(url: str, _worker: int) -> str:
    """What a wrong code was answered with."""
    async with opened(url) as database:
        async with database.read() as session:
            order = await the_order(session)
        meet()
        try:
            async with database.write() as session:
                answer = await confirm_delivery(acting(session), order.id, "wrong", order.total, "")
        except CodeLocked:
            return "refused"
        return type(answer).__name__


async def guess_by_looking(url: str, _worker: int) -> bool:
    """The same without the guard: read, add one, write; whether that was committed."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with AsyncSession(engine) as session, session.begin():
            order = (await session.scalars(select(Order))).one()
            meet()
            await asyncio.sleep(0.01)
            order.wrong_codes += 1
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


async def deliver(url: str, _worker: int) -> bool:
    """Whether this process delivered the order."""
    async with opened(url) as database:
        async with database.read() as session:
            order = await the_order(session)
            code = await delivery_code(session, order.person_id, order.id)
        meet()
        try:
            async with database.write() as session:
                await confirm_delivery(acting(session), order.id, code, order.total, "")
        except WrongState:
            return False
        return True


async def look_over(url: str) -> tuple[str, int, list[str]]:
    """Where the order stands, its wrong codes, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        order = await the_order(session)
        wrong = await discrepancies(session)
    return order.state, order.wrong_codes, wrong


def test_every_wrong_code_counts(database_url: str) -> None:
    in_thread(prepare(database_url))
    answers = sorted(all_at_once(guess, database_url))
    few = ["WrongCode"] * (CODE_TRIES - 1)
    assert answers == ["CodeLocked", *few, *["refused"] * (PROCESSES - CODE_TRIES)]
    assert in_thread(look_over(database_url)) == ("out", CODE_TRIES, [])


def test_without_the_guard_wrong_codes_are_forgotten(database_url: str) -> None:
    in_thread(prepare(database_url))
    guesses = sum(all_at_once(guess_by_looking, database_url))
    assert in_thread(look_over(database_url))[1] < guesses


async def prepare_many(url: str) -> None:
    """An order that is out for each process, and a courier."""
    async with opened(url) as database, database.write() as session:
        option, person = await an_option(session, stock=PROCESSES), await a_person(session)
        for _ in range(PROCESSES):
            order = await an_order(session, person, {option: 1}, MORNING, WIDE)
            for state in TO_THE_DOOR:
                await advance(acting(session), order.id, state)


async def the_courier_and_own(session: AsyncSession, worker: int) -> tuple[int, int]:
    """The one who tries codes in every process, and this process's own order."""
    person = (await session.scalars(select(Person.id))).one()
    return person, list(await session.scalars(select(Order.id).order_by(Order.id)))[worker]


async def guess_elsewhere(url: str, worker: int) -> str:
    """What a wrong code of the same person on an order of its own was answered with."""
    async with opened(url) as database:
        async with database.read() as session:
            courier, order_id = await the_courier_and_own(session, worker)
        meet()
        async with database.write() as session:
            answer = await try_code(acting(session, courier), order_id, "wrong", FEW)
        return type(answer).__name__


async def count_by_looking(url: str, worker: int) -> bool:
    """The same without the guard: read, add one, write; whether that was committed."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with AsyncSession(engine) as session, session.begin():
            courier, _ = await the_courier_and_own(session, worker)
            tries = await session.get_one(CodeTries, (courier, dubai_day(MORNING)))
            meet()
            await asyncio.sleep(0.01)
            tries.wrong += 1
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


async def piled_up(url: str) -> tuple[list[tuple[int, int, bool]], int]:
    """What managers hear of: tries, orders, whether it ended; and the tries that were counted."""
    async with opened(url) as database, database.read() as session:
        rows = [row.fact for row in await session.scalars(select(FactRow).order_by(FactRow.id))]
        told = [fact for fact in rows if isinstance(fact, WrongCodesPiledUp)]
        wrong = (await session.scalars(select(CodeTries.wrong))).one()
    return [(fact.tries, len(fact.order_ids), fact.barred) for fact in told], wrong


def test_wrong_codes_of_one_person_on_many_orders_are_counted_together(database_url: str) -> None:
    in_thread(prepare_many(database_url))
    answers = sorted(all_at_once(guess_elsewhere, database_url))
    assert answers == ["CodesBarred"] * (PROCESSES - 5) + ["WrongCode"] * 5
    assert in_thread(piled_up(database_url)) == ([(4, 4, False), (6, 6, True)], 6)


def test_without_the_guard_tries_of_one_person_are_forgotten(database_url: str) -> None:
    async def begin() -> None:
        await prepare_many(database_url)
        async with opened(database_url) as database, database.write() as session:
            courier, _ = await the_courier_and_own(session, 0)
            await hold_tries(acting(session, courier))

    in_thread(begin())
    counted = sum(all_at_once(count_by_looking, database_url))
    assert in_thread(piled_up(database_url))[1] < counted


def test_an_order_is_delivered_once_whoever_confirms(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(deliver, database_url)) == 1
    assert in_thread(look_over(database_url)) == ("delivered", 0, [])
