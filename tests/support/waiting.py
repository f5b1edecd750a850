"""Waiting for what another task or process does."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

PATIENCE = 120.0


async def until(holds: Callable[[], Awaitable[bool]]) -> None:
    """Look again and again until that holds; TimeoutError after two minutes."""
    async with asyncio.timeout(PATIENCE):
        held = await holds()
        while not held:
            await asyncio.sleep(0.02)
            held = await holds()
