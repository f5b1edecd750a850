"""The fake in a process of its own, held from a test or a benchmark."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import aiohttp

from .server import TOKEN

_ROOT = Path(__file__).parents[2]


class FakeBotApiProcess:
    """Starts ``python -m tests.fake_botapi`` with these options, and ends it.

    ``act`` reaches the acts of `Control`: ``await fake.act("people", count=100)``.
    """

    def __init__(self, *options: str, token: str = TOKEN) -> None:
        self.token = token
        self.base_url = ""
        self._options = (*options, "--token", token)
        self._process: asyncio.subprocess.Process | None = None
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.fake_botapi", *self._options),
            stdout=asyncio.subprocess.PIPE,
            cwd=_ROOT,
        )
        assert self._process.stdout is not None
        port = (await self._process.stdout.readline()).decode().strip()
        assert port, "the fake did not start"
        self.base_url = f"http://127.0.0.1:{port}"
        self._session = aiohttp.ClientSession()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()
        if self._process is not None:
            self._process.terminate()
            await self._process.wait()

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self._process is not None
        return self._process.pid

    async def act(self, name: str, **given: object) -> Any:
        """Runs one act of the control surface; AssertionError with its reason when it fails."""
        status, said = await self._post(f"control/{name}", given)
        assert status == 200, said
        return said

    async def call(self, method: str, **parameters: object) -> Any:
        """Calls a method of the Bot API; the whole answer."""
        return (await self._post(f"bot{self.token}/{method}", parameters))[1]

    async def _post(self, path: str, body: dict[str, object]) -> tuple[int, Any]:
        assert self._session is not None
        async with self._session.post(f"{self.base_url}/{path}", json=body) as answer:
            return answer.status, await answer.json()
