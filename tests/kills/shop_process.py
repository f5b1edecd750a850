"""The storefront as its owner runs it: a process of its own, which can be killed."""

from __future__ import annotations

import asyncio
import os
import signal
from pathlib import Path

import aiohttp

from tests.bot.opened import SECRET
from tests.fake_botapi import TOKEN, FakeBotApi
from tests.support.lives import NO_LIMITS, Life
from tests.support.ports import free_port

ROOT = Path(__file__).parents[2]
OPENS_WITHIN = 180.0
COMMAND = ("bot", "run")


class ShopProcess:
    """Runs the bot on a database and a Bot API, and kills it with -9.

    `program` are the words after `python -m`, `settings` more settings without their prefix. Its
    log goes to `folder`.
    """

    def __init__(
        self,
        api: FakeBotApi,
        database_url: str,
        folder: Path,
        program: tuple[str, ...] = COMMAND,
        **settings: str,
    ) -> None:
        self._api = api
        self._database_url = database_url
        self._folder = folder
        self._program = program
        self._settings = {f"ENTAJ_{name}": value for name, value in settings.items()}
        self._port = free_port()
        self._process: Life | None = None

    async def begin(self, *, webhook: bool) -> None:
        """Start it, by webhook or by asking; it is not open yet."""
        environment = self._environment(webhook=webhook)
        self._process = Life(self._program, ROOT, environment, self.log, self.log)

    async def opened(self) -> None:
        """Wait until it says that it is ready."""
        loop = asyncio.get_running_loop()
        until = loop.time() + OPENS_WITHIN
        while not await self._is_ready():
            assert loop.time() < until, self.last_words()
            assert self._process is not None
            assert self._process.returncode is None, self.last_words()
            await asyncio.sleep(0.02)
        self._api.bot_is(there=True)

    async def says(self, what: str) -> None:
        """Wait until that stands in its log, which grows on."""
        assert self._process is not None
        await self._process.says(what)

    async def measures(self) -> str:
        """What it says of itself at `/metrics`, which its settings must open."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self._port}/metrics") as answer,
        ):
            return await answer.text()

    async def killed(self) -> None:
        """Kill it with -9, whatever it is at."""
        assert self._process is not None
        assert self._process.returncode is None, self.last_words()
        self._api.bot_is(there=False)
        self._process.kill()
        assert await self._process.wait() == -signal.SIGKILL

    async def closed(self) -> None:
        """Close it in order."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        assert await self._process.wait() == 0, self.last_words()

    async def abandoned(self) -> None:
        """See that it is gone, at the end of a test."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()

    @property
    def log(self) -> Path:
        """What it wrote, over all its lives."""
        return self._folder / "shop.log"

    def last_words(self) -> str:
        """The end of its log."""
        return self.log.read_text(errors="replace")[-3000:]

    async def _is_ready(self) -> bool:
        try:
            async with (
                aiohttp.ClientSession() as session,
                session.get(f"http://127.0.0.1:{self._port}/healthz") as answer,
            ):
                return answer.status == 200
        except aiohttp.ClientError:
            return False

    def _environment(self, *, webhook: bool) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ENTAJ_")}
        settings = {
            "ENTAJ_DATABASE_URL": self._database_url,
            "ENTAJ_TELEGRAM_TOKEN": TOKEN,
            "ENTAJ_TELEGRAM_API_URL": self._api.base_url,
            "ENTAJ_WEB_PORT": str(self._port),
            **NO_LIMITS,
            **self._settings,
        }
        if webhook:
            settings["ENTAJ_TELEGRAM_WEBHOOK_URL"] = f"http://127.0.0.1:{self._port}/telegram"
            settings["ENTAJ_TELEGRAM_WEBHOOK_SECRET"] = SECRET
        return {**kept, **settings}
