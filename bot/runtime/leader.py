"""The one process that sends: the system itself holds who it is, and lets go with a kill.

Whoever holds the post knows that its predecessor is gone, and need not wait for its leases to run
out. A row with a time in it could not tell a dead process from a slow one.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import structlog
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.ground.timeouts import POST_ANSWERS_S, POST_RENEWED_S
from bot.runtime.retry import log_trouble
from models.kernel.database import Database

log = structlog.get_logger(__name__)
POSTS = {"telegram": 7_301_001, "page": 7_301_002}
"""The posts by name, and the keys of their advisory locks; the page's process sends to it alone."""
# A machine that lost its power closes nothing: the server is to find out within half a minute.
KEEPALIVES = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}


class Leadership(Protocol):
    """What one process at a time can hold."""

    async def take(self) -> bool:
        """Take it; False while another process holds it."""

    async def lost(self) -> None:
        """Return when it is held no more."""

    async def leave(self) -> None:
        """Let go of it, held or not."""


class Leader:
    """Does the work of the one process that sends, for as long as this one is it."""

    def __init__(
        self,
        post: Leadership,
        begin: Callable[[], Awaitable[None]],
        loops: Sequence[Callable[[], Coroutine[Any, Any, None]]],
    ) -> None:
        """`begin` is awaited when the post is taken; the `loops` then run until it is lost."""
        self._post = post
        self._begin = begin
        self._loops = loops

    async def run(self) -> None:
        """Try for the post and work in it, until cancelled; `leave` then gives it up."""
        while True:
            try:
                if await self._post.take():
                    log.info("sending-here")
                    await self._work()
                    log.warning("sends-no-more")
                    await self._post.leave()
            except Exception as error:
                log_trouble("post-not-held", error)
                await self._post.leave()
            await asyncio.sleep(POST_RENEWED_S)

    async def leave(self) -> None:
        """Give the post up, once what is under way has been finished."""
        await self._post.leave()

    async def _work(self) -> None:
        await self._begin()
        tasks = [asyncio.create_task(loop()) for loop in self._loops]
        tasks.append(asyncio.create_task(self._post.lost()))
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def post_of(database: Database, name: str) -> Leadership:
    """The post of that name for everybody who uses the database."""
    if not database.is_sqlite:
        return AdvisoryLock(database.url, POSTS[name])
    file = database.url.database
    if not file or file == ":memory:":
        return FileLock(None)
    return FileLock(Path(f"{file}.{'sender' if name == 'telegram' else name}"))


class FileLock:
    """A locked file beside the embedded database; it stays when it is let go."""

    def __init__(self, path: Path | None) -> None:
        """Without a path it is anybody's: a database in memory has one process."""
        self._path = path
        self._file: int | None = None

    async def take(self) -> bool:
        """Lock the file; False while another process holds it."""
        if self._path is None:
            return True
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        except BaseException:
            os.close(file)
            raise
        self._file = file
        return True

    async def lost(self) -> None:
        """Never: only the process itself, or its end, lets go."""
        await asyncio.Event().wait()

    async def leave(self) -> None:
        """Close the file, and the lock with it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


class AdvisoryLock:
    """A lock of PostgreSQL on a connection of its own, which is gone when that is gone.

    A pooler that hands out the connection by transaction would break it: the address must lead to
    the server itself, or to a pooler that keeps sessions.
    """

    def __init__(self, url: URL, key: int) -> None:
        """Nothing is connected before `take`."""
        self._key = key
        self._engine = create_async_engine(
            url, poolclass=NullPool, connect_args={"server_settings": KEEPALIVES}
        )
        self._connection: Any = None
        self._closed = asyncio.Event()

    async def take(self) -> bool:
        """Lock; False while another process holds it."""
        connection = self._connection or await self._connected()
        locking = "SELECT pg_try_advisory_lock($1)"
        return bool(await connection.fetchval(locking, self._key, timeout=POST_ANSWERS_S))

    async def lost(self) -> None:
        """Return when the connection is closed, or does not answer any more."""
        while not self._closed.is_set() and await self._answers():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), POST_RENEWED_S)

    async def leave(self) -> None:
        """Drop the connection, and the lock with it."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            await connection.close(timeout=POST_ANSWERS_S)
        except Exception as error:
            log.warning("post-not-left-in-order", error=type(error).__name__)
            connection.terminate()

    async def _connected(self) -> Any:
        """The driver's own connection: it tells at once when the server has closed it."""
        async with asyncio.timeout(POST_ANSWERS_S):
            pooled = await self._engine.raw_connection()
        connection: Any = pooled.driver_connection
        pooled.detach()
        closed = self._closed = asyncio.Event()
        connection.add_termination_listener(lambda _connection: closed.set())
        self._connection = connection
        return connection

    async def _answers(self) -> bool:
        if self._connection is None:
            return False
        try:
            await self._connection.fetchval("SELECT 1", timeout=POST_ANSWERS_S)
        except Exception as error:
            log.warning("post-does-not-answer", error=type(error).__name__)
            return False
        return True
