"""The shop's own work waits while turns are under way: for a moment, and not when it is behind."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select

from bot.ground.metrics import Metrics
from bot.runtime.announcer import Announcer
from bot.runtime.fair_queue import FairQueue
from bot.runtime.sender import Sender
from bot.runtime.turns_first import TurnsFirst, nobody_acts
from models.kernel.database import Database
from models.kernel.facts import BazaarAdded, FactRow, record
from tests.bot.runtime.postbox import ONE, Postbox, an_account, owe_one
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.waiting import PATIENCE, until

Work = Callable[[TurnsFirst], Awaitable[None]]
UntilDone = Callable[[], Awaitable[None]]


async def never() -> None:
    """Somebody's turn is always under way."""
    await asyncio.Event().wait()


async def several_steps() -> None:
    """Whatever can go on without waiting does."""
    for _ in range(20):
        await asyncio.sleep(0)


class Turn:
    """A turn in a queue, which ends when it is told to."""

    def __init__(self) -> None:
        self.queue = FairQueue(1, 10, lent_after=1000.0)
        self.ends = asyncio.Event()

    async def run(self) -> None:
        """Take the place until told."""
        async with self.queue.place("mona"):
            await self.ends.wait()


@pytest.mark.parametrize("another_waits", [False, True])
async def test_idle_is_who_has_nobody_at_work_and_nobody_waiting(another_waits: bool) -> None:
    turn = Turn()
    await turn.queue.until_idle()
    turns = [asyncio.create_task(turn.run()) for _ in range(1 + another_waits)]
    await several_steps()
    idle = asyncio.create_task(turn.queue.until_idle())
    await several_steps()
    assert not idle.done()
    turn.ends.set()
    await asyncio.gather(*turns, idle)


async def test_who_gives_up_waiting_keeps_nobody_back() -> None:
    turn = Turn()
    working, waiting = (asyncio.create_task(turn.run()) for _ in range(2))
    await several_steps()
    waiting.cancel()
    turn.ends.set()
    await asyncio.gather(working, waiting, return_exceptions=True)
    assert waiting.cancelled()
    idle = asyncio.create_task(turn.queue.until_idle())
    await several_steps()
    assert idle.done()


async def test_work_is_held_back_for_a_moment_at_most() -> None:
    asked = []

    async def until_idle() -> None:
        asked.append("whether a turn is under way")
        await never()

    turns = TurnsFirst(until_idle, held_back=0.01)
    async with asyncio.timeout(PATIENCE):
        for _ in range(2):
            await turns.let_pass()
    assert len(asked) == 2


async def is_held_back(turns: TurnsFirst) -> bool:
    """Whether the next portion waits."""
    portion = asyncio.create_task(turns.let_pass())
    await several_steps()
    held_back = not portion.done()
    portion.cancel()
    await asyncio.gather(portion, return_exceptions=True)
    return held_back


@pytest.mark.parametrize("behind", [5.0, math.inf])
async def test_work_that_is_behind_is_not_held_back(behind: float) -> None:
    """The twin knows no end: turns without end would put off what families are to hear."""
    clock = [0.0]
    turns = TurnsFirst(never, held_back=1000.0, behind=behind, now=lambda: clock[0])
    assert await is_held_back(turns)
    clock[0] = 5.0
    assert await is_held_back(turns) is (behind > 5.0)
    turns.caught_up()
    assert await is_held_back(turns)


async def run_beside_a_turn(work: Work, until_done: UntilDone, turn: Turn, waits: bool) -> bool:
    """Whether the work is done while a turn is under way; it is done when the turn is over."""
    working = asyncio.create_task(turn.run())
    asked = asyncio.Event()

    async def until_idle() -> None:
        asked.set()
        await (turn.queue.until_idle() if waits else nobody_acts())

    done = asyncio.Event()
    loop = asyncio.ensure_future(work(TurnsFirst(until_idle, held_back=1000.0)))
    watching = asyncio.ensure_future(until_done())
    watching.add_done_callback(lambda _task: done.set())
    await asked.wait()
    if not waits:
        await done.wait()
    await several_steps()
    done_beside = done.is_set()
    turn.ends.set()
    await asyncio.gather(working, watching)
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    return done_beside


async def is_told(database: Database) -> bool:
    """Whether what happened was announced."""
    async with database.read() as session:
        return await session.scalar(select(FactRow.announced_at)) is not None


@pytest.mark.parametrize("waits", [True, False])
async def test_a_fact_is_told_when_no_turn_is_under_way(
    database: Database, clock: HandClock, waits: bool
) -> None:
    """The twin does not know of turns, and announces beside them."""
    async with database.write() as session:
        record(acting(session, now=clock()), BazaarAdded(1))

    async def announce(turns: TurnsFirst) -> None:
        announcer = Announcer(database, clock, lambda: None)
        announcer._turns = turns
        await announcer.run()

    async def until_told() -> None:
        await until(lambda: is_told(database))

    assert await run_beside_a_turn(announce, until_told, Turn(), waits) is not waits


@pytest.mark.parametrize("waits", [True, False])
async def test_what_is_owed_is_claimed_when_no_turn_is_under_way(
    database: Database, clock: HandClock, waits: bool
) -> None:
    """The twin does not know of turns, and claims beside them."""
    await owe_one(database, await an_account(database), "hers", ONE)
    postbox = Postbox()

    async def send(turns: TurnsFirst) -> None:
        sender = Sender(database, "test", postbox, clock, Metrics())
        sender._turns = turns
        try:
            await sender.run()
        finally:
            await sender.finish(30.0)

    async def until_brought() -> None:
        await postbox.holds(1)

    assert await run_beside_a_turn(send, until_brought, Turn(), waits) is not waits
