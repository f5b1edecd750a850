"""``python -m tests.benchmarks.owing [--many N]``: the outbox with much owed beside little.

Claiming and marking in turns on two databases of each kind; how long a portion keeps SQLite's
write lock; how soon news goes out behind all the reminders; and what a tap that adds to a cart
takes beside the sender at its pace and beside the owing, to one alone.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console

from bot.ground.metrics import Metrics
from bot.runtime.announcer import Announcer
from bot.runtime.outcomes import Brought, Letter
from bot.runtime.sender import A_SECOND, Sender
from handlers.dialog.speech import decode_reply
from models.bazaars.reminders import Subscribers
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.broadcast import begin_to_owe, carry_on
from models.messaging.outbox import is_any_due, lease, mark_all_sent
from models.messaging.owing import owe
from models.migrations import migrate
from models.orders.carts import set_quantity
from tests.models.messaging.crowd import AT_ONCE, gather, remind_all
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.postgres import Postgres
from tests.support.shelves import an_option

FEW = 1_000
ROUNDS = 40
CLAIMED = 10
TAPS = 150
NEWS_ROUNDS = 10
WORDS = '{"cards":[{"text":{"a":"phrase","id":"button-home"},"stays":true}]}'
NEWS = WORDS.replace("home", "help")
Say = Callable[[str], None]


class Nowhere:
    """A channel on which everything arrives at once, and that knows when news came to whom."""

    def __init__(self) -> None:
        """Nothing has come."""
        self.came: dict[int, float] = {}
        self.something = asyncio.Event()

    async def bring(self, letter: Letter) -> Brought:
        """It has arrived."""
        if letter.reply == decode_reply(NEWS):
            self.came[letter.to.account_id] = time.perf_counter()
            self.something.set()
        return "sent"


async def fill(database: Database, count: int) -> None:
    """So many people who are owed a reminder each."""
    await migrate(database)
    for first in range(1, count + 1, AT_ONCE):
        await gather(database, first, min(first + AT_ONCE - 1, count))
    await remind_all(database, "reminder:1:", words=WORDS)


async def timed(work: Awaitable[object]) -> float:
    """How long it takes, in milliseconds."""
    began = time.perf_counter()
    await work
    return (time.perf_counter() - began) * 1000


async def served(database: Database, at: int) -> None:
    """Claim some, and mark them as sent."""
    now = MORNING + timedelta(seconds=at)
    async with database.read() as session:
        assert await is_any_due(session, "test", now)
    async with database.write() as session:
        claimed = await lease(session, "test", now, CLAIMED, 60)
    async with database.write() as session:
        await mark_all_sent(session, {one.id: "sent" for one in claimed}, now)


async def serving(urls: tuple[str, str], many: int, say: Say) -> None:
    """Few and many in turns, without any ANALYZE."""
    async with opened(urls[0]) as few, opened(urls[1]) as much:
        await fill(few, FEW)
        await fill(much, many)
        rounds = [[await timed(served(each, at)) for each in (few, much)] for at in range(ROUNDS)]
        least, most = (median(times) for times in zip(*rounds, strict=True))
        ratio = median(other / one for one, other in rounds)
        say(f"claim and mark {CLAIMED}: {least:.1f} ms, of {many:,} {most:.1f} ms: x{ratio:.2f}")


async def portions(database: Database, say: Say) -> None:
    """How long each portion holds the write lock."""
    async with database.write() as session:
        await begin_to_owe(session, Subscribers(MORNING), "reminder:2:", WORDS)

    async def one() -> None:
        async with database.write() as session:
            await carry_on(session, MORNING)

    times = [await timed(one()) for _ in range(ROUNDS)]
    say(f"a portion: median {median(times):.1f} ms, longest {max(times):.1f} ms")


async def news(
    database: Database, channel: Nowhere, people: Sequence[int], whose: str, say: Say
) -> None:
    """How long news takes to each of these people, beside the sender at its pace."""
    times = []
    for account_id in people:
        async with database.write() as session:
            assert await owe(session, account_id, f"fact:{account_id}", NEWS, MORNING)
        began = time.perf_counter()
        while account_id not in channel.came:
            channel.something.clear()
            await channel.something.wait()
        times.append(channel.came[account_id] - began)
    say(f"news to {whose}: median {median(times):.2f} s, longest {max(times):.2f} s")


async def tapping(database: Database, person: int, option: int) -> float:
    """Milliseconds that 95 of 100 taps stay under."""

    async def tap(at: int) -> None:
        async with database.write() as session:
            await set_quantity(acting(session, person), option, 1 + at % 3, DEFAULT_TERMS)

    times = []
    for at in range(TAPS):
        times.append(await timed(tap(at)))
        await asyncio.sleep(0.02)
    return quantiles(times, n=20)[-1]


async def taps(url: str, many: int, say: Say) -> None:
    """Taps alone, beside the sender, and beside sender and owing; and news beside the sender."""
    async with opened(url) as database:
        await fill(database, many)
        await portions(database, say)
        async with database.write() as session:
            option = await an_option(session, stock=9)
        alone = await tapping(database, 1, option)
        channel = Nowhere()
        sender = Sender(database, "test", channel, lambda: MORNING, Metrics())
        announcer = Announcer(database, lambda: MORNING, sender.wake)
        database.when_committed(sender.wake)
        database.when_committed(announcer.wake)
        loop = asyncio.create_task(sender.run())
        beside = await tapping(database, 1, option)
        await gather(database, many + 1, many + NEWS_ROUNDS)
        others = range(many + 1, many + NEWS_ROUNDS + 1)
        await news(database, channel, others, f"who has no reminder among {many:,}", say)
        theirs = range(many - NEWS_ROUNDS + 1, many + 1)
        await news(database, channel, theirs, "who has one of the last", say)
        owing = asyncio.create_task(announcer.run())
        owed = await tapping(database, 1, option)
        for task in (loop, owing):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        await sender.finish(10)
        say(
            f"taps, p95: alone {alone:.1f} ms, beside the sender x{beside / alone:.2f}, "
            f"beside sender and owing x{owed / alone:.2f}"
        )


async def measure(many: int, say: Say) -> None:
    """Everything, on both databases."""
    say(f"the platform's pace: {A_SECOND} a second")
    with tempfile.TemporaryDirectory() as folder:
        say("SQLite")
        few, much, shop = (f"sqlite:///{Path(folder) / name}.db" for name in ("a", "b", "c"))
        await serving((few, much), many, say)
        await taps(shop, many, say)
    server = await asyncio.to_thread(Postgres)
    try:
        say("PostgreSQL")
        names = [await asyncio.to_thread(server.fresh) for _ in range(3)]
        few, much, shop = map(server.url, names)
        await serving((few, much), many, say)
        await taps(shop, many, say)
    finally:
        await asyncio.to_thread(server.stop)


def main() -> None:
    """Measure; the numbers are this machine's, the ratios are what to compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.owing", description=__doc__)
    parser.add_argument("--many", type=int, default=100_000, help="how much is owed")
    asyncio.run(measure(parser.parse_args().many, Console().print))


if __name__ == "__main__":
    main()
