"""Who waited for somebody else's change decides by what is so afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm.exc import StaleDataError

import models.messaging.broadcast
from models.bazaars.editing import remove_day
from models.bazaars.reminders import DueOpening, Subscribers, due_openings
from models.kernel.database import Database
from models.kernel.refusals import InvitationSpent, LastOption
from models.messaging.accounts import Account
from models.messaging.addressees import all_accounts_of
from models.messaging.broadcast import begin_to_owe, carry_on, owe_many
from models.messaging.outbox import OwedMessage, mark_blocked, mark_unblocked
from models.messaging.owing import owe
from models.people.access import Role, RoleRow, accept_invitation, invite
from models.people.open_invitations import open_invitations, withdraw
from models.people.people import Person
from models.products.options import withdraw_option
from models.products.publishing import add_product
from models.products.tables import Option
from tests.models.bazaars.test_bazaars import a_bazaar
from tests.models.messaging.crowd import gather
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.goods import a_new_product
from tests.support.held_up import until_somebody_waits
from tests.support.shelves import a_family, a_person

Work = Callable[[AsyncSession], Awaitable[object]]


async def one_after_the_other(database: Database, first: Work, second: Work) -> object:
    """What `second` came to, which began before `first` was committed."""

    async def follow() -> object:
        async with database.write() as session:
            return await second(session)

    async with database.write() as session:
        await first(session)
        following = asyncio.create_task(follow())
        await until_somebody_waits(database)
    return await following


async def an_account(session: AsyncSession) -> int:
    """Somebody who has blocked us."""
    person = await a_person(session)
    account = Account(person_id=person, channel="telegram", external_id="1", added_at=MORNING)
    session.add(account)
    await session.flush()
    await mark_blocked(session, account.id, MORNING)
    return account.id


async def owe_one(session: AsyncSession) -> None:
    """News for whoever there is, one by one."""
    people = list(await session.scalars(select(Person.id)))
    for to in await all_accounts_of(session, people):
        await owe(session, to.account_id, "fact:1:all:1", "{}", MORNING, blocked=to.blocked)


async def owe_all(session: AsyncSession) -> None:
    """News for whoever there is, in one statement."""
    await owe_many(session, select(Person.id), "fact:1:all:", "{}", MORNING, news=True)


@pytest.mark.parametrize("tell", [owe_one, owe_all])
async def test_news_is_not_put_by_for_whoever_is_just_coming_back(
    postgres_database: Database, tell: Work
) -> None:
    """It would wait for the next time that they block us and come back."""
    async with postgres_database.write() as session:
        account = await an_account(session)
    await one_after_the_other(
        postgres_database, lambda session: mark_unblocked(session, account, MORNING), tell
    )
    async with postgres_database.read() as session:
        owed = (await session.scalars(select(OwedMessage))).one()
    assert (owed.outcome, owed.done_at) == (None, None)


async def test_an_invitation_that_is_just_taken_back_is_not_used(
    postgres_database: Database,
) -> None:
    async with postgres_database.write() as session:
        person = await a_person(session)
        code = await invite(acting(session), role=Role.manager)
        (found,) = (await open_invitations(session, None, MORNING, 0, 8)).items
    with pytest.raises(InvitationSpent):
        await one_after_the_other(
            postgres_database,
            lambda session: withdraw(acting(session), found.id),
            lambda session: accept_invitation(acting(session, person), code),
        )
    async with postgres_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(RoleRow)) == 0


async def test_of_two_who_take_the_last_two_options_off_one_is_refused(
    postgres_database: Database,
) -> None:
    async with postgres_database.write() as session:
        product = await add_product(acting(session), a_new_product(await a_family(session)))
        small, large = await session.scalars(select(Option.id).order_by(Option.id))
    with pytest.raises(LastOption):
        await one_after_the_other(
            postgres_database,
            lambda session: withdraw_option(acting(session), product, small),
            lambda session: withdraw_option(acting(session), product, large),
        )


async def an_opening(database: Database) -> DueOpening:
    """An opening within a day, which is to be reminded of."""
    opens = MORNING + timedelta(hours=20)
    async with database.write() as session:
        await a_bazaar(session, "Eighth", opens, days=1, now=MORNING)
        (opening,) = await due_openings(session, MORNING)
    return opening


async def test_an_opening_that_is_just_taken_off_is_not_reminded_of(
    postgres_database: Database,
) -> None:
    opening = await an_opening(postgres_database)
    left = await one_after_the_other(
        postgres_database,
        lambda session: remove_day(acting(session), opening.day_id),
        lambda session: due_openings(session, MORNING),
    )
    assert left == []


async def test_an_opening_that_is_reminded_of_is_taken_off_after_its_reminders(
    postgres_database: Database,
) -> None:
    """Who takes it off withdraws what was owed, and must see all of it."""
    opening = await an_opening(postgres_database)
    await one_after_the_other(
        postgres_database,
        lambda session: due_openings(session, MORNING),
        lambda session: remove_day(acting(session), opening.day_id),
    )


async def withdraw_while_a_portion_is_done(database: Database) -> object:
    """What the portion came to, which began before its broadcast was withdrawn altogether."""
    await gather(database, 1, 3)
    async with database.write() as session:
        opens = MORNING + timedelta(hours=5)
        await begin_to_owe(session, Subscribers(MORNING), "reminder:1:", "words", until=opens)
    return await one_after_the_other(
        database,
        lambda session: models.messaging.broadcast.withdraw(session, "reminder:1:"),
        lambda session: carry_on(session, MORNING, 2),
    )


async def test_nothing_is_owed_of_what_is_just_withdrawn(postgres_database: Database) -> None:
    assert await withdraw_while_a_portion_is_done(postgres_database) == 0
    async with postgres_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(OwedMessage)) == 0


async def test_without_the_guard_the_portion_finds_its_broadcast_gone(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def leaves_it(_session: AsyncSession) -> None:
        return None

    monkeypatch.setattr(models.messaging.broadcast, "hold_many", leaves_it)
    with pytest.raises(StaleDataError):
        await withdraw_while_a_portion_is_done(postgres_database)
