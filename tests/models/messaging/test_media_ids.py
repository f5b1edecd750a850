"""What a channel holds already, under its own id."""

from __future__ import annotations

import asyncio

from models.kernel.database import Database
from models.messaging.media_ids import forget_upload, known_upload, remember_upload
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits


async def test_the_newest_file_is_known_until_it_is_forgotten(database: Database) -> None:
    async with database.write() as session:
        for file_id in ("first", "second"):
            await remember_upload(session, "telegram", "photo:a", file_id, MORNING)
        await remember_upload(session, "other", "photo:a", "theirs", MORNING)
        assert await known_upload(session, "telegram", "photo:a") == "second"
        await forget_upload(session, "telegram", "photo:a")
        assert await known_upload(session, "telegram", "photo:a") is None
        assert await known_upload(session, "other", "photo:a") == "theirs"


async def test_two_processes_may_upload_the_same_at_once(database: Database) -> None:
    async def remember(file_id: str) -> None:
        async with database.write() as session:
            await remember_upload(session, "telegram", "photo:a", file_id, MORNING)

    async with database.write() as session:
        await remember_upload(session, "telegram", "photo:a", "one", MORNING)
        await session.flush()
        second = asyncio.create_task(remember("two"))
        await until_somebody_waits(database)
    await second
    async with database.read() as session:
        assert await known_upload(session, "telegram", "photo:a") in {"one", "two"}
