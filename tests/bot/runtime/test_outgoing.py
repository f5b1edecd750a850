"""Each channel is sent to by itself: one that hangs holds up nothing of another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from bot.ground.metrics import Metrics
from bot.runtime.leader import post_of
from bot.runtime.outcomes import Brought, Letter
from bot.runtime.outgoing import Outgoing
from bot.runtime.sender import AHEAD
from handlers.dialog.speaker import find_speaker, welcome_speaker
from handlers.dialog.speech import ChannelUser, Command, Heard
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.processed_updates import ProcessedUpdate, keep_processed
from tests.bot.paper import Paper
from tests.bot.runtime.postbox import ONE, outcomes, owe_one
from tests.support.clock import MORNING, HandClock
from tests.support.waiting import until


class Hanging(Paper):
    """A channel whose platform never answers."""

    name = "hanging"

    async def bring(self, letter: Letter) -> Brought:
        """Wait without end."""
        await asyncio.Event().wait()
        return "sent"


class Board(Paper):
    """One more channel."""

    name = "board"


@asynccontextmanager
async def sent(database: Database, *channels: Paper) -> AsyncIterator[None]:
    """What these channels are owed is sent, each by its own post."""
    outgoing = [Outgoing(each, database, HandClock(), Metrics()) for each in channels]
    for each in outgoing:
        database.when_committed(each.sender.wake)
    loops = [asyncio.create_task(each.run()) for each in outgoing]
    yield
    for loop in loops:
        loop.cancel()
    await asyncio.gather(*loops, return_exceptions=True)
    for each in outgoing:
        await each.finish(0.0)


async def owe(database: Database, channel: str, many: int) -> None:
    """Owe so many people of a channel a message each."""
    for number in range(many):
        who = ChannelUser(channel, f"{channel}-{number}", "en")
        async with database.write() as session:
            await welcome_speaker(session, who, MORNING)
            speaker = await find_speaker(session, Heard(who, Command("start"), "1"))
        assert speaker is not None
        await owe_one(database, speaker.account_id, f"{channel}-{number}", ONE)


async def test_what_hangs_on_one_channel_holds_up_nothing_on_another(database: Database) -> None:
    paper = Paper()
    await owe(database, "hanging", 2 * AHEAD)
    await owe(database, "paper", 3)
    async with sent(database, Hanging(), paper):
        await until(lambda: are_sent(database, 3))
    assert sorted(paper.pigeonholes) == ["paper-0", "paper-1", "paper-2"]


async def test_a_post_that_another_process_has_is_that_of_its_channel_alone(
    database: Database,
) -> None:
    paper, board, theirs = Paper(), Board(), post_of(database, "paper")
    await owe(database, "paper", 1)
    await owe(database, "board", 1)
    assert await theirs.take()
    async with sent(database, paper, board):
        await until(lambda: are_sent(database, 1))
        assert list(board.pigeonholes) == ["board-0"]
        assert not paper.pigeonholes, "it is the other's to send"
        await theirs.leave()
        await until(lambda: are_sent(database, 2))
    assert list(paper.pigeonholes) == ["paper-0"]


async def test_a_channel_forgets_the_updates_that_it_brings_no_more_and_nobody_elses(
    database: Database,
) -> None:
    long_ago = MORNING - 2 * Paper.comes_again
    for channel in ("paper", "board"):
        await owe(database, channel, 1)
    async with database.write() as session:
        for account_id in await session.scalars(select(Account.id)):
            await keep_processed(session, account_id, "old", "{}", long_ago)
            await keep_processed(session, account_id, "new", "{}", MORNING)
    async with sent(database, Paper()):
        await until(lambda: are_remembered(database, {"paper": 1, "board": 2}))


async def are_remembered(database: Database, many: dict[str, int]) -> bool:
    """Whether so many updates of each channel are remembered."""
    async with database.read() as session:
        counted = await session.execute(
            select(Account.channel, func.count())
            .join(ProcessedUpdate, ProcessedUpdate.account_id == Account.id)
            .group_by(Account.channel)
        )
        return dict(list(counted)) == many


async def are_sent(database: Database, many: int) -> bool:
    """Whether so many messages were sent."""
    return (await outcomes(database)).count("sent") == many
