"""Orders by telephone come to whoever has the number, with what was decided of the caller."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import AccountLimited, FactRow
from models.orders.on_behalf import begin_for_caller, claim_orders
from models.orders.trust import limit_account, limit_of
from models.people.access import Role
from models.people.account_limits import AccountLimit
from models.people.callers import CallerView
from tests.support.acting import acting
from tests.support.orders import HOME
from tests.support.runs import a_courier
from tests.support.shelves import a_person

SAID = CallerView(HOME.phone, HOME.name)


async def a_limited_caller(session: AsyncSession, limit: AccountLimit) -> int:
    """A caller whose account a manager has held or blocked."""
    desk = acting(session, await a_person(session))
    caller = await begin_for_caller(desk, SAID, "ar")
    await limit_account(desk, caller, limit)
    return caller


@pytest.mark.parametrize("limit", AccountLimit)
async def test_a_limit_is_not_left_behind_by_claiming(
    session: AsyncSession, limit: AccountLimit
) -> None:
    caller, owner = await a_limited_caller(session, limit), await a_person(session)
    for _ in range(2):
        await claim_orders(acting(session, owner), SAID.phone)
    assert [await limit_of(session, one) for one in (caller, owner)] == ["", limit]
    rows = await session.scalars(select(FactRow).where(FactRow.person_id == owner))
    told = [(row.fact, row.actor_id) for row in rows if isinstance(row.fact, AccountLimited)]
    assert told == [(AccountLimited(owner, limit), None)], "the house tells the owner, once"


async def test_of_two_limits_the_stricter_stays(session: AsyncSession) -> None:
    await a_limited_caller(session, AccountLimit.held)
    owner = await a_person(session)
    await limit_account(acting(session), owner, AccountLimit.blocked)
    await claim_orders(acting(session, owner), SAID.phone)
    assert await limit_of(session, owner) == AccountLimit.blocked


async def test_a_manager_who_tries_a_number_is_not_limited(session: AsyncSession) -> None:
    await a_limited_caller(session, AccountLimit.blocked)
    manager = await a_courier(session, role=Role.manager)
    await claim_orders(acting(session, manager), SAID.phone)
    assert await limit_of(session, manager) == ""
