"""One process sends: the system gives the post to the next one as soon as the last is dead."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs
from structlog.typing import EventDict

from bot.app.assembly import ANNOUNCER
from bot.ground.metrics import Metrics
from bot.runtime.leader import FileLock, Leader, Leadership, post_of
from bot.runtime.outcomes import Brought, Letter
from bot.runtime.sender import AT_ONCE, LEASE_S, Sender
from models.kernel.database import Database
from models.messaging.owed import AccountQueue
from tests.bot.runtime.postbox import (
    ONE,
    TWO,
    Postbox,
    an_account,
    has_looked,
    is_leased,
    outcomes,
    owe_one,
    sending,
)
from tests.handlers.counting import statements
from tests.support.clock import HandClock
from tests.support.lives import Life
from tests.support.waiting import PATIENCE, until


async def claimed_and_killed(database_url: str, folder: Path, while_alive: Leadership) -> None:
    """A process takes the post, claims what is owed, and is killed with -9."""
    program = ("tests.bot.runtime.dying_sender", database_url)
    process = Life(program, folder, os.environ, folder / "out", folder / "err")
    try:
        await process.says("claimed")
        assert not await while_alive.take()
    finally:
        process.kill()
        await process.wait()


@pytest.fixture(autouse=True)
def patiently(monkeypatch: pytest.MonkeyPatch) -> None:
    """However long PostgreSQL takes to answer on a loaded machine, it counts as there."""
    monkeypatch.setattr("bot.runtime.leader.POST_ANSWERS_S", PATIENCE)


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not the post asks for it often."""
    monkeypatch.setattr("bot.runtime.leader.POST_RENEWED_S", 0.02)


@asynccontextmanager
async def in_post(
    database: Database, sender: Sender, post: Leadership, *, frees: bool = True
) -> AsyncIterator[None]:
    """The sender at work as soon as it is the one."""

    async def begin() -> None:
        if frees:
            await sender.take_over()

    one = Leader(post, begin, [sender.run])
    database.when_committed(sender.wake)
    loop = asyncio.create_task(one.run())
    yield
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await sender.finish(30.0)
    await one.leave()


async def test_what_a_killed_process_had_claimed_is_brought_at_once(
    database: Database, database_url: str, clock: HandClock, tmp_path: Path
) -> None:
    postbox, post = Postbox(), post_of(database, "telegram")
    await owe_one(database, await an_account(database), "sold", ONE)
    await claimed_and_killed(database_url, tmp_path, post)
    sender = Sender(database, "test", postbox, clock, Metrics())
    async with in_post(database, sender, post):
        await postbox.holds(1)
        await sender.finish(30.0)
    assert await outcomes(database) == ["sent"]


async def test_without_freeing_it_would_wait_for_its_lease(
    database: Database, database_url: str, clock: HandClock, tmp_path: Path
) -> None:
    postbox, post = Postbox(), post_of(database, "telegram")
    await owe_one(database, await an_account(database), "sold", ONE)
    await claimed_and_killed(database_url, tmp_path, post)
    sender = Sender(database, "test", postbox, clock, Metrics())
    async with in_post(database, sender, post, frees=False):
        await owe_one(database, await an_account(database, "sara"), "hers", TWO)
        await postbox.holds(1)
        await has_looked(sender)
        await sender.finish(30.0)
        assert [letter.reply.cards for letter in postbox.letters] == [(TWO,)]
        clock.advance(seconds=LEASE_S)
        sender.wake()
        await postbox.holds(2)


class Counted:
    """A post that counts how often it was asked for in vain."""

    def __init__(self, post: Leadership) -> None:
        self._post = post
        self.refused = 0
        self.name, self.until_lost = post.name, post.until_lost
        self.renew, self.leave = post.renew, post.leave

    async def take(self) -> bool:
        is_taken = await self._post.take()
        self.refused += not is_taken
        return is_taken

    async def is_refused(self, times: int) -> None:
        """Wait until it was refused so many times more."""
        enough = self.refused + times

        async def is_enough() -> bool:
            return self.refused >= enough

        await until(is_enough)


@pytest.mark.usefixtures("quickly")
async def test_whoever_has_not_the_post_does_not_send(database: Database, clock: HandClock) -> None:
    first, second = post_of(database, "telegram"), Counted(post_of(database, "telegram"))
    postbox = Postbox()
    sender = Sender(database, "test", postbox, clock, Metrics())
    assert await first.take()
    async with in_post(database, sender, second):
        await owe_one(database, await an_account(database), "sold", ONE)
        await second.is_refused(2)
        assert postbox.letters == []
        await first.leave()
        await postbox.holds(1)


class Unclosable(FileLock):
    """A post that cannot be let go of at first, as when the disk fails."""

    def __init__(self) -> None:
        super().__init__(None)
        self.failed = 0

    async def until_lost(self) -> None:
        """Return at once: it is lost."""

    async def leave(self) -> None:
        """Fail twice."""
        self.failed += 1
        if self.failed <= 2:
            raise OSError(errno.EIO, "Input/output error")


@pytest.mark.usefixtures("quickly")
async def test_a_post_that_cannot_be_let_go_of_is_taken_again() -> None:
    begun, post = asyncio.Semaphore(0), Unclosable()

    async def begin() -> None:
        begun.release()

    working = asyncio.create_task(Leader(post, begin, []).run())
    for _ in range(3):
        await asyncio.wait_for(begun.acquire(), PATIENCE)
    assert not working.done()
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)


async def test_without_the_post_two_who_send_bring_the_same_twice(
    database: Database, clock: HandClock
) -> None:
    slow, post, nobodys = Slow(), post_of(database, "telegram"), FileLock(None)
    first, second = (Sender(database, "test", slow, clock, Metrics()) for _ in range(2))
    await owe_one(database, await an_account(database), "sold", ONE)
    async with in_post(database, first, post):
        await slow.holds(1)
        # It takes the first one for dead, and frees what that one is still sending.
        async with in_post(database, second, nobodys):
            await slow.holds(2)
            slow.answers.set()
    assert [letter.reply.cards for letter in slow.letters] == [(ONE,), (ONE,)]


async def test_the_page_and_the_bot_do_not_keep_each_other_from_sending(
    database: Database,
) -> None:
    posts = [post_of(database, name) for name in ("telegram", "web", ANNOUNCER)]
    assert [await post.take() for post in posts] == [True, True, True]
    for post in posts:
        await post.leave()


@pytest.mark.usefixtures("quickly")
async def test_a_lost_connection_is_noticed_and_ends_the_work(
    postgres_database: Database, clock: HandClock
) -> None:
    postbox, post = Postbox(), post_of(postgres_database, "telegram")
    sender = Sender(postgres_database, "test", postbox, clock, Metrics())
    begun = asyncio.Event()
    ended = asyncio.Event()

    async def begin() -> None:
        begun.set()

    async def works() -> None:
        try:
            await sender.run()
        finally:
            ended.set()

    one = Leader(post, begin, [works])
    loop = asyncio.create_task(one.run())
    await asyncio.wait_for(begun.wait(), PATIENCE)
    begun.clear()
    await cut_off(postgres_database)
    await asyncio.wait_for(ended.wait(), PATIENCE)
    await asyncio.wait_for(begun.wait(), PATIENCE)
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await one.leave()


async def test_a_lost_connection_is_noticed_without_asking(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.runtime.leader.POST_RENEWED_S", 10 * PATIENCE)
    post = post_of(postgres_database, "telegram")
    assert await post.take()
    lost = asyncio.create_task(post.until_lost())
    await until(partial(has_asked, postgres_database))
    assert not lost.done()
    await cut_off(postgres_database)
    await asyncio.wait_for(lost, PATIENCE)
    await post.leave()


async def holder(session: AsyncSession) -> tuple[int, str, str]:
    """The connection to PostgreSQL that holds the post: its number, its last query, its state."""
    found = await session.execute(
        text(
            "SELECT pid, query, state FROM pg_locks JOIN pg_stat_activity USING (pid) "
            "WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database "
            "WHERE datname = current_database())"
        )
    )
    pid, query, state = found.one()
    return pid, query, state


async def has_asked(database: Database) -> bool:
    """Whether the holder of the post has asked if it is there still, and was answered."""
    async with database.read() as session:
        _, query, state = await holder(session)
    return query == "SELECT 1" and state == "idle"


async def cut_off(database: Database) -> None:
    """End the connection to PostgreSQL that holds the post."""
    async with database.write() as session:
        pid, _, _ = await holder(session)
        await session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})


class Slow(Postbox):
    """A channel whose answers are awaited for long."""

    def __init__(self) -> None:
        super().__init__()
        self.answers = asyncio.Event()

    async def bring(self, letter: Letter) -> Brought:
        brought = await super().bring(letter)
        await self.answers.wait()
        return brought


async def test_a_suspended_process_does_not_claim_what_it_is_still_sending(
    database: Database, clock: HandClock
) -> None:
    postbox = Slow()
    await owe_one(database, await an_account(database), "sold", ONE)
    async with sending(database, postbox, clock) as sender:
        await postbox.holds(1)
        clock.advance(seconds=LEASE_S + 1)
        with statements(database) as seen:
            await has_looked(sender)
        assert [each for each in seen if each.startswith("UPDATE")] == []
        assert len(postbox.letters) == 1
        postbox.answers.set()
        await sender.finish(30.0)
    assert await outcomes(database) == ["sent"]


async def test_what_waited_through_its_lease_is_not_sent_on_it(
    sqlite_database: Database,
    monkeypatch: pytest.MonkeyPatch,
    postbox: Postbox,
    clock: HandClock,
) -> None:
    monkeypatch.setattr("bot.runtime.sender.BETWEEN_S", 4.0)
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "first", ONE)
    await owe_one(sqlite_database, mona, "second", TWO)
    with capture_logs() as logged:
        await slept_through_the_lease(sqlite_database, postbox, clock, logged)
    assert len(postbox.letters) == 1


async def slept_through_the_lease(
    database: Database, postbox: Postbox, clock: HandClock, logged: list[EventDict]
) -> None:
    """The second message is claimed and its chat rests; then the process is put to sleep."""
    async with sending(database, postbox, clock):
        await until(lambda: is_leased(database, "second"))
        clock.advance(seconds=LEASE_S + 1)
        async with database.write() as session:
            later = clock.now.replace(year=2030)
            await session.execute(update(AccountQueue).values(ready_at=later))

        async def ran_out() -> bool:
            return "lease-ran-out" in [line["event"] for line in logged]

        await until(ran_out)


async def test_an_orderly_stop_hands_back_what_it_had_claimed(
    database: Database, clock: HandClock
) -> None:
    postbox = Slow()
    count = AT_ONCE // 10
    for number in range(count):
        await owe_one(database, await an_account(database, f"p{number}"), f"{number}", ONE)
    sender = Sender(database, "test", postbox, clock, Metrics())
    loop = asyncio.create_task(sender.run())
    await postbox.holds(1)
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)
    await sender.finish(0.1)
    async with database.read() as session:
        claimed = await session.scalars(select(AccountQueue.leased))
        assert claimed.all() == [False] * count


@pytest.fixture
def postbox() -> Postbox:
    """A channel of the tests' own."""
    return Postbox()
