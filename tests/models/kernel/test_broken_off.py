"""A write that is cancelled while its commit waits for the disk: it is whole, and alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import wait
from contextlib import contextmanager
from threading import Barrier, Event

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import MissingGreenlet
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel import inline
from models.kernel.database import Database
from models.kernel.prepared import InlineSession
from models.people.people import Person
from tests.support.clock import HandClock
from tests.support.waiting import until

THREADS = 4
PASSES = 50
"""In so many passes of the loop a cancelled write has ended, unless it stays for its commit."""


async def broken_off_again_and_again(database: Database, clock: HandClock) -> list[object]:
    """What came of writes, each of which follows one that was cancelled at another moment."""
    came: list[object] = []
    for rounds in range(8):
        task = asyncio.create_task(add_a_person(database, clock))
        for _ in range(rounds):
            await asyncio.sleep(0)
        task.cancel()
        came += await asyncio.gather(task, return_exceptions=True)
        came += await asyncio.gather(add_a_person(database, clock), return_exceptions=True)
    return [each for each in came if not isinstance(each, asyncio.CancelledError)]


async def add_a_person(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(Person(language="ar", created_at=clock()))


async def test_after_a_commit_that_was_broken_off_others_write(
    sqlite_database: Database, clock: HandClock
) -> None:
    assert set(await broken_off_again_and_again(sqlite_database, clock)) == {None}
    async with sqlite_database.read() as session:
        people = await session.scalars(select(func.count()).select_from(Person))
        assert people.one() >= 8


async def test_told_of_the_commit_sqlalchemy_leaves_no_connection_to_write_with(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: it takes the cancelling for a broken connection, and cannot make one anew here."""

    async def at_once(make: Callable[..., object], *given: object) -> object:
        return make(*given)

    monkeypatch.setattr(InlineSession, "commit", AsyncSession.commit)
    monkeypatch.setattr("models.kernel.database.greenlet_spawn", at_once)
    came = await broken_off_again_and_again(sqlite_database, clock)
    assert MissingGreenlet in map(type, came)


class Refused(Exception):
    """What takes back all that was done in a write."""


@contextmanager
def disk_that_stands() -> Iterator[Event]:
    """Every commit waits in line until the event is set."""
    goes_on, meeting = Event(), Barrier(THREADS + 1)

    def stand() -> None:
        meeting.wait()
        goes_on.wait()

    before = [inline._COMMITS.submit(stand) for _ in range(THREADS)]
    meeting.wait()
    try:
        yield goes_on
    finally:
        goes_on.set()
        wait(before)


async def a_commit_in_line() -> bool:
    """Whether a commit waits for the disk."""
    return inline._COMMITS._work_queue.qsize() > 0


async def every_commit_done() -> None:
    """Wait until every thread is free at once, and so has done what was in line."""
    loop, meeting = asyncio.get_running_loop(), Barrier(THREADS)
    threads = [loop.run_in_executor(inline._COMMITS, meeting.wait) for _ in range(THREADS)]
    await asyncio.gather(*threads)


async def add_in_vain(database: Database, clock: HandClock, goes_on: Event) -> None:
    """Write somebody down, let the disk go on until every commit is done, and take it back."""
    async with database.write() as session:
        session.add(Person(language="en", created_at=clock()))
        await session.flush()
        goes_on.set()
        await every_commit_done()
        raise Refused


async def broken_off_on_a_disk_that_stands(database: Database, clock: HandClock) -> list[str]:
    """Who is written down after one write that was cancelled in its commit, and one in vain."""
    await add_a_person(database, clock)  # a connection and its threads are there
    with disk_that_stands() as goes_on:
        cancelled = asyncio.create_task(add_a_person(database, clock))
        await until(a_commit_in_line)
        cancelled.cancel()
        in_vain = asyncio.create_task(add_in_vain(database, clock, goes_on))
        for _ in range(PASSES):
            await asyncio.sleep(0)
        if cancelled.done():
            await asyncio.to_thread(goes_on.wait)
        goes_on.set()
        came = await asyncio.gather(cancelled, in_vain, return_exceptions=True)
    assert [type(each) for each in came] == [asyncio.CancelledError, Refused]
    async with database.read() as session:
        return list(await session.scalars(select(Person.language).order_by(Person.id)))


async def test_who_is_cancelled_in_a_commit_stays_until_it_is_done(
    sqlite_database: Database, clock: HandClock
) -> None:
    assert await broken_off_on_a_disk_that_stands(sqlite_database, clock) == ["ar", "ar"]


async def test_a_commit_that_nobody_stays_for_commits_what_the_next_one_writes(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: its connection is another's by then, and what was taken back is there."""

    async def leaves(work: asyncio.Future[None]) -> None:
        await asyncio.shield(work)

    monkeypatch.setattr(inline, "see_through", leaves)
    assert await broken_off_on_a_disk_that_stands(sqlite_database, clock) == ["ar", "en"]
