"""A purse that several move at once: nothing is lost, and cash is handed over once."""

from __future__ import annotations

import asyncio

from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.accounting.cash_handovers import (
    Amounts,
    CashHandover,
    HandoverState,
    confirm,
    propose,
    waiting_handovers,
)
from models.accounting.differences import BY_HAND, How, open_differences, settle
from models.accounting.ledger import Balance, purse_account
from models.accounting.purses import open_purses, purse_of
from models.kernel.facts import CodeSent, FactRow
from models.kernel.money import Money
from models.kernel.refusals import (
    AlreadySettled,
    CodeSentTooOften,
    HandoverOver,
    HandoverWaits,
    SameAmount,
)
from models.orders.cash import correct_cash
from models.orders.code_sending import MOST_SENT, send_code
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.tables import Order
from models.people.people import Person
from models.reports.consistency import discrepancies
from tests.races.crowd import PROCESSES, all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import TO_THE_DOOR, WIDE, an_order
from tests.support.shelves import a_person, an_option
from tests.support.threads import in_thread

HALF = PROCESSES // 2
TOTAL = Money.dirhams(50)


async def prepare(url: str, *, waits: bool = True, taken: Money = TOTAL) -> None:
    """A courier, then a desk; one delivered order, whose cash waits; and an order out for each."""
    async with opened(url) as database, database.write() as session:
        courier, desk = await a_person(session), await a_person(session)
        option = await an_option(session, stock=PROCESSES + 1)
        for at in range(PROCESSES + 1):
            order = await an_order(session, desk, {option: 1}, MORNING, WIDE)
            for state in TO_THE_DOOR:
                await advance(acting(session), order.id, state)
            if at == 0:
                await hand_in(session, courier, order, taken)
        if waits:
            await propose(acting(session, courier), courier, Amounts(TOTAL, TOTAL))


async def hand_in(session: AsyncSession, courier: int, order: OrderView, taken: Money) -> None:
    code = await delivery_code(session, order.person_id, order.id)
    assert not await confirm_delivery(acting(session, courier), order.id, code, taken, "slip")


async def people(session: AsyncSession) -> tuple[int, int]:
    """The courier and the desk."""
    courier, desk = await session.scalars(select(Person.id).order_by(Person.id))
    return courier, desk


async def orders(session: AsyncSession) -> list[int]:
    return list(await session.scalars(select(Order.id).order_by(Order.id)))


async def books(url: str) -> tuple[Money, list[str]]:
    """What the courier carries, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        return await purse_of(session, (await people(session))[0]), await discrepancies(session)


async def agree_or_deliver(url: str, worker: int) -> bool:
    """Half of them agree to the same handing over, the others deliver an order each."""
    async with opened(url) as database:
        async with database.read() as session:
            courier, desk = await people(session)
            (waits,) = await waiting_handovers(session)
            order = await order_for_staff(session, (await orders(session))[worker + 1])
        meet()
        try:
            async with database.write() as session:
                if worker < HALF:
                    await confirm(acting(session, desk), waits.id)
                else:
                    await hand_in(session, courier, order, TOTAL)
        except HandoverOver:
            return False
        return True


def test_handing_over_while_delivering_loses_nothing(database_url: str) -> None:
    in_thread(prepare(database_url))
    done = all_at_once(agree_or_deliver, database_url)
    assert sum(done[:HALF]) == 1
    assert all(done[HALF:])
    assert in_thread(books(database_url)) == (TOTAL * HALF, [])


async def move_by_looking(url: str, _worker: int) -> bool:
    """The same without the guard: read the purse, add, write; whether that was committed."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with AsyncSession(engine) as session, session.begin():
            courier, _ = await people(session)
            kept = await session.get_one(Balance, purse_account(courier))
            meet()
            await asyncio.sleep(0.01)
            kept.amount += TOTAL
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


def test_without_the_guard_cash_is_lost_from_a_purse(database_url: str) -> None:
    in_thread(prepare(database_url))
    moved = sum(all_at_once(move_by_looking, database_url))
    assert in_thread(books(database_url))[0] < TOTAL * (moved + 1)


async def agree_by_looking(url: str, _worker: int) -> bool:
    """The same without the guard: whoever finds it waiting agrees; whether this one did."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with AsyncSession(engine) as session, session.begin():
            waits = (await session.scalars(select(CashHandover))).one()
            meet()
            if waits.state == HandoverState.open:
                waits.state, waits.decided_at = HandoverState.confirmed.value, MORNING
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


def test_without_the_guard_several_agree_to_the_same_cash(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(agree_by_looking, database_url)) > 1


async def name_an_amount(url: str, worker: int) -> bool:
    """The courier in half of them, the desk in the others; whether its amount waits now."""
    async with opened(url) as database:
        async with database.read() as session:
            sides = await people(session)
        meet()
        try:
            async with database.write() as session:
                who = acting(session, sides[worker % 2])
                await propose(who, sides[0], Amounts(TOTAL, TOTAL))
        except HandoverWaits:
            return False
        return True


def test_both_sides_at_once_name_one_amount(database_url: str) -> None:
    in_thread(prepare(database_url, waits=False))
    assert sum(all_at_once(name_an_amount, database_url)) == 1


def test_without_the_guard_several_amounts_wait(database_url: str) -> None:
    async def begin() -> None:
        await prepare(database_url, waits=False)
        async with opened(database_url) as database, database.write() as session:
            await session.execute(text("DROP INDEX ix_cash_handovers_open"))

    in_thread(begin())
    assert sum(all_at_once(name_an_amount, database_url)) == PROCESSES


async def settle_or_correct(url: str, worker: int) -> str:
    """What ended the difference in this process: a way, a correction, or nothing."""
    async with opened(url) as database:
        async with database.read() as session:
            _, desk = await people(session)
            (found,) = (await open_differences(session, 0, 9)).items
        meet()
        try:
            async with database.write() as session:
                if worker % 3 == 2:
                    await correct_cash(acting(session, desk), found.order_id or 0, TOTAL, "slip")
                    return "corrected"
                how = BY_HAND[worker % 3]
                await settle(acting(session, desk), found.id, how)
                return how
        except (AlreadySettled, SameAmount):
            return ""


def test_a_difference_is_settled_once_and_may_be_corrected_all_the_same(
    database_url: str,
) -> None:
    in_thread(prepare(database_url, waits=False, taken=Money.dirhams(40)))
    ended = sorted(filter(None, all_at_once(settle_or_correct, database_url)))
    assert ended.count("corrected") == 1
    assert len(ended) <= 2
    assert set(ended) <= {*How}
    assert in_thread(books(database_url)) == (TOTAL, [])


async def send(url: str, _worker: int) -> bool:
    """Whether this process let the code be sent."""
    async with opened(url) as database:
        async with database.read() as session:
            order_id = (await orders(session))[-1]
        meet()
        try:
            async with database.write() as session:
                await send_code(acting(session), order_id)
        except CodeSentTooOften:
            return False
        return True


def test_a_code_is_sent_a_few_times_at_most(database_url: str) -> None:
    async def sent() -> int:
        async with opened(database_url) as database, database.read() as session:
            rows = await session.scalars(select(FactRow))
            assert [purse.amount for purse in await open_purses(session)] == [TOTAL]
            return sum(isinstance(row.fact, CodeSent) for row in rows)

    in_thread(prepare(database_url))
    assert sum(all_at_once(send, database_url)) == MOST_SENT
    assert in_thread(sent()) == MOST_SENT


async def look_and_send(url: str, _worker: int) -> bool:
    """The same without the lock: count what was sent, then send; whether this one did."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    try:
        async with AsyncSession(engine) as session, session.begin():
            order = (await session.scalars(select(Order).order_by(Order.id.desc()))).first()
            assert order is not None
            rows = await session.scalars(select(FactRow).where(FactRow.order_id == order.id))
            if sum(isinstance(row.fact, CodeSent) for row in rows) >= MOST_SENT:
                return False
            meet()
            body = CodeSent(order.id)
            session.add(FactRow(body=body, at=MORNING, order_id=order.id))
    except OperationalError:
        return False
    finally:
        await engine.dispose()
    return True


def test_without_the_lock_a_code_is_sent_more_often(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(look_and_send, database_url)) > MOST_SENT
