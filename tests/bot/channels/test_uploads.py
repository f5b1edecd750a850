"""What was uploaded is written down together, in one transaction for all of a moment."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot.channels.media import File, Held, MediaCache
from bot.runtime.background import Background
from handlers.dialog.pictures import Receipt
from handlers.dialog.speech import CalendarFile, VoiceNote
from models.inbox.voices import keep_voice
from models.kernel.database import Database
from models.messaging.media_ids import MediaId, remember_upload
from tests.support.clock import HandClock
from tests.support.waiting import PATIENCE

MANY = 30


@pytest.fixture
def background() -> Background:
    """Where the writing down goes on."""
    return Background()


def cache_of(database: Database, clock: HandClock, background: Background) -> MediaCache:
    """A cache in which nothing is known; the results of its calls are what is held."""
    return MediaCache(
        database,
        "test",
        clock,
        background,
        address=str,
        held_in=lambda result: result,
        is_unknown=lambda _error: False,
    )


async def upload(file: str | File) -> Held:
    """The platform takes a file."""
    assert isinstance(file, File)
    return Held(file.name)


async def commits_of_many(database: Database, clock: HandClock, background: Background) -> int:
    """How many transactions it takes to keep what many upload at once; all of it is known then."""
    commits: list[None] = []
    database.when_committed(lambda: commits.append(None))
    cache = cache_of(database, clock, background)
    files = [CalendarFile(f"{number}.ics", ()) for number in range(MANY)]
    await asyncio.gather(*(cache.show(file, upload) for file in files))
    await background.finish(PATIENCE)
    later = cache_of(database, clock, background)
    held = [await later.show(file, lambda known: answer(known)) for file in files]
    assert held == [Held(file.name) for file in files]
    return len(commits)


async def answer(known: str | File) -> Held:
    """The platform shows what it holds already."""
    assert isinstance(known, str)
    return Held(known)


async def test_what_many_upload_at_once_is_kept_in_few_transactions(
    database: Database, clock: HandClock, background: Background
) -> None:
    assert await commits_of_many(database, clock, background) < MANY / 3


async def test_of_what_is_one_persons_no_id_is_written_down(
    sqlite_database: Database, clock: HandClock, background: Background
) -> None:
    async with sqlite_database.write() as session:
        await keep_voice(session, "00", b"OggS", 2, clock())
    cache = cache_of(sqlite_database, clock, background)
    receipt = Receipt("Receipt", "", "", "482913", "", (), "", "")
    for what in (receipt, VoiceNote("00", 2), CalendarFile("all.ics", ())):
        held = await cache.show(what, upload)
        assert await cache.show(what, answer) == held  # it is uploaded once all the same
    await background.finish(PATIENCE)
    async with sqlite_database.read() as session:
        assert list(await session.scalars(select(MediaId.file_id))) == ["all.ics"]


async def test_each_by_itself_would_take_the_write_lock_as_often(
    sqlite_database: Database,
    clock: HandClock,
    background: Background,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def keep_alone(self: MediaCache, key: str, held: Held) -> None:
        async with self._database.write() as session:
            await remember_upload(session, "test", key, held.file_id, clock())

    monkeypatch.setattr(MediaCache, "_keep", keep_alone)
    assert await commits_of_many(sqlite_database, clock, background) == MANY
