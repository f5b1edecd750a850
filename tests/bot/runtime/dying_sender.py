"""A sender in a process of its own, which a test kills: run as the module's name and a URL.

It takes the post, claims what is owed, says so, and does nothing more.
"""

from __future__ import annotations

import asyncio
import sys

import pytest

from bot.runtime.leader import post_of
from bot.runtime.sender import LEASE_S
from models.messaging.outbox import lease
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.waiting import PATIENCE


async def claim(url: str) -> None:
    """Claim, and wait to be killed."""
    async with opened(url) as database:
        assert await post_of(database, "telegram").take()
        async with database.write() as session:
            assert await lease(session, "test", MORNING, 10, LEASE_S)
        print("claimed", flush=True)  # noqa: T201
        await asyncio.Event().wait()


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.runtime.leader.POST_ANSWERS_S", PATIENCE)
        asyncio.run(claim(sys.argv[1]))
