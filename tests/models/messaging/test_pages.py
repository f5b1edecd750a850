"""What pages have shown of what is owed."""

from __future__ import annotations

import asyncio

from sqlalchemy import select

from models.database import Database
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage, owe
from models.messaging.pages import PageMessage, add_message, mark_shown, open_page
from tests.ground.clock import MORNING
from tests.ground.shelves import a_person


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
            await asyncio.sleep(0.1)  # the other tab's begins meanwhile

    await asyncio.gather(*map(tab, parts))
    async with database.read() as session:
        assert await session.scalar(select(OwedMessage.outcome)) == "sent"
