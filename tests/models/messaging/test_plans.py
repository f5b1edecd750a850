"""What is next is found by an index: with 20,000 owed it costs what it does with 200."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import ColumnElement, and_, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

import models.messaging.outbox as outbox
from models.bazaars.reminders import Subscribers
from models.kernel.database import Database
from models.messaging.broadcast import begin_to_owe, carry_on, withdraw
from models.messaging.consistency import queue_discrepancies
from models.messaging.outbox import (
    Leased,
    OwedMessage,
    forget_words,
    is_any_due,
    lease,
    mark_all_sent,
    mark_blocked,
    mark_failed,
    mark_unblocked,
)
from models.messaging.owed import AccountQueue
from models.messaging.owing import owe
from tests.handlers.counting import statements
from tests.models.messaging.crowd import effort, gather, pages_read, remind_all, seen
from tests.support.clock import MORNING

FEW, MANY = 200, 20_000
AT_ONCE = 10
TWO = ("reminder:1:", "reminder:2:")
OF_NO_TABLE = ("SCAN CONSTANT ROW", "SCAN (subquery", "SCAN broadcasts")
LATER = MORNING + timedelta(hours=1)
FLAT = 1.2
NUMBERS = count()


class Service:
    """What the sender does over and over."""

    def __init__(self) -> None:
        self.held: list[Leased] = []

    async def claims(self, session: AsyncSession) -> None:
        """Look, and claim some."""
        assert await is_any_due(session, "test", LATER)
        self.held = await lease(session, "test", LATER, AT_ONCE, 60)
        assert len(self.held) == AT_ONCE

    async def marks(self, session: AsyncSession) -> None:
        """All but two have arrived."""
        arrived = self.held[2:]
        await mark_all_sent(session, {one.id: "sent" for one in arrived}, LATER)

    async def fails(self, session: AsyncSession) -> None:
        """One has to wait."""
        await mark_failed(session, self.held[0].id, LATER + timedelta(days=1), "503")

    async def is_blocked(self, session: AsyncSession) -> None:
        """One does not want it, and comes back."""
        await mark_blocked(session, self.held[1].account_id, LATER)
        await mark_unblocked(session, self.held[1].account_id, LATER)

    async def owes(self, session: AsyncSession) -> None:
        """News for somebody who is owed something already."""
        one = self.held[0]
        assert await owe(session, one.account_id, f"fact:{one.id}:{one.tries}", "words", LATER)

    async def forgets(self, session: AsyncSession) -> None:
        """The words of some that were sent."""
        assert await forget_words(session, LATER + timedelta(days=1), 4) == 4

    async def broadcasts(self, session: AsyncSession) -> None:
        """A portion of what is owed to all."""
        await begin_to_owe(session, Subscribers(MORNING), f"fact:all:{next(NUMBERS)}:", "words")
        assert await carry_on(session, LATER, AT_ONCE) == AT_ONCE

    def steps(self) -> Iterable[Any]:
        """Everything, in its order."""
        yield from (self.claims, self.marks, self.fails, self.is_blocked, self.owes)
        yield from (self.forgets, self.broadcasts)


async def efforts(database: Database, last: int = FEW) -> dict[str, int]:
    """What each step costs; those with the last ids, which is `last`, come first."""
    async with database.write() as session:
        first = update(AccountQueue).where(AccountQueue.account_id > last - AT_ONCE)
        await session.execute(first.values(urgency=0, ready_at=MORNING - timedelta(hours=1)))
    found = {step.__name__: await effort(database, step) for step in Service().steps()}
    async with database.write() as session:
        await session.execute(text("DELETE FROM broadcasts"))
    return found


async def kept_plans(database: Database) -> dict[str, int]:
    """What each step costs with few, done so often that PostgreSQL keeps its plans of it."""
    async with database.write() as session:
        await session.execute(text("ANALYZE"))
    for _ in range(8):
        few = await efforts(database)
    return few


async def test_it_costs_the_same_with_20_000_owed_as_with_200(database: Database) -> None:
    await gather(database, 1, FEW)
    for key in TWO:
        assert await remind_all(database, key) == FEW
    few = await kept_plans(database)
    await gather(database, FEW + 1, MANY)
    for key in TWO:
        assert await remind_all(database, key) == MANY - FEW
    many = await efforts(database, MANY)
    assert min(few.values()) > 0
    assert {step: cost for step, cost in many.items() if cost > FLAT * few[step]} == {}


@pytest.mark.parametrize("guarded", [True, False])
async def test_postgres_reads_no_whole_index_for_a_few_ids(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    if not guarded:
        monkeypatch.setattr(outbox, "open_ones", open_by_index)
    await gather(postgres_database, 1, MANY)
    await remind_all(postgres_database, "reminder:1:")
    service = Service()
    async with postgres_database.write() as session:
        await service.claims(session)
    read = await pages_read(postgres_database, "ix_owed_messages_account", service.marks)
    assert read > 0
    assert (read < 5 * AT_ONCE) == guarded


def open_by_index(message_ids: Collection[int]) -> ColumnElement[bool]:
    """As it was asked for before, which the index of what is open seems made for."""
    return and_(OwedMessage.id.in_(message_ids), OwedMessage.done_at.is_(None))


async def test_20_000_are_claimed_and_sent_in_so_many_statements(database: Database) -> None:
    await gather(database, 1, MANY)
    await remind_all(database, "reminder:1:")
    sent: list[int] = []
    async with seen(database) as asked:
        for most in (1, 500):
            before = len(asked)
            while True:
                async with database.write() as session:
                    got = await lease(session, "test", MORNING, most, 60)
                    await mark_all_sent(session, {one.id: "sent" for one in got}, MORNING)
                sent += [one.account_id for one in got]
                if most == 1 or not got:
                    break
            rounds = 1 if most == 1 else MANY // most + 1
            assert len(asked) - before <= 20 * rounds
    assert sorted(sent) == list(range(1, MANY + 1))
    async with database.read() as session:
        outcomes = select(OwedMessage.outcome, func.count()).group_by(OwedMessage.outcome)
        assert [tuple(row) for row in await session.execute(outcomes)] == [("sent", MANY)]
        assert await queue_discrepancies(session) == []


async def test_sqlite_scans_no_table(sqlite_database: Database) -> None:
    await gather(sqlite_database, 1, FEW)
    await remind_all(sqlite_database, "reminder:1:")
    with statements(sqlite_database) as asked:
        await efforts(sqlite_database)
        async with sqlite_database.write() as session:
            await withdraw(session, "reminder:1:")
            assert await carry_on(session, LATER, AT_ONCE) is not None
    assert len(asked) > 50
    plans = [line for one in asked for line in planned(sqlite_database, one)]
    scans = {line for line in plans if line.startswith("SCAN")}
    assert {line for line in scans if not line.startswith(OF_NO_TABLE)} == set()


def planned(database: Database, statement: str) -> list[str]:
    """How SQLite goes about the statement, in which its values stand."""
    with sqlite3.connect(str(database.url.database)) as connection:
        rows = connection.execute(f"EXPLAIN QUERY PLAN {statement}").fetchall()
    connection.close()
    return [str(row[3]) for row in rows]


async def claimed_again(database: Database) -> None:
    """Claim the same few so often that PostgreSQL keeps its plan of it."""
    for again in range(12):
        async with database.write() as session:
            await lease(session, "test", MORNING + timedelta(minutes=again), 9, 60)


@pytest.mark.parametrize("guarded", [True, False])
async def test_plans_that_were_made_for_a_few_are_not_kept_for_many(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    async def trusts(_session: AsyncSession) -> None:
        return None

    if not guarded:
        monkeypatch.setattr(outbox, "by_index", trusts)
    await gather(postgres_database, 1, 3)
    await remind_all(postgres_database, "reminder:1:")
    async with postgres_database.write() as session:
        await session.execute(text("ANALYZE"))
    await claimed_again(postgres_database)
    await gather(postgres_database, 4, MANY)
    await remind_all(postgres_database, "reminder:2:")

    async def claims(session: AsyncSession) -> None:
        assert len(await lease(session, "test", LATER, AT_ONCE, 60)) == AT_ONCE

    assert (await effort(postgres_database, claims) < 20 * AT_ONCE) == guarded
