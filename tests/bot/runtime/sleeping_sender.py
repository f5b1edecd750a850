"""A sender in a process of its own, which a test puts to sleep and wakes: told by its output.

Run as `python -m tests.bot.runtime.sleeping_sender URL GATE KIND`: it claims what is owed and says
so, waits until the file GATE is there, and only then brings it. KIND is `fenced`, or `careless`;
or `holds`, which locks what is owed and is never idle in that transaction while it is awake.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.ground.metrics import Metrics
from bot.runtime.leader import Fenced, Leader, post_of
from bot.runtime.outcomes import Bringer, Brought, Letter
from bot.runtime.sender import Sender
from models.kernel.database import Database
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.waiting import PATIENCE

RENEWED_S = 0.1
HELD_S = 0.2
IDLE_S = 5


def tell(what: str, letter: Letter) -> None:
    """A line for the test."""
    print(what, letter.owed_id, flush=True)  # noqa: T201


class Telling:
    """A channel that says what it was brought."""

    async def bring(self, letter: Letter) -> Brought:
        """Say so."""
        tell("brought", letter)
        return "sent"


class Gate:
    """A channel that brings nothing before a file is there."""

    def __init__(self, behind: Bringer, file: Path) -> None:
        self._behind = behind
        self._file = file

    async def bring(self, letter: Letter) -> Brought:
        """Say that it is claimed, wait, and say that it is done with."""
        tell("claimed", letter)
        try:
            while not self._file.exists():  # noqa: ASYNC110
                await asyncio.sleep(0.02)
            return await self._behind.bring(letter)
        finally:
            tell("done with", letter)


async def send(database: Database, gate: Path, *, fenced: bool) -> None:
    """Hold the post and send, without end."""
    post = post_of(database, "telegram")
    channel = Fenced(Telling(), post) if fenced else Telling()
    sender = Sender(database, "test", Gate(channel, gate), HandClock(), Metrics())
    await Leader(post, lambda: sender.take_over(), [sender.run]).run()


async def hold_rows(database: Database) -> None:
    """Lock what is owed in a transaction, and say so, without end."""
    async with database.write() as session:
        await session.execute(text("SELECT id FROM owed_messages FOR UPDATE"))
        # Asked for the first time it is prepared: put to sleep in between, the server waits for the
        # rest of the question, and the transaction is not idle.
        await session.execute(text("SELECT 1"))
        print("holds rows", flush=True)  # noqa: T201
        while True:
            await session.execute(text("SELECT 1"))
            await asyncio.sleep(0.02)


async def main(url: str, gate: str, kind: str) -> None:
    """Do what the arguments say."""
    async with opened(url) as database:
        if kind == "holds":
            await hold_rows(database)
        await send(database, Path(gate), fenced=kind == "fenced")


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("bot.runtime.leader.POST_RENEWED_S", RENEWED_S)
        patched.setattr("bot.runtime.leader.POST_HELD_S", HELD_S)
        patched.setattr("bot.runtime.leader.POST_ANSWERS_S", PATIENCE)
        patched.setattr("models.kernel.database.IDLE_S", IDLE_S)
        asyncio.run(main(*sys.argv[1:]))
