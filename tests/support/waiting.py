"""Waiting for what another task or process does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from structlog.testing import capture_logs

PATIENCE = 120.0


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again until that holds; TimeoutError after two minutes."""
    async with asyncio.timeout(PATIENCE):
        held = await holds()
        while not held:
            await asyncio.sleep(0.02)
            held = await holds()


@asynccontextmanager
async def until_logged(event: str) -> AsyncIterator[None]:
    """At the end of the block wait until that was logged since its beginning."""
    with capture_logs() as logged:
        yield

        async def is_logged() -> bool:
            return event in [line["event"] for line in logged]

        await until(is_logged)
