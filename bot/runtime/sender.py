"""The sender: brings what a channel is owed at its platform's pace, beside the answers to taps.

At least once: a message is marked only after it was sent, so a kill in between sends it again.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import msgspec
import structlog
from aiolimiter import AsyncLimiter
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.ground.metrics import Metrics
from bot.runtime.outcomes import Blocked, Bringer, Brought, Letter, Recipient, TryLater, Unsendable
from bot.runtime.retry import log_trouble, outlast
from bot.runtime.retry_policy import Retry
from bot.runtime.turns_first import TurnsFirst, UntilIdle, nobody_acts
from handlers.dialog.speech import Reply, decode_reply, encode_reply
from models.kernel.database import Database
from models.messaging.outbox import (
    Leased,
    free_leases,
    give_up,
    is_any_due,
    lease,
    mark_all_sent,
    mark_blocked,
    mark_failed,
    mark_passed,
    release,
)
from models.messaging.owed import AccountQueue, OwedMessage

log = structlog.get_logger(__name__)
A_SECOND = 25  # below the 30 that the platform allows: answers to taps need room too
BETWEEN_S = 1.05  # to one chat, as the Bot API's FAQ asks
AT_ONCE = 50
# Claimed for the pace: what is more urgent and comes now waits behind no more than these.
AHEAD = 20
LEASE_S = 90.0
LONGEST_WAIT_S = 5.0  # a claimed message that waited longer would keep its place from others
NOTHING_S = 0.05
GATHER_S = 0.2  # what is sent within is marked together
MOST_DEFECTS = 5
MANY_ASKED = 5  # chats that are asked to pause at once: then the platform means all
LONGEST_SLOW_S = 60.0
AFTER_TROUBLE = Retry(first=1.0, longest=900.0, tries=100)  # a day, at the longest pause
# What was not answered may have arrived, and be seen each time.
AFTER_NO_ANSWER = Retry(first=60.0, longest=300.0, factor=5.0, tries=3)


class Sender:
    """The one loop that sends what is owed on a channel."""

    LOOKS_AT = (OwedMessage.__tablename__, AccountQueue.__tablename__)

    def __init__(
        self,
        database: Database,
        name: str,
        channel: Bringer,
        clock: Callable[[], datetime],
        metrics: Metrics,
        until_idle: UntilIdle = nobody_acts,
    ) -> None:
        """`name` is the channel's; `clock` gives the time in UTC.

        `until_idle` returns when no turn is under way.
        """
        self._database = database
        self._name = name
        self._channel = channel
        self._clock = clock
        self._metrics = metrics
        self._something = asyncio.Event()
        self._pace = AsyncLimiter(1, 1 / A_SECOND)
        self.quiet = Quiet()
        self._turns = TurnsFirst(until_idle)
        self._marks = Marks(database, clock, self._turns)
        self._under_way: dict[asyncio.Task[None], int] = {}
        self._pacing: set[int] = set()
        self._calling: set[int] = set()
        self._unanswered: Counter[int] = Counter()
        self._unfinished: set[int] = set()

    def wake(self) -> None:
        """Look at once whether something is to be sent."""
        self._something.set()

    async def take_over(self) -> None:
        """Free what the sender before this one, which is gone, had claimed."""
        async with self._database.write() as session:
            freed = await free_leases(session, [self._name], self._under_way.values())
        if freed:
            log.info("leases-freed", messages=freed)

    async def run(self) -> None:
        """Send until cancelled; then nothing is called any more, and calls are let end."""
        try:
            while True:
                self._something.clear()
                try:
                    found = await self._begin_some()
                except Exception as error:
                    log_trouble("outbox-not-read", error)
                    found = 0
                if not found:
                    await self._something.wait()
        finally:
            for task, message_id in self._under_way.items():
                if message_id not in self._calling:
                    task.cancel()

    async def finish(self, within: float) -> None:
        """Let what is under way arrive, so many seconds at most; what did not is handed back."""
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)
        for task in self._under_way:
            task.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)
        unfinished, self._unfinished = self._unfinished, set()
        if unfinished:
            try:
                async with self._database.write() as session:
                    await release(session, unfinished)
            except SQLAlchemyError as error:
                log_trouble("leases-not-handed-back", error)

    async def _begin_some(self) -> int:
        """Start on what is due, as much as there is room for; how many that were."""
        room = self._room()
        if room <= 0:
            return 0
        await self._turns.let_pass()
        # After a long standstill the leases of these may have run out.
        mine = set(self._under_way.values())
        async with self._database.read() as session:
            if not await is_any_due(session, self._name, self._clock(), mine):
                return 0
        async with self._database.write() as session:
            now = self._clock()
            leased = await lease(session, self._name, now, room, LEASE_S, mine)
        if not leased:
            # It was closed, or is somebody else's for a moment; the commit wakes us again.
            await asyncio.sleep(NOTHING_S)
        until = now + timedelta(seconds=LEASE_S)
        for message in leased:
            self._pacing.add(message.id)
            task = asyncio.create_task(self._send(message, until))
            self._under_way[task] = message.id
            task.add_done_callback(self._forget_call)
        return len(leased)

    def _room(self) -> int:
        """How many to claim; none while enough wait for the pace, so that it is some at a time."""
        if len(self._pacing) > AHEAD // 2:
            return 0
        return min(AHEAD - len(self._pacing), AT_ONCE - len(self._under_way))

    def _forget_call(self, task: asyncio.Task[None]) -> None:
        message_id = self._under_way.pop(task)
        self._pacing.discard(message_id)
        if task.cancelled():
            self._unfinished.add(message_id)
        self.wake()

    async def _send(self, message: Leased, until: datetime) -> None:
        """Bring one message and mark what became of it, unless its lease has run out by then."""
        try:
            letter = Letter(
                message.id,
                Recipient(message.account_id, message.external_id, message.language),
                decode_reply(message.reply),
            )
        except msgspec.DecodeError:
            await self._give_up(message, "unreadable")
            return
        try:
            rest = self.quiet.left_for(message.account_id)
            if rest > LONGEST_WAIT_S:
                await self._put_off(message, rest, "resting", counts=False)
                return
            await self._turn_of(message.id, rest)
            if self._clock() >= until:
                log.warning("lease-ran-out", message=message.id)
                return
            if message.until is not None and self._clock() >= message.until:
                await self._mark_passed(message)
                return
            self._calling.add(message.id)
            await self._bring(letter, message)
        except SQLAlchemyError as error:
            # The lease runs out and the message is brought again.
            log_trouble("owed-message-not-marked", error, message=message.id)
        except Exception as defect:
            log.exception("owed-message-failed", message=message.id)
            # It is brought again too, but must not hold up for ever what is owed after it.
            if message.tries >= MOST_DEFECTS:
                await self._give_up(message, type(defect).__name__)
        finally:
            self._calling.discard(message.id)

    async def _turn_of(self, message_id: int, rest: float) -> None:
        """Wait until its chat has rested and the pace lets it go."""
        if rest:
            self._pacing.discard(message_id)
            self.wake()
            await asyncio.sleep(rest)
            self._pacing.add(message_id)
        for _ in range(self.quiet.slots()):
            async with self._pace:
                pass
        self._pacing.discard(message_id)
        self.wake()

    async def _bring(self, letter: Letter, message: Leased) -> None:
        try:
            outcome = await self._channel.bring(letter)
        except Blocked:
            self._unanswered.pop(message.id, None)
            await self._note(
                message,
                lambda session: mark_blocked(session, message.account_id, self._clock()),
            )
            self._count("blocked")
        except Unsendable as trouble:
            log.error("owed-message-refused", message=message.id, why=trouble.why)
            await self._give_up(message, trouble.why)
        except TryLater as trouble:
            await self._again(message, letter.reply, trouble)
        else:
            self.quiet.sent_to(message.account_id)
            self._unanswered.pop(message.id, None)
            await self._marks.mark_sent(message.id, outcome)
            self._count(outcome)

    async def _again(self, message: Leased, reply: Reply, trouble: TryLater) -> None:
        pause = self._pause_after(message, trouble)
        if pause is None:
            await self._give_up(message, trouble.why)
            return
        if trouble.asked:
            self.quiet.was_asked_for(message.account_id, pause)
        rest = encode_reply(trouble.rest) if trouble.rest != reply else None
        await self._put_off(message, pause, trouble.why, rest, counts=not trouble.asked)

    async def _put_off(
        self, message: Leased, pause: float, why: str, rest: str | None = None, *, counts: bool
    ) -> None:
        retry_at = self._clock() + timedelta(seconds=pause)
        await self._note(
            message,
            lambda session: mark_failed(session, message.id, retry_at, why, rest, counts=counts),
        )
        self._count("later")

    def _pause_after(self, message: Leased, trouble: TryLater) -> float | None:
        """How long the message waits, in seconds; None when it was tried often enough."""
        if trouble.asked:
            return max(trouble.seconds or 0.0, BETWEEN_S)
        pause = AFTER_TROUBLE.pause_after(message.tries)
        if pause is None:
            return None
        if trouble.unsure:
            self._unanswered[message.id] += 1
            return AFTER_NO_ANSWER.pause_after(self._unanswered[message.id])
        return pause if trouble.seconds is None else trouble.seconds

    async def _mark_passed(self, message: Leased) -> None:
        self._unanswered.pop(message.id, None)
        async with self._database.write() as session:
            await mark_passed(session, message.id, self._clock())
        self._count("passed")

    async def _give_up(self, message: Leased, why: str) -> None:
        self._unanswered.pop(message.id, None)
        await self._note(message, lambda session: give_up(session, message.id, self._clock(), why))
        self._count("gave-up")

    async def _note(self, message: Leased, mark: Callable[[AsyncSession], Awaitable[None]]) -> None:
        """Write down what became of a message, which would else be brought again."""

        async def mark_once() -> None:
            async with self._database.write() as session:
                await mark(session)

        await outlast(mark_once, message=message.id)

    def _count(self, outcome: str) -> None:
        self._metrics.owed.labels(outcome).inc()


class Marks:
    """What was sent and is not marked yet, to be marked together."""

    def __init__(
        self, database: Database, clock: Callable[[], datetime], turns: TurnsFirst
    ) -> None:
        """Marks of which none waits to be written."""
        self._database = database
        self._clock = clock
        self._turns = turns
        self._waiting: dict[int, Brought] = {}
        self._one_by_one = asyncio.Lock()

    async def mark_sent(self, message_id: int, outcome: Brought) -> None:
        """Return when it is marked, with all that was sent meanwhile."""
        self._waiting[message_id] = outcome
        async with self._one_by_one:
            if message_id in self._waiting:
                await asyncio.sleep(GATHER_S)
                await self._turns.let_pass()
                await outlast(self._mark, messages=len(self._waiting))

    async def _mark(self) -> None:
        async with self._database.write() as session:
            sent = dict(self._waiting)
            await mark_all_sent(session, sent, self._clock())
        for message_id in sent:
            del self._waiting[message_id]


class Quiet:
    """When each chat, and everybody, may be written to again, and how fast."""

    def __init__(self) -> None:
        """Nobody was written to."""
        self._next: OrderedDict[int, float] = OrderedDict()
        self._everybody = 0.0
        self._asked: dict[int, float] = {}

    def sent_to(self, account_id: int) -> None:
        """The chat rests a second."""
        self._rest(account_id, BETWEEN_S)

    def was_asked_for(self, account_id: int, seconds: float) -> None:
        """The platform wants a pause of this chat.

        While it wants that of two, the others are written to at half the pace, for a minute at
        most; when of many, everybody rests too, but for seconds: it may be theirs alone.
        """
        now = asyncio.get_running_loop().time()
        self._asked = {chat: until for chat, until in self._asked.items() if until > now}
        self._asked[account_id] = now + min(seconds, LONGEST_SLOW_S)
        if len(self._asked) >= MANY_ASKED:
            self._everybody = max(self._everybody, now + min(seconds, LONGEST_WAIT_S))
        self._rest(account_id, seconds)

    def slots(self) -> int:
        """How many places in the pace a message takes now."""
        now = asyncio.get_running_loop().time()
        return 2 if sum(until > now for until in self._asked.values()) > 1 else 1

    def left_for(self, account_id: int) -> float:
        """How long, in seconds, the chat is not to be written to."""
        now = asyncio.get_running_loop().time()
        return max(self._next.get(account_id, 0.0), self._everybody, now) - now

    def _rest(self, account_id: int, seconds: float) -> None:
        now = asyncio.get_running_loop().time()
        self._next[account_id] = max(self._next.get(account_id, 0.0), now + seconds)
        self._next.move_to_end(account_id)
        while self._next and next(iter(self._next.values())) < now:
            self._next.popitem(last=False)
