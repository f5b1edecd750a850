"""The try-out as its own process, which a test may kill and start again."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import aiohttp

from bot.ground.settings import PREFIX
from tests.support.lives import Life
from tests.support.ports import free_port

STARTS_WITHIN = 180.0


class TryoutProcess:
    """`entaj run` on one database and one port."""

    def __init__(self, database_url: str, folder: Path) -> None:
        """`folder` is where it runs, so that no `.env` is read."""
        self.folder = folder
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith(PREFIX)
        }
        self.environment |= {
            f"{PREFIX}DATABASE_URL": database_url,
            f"{PREFIX}WEB": "tryout",
            f"{PREFIX}WEB_PORT": str(self.port),
        }
        self.process: Life | None = None

    async def start(self) -> None:
        """Start it; returns when it is ready."""
        log = self.folder / "log"
        self.process = Life(("bot", "run"), self.folder, self.environment, log, log)
        async with asyncio.timeout(STARTS_WITHIN), aiohttp.ClientSession() as client:
            while not await self._is_ready(client):
                assert self.process.returncode is None, log.read_text()
                await asyncio.sleep(0.1)

    async def _is_ready(self, client: aiohttp.ClientSession) -> bool:
        try:
            async with client.get(f"{self.address}healthz") as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    async def kill(self) -> None:
        """Kill it, as when the power goes."""
        if self.process is not None:
            self.process.kill()
            await self.process.wait()

    async def stop(self) -> None:
        """Close it in order."""
        if self.process is not None and self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
            await self.process.wait()
