"""Wrong codes of one person on many orders: managers hear of it, and it ends for the day."""

from __future__ import annotations

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import FactRow, WrongCodesPiledUp
from models.kernel.refusals import CodesBarred, WrongCode
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.code_tries import is_barred
from models.orders.handover import confirm_delivery, confirm_without_code, try_code
from models.orders.queries import OrderView, order_for_staff
from tests.models.orders.test_handover import right_code, sent_out, wrong_code
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import WIDE, an_order
from tests.support.shelves import a_person, an_option

FEW = msgspec.structs.replace(DEFAULT_TERMS, wrong_codes_told=3, wrong_codes_barred=5)
ENDLESS = msgspec.structs.replace(DEFAULT_TERMS, wrong_codes_told=1000, wrong_codes_barred=1000)


async def orders_out(session: AsyncSession, count: int) -> list[OrderView]:
    """So many orders on their way."""
    person, option = await a_person(session), await an_option(session, stock=count)
    placed = [await an_order(session, person, {option: 1}, MORNING, WIDE) for _ in range(count)]
    return [await sent_out(session, order) for order in placed]


async def facts(session: AsyncSession) -> list[WrongCodesPiledUp]:
    """What managers are to hear of."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, WrongCodesPiledUp)]


async def test_four_wrong_codes_on_each_of_twelve_orders_are_noticed_and_end(
    session: AsyncSession,
) -> None:
    orders, courier = await orders_out(session, 12), await a_person(session)
    answers = [
        await try_code(acting(session, courier), order.id, await wrong_code(session, order))
        for order in orders
        for _ in range(4)
    ]
    assert [type(answer) for answer in answers] == [WrongCode] * 19 + [CodesBarred] * 29
    ids = [order.id for order in orders]
    assert await facts(session) == [
        WrongCodesPiledUp(courier, 8, tuple(ids[:2])),
        WrongCodesPiledUp(courier, 16, tuple(ids[:4])),
        WrongCodesPiledUp(courier, 20, tuple(ids[:5]), barred=True),
    ]
    assert (await order_for_staff(session, ids[5])).wrong_codes == 0


async def test_without_the_limits_nobody_would_hear_of_them(session: AsyncSession) -> None:
    orders, courier = await orders_out(session, 12), await a_person(session)
    for order in orders:
        wrong = await wrong_code(session, order)
        for _ in range(4):
            answer = await try_code(acting(session, courier), order.id, wrong, ENDLESS)
            assert isinstance(answer, WrongCode)
    assert await facts(session) == []


async def test_from_the_limit_on_the_right_code_helps_that_person_no_more_that_day(
    session: AsyncSession, clock: HandClock
) -> None:
    (first, second), courier = await orders_out(session, 2), await a_person(session)
    for order, times in ((first, 4), (second, 1)):
        for _ in range(times):
            wrong = await wrong_code(session, order)
            await confirm_delivery(
                acting(session, courier, clock()), order.id, wrong, order.total, "", FEW
            )
    code = await right_code(session, second)
    answer = await confirm_delivery(
        acting(session, courier, clock()), second.id, code, second.total, "", FEW
    )
    assert isinstance(answer, CodesBarred)
    assert await is_barred(acting(session, courier, clock()), FEW)
    assert (await order_for_staff(session, second.id)).state == "out"
    for person, at, order in (
        (await a_person(session), clock(), first),
        (courier, clock.advance(hours=16), second),
    ):
        code = await right_code(session, order)
        done = await confirm_delivery(
            acting(session, person, at), order.id, code, order.total, "", FEW
        )
        assert done is None


async def test_the_day_is_one_of_dubai(session: AsyncSession, clock: HandClock) -> None:
    (order,), courier = await orders_out(session, 1), await a_person(session)
    clock.advance(hours=11, minutes=59)  # one minute before midnight there
    terms = msgspec.structs.replace(FEW, wrong_codes_barred=1)
    await try_code(
        acting(session, courier, clock()), order.id, await wrong_code(session, order), terms
    )
    assert await is_barred(acting(session, courier, clock()), terms)
    assert not await is_barred(acting(session, courier, clock.advance(minutes=1)), terms)


async def test_a_manager_beyond_the_limit_confirms_by_a_photo(session: AsyncSession) -> None:
    (order,), manager = await orders_out(session, 1), await a_person(session)
    terms = msgspec.structs.replace(FEW, wrong_codes_barred=1)
    given = (order.id, order.total, "phone lost", "f00d", terms)
    await try_code(acting(session, manager), order.id, await wrong_code(session, order), terms)
    await confirm_without_code(acting(session, manager), *given)
    assert (await order_for_staff(session, order.id)).state == "delivered"


@pytest.mark.parametrize("told", [2, 3])
async def test_managers_hear_again_at_each_multiple(session: AsyncSession, told: int) -> None:
    orders, courier = await orders_out(session, 2), await a_person(session)
    terms = msgspec.structs.replace(ENDLESS, wrong_codes_told=told)
    for order in orders:
        for _ in range(3):
            wrong = await wrong_code(session, order)
            await try_code(acting(session, courier), order.id, wrong, terms)
    assert [fact.tries for fact in await facts(session)] == list(range(told, 7, told))
