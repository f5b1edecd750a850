"""The intake sees each update through: nothing that cannot be shown comes again for ever."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Hashable
from contextlib import ExitStack, asynccontextmanager
from itertools import count

import msgspec
import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

import bot.runtime.intake
import handlers.conversations  # noqa: F401  registers every function that answers
import models.kernel.database
from bot.ground.metrics import Metrics
from bot.runtime.fair_queue import FairQueue, Place, leave_place
from bot.runtime.intake import WORKING, Intake, Show
from bot.runtime.late_replies import see_through
from bot.runtime.outcomes import StillGoing, Unsendable
from bot.runtime.rate_limit import RateLimits
from handlers.dialog.actions.customer import EmptyCart
from handlers.dialog.refusals import NOT_SHOWN
from handlers.dialog.speech import ChannelUser, Command, Heard, Pressed, Reply, What
from handlers.dialog.turns import Answer, Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.outbox import OwedMessage
from tests.bot.runtime.postbox import outcomes
from tests.support.clock import HandClock
from tests.support.opened import opened
from tests.support.outage import held_by_another
from tests.support.waiting import PATIENCE, until_logged

START = Heard(ChannelUser("test", "mona", "en"), Command("start"), "1")


class Screen:
    """Shows replies, and fails as it is told."""

    def __init__(self, *failures: Exception) -> None:
        self.failures = list(failures)
        self.tried: list[Reply] = []

    async def show(self, answer: Answer) -> None:
        self.tried.append(answer.reply)
        if self.failures:
            raise self.failures.pop(0)


@pytest.fixture
def intake(sqlite_database: Database, clock: HandClock) -> Intake:
    """An intake on a fresh database."""
    return Intake(Turns(sqlite_database, DEFAULT_TERMS, clock), clock, Metrics())


@pytest.mark.parametrize("failure", [ValueError("a defect"), Unsendable("broken", Reply())])
async def test_an_answer_that_cannot_be_shown_is_said_to_be_so(
    intake: Intake, failure: Exception
) -> None:
    screen = Screen(failure)
    await intake.take(START, screen.show)
    first, second = screen.tried
    assert first.cards
    assert second == NOT_SHOWN


async def test_not_even_that_can_be_shown(intake: Intake) -> None:
    screen = Screen(ValueError("a defect"), ValueError("another"))
    await intake.take(START, screen.show)
    assert len(screen.tried) == 2


async def test_an_update_comes_again_when_the_database_is_away(intake: Intake) -> None:
    screen = Screen(OperationalError("SELECT", {}, OSError("away")))
    with pytest.raises(OperationalError):
        await intake.take(START, screen.show)
    assert len(screen.tried) == 1


async def test_what_was_done_first_is_answered_first_when_the_database_is_back(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        intake = Intake(Turns(database, DEFAULT_TERMS, clock), clock, Metrics())
        shown: list[str] = []

        async def act(number: str) -> None:
            async def show(_answer: Answer) -> None:
                shown.append(number)

            heard = msgspec.structs.replace(START, update_key=number)
            await intake.take(heard, show, persists=True)

        with held_by_another(database):
            async with until_logged("database-away"):
                first = asyncio.create_task(act("first"))
            assert shown == []
        # The first one pauses before it tries again, and nothing else holds up the second.
        await act("second")
        await first
        assert shown == ["first", "second"]


@pytest.mark.parametrize("persists", [True, False])
async def test_a_reply_that_goes_on_is_shown_once_though_the_database_goes_away(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, clock: HandClock, persists: bool
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    going: list[StillGoing] = []
    async with opened(sqlite_url) as database:
        intake = Intake(Turns(database, DEFAULT_TERMS, clock), clock, Metrics())
        with ExitStack() as outage:

            async def show(answer: Answer) -> None:
                if not going:
                    outage.enter_context(held_by_another(database))
                ended = asyncio.create_task(asyncio.sleep(0, Reply()))
                going.append(StillGoing(answer.reply, 30.0, ended))
                raise going[-1]

            async with until_logged("database-away"):
                taking = asyncio.create_task(intake.take(START, show, persists=persists))
            clock.advance(seconds=31)
            outage.close()
            await taking
        (only,) = going
        async with database.read() as session:
            owed = (await session.scalars(select(OwedMessage))).one()
        assert owed.due_at > clock(), "there is time to close it before it is brought"
        await see_through(only, database, clock)
        assert await outcomes(database) == ["sent"]


async def test_who_is_slowed_is_answered_in_the_order_of_arrival(
    sqlite_database: Database, clock: HandClock
) -> None:
    turns = Turns(sqlite_database, DEFAULT_TERMS, clock)
    intake = Intake(turns, clock, Metrics(), RateLimits(acts=0, pause=0.01))
    shown: list[str] = []
    second_is_told = asyncio.Event()

    async def act(number: str) -> None:
        async def show(_answer: Answer) -> None:
            shown.append(number)

        async def slow_down(_tell: bool) -> None:
            if number == "second":
                second_is_told.set()
            await second_is_told.wait()

        heard = msgspec.structs.replace(START, update_key=number)
        await intake.take(heard, show, slow_down=slow_down)

    await asyncio.gather(act("first"), act("second"))
    assert shown == ["first", "second"]


class InOrder(FairQueue):
    """A queue that does not know who has had much."""

    @asynccontextmanager
    async def place(self, person: Hashable) -> AsyncIterator[Place]:
        async with super().place(object()) as place:
            yield place


@pytest.mark.parametrize("is_fair", [True, False])
async def test_a_calm_person_does_not_wait_behind_those_who_act_without_end(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch, is_fair: bool
) -> None:
    if not is_fair:
        monkeypatch.setattr(bot.runtime.intake, "FairQueue", InOrder)
    intake = Intake(Turns(sqlite_database, DEFAULT_TERMS, clock), clock, Metrics())
    noisy, acts = [f"noisy {number}" for number in range(20)], 6
    shown: list[str] = []
    begun = asyncio.Event()

    async def act(name: str, number: int) -> None:
        async def show(_answer: Answer) -> None:
            shown.append(name)
            if len(shown) == 2 * len(noisy):
                begun.set()
            await asyncio.sleep(0)  # others are heard while it is shown

        await intake.take(Heard(ChannelUser("test", name), Command("start"), f"{number}"), show)

    # Only the first word of anybody is written down.
    await asyncio.gather(*(act(name, 0) for name in (*noisy, "calm")))
    storm = [asyncio.create_task(act(name, at)) for at in range(1, acts) for name in noisy]
    await begun.wait()
    before = len(shown)
    await act("calm", 1)
    passed_by = len(shown) - 1 - before
    await asyncio.gather(*storm)
    assert len(shown) == len(noisy) * acts + 2
    if is_fair:
        assert passed_by <= WORKING
    else:
        assert passed_by >= len(noisy) - WORKING


@pytest.mark.parametrize("apart", [True, False])
async def test_who_looks_does_not_wait_behind_those_who_do(intake: Intake, apart: bool) -> None:
    """The twin has one queue for both."""
    if not apart:
        intake._steps = intake._queue
    intake._queue.lent_after = intake._steps.lent_after = 1000.0  # nobody's place is lent
    people = [f"person {number}" for number in range(8 * WORKING)]
    at_work, numbers = Counter[str](), count()
    all_work, over = asyncio.Event(), asyncio.Event()

    async def act(name: str, what: What, show: Show) -> None:
        await intake.take(Heard(ChannelUser("test", name), what, f"{next(numbers)}"), show)

    async def shown(_answer: Answer) -> None:
        pass

    async def shown_late(_answer: Answer) -> None:
        at_work["steps"] += 1
        if at_work["steps"] == WORKING:
            all_work.set()
        await over.wait()

    for name in (*people, "looks"):
        await act(name, Command("start"), shown)
    steps = [asyncio.create_task(act(name, Pressed(EmptyCart()), shown_late)) for name in people]
    await all_work.wait()
    looking = asyncio.create_task(act("looks", Command("start"), shown))
    if apart:
        await looking
    else:
        for _ in range(20):
            await asyncio.sleep(0)
    assert looking.done() is apart
    over.set()
    await asyncio.gather(looking, *steps)


@pytest.mark.parametrize("leaves", [True, False])
async def test_who_waits_for_the_platform_takes_no_room_from_the_others(
    intake: Intake, leaves: bool
) -> None:
    """Who did not leave the place would keep the others waiting behind the platform."""
    intake._queue.lent_after = 1000.0  # nobody's place is lent
    waiting: set[str] = set()
    all_wait, answered = asyncio.Event(), asyncio.Event()
    people = [f"person {number}" for number in range(16 * WORKING)]
    expected = len(people) if leaves else WORKING

    async def act(name: str) -> None:
        async def show(_answer: Answer) -> None:
            if leaves:
                leave_place()
            waiting.add(name)
            if len(waiting) == expected:
                all_wait.set()
            await answered.wait()

        await intake.take(Heard(ChannelUser("test", name), Command("start"), "1"), show)

    acts = [asyncio.create_task(act(name)) for name in people]
    async with asyncio.timeout(PATIENCE):
        await all_wait.wait()
    for _ in people:  # whoever has room comes meanwhile
        await asyncio.sleep(0)
    assert len(waiting) == expected
    answered.set()
    await asyncio.gather(*acts)
    assert waiting == set(people)


async def test_what_the_channel_does_for_a_person_waits_for_the_turn(intake: Intake) -> None:
    done: list[str] = []
    noting: list[asyncio.Task[None]] = []
    sender = START.sender

    async def note() -> None:
        done.append("noted")

    async def show(_answer: Answer) -> None:
        beside = intake.alone(sender.channel, sender.external_id, "2", note)
        noting.append(asyncio.create_task(beside))
        for _ in range(100):  # whatever need not wait has its turn meanwhile
            await asyncio.sleep(0)
        done.append("shown")

    await intake.take(START, show)
    await asyncio.gather(*noting)
    assert done == ["shown", "noted"]
