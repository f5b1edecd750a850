"""The one process at a post: the system itself holds who it is, and lets go with a kill.

Whoever holds the post knows that its predecessor is gone, and need not wait for its leases to run
out. A process that hangs is not gone: it keeps its lock. So it has to show again and again that it
holds the post, and another that sees no sign of it for long takes the post away. Whoever wakes up
asks for the post before the next message: what was on its way by then is sent beside the other, as
many messages at most as a sender has under way at once (`AT_ONCE` in `sender.py`).
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import tempfile
import time
import zlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

import structlog
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.ground.timeouts import POST_ANSWERS_S, POST_HELD_S, POST_LOOKS, POST_RENEWED_S
from bot.runtime.outcomes import Bringer, Brought, Letter
from bot.runtime.retry import log_trouble
from models.kernel.database import Database
from models.kernel.unavailable import DatabaseAway

log = structlog.get_logger(__name__)
# A machine that lost its power closes nothing: the server is to find out within half a minute.
KEEPALIVES = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}
HOLDER = """
    SELECT pid, query_start FROM pg_locks JOIN pg_stat_activity USING (pid)
    WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = $1 AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""
END_IT = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = $1 AND query_start = $2
"""


class AnotherSends(Exception):
    """The post was taken away from this process."""


class Leadership(Protocol):
    """A post that one process at a time can hold."""

    @property
    def name(self) -> str:
        """What it is called in the log."""

    async def take(self) -> bool:
        """Take the post; False while another process holds it."""

    async def until_lost(self) -> None:
        """Return when the post is held no more."""

    async def renew(self) -> bool:
        """Whether the post is still held, which is shown to the others."""

    async def leave(self) -> None:
        """Let go of the post, held or not."""


class Fenced:
    """A channel on which nothing is brought any more once another process has the post."""

    def __init__(self, channel: Bringer, post: Leadership) -> None:
        """`post` is held by this process while it sends."""
        self._channel = channel
        self._post = post

    async def bring(self, letter: Letter) -> Brought:
        """Bring the message; DatabaseAway when its outcome is another process's to mark."""
        if not await self._post.renew():
            raise DatabaseAway(AnotherSends())
        return await self._channel.bring(letter)


class Watch:
    """Sees whether whoever holds a post gives a sign of it.

    Looks are counted, and no time is measured: all that were put to sleep together wake together,
    and whoever looks first is not to take the others for dead.
    """

    def __init__(self, looks: int) -> None:
        """After `looks` looks without a sign, the holder counts as hanging."""
        self._enough = looks
        self._looks = 0
        self._sign: object = None

    def sees_nothing(self, sign: object) -> bool:
        """Look once more; `sign` is another each time that the holder gave one."""
        self._looks = self._looks + 1 if sign == self._sign else 1
        self._sign = sign
        return self._looks > self._enough


class Leader:
    """Does the work of a post, for as long as this process has it."""

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
                await self._try_once()
            except Exception as error:
                # Whatever it is, and in letting go too: nothing would be sent any more.
                log_trouble("post-not-held", error, post=self._post.name)
            await asyncio.sleep(POST_RENEWED_S)

    async def _try_once(self) -> None:
        """Work in the post for as long as it is held, if it can be had, and let go of it."""
        try:
            if await self._post.take():
                log.info("post-taken", post=self._post.name)
                await self._work()
                log.warning("post-lost", post=self._post.name)
        except Exception:
            await self._post.leave()
            raise
        await self._post.leave()

    async def leave(self) -> None:
        """Give the post up, once what is under way has been finished."""
        await self._post.leave()

    async def _work(self) -> None:
        await self._begin()
        tasks = [asyncio.create_task(loop()) for loop in self._loops]
        tasks.append(asyncio.create_task(self._post.until_lost()))
        try:
            ended, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in ended:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


def post_of(database: Database, name: str, looks: int = POST_LOOKS) -> Leadership:
    """The post of that name for everybody who uses the database.

    It is taken away from a process that gives no sign at so many `looks`.
    """
    if not database.is_sqlite:
        return AdvisoryLock(database.url, name, looks)
    file = database.url.database
    if not file or file == ":memory:":
        return FileLock(None)
    return FileLock(Path(f"{file}.{name}"), looks)


class FileLock:
    """A locked file beside the embedded database; it stays when it is let go.

    The sign is the file's time. No lock can be taken from a process that hangs, so a file of one's
    own is put in the place of the one that it has locked.
    """

    def __init__(self, path: Path | None, looks: int = POST_LOOKS) -> None:
        """Without a path it is anybody's: a database in memory has one process."""
        self.name = "" if path is None else path.name
        self._path = path
        self._file: int | None = None
        self._watch = Watch(looks)

    async def take(self) -> bool:
        """Lock the file; False while another process holds it."""
        if self._path is None:
            return True
        file = lock_file(self._path)
        if file is None and self._watch.sees_nothing(self._path.stat().st_mtime_ns):
            log.warning("post-holder-hangs", post=self.name)
            file = put_in_place(self._path)
        if file is None:
            return False
        self._file = file
        return await self.renew()

    async def until_lost(self) -> None:
        """Return when another file is in the place of the locked one."""
        while True:
            if not await self.renew():
                return
            await asyncio.sleep(POST_RENEWED_S)

    async def renew(self) -> bool:
        """Whether the locked file is in its place still; it is given the time of now."""
        if self._path is None:
            return True
        if self._file is None or not is_at(self._path, self._file):
            return False
        os.utime(self._file)
        return True

    async def leave(self) -> None:
        """Close the file, and the lock with it."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)


def lock_file(path: Path) -> int | None:
    """The file, made where it was missing and locked; None while another process has locked it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        return None
    except BaseException:
        os.close(file)
        raise
    return file


def put_in_place(path: Path) -> int:
    """A locked file of one's own, in the place of the one that another process has locked."""
    file, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        Path(name).replace(path)
    except BaseException:
        os.close(file)
        raise
    return file


def is_at(path: Path, file: int) -> bool:
    """Whether the open file is the one at that path."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def key_of(name: str) -> int:
    """The key of a post's advisory lock: 32 bits of its name, the same in every process."""
    return zlib.crc32(f"post of {name}".encode())


class AdvisoryLock:
    """A lock of PostgreSQL on a connection of its own, which is gone when that is gone.

    The sign is the last statement of that connection. A process that hangs has it ended by another.
    A pooler that hands out the connection by transaction would break it: the address must lead to
    the server itself, or to a pooler that keeps sessions.
    """

    def __init__(self, url: URL, name: str, looks: int = POST_LOOKS) -> None:
        """Nothing is connected before `take`."""
        self.name = name
        self._key = key_of(name)
        self._watch = Watch(looks)
        self._asking = asyncio.Lock()
        self._shown_at = 0.0
        self._engine = create_async_engine(
            url, poolclass=NullPool, connect_args={"server_settings": KEEPALIVES}
        )
        self._connection: Any = None
        self._closed = asyncio.Event()

    async def take(self) -> bool:
        """Lock; False while another process holds it."""
        connection = self._connection
        if connection is None or connection.is_closed():
            connection = await self._connect()
        locking, now = "SELECT pg_try_advisory_lock($1)", time.monotonic()
        if await connection.fetchval(locking, self._key, timeout=POST_ANSWERS_S):
            self._shown_at = now
            return True
        await self._look_after(connection)
        return False

    async def _look_after(self, connection: Any) -> None:
        """End the connection of a holder that hangs; the lock is free at the next look."""
        holder = await connection.fetchrow(HOLDER, self._key, timeout=POST_ANSWERS_S)
        # The server tells the times of one's own role alone.
        if holder is None or holder["query_start"] is None:
            return
        if self._watch.sees_nothing(tuple(holder)):
            log.warning("post-holder-hangs", post=self.name, connection=holder["pid"])
            await connection.fetchval(END_IT, *holder, timeout=POST_ANSWERS_S)

    async def until_lost(self) -> None:
        """Return when the connection is closed, or does not answer any more."""
        while not self._closed.is_set() and await self._shows():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._closed.wait(), POST_RENEWED_S)

    async def renew(self) -> bool:
        """Whether it was shown lately that it is held, or else is shown now."""
        async with self._asking:
            while time.monotonic() - self._shown_at >= POST_HELD_S:
                if not await self._answers():
                    return False
        return not self._closed.is_set()

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

    async def _connect(self) -> Any:
        """The driver's own connection: it tells at once when the server has closed it."""
        async with asyncio.timeout(POST_ANSWERS_S):
            pooled = await self._engine.raw_connection()
        connection: Any = pooled.driver_connection
        pooled.detach()
        closed = self._closed = asyncio.Event()
        connection.add_termination_listener(lambda _connection: closed.set())
        self._connection = connection
        return connection

    async def _shows(self) -> bool:
        async with self._asking:
            return await self._answers()

    async def _answers(self) -> bool:
        """Show it once; an answer that was slept through says nothing of now."""
        if self._connection is None:
            return False
        began = time.monotonic()
        try:
            await self._connection.fetchval("SELECT 1", timeout=POST_ANSWERS_S)
        except Exception as error:
            log.warning("post-does-not-answer", error=type(error).__name__)
            return False
        self._shown_at = began
        return True
