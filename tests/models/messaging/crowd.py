"""Very many people who are owed something, and what it costs the database to serve them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from sqlalchemy import event, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.reminders import Subscribers, Subscription
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.broadcast import begin_to_owe
from models.people.people import Person
from tests.support.clock import MORNING
from tests.support.owing import owe_the_rest

Work = Callable[[AsyncSession], Awaitable[object]]
AT_ONCE = 2_000
UNTIL = MORNING + timedelta(days=1)
READ = text(
    "SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)"
    " FROM pg_stat_xact_user_tables WHERE relname <> 'broadcasts'"
)


async def gather(database: Database, first: int, last: int) -> None:
    """Accounts with these ids, each of a person with the same id who wants reminders."""
    ids = range(first, last + 1)
    rows: dict[Any, Callable[[int], dict[str, Any]]] = {
        Person: lambda id_: {"id": id_, "language": "en", "created_at": MORNING},
        Account: lambda id_: {
            "id": id_,
            "person_id": id_,
            "channel": "test",
            "external_id": f"{id_}",
            "added_at": MORNING,
        },
        Subscription: lambda id_: {"person_id": id_, "topic": "bazaar", "since": MORNING},
    }
    async with database.write() as session:
        for table, row in rows.items():
            await session.execute(insert(table), [row(id_) for id_ in ids])


async def remind_all(
    database: Database, key: str, most: int = AT_ONCE, words: str = "words"
) -> int:
    """Owe everybody who is there a reminder; how many that made."""
    async with database.write() as session:
        await begin_to_owe(session, Subscribers(MORNING), key, words, until=UNTIL)
    return await owe_the_rest(database, MORNING, most)


PAGES = text("SELECT pg_stat_get_xact_blocks_fetched(CAST(:name AS regclass))")


@asynccontextmanager
async def seen(database: Database) -> AsyncIterator[list[tuple[str, Any]]]:
    """The statements that are run within, with their values."""
    found: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE")):
            found.append((statement, values))

    engine = database.writing.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)


async def pages_read(database: Database, name: str, work: Work) -> int:
    """How many pages of that table or index PostgreSQL reads for the work."""
    async with database.write() as session:
        before = await session.scalar(PAGES, {"name": name}) or 0
        await work(session)
        return int((await session.scalar(PAGES, {"name": name}) or 0) - before)


async def effort(database: Database, work: Work) -> int:
    """What the work costs: rows read by PostgreSQL, steps of SQLite's machine."""
    if not database.is_sqlite:
        async with database.write() as session:
            # What came before in the same connection may not have been counted yet.
            before = await session.scalar(READ) or 0
            await work(session)
            return int((await session.scalar(READ) or 0) - before)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    async with database.write() as session:
        raw = await (await session.connection()).get_raw_connection()
        assert raw.driver_connection is not None
        raw.driver_connection.set_progress_handler(count, 1)
        await work(session)
        await session.flush()
        raw.driver_connection.set_progress_handler(None, 1)
    return steps
