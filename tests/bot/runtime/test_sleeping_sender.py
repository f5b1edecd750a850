"""A sender that hangs loses the post, and sends nothing more when it wakes up."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

import models.kernel.database
from bot.ground.metrics import Metrics
from bot.runtime.leader import HOLDER, Leadership, Watch, key_of, post_of
from bot.runtime.sender import Sender
from models.kernel.database import Database
from tests.bot.app.test_command_line import ROOT
from tests.bot.runtime.postbox import ONE, Postbox, an_account, outcomes, owe_one
from tests.bot.runtime.sleeping_sender import HELD_S
from tests.bot.runtime.test_leader import in_post
from tests.support.clock import HandClock
from tests.support.lives import Life
from tests.support.waiting import PATIENCE, until

LOOKS = 4


class Sleeper:
    """The other sender: a process that is put to sleep and woken."""

    def __init__(self, process: Life, gate: Path) -> None:
        self._process = process
        self._gate = gate

    @property
    def said(self) -> list[str]:
        """What it has said."""
        return self._process.out.read_text().splitlines()

    async def says(self, what: str) -> None:
        """Wait until it has said that."""
        await self._process.says(what)

    async def sleeps(self) -> None:
        """Stop it as a debugger or an exhausted machine does, and see it stopped."""
        self._process.send_signal(signal.SIGSTOP)

        async def stopped() -> bool:
            return state_of(self._process.pid) == "T"

        await until(stopped)

    def wakes(self) -> None:
        """Let it go on, with the message that it had claimed."""
        self._gate.touch()
        self._process.send_signal(signal.SIGCONT)


def state_of(pid: int) -> str:
    """The state of a process as Linux tells it: T is stopped."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


@asynccontextmanager
async def sleeper(url: str, folder: Path, kind: str) -> AsyncIterator[Sleeper]:
    """The other process at work."""
    gate = folder / "gate"
    program = ("tests.bot.runtime.sleeping_sender", url, str(gate), kind)
    process = Life(program, ROOT, os.environ, folder / "out", folder / "err")
    try:
        yield Sleeper(process, gate)
    finally:
        process.kill()
        await process.wait()


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look often, and wait long for what PostgreSQL says: the machine may be loaded."""
    monkeypatch.setattr("bot.runtime.leader.POST_RENEWED_S", 0.2)
    monkeypatch.setattr("bot.runtime.leader.POST_ANSWERS_S", PATIENCE)


def another(database: Database) -> Leadership:
    """The post as this process asks for it."""
    return post_of(database, "telegram", LOOKS)


async def brought_here_instead(database: Database, clock: HandClock, asleep: Sleeper) -> None:
    """The other one falls asleep with a message claimed, and it is brought here."""
    await owe_one(database, await an_account(database), "sold", ONE)
    await asleep.says("claimed")
    await asleep.sleeps()
    postbox = Postbox()
    sender = Sender(database, "test", postbox, clock, Metrics())
    async with in_post(database, sender, another(database)):
        await postbox.holds(1)
        await sender.finish(30.0)
        asleep.wakes()
        await asleep.says("done with")
    assert await outcomes(database) == ["sent"]
    assert len(postbox.letters) == 1


async def test_who_hangs_is_replaced_and_sends_nothing_when_it_wakes_up(
    database: Database, database_url: str, clock: HandClock, tmp_path: Path
) -> None:
    async with sleeper(database_url, tmp_path, "fenced") as asleep:
        await brought_here_instead(database, clock, asleep)
        await asleep.says("post-lost")
    assert not [line for line in asleep.said if line.startswith("brought")]


async def test_without_the_fence_it_would_send_what_it_had_claimed_once_more(
    database: Database, database_url: str, clock: HandClock, tmp_path: Path
) -> None:
    async with sleeper(database_url, tmp_path, "careless") as asleep:
        await brought_here_instead(database, clock, asleep)
    assert [line for line in asleep.said if line.startswith("brought")]


async def test_without_looking_for_a_sign_it_would_never_be_replaced(
    database: Database, database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Watch, "sees_nothing", lambda *_: False)
    async with sleeper(database_url, tmp_path, "fenced") as asleep:
        await owe_one(database, await an_account(database), "sold", ONE)
        await asleep.says("claimed")
        await asleep.sleeps()
        post = another(database)
        assert not any([await post.take() for _ in range(5 * LOOKS)])
        await post.leave()


async def test_who_wakes_up_and_was_not_missed_goes_on(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with sleeper(database_url, tmp_path, "fenced") as asleep:
        await owe_one(database, await an_account(database), "sold", ONE)
        await asleep.says("claimed")
        await asleep.sleeps()
        asleep_since = time.monotonic()

        async def believes_nothing() -> bool:
            return time.monotonic() - asleep_since > HELD_S

        await until(believes_nothing)
        asleep.wakes()
        await asleep.says("brought")


async def test_who_gives_signs_keeps_the_post(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    async with sleeper(database_url, tmp_path, "fenced") as awake:
        await owe_one(database, await an_account(database), "sold", ONE)
        await awake.says("claimed")
        post = another(database)
        for _ in range(3 * LOOKS):
            seen = await sign_in(database)
            assert not await post.take()
            await until(partial(is_another, database, seen))
        await post.leave()
        awake.wakes()
        await awake.says("brought")


async def sign_in(database: Database) -> object:
    """The sign that whoever holds the post gave last."""
    if database.is_sqlite:
        return file_time(Path(f"{database.url.database}.telegram"))
    async with database.read() as session:
        found = await session.execute(
            text(HOLDER.replace("$1", ":key")), {"key": key_of("telegram")}
        )
        return tuple(found.one())


def file_time(path: Path) -> int:
    """When the file was written, or touched, last."""
    return path.stat().st_mtime_ns


async def is_another(database: Database, sign: object) -> bool:
    """Whether whoever holds the post has given a sign since that one."""
    return await sign_in(database) != sign


def test_looks_without_a_sign_are_counted_from_the_last_sign() -> None:
    watch = Watch(3)
    signs = ["a", "a", "a", "b", "b", "b", "b", "b"]
    assert [watch.sees_nothing(sign) for sign in signs] == [False] * 6 + [True] * 2


async def rows_are_held(database: Database) -> bool:
    """Whether another process has locked what is owed."""
    try:
        async with database.write() as session:
            await session.execute(text("SELECT id FROM owed_messages FOR UPDATE NOWAIT"))
    except DBAPIError as error:
        return "could not obtain lock" in str(error)
    return False


async def test_who_hangs_in_a_transaction_does_not_hold_its_rows_for_ever(
    postgres_database: Database, postgres_url: str, tmp_path: Path
) -> None:
    await owe_one(postgres_database, await an_account(postgres_database), "sold", ONE)
    async with sleeper(postgres_url, tmp_path, "holds") as asleep:
        await asleep.says("holds rows")
        await asleep.sleeps()
        assert await rows_are_held(postgres_database)

        async def free() -> bool:
            return not await rows_are_held(postgres_database)

        await until(free)


@pytest.mark.parametrize(("ends", "after"), [(True, "15s"), (False, "0")])
async def test_the_server_is_told_when_to_end_what_stands_idle(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, ends: bool, after: str
) -> None:
    if not ends:
        monkeypatch.setattr(models.kernel.database, "end_what_stands_idle", lambda _engine: None)
    database = Database(postgres_url)
    async with database.read() as session:
        asked = text("SHOW idle_in_transaction_session_timeout")
        assert await session.scalar(asked) == after
    await database.close()
