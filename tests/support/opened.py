"""A database for the length of a block."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event

from models.kernel.database import Database
from tests.support.compiled import share_compiled
from tests.support.waiting import PATIENCE


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    """The database at that URL, closed at the end whatever happens."""
    database = share_compiled(patient(Database(url)))
    try:
        yield database
    finally:
        await database.close()


def keeping_prepared(url: str) -> str:
    """The URL, at which a connection to PostgreSQL forgets none of the statements it prepared."""
    return url if url.startswith("sqlite") else f"{url}&prepared_statement_cache_size=2000"


def patient(database: Database) -> Database:
    """The database, to which a test connects however long a loaded machine takes for it."""
    if not database.is_sqlite:

        @event.listens_for(database.writing.sync_engine, "do_connect")
        def wait_long(_dialect: Any, _record: Any, _args: Any, params: dict[str, Any]) -> None:
            params["timeout"] = PATIENCE

    return database
