"""What an earlier life of the bot put aside is done at the next start, before anything later."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import func, select, text

import models.kernel.database
from bot.channels.telegram.parsing import CHANNEL
from bot.runtime.deferred_updates import DeferredUpdates
from models.kernel.database import Database
from models.messaging.deferred_updates import DeferredUpdate, put_aside
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.handlers.counting import statements
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.opened import opened as opened_database
from tests.support.outage import held_by_another
from tests.support.waiting import until_logged


@pytest.mark.parametrize("webhook", [False, True])
async def test_what_was_left_aside_goes_before_what_came_later(
    api: FakeBotApi, postgres_url: str, postgres_database: Database, webhook: bool
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.sends("zebra first")
    await acknowledged_and_put_aside(api, postgres_database)
    await mona.sends("zebra second")
    async with AsyncExitStack() as stack:
        async with postgres_database.writing.connect() as connection:
            # The start finds what was left only after a while.
            await connection.execute(text("LOCK TABLE updates_aside IN ACCESS EXCLUSIVE MODE"))
            shop = opened(api, postgres_url, webhook=webhook)
            opening = asyncio.create_task(stack.enter_async_context(shop))
            await until_somebody_waits(postgres_database)
        await opening
        await mona.sees("zebra second")
        await mona.sees("zebra first")
        await api.quiet()
    answers = [each.words for each in mona.screen if each.from_bot]
    told = [word for answer in answers for word in ("first", "second") if f"zebra {word}" in answer]
    assert told == ["first", "second"]
    async with postgres_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(DeferredUpdate)) == 0


async def acknowledged_and_put_aside(api: FakeBotApi, database: Database) -> None:
    """The one update that waits, as a killed bot leaves it."""
    (update,) = api.platform.updates.pending.values()
    api.platform.updates.acknowledge(update)
    body = msgspec.json.encode(update.payload()).decode()
    async with database.write() as session:
        await put_aside(session, CHANNEL, {update.id: body}, datetime.now(UTC))


async def test_what_is_done_within_a_moment_is_dropped_together(
    sqlite_database: Database, clock: HandClock
) -> None:
    aside = DeferredUpdates(sqlite_database, CHANNEL, clock)
    await aside.put({number: {"update_id": number} for number in range(1, 51)})
    with statements(sqlite_database) as seen:
        await asyncio.gather(*(aside.drop(number) for number in range(1, 51)))
    assert len([each for each in seen if each.startswith("DELETE")]) == 1
    assert await aside.left_by_last_run() == []


async def test_what_is_done_is_not_left_aside_by_an_outage(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened_database(sqlite_url) as database:
        aside = DeferredUpdates(database, CHANNEL, clock)
        await aside.put({7: {"update_id": 7}})
        with held_by_another(database):
            async with until_logged("database-away"):
                dropping = asyncio.create_task(aside.drop(7))
        await dropping
        assert await aside.left_by_last_run() == []


async def test_what_was_left_aside_is_done_in_this_life_though_it_fails_at_first(
    api: FakeBotApi, sqlite_url: str, sqlite_database: Database
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.sends("zebra")
    await acknowledged_and_put_aside(api, sqlite_database)
    async with sqlite_database.write() as session:
        await session.execute(text("ALTER TABLE heard_updates RENAME TO elsewhere"))
    async with AsyncExitStack() as stack:
        async with until_logged("update-not-done"):
            await stack.enter_async_context(opened(api, sqlite_url))
        async with sqlite_database.write() as session:
            await session.execute(text("ALTER TABLE elsewhere RENAME TO heard_updates"))
        await mona.sees("zebra")
        await api.quiet()
    async with sqlite_database.read() as session:
        assert await session.scalar(select(func.count()).select_from(DeferredUpdate)) == 0
