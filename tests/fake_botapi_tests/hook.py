"""A webhook that writes down what comes and answers as it is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fake_botapi.updates import Bell
from tests.support.waiting import PATIENCE


@dataclass
class Hook:
    """``statuses`` are the answers to come, then 200; ``gate`` holds every answer back."""

    url: str = ""
    statuses: list[int] = field(default_factory=list)
    answer: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    taken: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    rang: Bell = field(default_factory=Bell)
    open_now: int = 0
    most_open: int = 0

    async def take(self, request: web.BaseRequest) -> web.Response:
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.taken.append(await request.json())
        self.open_now += 1
        self.rang.ring()
        self.most_open = max(self.most_open, self.open_now)
        await self.gate.wait()
        self.open_now -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        if self.answer is not None:
            return web.json_response(self.answer, status=status)
        return web.Response(status=status, headers=self.headers)

    async def took(self, count: int) -> list[dict[str, Any]]:
        """Waits until so many deliveries have begun."""
        async with asyncio.timeout(PATIENCE):
            while len(self.taken) < count:
                await self.rang.wait(PATIENCE)
        return self.taken

    def texts(self) -> list[str]:
        """The texts of the messages, and the data of the presses, as they came."""
        return [
            update["message"]["text"] if "message" in update else update["callback_query"]["data"]
            for update in self.taken
        ]


@asynccontextmanager
async def running_hook() -> AsyncIterator[Hook]:
    """A hook that listens; its gate is open."""
    hook = Hook()
    hook.gate.set()
    runner = web.ServerRunner(web.Server(hook.take), shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        yield hook
    finally:
        hook.gate.set()
        await runner.cleanup()
