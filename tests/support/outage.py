"""Databases that go away: an SQLite file that another process holds, a PostgreSQL cut off."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

from models.kernel.database import Database

SOCKET = ".s.PGSQL.5432"


@contextmanager
def held_by_another(database: Database) -> Iterator[None]:
    """Hold the SQLite file as another program would, so that nothing can be written."""
    connection = sqlite3.connect(str(database.url.database), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


@contextmanager
def held_whole(database: Database) -> Iterator[None]:
    """Another program holds the SQLite file whole, so that nothing can be read either."""
    connection = sqlite3.connect(str(database.url.database), isolation_level=None)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("CREATE TABLE held (by_another INTEGER)")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")
        connection.close()


class Line:
    """A line to PostgreSQL that can be cut and mended, or stand still: `async with Line(url)`."""

    def __init__(self, url: str) -> None:
        """`url` names the folder of the server's own socket."""
        base, _, folder = url.partition("?host=")
        self._server_socket = Path(folder) / SOCKET
        self._folder = Path(tempfile.mkdtemp(prefix="line-"))
        self._open: set[asyncio.StreamWriter] = set()
        self._listener: asyncio.Server | None = None
        self.flows = asyncio.Event()
        """Cleared, nothing is broken and nothing gets through."""
        self.flows.set()
        self.url = f"{base}?host={self._folder}"

    async def __aenter__(self) -> Line:
        await self.mend()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.cut()
        shutil.rmtree(self._folder)

    async def mend(self) -> None:
        """From now on connections are made."""
        path = self._folder / SOCKET
        self._listener = await asyncio.start_unix_server(self._pass_on, path)

    async def cut(self) -> None:
        """Break every connection; none is made until it is mended."""
        self.flows.set()
        if self._listener is not None:
            self._listener.close()
        (self._folder / SOCKET).unlink(missing_ok=True)
        for writer in list(self._open):
            writer.transport.abort()
        await asyncio.sleep(0.05)

    async def _pass_on(
        self, from_shop: asyncio.StreamReader, to_shop: asyncio.StreamWriter
    ) -> None:
        from_server, to_server = await asyncio.open_unix_connection(self._server_socket)
        writers = {to_shop, to_server}
        self._open |= writers
        copying = [
            asyncio.create_task(copy(from_shop, to_server, self.flows)),
            asyncio.create_task(copy(from_server, to_shop, self.flows)),
        ]
        await asyncio.wait(copying, return_when=asyncio.FIRST_COMPLETED)
        for writer in writers:
            writer.transport.abort()
        await asyncio.gather(*copying)
        self._open -= writers


async def copy(
    source: asyncio.StreamReader, target: asyncio.StreamWriter, flows: asyncio.Event
) -> None:
    """Hand on what comes until one end is gone."""
    try:
        while data := await source.read(65536):
            await flows.wait()
            target.write(data)
            await target.drain()
    except ConnectionError:
        return


@asynccontextmanager
async def server_that_says(state: str) -> AsyncIterator[str]:
    """The URL of a PostgreSQL that refuses every connection with that SQLSTATE."""
    folder = Path(tempfile.mkdtemp(prefix="line-"))

    async def refuse(from_shop: asyncio.StreamReader, to_shop: asyncio.StreamWriter) -> None:
        await from_shop.read(65536)
        fields = (b"SFATAL", b"VFATAL", b"C" + state.encode(), b"Mnot now")
        body = b"".join(field + b"\0" for field in fields) + b"\0"
        to_shop.write(b"E" + (len(body) + 4).to_bytes(4) + body)
        to_shop.close()
        await to_shop.wait_closed()

    listener = await asyncio.start_unix_server(refuse, folder / SOCKET)
    try:
        yield f"postgresql://postgres@/shop?host={folder}"
    finally:
        listener.close()
        shutil.rmtree(folder)
