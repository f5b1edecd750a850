"""Write transactions that wait for each other, or are not to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database, transaction
from tests.support.waiting import how_many_wait, until

Work = Callable[[AsyncSession], Awaitable[object]]


async def one_after_another(database: Database, first: Work, second: Work) -> object:
    """What `second` came to, which began while `first` was done and not committed."""

    async def follow() -> object:
        async with database.write() as session:
            return await second(session)

    async with database.write() as session:
        await first(session)
        await session.flush()
        following = asyncio.create_task(follow())
        await until_somebody_waits(database)
    return await following


@asynccontextmanager
async def without_waiting(database: Database) -> AsyncIterator[AsyncSession]:
    """A write transaction of PostgreSQL that fails where another one holds what it needs.

    As another process it takes no place among this one's few writers.
    """
    async with transaction(database.writing) as session:
        await session.execute(text("SET LOCAL lock_timeout = '500ms'"))
        yield session


async def until_somebody_waits(database: Database) -> None:
    """Until a write transaction of this process waits for another one, on either database."""

    async def somebody_waits() -> bool:
        if database.is_sqlite:
            return how_many_wait(database._writers) > 0
        async with database.read() as session:
            return bool(
                await session.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
            )

    await until(somebody_waits)
