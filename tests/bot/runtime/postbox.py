"""A channel of the tests' own, the sender that brings to it, and what is owed there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from sqlalchemy import select

from bot.ground.metrics import Metrics
from bot.runtime.outcomes import Brought, Letter
from bot.runtime.sender import Sender
from handlers.dialog.speaker import find_speaker, welcome_speaker
from handlers.dialog.speech import Card, ChannelUser, Command, Heard, Reply, encode_reply, say
from models.kernel.database import Database
from models.messaging.outbox import OwedMessage
from models.messaging.owed import AccountQueue
from models.messaging.owing import owe
from tests.support.clock import MORNING, HandClock
from tests.support.waiting import PATIENCE, how_many_wait, until

ONE, TWO = (Card(text=say(name)) for name in ("button-home", "button-help"))


class Postbox:
    """A channel that keeps what it is brought, and refuses as it is told."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.refusals: list[Exception] = []
        self.brought = asyncio.Event()
        self.on_the_way: Callable[[], None] = lambda: None

    async def bring(self, letter: Letter) -> Brought:
        self.letters.append(letter)
        self.on_the_way()
        self.brought.set()
        if self.refusals:
            raise self.refusals.pop(0)
        return "sent"

    async def holds(self, count: int) -> None:
        """Wait until so many were brought."""
        while len(self.letters) < count:
            self.brought.clear()
            await asyncio.wait_for(self.brought.wait(), PATIENCE)


@asynccontextmanager
async def sending(database: Database, postbox: Postbox, clock: HandClock) -> AsyncIterator[Sender]:
    """The sender at work."""
    sender = Sender(database, "test", postbox, clock, Metrics())
    database.when_committed(sender.wake)
    loop = asyncio.create_task(sender.run())
    yield sender
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await sender.finish(30.0)


async def has_looked(sender: Sender) -> None:
    """Return when the sender has looked for what is due once more, and has begun all of it."""
    sender.wake()

    async def rests() -> bool:
        return how_many_wait(sender._something) > 0

    await until(rests)


async def an_account(database: Database, name: str = "mona") -> int:
    """An account on the channel of the tests."""
    speaker = ChannelUser("test", name, "en")
    async with database.write() as session:
        await welcome_speaker(session, speaker, MORNING)
        guest = await find_speaker(session, Heard(speaker, Command("start"), "1"))
    assert guest is not None
    return guest.account_id


async def owe_one(database: Database, account_id: int, key: str, *cards: Card) -> None:
    """Owe the account these cards."""
    async with database.write() as session:
        await owe(session, account_id, key, encode_reply(Reply(cards=cards)), MORNING)


async def is_leased(database: Database, key: str) -> bool:
    """Whether the sender has claimed that message."""
    claimed = (
        select(OwedMessage.key)
        .join(AccountQueue, AccountQueue.message_id == OwedMessage.id)
        .where(AccountQueue.leased)
    )
    async with database.read() as session:
        return key in (await session.scalars(claimed)).all()


async def outcomes(database: Database) -> list[str | None]:
    """What became of each message."""
    async with database.read() as session:
        found = select(OwedMessage.outcome).order_by(OwedMessage.id)
        return list(await session.scalars(found))
