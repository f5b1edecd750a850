"""A database for the length of a block."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from models.kernel.database import Database
from tests.support.compiled import share_compiled


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database at that URL, closed at the end whatever happens."""
    database = share_compiled(Database(url))
    try:
        yield database
    finally:
        await database.close()
