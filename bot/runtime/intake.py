"""The intake: a person's turns one at a time until the reply is on the screen, many people at once.

Presses and texts travel in different queues of the platform and may overtake each other, so the
order is the person's, whatever they did. Whose turn comes next is decided by a fair queue: who has
had much lately waits behind who has had little. Steps that are known as such have a queue of their
own: who looks does not wait behind the many who place an order at once.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import msgspec
import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.ground.metrics import Metrics
from bot.runtime.fair_queue import FairQueue
from bot.runtime.outcomes import Blocked, TryLater
from bot.runtime.rate_limit import RateLimiter, RateLimits
from bot.runtime.retry import outlast
from handlers.dialog.dispatch import surely_does
from handlers.dialog.refusals import NOT_SHOWN
from handlers.dialog.speech import ChannelUser, Heard, Reply, SentOther, What, encode_reply
from handlers.dialog.turns import Answer, Turns
from models.messaging.outbox import mark_blocked
from models.messaging.owing import owe

log = structlog.get_logger(__name__)
AT_ONCE = 256
WORKING = 2
"""How many turns of each kind use the processor or the write lock at once: more would only slow
each other."""
Person = tuple[str, str]
Show = Callable[[Answer], Awaitable[bool | None]]
"""Shows a reply; False where one that was to replace its message came beneath it."""
Rest = Callable[[str, int, float], None]
Fetch = Callable[[], Awaitable[What]]
SlowDown = Callable[[bool], Coroutine[Any, Any, None]]


class Intake:
    """Takes what people do, whatever the channel, and sees it through to the reply."""

    def __init__(
        self,
        turns: Turns,
        clock: Callable[[], datetime],
        metrics: Metrics,
        limits: RateLimits | None = None,
        rests: Rest | None = None,
    ) -> None:
        """`clock` gives the time in UTC.

        `rests` hears of a channel's account that is to be left alone for so many seconds.
        """
        self._rests = rests
        self._turns = turns
        self._clock = clock
        self._metrics = metrics
        self._heard_on, self._turns_on = cache(metrics.heard.labels), cache(metrics.turns.labels)
        self._queue, self._steps = FairQueue(WORKING, AT_ONCE), FairQueue(WORKING, AT_ONCE)
        self._floods = RateLimiter(limits or RateLimits(), time.monotonic)
        self._hurry = asyncio.Event()

    async def take(
        self,
        heard: Heard,
        show: Show,
        *,
        fetch: Fetch | None = None,
        slow_down: SlowDown | None = None,
        persists: bool = False,
    ) -> None:
        """Answer an update and show the reply; when this returns, the update is done.

        `fetch` gets the photo or the voice note that was sent while the person's turn is held,
        unless nothing waits for one: then it is not fetched, and cannot be used. `slow_down` is
        called at once for each act that is too fast, with True when the person is to be told so.
        What `show` could not show in time becomes an owed message, as soon as the database takes
        it, and what it can never show is said to be so. Raises what the database raises before
        that: then the update is not done, and comes again; or, where the channel `persists`, it is
        tried until the database is back, before anything that the person did later.
        """
        person = key_of(heard.sender)
        pace = self._floods.count(person)
        slowed = None
        if pace is not None:
            self._metrics.slowed.inc()
            told, pace.told = pace.told, True
            slowed = slow_down(not told) if slow_down is not None else None
        # In the order of arrival: nothing is waited for before the person's turn is asked for.
        async with beside(slowed) as said, self._queue.lane(person):
            if said is not None:
                await said
            if pace is not None:
                await self._pause()
            await run_or_outlast(heard.update_key, lambda: self._turn(heard, show, fetch), persists)

    async def alone(
        self,
        channel: str,
        external_id: str,
        update_key: str,
        work: Callable[[], Awaitable[None]],
        *,
        persists: bool = False,
    ) -> None:
        """Do what the channel itself has to do for a person, in its order among the person's turns.

        Raises what `work` raises; `persists` is as in `take`.
        """
        person = (channel, external_id)

        async def in_turn() -> None:
            async with self._steps.place(person):
                await work()

        async with self._queue.lane(person):
            await run_or_outlast(update_key, in_turn, persists)

    async def until_idle(self) -> None:
        """Return when no turn uses the processor or the write lock, and none waits for it."""
        for queue in (self._queue, self._steps):
            await queue.until_idle()

    def hurry(self) -> None:
        """Hold nobody back any more: the bot is about to stop."""
        self._hurry.set()

    async def _pause(self) -> None:
        """Hold somebody back who is too fast."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hurry.wait(), self._floods.pause)

    async def _turn(self, heard: Heard, show: Show, fetch: Fetch | None) -> None:
        began = time.perf_counter()
        channel = heard.sender.channel
        self._heard_on(channel).inc()
        with self._metrics.in_flight.track_inprogress():
            if fetch is not None:
                heard = msgspec.structs.replace(heard, what=await self._fetch(heard, fetch))
            queue = self._steps if surely_does(heard.what) else self._queue
            async with queue.place(key_of(heard.sender)):
                answer = await self._turns.answer(heard)
                await self._show(heard, answer, show)
        self._turns_on(channel).observe(time.perf_counter() - began)

    async def _fetch(self, heard: Heard, fetch: Fetch) -> What:
        async with self._queue.place(key_of(heard.sender)):
            trouble = await self._turns.why_not_fetched(heard)
        if trouble is None:
            return await fetch()
        further = isinstance(heard.what, SentOther) and heard.what.further
        return SentOther(trouble, further)

    async def _show(self, heard: Heard, answer: Answer, show: Show) -> None:
        """Show the reply; what is left of one that could not be shown in time is owed."""
        try:
            if await show(answer) is False:
                await self._turns.put_back(answer.account_id, heard)
        except Blocked:
            async with self._turns.database.write() as session:
                await mark_blocked(session, answer.account_id, self._clock())
        except TryLater as trouble:
            log.info("reply-owed", update=heard.update_key, why=trouble.why)
            if trouble.rest.cards == answer.reply.cards and not trouble.unsure:
                await self._turns.put_back(answer.account_id, heard)
            if trouble.rest != Reply():
                await self._owe(heard, answer, trouble)
        except SQLAlchemyError:
            raise
        except Exception:
            # A defect of ours, and the same each time: the update must not come again for ever.
            log.exception("reply-not-shown", update=heard.update_key)
            if answer.reply != NOT_SHOWN:
                await self._show(heard, answer._replace(reply=NOT_SHOWN), show)

    async def _owe(self, heard: Heard, answer: Answer, trouble: TryLater) -> None:
        """Owe what is left, in its place.

        It is tried until the database is back: the update brought again would show the whole reply
        again, beside a call that is still going or what of it has arrived.
        """
        seconds = trouble.seconds or 0.0
        if trouble.asked and self._rests is not None:
            self._rests(heard.sender.channel, answer.account_id, seconds)
        key = f"reply:{heard.sender.channel}:{heard.update_key}"

        async def owe_rest() -> None:
            now = self._clock()
            due_at = now + timedelta(seconds=seconds)
            async with self._turns.database.write() as session:
                await owe(session, answer.account_id, key, encode_reply(trouble.rest), now, due_at)

        await outlast(owe_rest, update=heard.update_key)
        trouble.is_owed(key)


async def run_or_outlast(
    update_key: str, work: Callable[[], Awaitable[None]], persists: bool
) -> None:
    """Do it; where it `persists`, as often as it takes while the database is away."""
    if persists:
        await outlast(work, update=update_key)
    else:
        await work()


@asynccontextmanager
async def beside(
    work: Coroutine[Any, Any, None] | None,
) -> AsyncIterator[asyncio.Task[None] | None]:
    """Let the work go on meanwhile, where there is any; it ends with the block at the latest."""
    task = asyncio.create_task(work) if work is not None else None
    try:
        yield task
    finally:
        if task is not None:
            task.cancel()


def key_of(sender: ChannelUser) -> Person:
    """The key of a person on a channel, whose turns wait for each other."""
    return sender.channel, sender.external_id
