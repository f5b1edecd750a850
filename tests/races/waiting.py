"""Transactions of PostgreSQL that wait for each other, or are not to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database


@asynccontextmanager
async def without_waiting(database: Database) -> AsyncIterator[AsyncSession]:
    """A write transaction that fails where another one holds what it needs."""
    async with database.write() as session:
        await session.execute(text("SET LOCAL lock_timeout = '500ms'"))
        yield session


async def until_somebody_waits(database: Database) -> None:
    """Until a transaction waits for another."""
    waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    async with asyncio.timeout(30):
        while True:
            async with database.read() as session:
                if await session.scalar(waiting):
                    return
            await asyncio.sleep(0.01)
