"""The database: an engine per URL, read and write transactions, and the only commit.

SQLite is opened as measurement taught: WAL, write transactions that begin IMMEDIATE one after
another within the process, and views on an engine of their own that cannot write. Their
statements run in the event loop's own thread (see `inline`). On PostgreSQL a few write at once, and
the others wait their turn without a connection.

Errors hide their statements' parameters: a log must not come to hold a phone or a delivery code.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool
from sqlalchemy.util.concurrency import greenlet_spawn

from models.kernel.inline import (
    InlineConnection,
    InlineWriter,
    begin_looking,
    begin_reading,
    begin_writing,
    prepare_when_free,
    wait_for_writers,
)
from models.kernel.prepared import InlineSession
from models.kernel.private_files import make_private
from models.kernel.unavailable import DatabaseAway, is_away, takes_no_writes

BUSY_MS = 30_000
POOL = 20
# The other connections are for who looks. More would wait for the same rows, and for the processor.
WRITERS = 2
PLACE_S = 30
CONNECT_S = 5
STATEMENT_S = 60
IDLE_S = 15
WRITES = ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON")


class Database:
    """One database: `read()` gives a session that only looks, `write()` one that commits."""

    def __init__(self, url: str, *, pool_size: int = POOL) -> None:
        """Open `url` (sqlite:///… or postgresql://…); no connection is made yet."""
        self.url = make_url(normal_url(url))
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self._committed: list[tuple[Callable[[], None], frozenset[str]]] = []
        if self.is_sqlite:
            self.writing = sqlite_inline_writer(self.url)
            self.reading = sqlite_reader(self.url)
            self._writers = asyncio.Semaphore(1)
        else:
            self.writing = postgres_writer(self.url, pool_size)
            self.reading = self.writing.execution_options(postgresql_readonly=True)
            self._writers = asyncio.Semaphore(WRITERS)

    def when_committed(self, call: Callable[[], None], *tables: str) -> None:
        """Call `call` after each commit, to wake a loop that looks for new rows.

        With `tables` it is called unless it is certain that nothing was written to any of them.
        """
        self._committed.append((call, frozenset(tables)))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncSession]:
        """A session that only looks; a write in it is refused by the database.

        Raises DatabaseAway when the database cannot be reached or used now.
        """
        with raise_away():
            if self.is_sqlite:
                async with inline_session(self.reading) as looking:
                    await looking.begin_by(partial(begin_looking, within=BUSY_MS / 1000))
                    yield looking
            else:
                async with transaction(self.reading) as session:
                    yield session

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncSession]:
        """A session that looks at the whole database as it is at one moment, and may take its time.

        For sums that have to agree with each other while others write. Raises DatabaseAway when the
        database cannot be reached or used now.
        """
        if self.is_sqlite:
            async with self.read() as looking:
                yield looking
            return
        engine = self.unhurried_engine()
        still = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        try:
            with raise_away():
                async with transaction(engine.execution_options(**still)) as session:
                    yield session
        finally:
            await engine.dispose()

    @asynccontextmanager
    async def write(self, *, lasting: bool = True) -> AsyncIterator[AsyncSession]:
        """A session in one write transaction; commits at the end, rolls back on any error.

        What is not `lasting` is not waited for on SQLite until it is on the disk: it may be lost
        when the power goes, though not when the process is killed. Raises DatabaseAway when the
        database cannot be reached or used now.
        """
        wrote: set[str] | None = None
        with raise_away(writing=True):
            if self.is_sqlite:
                async with self._place(), inline_session(self.writing) as writing:
                    begin = partial(begin_writing, within=BUSY_MS / 1000, lasting=lasting)
                    await writing.begin_by(begin)
                    yield writing
                    await writing.commit()
                    wrote = writing.wrote()
            else:
                async with self._place(), transaction(self.writing) as session:
                    yield session
        for call, tables in self._committed:
            if wrote is None or not tables or tables & wrote:
                call()

    @asynccontextmanager
    async def _place(self) -> AsyncIterator[None]:
        """One of the few places of those who write.

        On PostgreSQL rows may be held by whoever hangs elsewhere: DatabaseAway is raised where no
        place gets free within `PLACE_S` seconds.
        """
        try:
            async with asyncio.timeout(None if self.is_sqlite else PLACE_S):
                await self._writers.acquire()
        except TimeoutError as error:
            raise DatabaseAway(error) from error
        try:
            yield
        finally:
            self._writers.release()

    def unhurried_engine(self) -> AsyncEngine:
        """An engine for one long work, whose statements take as long as they need.

        Whoever asks for it disposes of it.
        """
        if self.is_sqlite:
            return sqlite_writer(self.url)
        return create_async_engine(self.url, pool_size=1, hide_parameters=True)

    async def close(self) -> None:
        """Close every connection."""
        await self.writing.dispose()
        if self.is_sqlite:
            await self.reading.dispose()


@asynccontextmanager
async def transaction(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session in one transaction, which is committed at the end unless there is an error."""
    async with AsyncSession(engine, expire_on_commit=False) as session, session.begin():
        yield session


@asynccontextmanager
async def inline_session(engine: AsyncEngine) -> AsyncIterator[InlineSession]:
    """A session on SQLite, whose transaction is to be begun; at the end it is rolled back."""
    pool = engine.pool
    if isinstance(pool, AsyncAdaptedQueuePool) and not pool.checkedin():
        async with engine.connect():
            """SQLAlchemy opens a connection with an `await`, and hands out an open one without."""
    # A connection may have to be made anew, which waits for whoever holds the file.
    session = await greenlet_spawn(InlineSession, engine.sync_engine)
    try:
        yield session
    finally:
        session.end()


@contextmanager
def raise_away(*, writing: bool = False) -> Iterator[None]:
    """Turn every trouble of a database that is away into DatabaseAway."""
    try:
        yield
    except DatabaseAway:
        raise
    except Exception as error:
        if is_away(error, writing=writing):
            raise DatabaseAway(error) from error
        raise


def normal_url(url: str) -> str:
    """The URL with its async driver, for those who write plain sqlite:// or postgresql://."""
    for plain, driver in (
        ("sqlite:", "sqlite+aiosqlite:"),
        ("postgresql:", "postgresql+asyncpg:"),
        ("postgres:", "postgresql+asyncpg:"),
    ):
        if url.startswith(plain):
            return driver + url[len(plain) :]
    return url


def postgres_writer(url: URL, pool_size: int) -> AsyncEngine:
    """The engine for writes; with an execution option it is the one for views too."""
    # A shop on SQLite is spared the driver.
    from models.kernel.postgres_connection import Closing

    waits = {"timeout": CONNECT_S, "command_timeout": STATEMENT_S}
    engine = create_async_engine(
        url,
        pool_size=pool_size,
        hide_parameters=True,
        connect_args={"connection_class": Closing, **waits},
    )
    leave_what_takes_no_writes(engine)
    end_what_stands_idle(engine)
    return engine


def end_what_stands_idle(engine: AsyncEngine) -> None:
    """Have the server end a connection that says nothing in the middle of a transaction.

    A process that hangs would else hold its locks for ever. It is no parameter of the connection,
    which a pooler might refuse.
    """

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        setting = f"SET idle_in_transaction_session_timeout = '{IDLE_S}s'"
        connection.run_async(lambda driver: driver.execute(setting))


def leave_what_takes_no_writes(engine: AsyncEngine) -> None:
    """Make every connection anew once a write was refused as such.

    After a failover the pool would else go on asking the server that was the primary before.
    """

    @event.listens_for(engine.sync_engine, "handle_error")
    def leave(context: Any) -> None:
        options = context.connection.get_execution_options() if context.connection else {}
        if takes_no_writes(context.original_exception) and not options.get("postgresql_readonly"):
            context.is_disconnect = True


def sqlite_writer(url: URL) -> AsyncEngine:
    """The engine for writes: IMMEDIATE at once, so that no snapshot is ever upgraded."""
    make_room(url)
    engine = create_async_engine(
        url, poolclass=AsyncAdaptedQueuePool, pool_size=2, hide_parameters=True
    )
    on_connect(engine, f"PRAGMA busy_timeout={BUSY_MS}", *WRITES)
    on_begin(engine, "BEGIN IMMEDIATE")
    return engine


def sqlite_inline_writer(url: URL) -> AsyncEngine:
    """The engine for writes in the event loop's own thread; only the commit leaves it."""
    make_room(url)
    engine = create_async_engine(
        url.set(drivername="sqlite+inline"),
        connect_args={"factory": InlineWriter, "check_same_thread": False},
        pool_size=2,
        hide_parameters=True,
    )
    # Only these and the beginning of a transaction meet another process, and wait by themselves.
    pragmas = ("PRAGMA busy_timeout=0", *WRITES)

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        prepare_when_free(connection, pragmas, BUSY_MS / 1000)

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        wait_for_writers(connection, BUSY_MS / 1000)

    return engine


def sqlite_reader(url: URL) -> AsyncEngine:
    """The engine for views: it runs inline and refuses every write."""
    engine = create_async_engine(
        url.set(drivername="sqlite+inline"),
        connect_args={"factory": InlineConnection, "check_same_thread": False},
        pool_size=POOL,
        max_overflow=-1,  # no look-up waits for another one's connection
        hide_parameters=True,
    )
    # A transaction that looks meets another process at its first look alone, and waits by itself.
    on_connect(engine, "PRAGMA busy_timeout=0", "PRAGMA query_only=ON")
    event.listen(engine.sync_engine, "begin", begin_reading)
    return engine


def make_room(url: URL) -> None:
    """Make the SQLite file and its folder where they are missing, for their owner alone."""
    if url.database and url.database != ":memory:" and not url.database.startswith("file:"):
        make_private(Path(url.database))


def on_connect(engine: AsyncEngine, *pragmas: str) -> None:
    """Run the pragmas on each new connection, and leave BEGIN to the hook below."""

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(pragma)
        cursor.close()


def on_begin(engine: AsyncEngine, statement: str) -> None:
    """Begin each transaction with `statement`."""

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Any) -> None:
        connection.exec_driver_sql(statement)
