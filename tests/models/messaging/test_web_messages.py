"""What pages have shown of what is owed."""

from __future__ import annotations

import asyncio

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.messaging.owing import owe, owed_id
from models.messaging.web_messages import (
    PageMessage,
    add_message,
    any_unshown,
    lines_after,
    mark_shown,
    open_page,
    replace_message,
)
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.shelves import a_person


async def test_two_tabs_that_show_a_part_each_close_the_message(database: Database) -> None:
    async with database.write() as session:
        account = Account(
            person_id=await a_person(session), channel="web", external_id="w", added_at=MORNING
        )
        session.add(account)
        await session.flush()
        account_id = account.id
        await owe(session, account_id, "fact:1:family", "{}", MORNING)
        owed = await session.scalar(select(OwedMessage.id))
        await open_page(session, account_id)
        for part in (0, 1):
            await add_message(session, account_id, "body", MORNING, owed_id=owed, part=part)
        parts = list(await session.scalars(select(PageMessage.id).order_by(PageMessage.id)))

    async def tab(part: int) -> None:
        async with database.write() as session:
            await mark_shown(session, account_id, [part], MORNING)

    first, second = parts
    async with database.write() as session:
        await mark_shown(session, account_id, [first], MORNING)
        other_tab = asyncio.create_task(tab(second))
        await until_somebody_waits(database)
    await other_tab
    async with database.read() as session:
        assert await session.scalar(select(OwedMessage.outcome)) == "sent"


async def test_a_page_changes_and_shows_what_is_its_own(database: Database) -> None:
    """The numbers come from the page itself, and may be anybody's."""
    async with database.write() as session:
        mine, hers = [await a_page(session, name) for name in ("mine", "hers")]
        for account_id, owed in ((mine, None), (mine, await owed_to(session, mine))):
            await add_message(session, account_id, "body", MORNING, owed_id=owed)
        await add_message(session, mine, "said", MORNING, mine=True)
        told, owed_one, said = await session.scalars(
            select(PageMessage.id).order_by(PageMessage.id)
        )
        assert not await replace_message(session, hers, told, "hers")
        assert not await replace_message(session, mine, said, "not what was said")
        assert not await any_unshown(session, hers, [owed_one])
        await mark_shown(session, hers, [owed_one], MORNING)
        assert await session.scalar(select(OwedMessage.outcome)) is None
        assert await lines_after(session, hers, 0) == []
        shown = await lines_after(session, mine, 0)
        assert [line.body for line in shown] == ["body", "body", "said"]
        assert await replace_message(session, mine, told, "anew")
        await mark_shown(session, mine, [owed_one], MORNING)
        assert await session.scalar(select(OwedMessage.outcome)) == "sent"


async def test_a_message_of_which_a_part_was_shown_is_not_closed(session: AsyncSession) -> None:
    account_id = await a_page(session, "mine")
    owed = await owed_to(session, account_id)
    for part in (0, 1):
        await add_message(session, account_id, "body", MORNING, owed_id=owed, part=part)
    for shown, outcome in zip(
        await lines_after(session, account_id, 0), (None, "sent"), strict=True
    ):
        await mark_shown(session, account_id, [shown.id], MORNING)
        assert await session.scalar(select(OwedMessage.outcome)) == outcome


async def a_page(session: AsyncSession, name: str) -> int:
    """Somebody's account, whose page is open."""
    account = Account(
        person_id=await a_person(session), channel="web", external_id=name, added_at=MORNING
    )
    session.add(account)
    await session.flush()
    await open_page(session, account.id)
    return account.id


async def owed_to(session: AsyncSession, account_id: int) -> int:
    """The id of a message that is owed to the account."""
    await owe(session, account_id, "fact:2:all", "{}", MORNING)
    return await owed_id(session, "fact:2:all")
