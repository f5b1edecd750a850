"""A manager holds or blocks an account, and undoes it; what is known of a customer is counted."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import AccountLimited, FactRow, OrderReleased
from models.kernel.refusals import (
    AccountBlocked,
    NoLimitForManagers,
    NotFound,
    OnHold,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer
from models.orders.door import refuse_order
from models.orders.fulfilment import advance, not_delivered
from models.orders.queries import order_for_staff
from models.orders.states import OrderState
from models.orders.trust import (
    CustomerRecord,
    customer_name,
    customer_record,
    free_account,
    limit_account,
    release_order,
)
from models.people.access import Role, RoleRow
from models.people.account_limits import AccountLimit
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.plans import plans_of
from tests.support.shelves import a_person, an_option


async def facts(session: AsyncSession) -> list[object]:
    """What was told of limits and released orders, in order."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, AccountLimited | OrderReleased)]


async def test_a_held_account_orders_and_waits_for_a_managers_yes(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=5)
    boss = await a_person(session)
    doing = acting(session, boss, clock())
    await limit_account(doing, person, AccountLimit.held)
    order = await an_order(session, person, {option: 1}, clock())
    assert order.on_hold
    assert (await order_for_staff(session, order.id)).on_hold
    with pytest.raises(OnHold):
        await advance(doing, order.id, OrderState.accepted)
    for _ in range(2):
        await release_order(doing, order.id)
    await advance(doing, order.id, OrderState.accepted)
    assert await facts(session) == [AccountLimited(person, "held"), OrderReleased(order.id)]


async def test_an_order_that_waits_can_be_cancelled(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=5)
    await limit_account(acting(session, now=clock()), person, AccountLimit.held)
    order = await an_order(session, person, {option: 1}, clock())
    await cancel_by_customer(acting(session, person, clock()), order.id)
    with pytest.raises(WrongState):
        await release_order(acting(session, now=clock()), order.id)
    assert OrderReleased(order.id) not in await facts(session)


async def test_a_blocked_account_places_no_new_order_until_it_is_freed(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=5)
    doing = acting(session, now=clock())
    before = await an_order(session, person, {option: 1}, clock())
    for _ in range(2):
        await limit_account(doing, person, AccountLimit.blocked)
    with pytest.raises(AccountBlocked):
        async with session.begin_nested():
            await an_order(session, person, {option: 1}, clock())
    await advance(doing, before.id, OrderState.accepted)
    for _ in range(2):
        await free_account(doing, person)
    assert not (await an_order(session, person, {option: 1}, clock())).on_hold
    limited = [AccountLimited(person, "blocked"), AccountLimited(person, "")]
    assert await facts(session) == limited


async def test_freed_its_orders_wait_no_more(session: AsyncSession, clock: HandClock) -> None:
    person, option = await a_person(session), await an_option(session, stock=5)
    doing = acting(session, now=clock())
    await limit_account(doing, person, AccountLimit.held)
    order = await an_order(session, person, {option: 1}, clock())
    gone = await an_order(session, person, {option: 1}, clock())
    await cancel_by_customer(acting(session, person, clock()), gone.id)
    await free_account(doing, person)
    await advance(doing, order.id, OrderState.accepted)
    held, freed = AccountLimited(person, "held"), AccountLimited(person, "")
    assert await facts(session) == [held, freed, OrderReleased(order.id)], "the desk may go on"


async def test_a_manager_is_neither_held_nor_blocked(session: AsyncSession) -> None:
    boss = await a_person(session)
    session.add(RoleRow(person_id=boss, role=Role.manager, since=acting(session).now))
    await session.flush()
    for limit in AccountLimit:
        with pytest.raises(NoLimitForManagers):
            await limit_account(acting(session), boss, limit)


async def test_nobody_and_no_order_are_not_found(session: AsyncSession) -> None:
    with pytest.raises(NotFound):
        await limit_account(acting(session), 999, AccountLimit.held)
    with pytest.raises(NotFound):
        await customer_name(session, 999)
    with pytest.raises(NotFound):
        await release_order(acting(session), 999)


async def test_the_other_orders_of_a_customer_are_counted(
    session: AsyncSession, clock: HandClock
) -> None:
    person, option = await a_person(session), await an_option(session, stock=9)
    first = await an_order(session, person, {option: 1}, clock())
    assert await customer_record(session, person, first.id) == CustomerRecord(0, 0, 0)
    assert (await customer_record(session, person, first.id)).new
    doing = acting(session, now=clock())
    for state in TO_THE_DOOR:
        await advance(doing, first.id, state)
    day = date(2026, 3, 4)
    await not_delivered(doing, first.id, "nobody", day, "16:00-20:00", DEFAULT_TERMS)
    await advance(doing, first.id, OrderState.out)
    await refuse_order(doing, first.id, {}, DEFAULT_TERMS)
    second = await an_order(session, person, {option: 1}, clock())
    third = await an_order(session, person, {option: 1}, clock())
    await cancel_by_customer(acting(session, person, clock()), second.id)
    assert await customer_record(session, person, third.id) == CustomerRecord(2, 0, 2)
    assert await customer_record(session, await a_person(session)) == CustomerRecord(0, 0, 0)


async def test_it_is_counted_by_indexes(session: AsyncSession) -> None:
    plan = await plans_of(session, customer_record(session, await a_person(session)))
    assert "ix_orders_person_id" in plan
    assert "ix_facts_order_id" in plan
    assert "SCAN orders" not in plan
    assert "Seq Scan" not in plan
