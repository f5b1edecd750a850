"""What an earlier life of the bot put aside is done at the next start, before anything later."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import func, select, text

from bot.channels.telegram.reading import CHANNEL
from models.database import Database
from models.messaging.aside import UpdateAside, put_aside
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi


@pytest.mark.parametrize("webhook", [False, True])
async def test_what_was_left_aside_goes_before_what_came_later(
    api: FakeBotApi, postgres_url: str, postgres_database: Database, webhook: bool
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.sends("hello first")
    await acknowledged_and_put_aside(api, postgres_database)
    await mona.sends("hello second")
    async with AsyncExitStack() as stack:
        async with postgres_database.writing.connect() as connection:
            # The start finds what was left only after a while.
            await connection.execute(text("LOCK TABLE updates_aside IN ACCESS EXCLUSIVE MODE"))
            shop = opened(api, postgres_url, webhook=webhook)
            opening = asyncio.create_task(stack.enter_async_context(shop))
            await asyncio.sleep(1.5)
        await opening
        await mona.sees("hello second")
        await mona.sees("hello first")
        await api.quiet()
    answers = [each.words for each in mona.screen if each.from_bot]
    told = [word for answer in answers for word in ("first", "second") if f"hello {word}" in answer]
    assert told == ["first", "second"]
    async with postgres_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(UpdateAside)) == 0


async def acknowledged_and_put_aside(api: FakeBotApi, database: Database) -> None:
    """The one update that waits, as a killed bot leaves it."""
    (update,) = api.platform.updates.pending.values()
    api.platform.updates.acknowledge(update)
    body = msgspec.json.encode(update.payload()).decode()
    async with database.write() as session:
        await put_aside(session, CHANNEL, update.id, body, datetime.now(UTC))
