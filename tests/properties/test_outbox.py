"""The outbox at random: what is claimed next is what a plain list of each account would give."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal, TypeVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
)
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

import models.messaging.outbox as outbox
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.broadcast import carry_on, owe_many, withdraw
from models.messaging.consistency import queue_discrepancies
from models.messaging.outbox import (
    OwedMessage,
    give_up,
    is_any_due,
    lease,
    mark_blocked,
    mark_failed,
    mark_sent,
    mark_unblocked,
    release,
)
from models.messaging.owed import AccountQueue
from models.messaging.owing import owe, owed_id
from models.people.people import Person
from tests.properties.games import play
from tests.support.clock import MORNING, HandClock
from tests.support.shelves import a_person

T = TypeVar("T")
PEOPLE = 3
LEASE_S = 60.0
URGENCY = {"reply": 0, "fact": 1, "reminder": 2}
person = st.integers(0, PEOPLE - 1)
kinds = st.sampled_from(tuple(URGENCY))
at = st.integers(0, 99)
seconds = st.integers(0, 300)


@dataclass
class Expected:
    """A message as the reference has it; `due` is when it may be claimed."""

    id: int
    key: str
    due: datetime
    until: datetime | None = None
    outcome: str | None = None

    def is_passed(self, now: datetime) -> bool:
        """Whether it has lost its worth."""
        return self.until is not None and self.until <= now


@dataclass
class Line:
    """All that was ever owed to an account, the oldest first."""

    messages: list[Expected] = field(default_factory=list)
    blocked: bool = False
    held: int | None = None

    def open(self) -> list[Expected]:
        """What is still to be sent."""
        return [one for one in self.messages if one.outcome is None]

    def first(self, now: datetime) -> Expected | None:
        """What a claim gets at that moment; it passes over what has lost its worth.

        That stays open until a claim comes by and closes it: until then it may be withdrawn or
        blocked like anything that is open.
        """
        for one in self.open():
            if self.held == one.id and one.due > now:
                return None
            if not one.is_passed(now):
                return one if one.due <= now else None
        return None


class Outbox(RuleBasedStateMachine):
    """Three accounts of one channel, in one transaction."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.database = Database(url)
        self.session = AsyncSession(self.database.writing, expire_on_commit=False)
        self.clock = HandClock()
        self.lines: dict[int, Line] = {}
        self.made = 0

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it on the outbox's own loop."""
        return self.loop.run(work)

    @initialize()
    def prepare(self) -> None:
        """The people."""
        self.run(self.add_people())

    async def add_people(self) -> None:
        """Three people with an account each."""
        for name in range(PEOPLE):
            row = Account(
                person_id=await a_person(self.session),
                channel="test",
                external_id=f"{name}",
                added_at=MORNING,
            )
            self.session.add(row)
            await self.session.flush()
            self.lines[row.id] = Line()

    def account(self, name: int) -> int:
        """One of the accounts."""
        return list(self.lines)[name]

    def open_ones(self) -> list[tuple[int, Expected]]:
        """Everything that is open, with its account."""
        return [(who, one) for who, line in self.lines.items() for one in line.open()]

    def claimed(self) -> list[tuple[int, Expected]]:
        """Everything that is held by a sender."""
        return [(who, one) for who, one in self.open_ones() if self.lines[who].held == one.id]

    @rule(name=person, kind=kinds, later=st.sampled_from((0, 0, 0, 90)))
    def something_is_owed(self, name: int, kind: str, later: int) -> None:
        who, key, now = self.account(name), f"{kind}:{self.made}", self.clock()
        self.made += 1
        line, due = self.lines[who], now + timedelta(seconds=later)
        assert self.run(owe(self.session, who, key, key, now, due, blocked=line.blocked))
        assert not self.run(owe(self.session, who, key, "again", now))
        id_ = self.run(owed_id(self.session, key))
        line.messages.append(Expected(id_, key, due, outcome="blocked" if line.blocked else None))

    @rule(kind=kinds, lasts=st.sampled_from((None, 30, 200)))
    def all_are_owed(self, kind: str, lasts: int | None) -> None:
        key, now, news = f"{kind}:{self.made}:", self.clock(), kind == "fact"
        self.made += 1
        # Of more than that the next claims close the rest, and less urgent ones come between.
        perishable = max(sum(m.until is not None for m in w.messages) for w in self.lines.values())
        may_pass = lasts is not None and perishable < outbox.ROUNDS - 1
        until = now + timedelta(seconds=lasts or 0) if may_pass else None
        for_all = owe_many(self.session, select(Person.id), key, key, now, until=until, news=news)
        assert self.run(for_all) == sum(news or not one.blocked for one in self.lines.values())
        for who, line in self.lines.items():
            if news or not line.blocked:
                id_ = self.run(owed_id(self.session, f"{key}{who}"))
                outcome = "blocked" if line.blocked else None
                line.messages.append(Expected(id_, f"{key}{who}", now, until, outcome))

    @rule(most=st.integers(1, PEOPLE))
    def some_are_claimed(self, most: int) -> None:
        now = self.clock()
        found = {who: line.first(now) for who, line in self.lines.items()}
        ready = [who for who, one in found.items() if one is not None]
        urgencies = self.run(self.urgencies())
        got = self.run(lease(self.session, "test", now, most, LEASE_S))
        for _ in self.open_ones():
            if got or not self.run(is_any_due(self.session, "test", now)):
                break
            # It has only closed what had lost its worth, one at least: the sender asks again then.
            got = self.run(lease(self.session, "test", now, most, LEASE_S))
        if got:
            assert len(got) <= most
        else:
            assert not ready
        taken = []
        assert len({one.account_id for one in got}) == len(got)
        for one in got:
            expected = found[one.account_id]
            assert expected is not None
            assert one.id == expected.id
            self.lines[one.account_id].held = one.id
            expected.due = now + timedelta(seconds=LEASE_S)
            taken.append(urgencies[one.account_id])
        assert taken == sorted(taken)
        assert not taken or taken[0] == min(urgencies[who] for who in ready)

    async def urgencies(self) -> dict[int, int]:
        """How urgent each queue is: no less than anything that is open in it."""
        found = select(AccountQueue.account_id, AccountQueue.urgency)
        urgencies = {row.account_id: row.urgency for row in await self.session.execute(found)}
        for who, one in self.open_ones():
            assert urgencies[who] <= URGENCY[one.key.split(":")[0]]
        return urgencies

    @rule(pick=at, how=st.sampled_from(("sent", "waiting", "gave-up")))
    def one_is_done(self, pick: int, how: Literal["sent", "waiting", "gave-up"]) -> None:
        for who, one in self.claimed()[pick % PEOPLE :][:1]:
            if how == "gave-up":
                self.run(give_up(self.session, one.id, self.clock(), "400"))
            else:
                self.run(mark_sent(self.session, one.id, self.clock(), how))
            one.outcome = how
            self.lines[who].held = None

    @rule(pick=at, pause=seconds)
    def one_failed(self, pick: int, pause: int) -> None:
        for who, one in self.claimed()[pick % PEOPLE :][:1]:
            one.due = self.clock() + timedelta(seconds=pause)
            self.run(mark_failed(self.session, one.id, one.due, "503"))
            self.lines[who].held = None

    @rule(pick=at)
    def one_is_handed_back(self, pick: int) -> None:
        for who, one in self.claimed()[pick % PEOPLE :][:1]:
            self.run(release(self.session, [one.id]))
            one.due = self.clock() - timedelta(days=1)  # it was due before it was claimed
            self.lines[who].held = None

    @rule(name=person)
    def somebody_blocks(self, name: int) -> None:
        who = self.account(name)
        self.run(mark_blocked(self.session, who, self.clock()))
        self.lines[who].blocked, self.lines[who].held = True, None
        for one in self.lines[who].open():
            one.outcome = "blocked"

    @rule(name=person)
    def somebody_comes_back(self, name: int) -> None:
        who, now = self.account(name), self.clock()
        self.run(mark_unblocked(self.session, who, now))
        self.lines[who].blocked = False
        for one in self.lines[who].messages:
            is_news = one.key.startswith("fact:") and not one.is_passed(now)
            if one.outcome == "blocked" and is_news:
                one.outcome, one.due = None, now

    @rule(pick=at, at_once=st.booleans())
    def some_are_withdrawn(self, pick: int, at_once: bool) -> None:
        perishable = [one for _, one in self.open_ones() if one.until is not None]
        for chosen in perishable[pick % (len(perishable) or 1) :][:1]:
            key = chosen.key.rpartition(":")[0] + ":"
            self.run(withdraw(self.session, key))
            in_the_way = []
            for who, one in self.open_ones():
                if one.until is not None and one.key.startswith(key):
                    # A claim that comes first closes what nobody brought in its time, and what
                    # is due; the rest stands until the portions come.
                    is_late = not at_once and one.due <= self.clock()
                    if self.lines[who].held == one.id and not is_late:
                        one.until = self.clock()
                    elif at_once or is_late:
                        one.outcome = "withdrawn"
                    else:
                        in_the_way.append(one)
            if not at_once:  # what is claimed before the portions come is not of it either
                self.some_are_claimed(PEOPLE)
            self.run(self.portions())
            for one in in_the_way:
                one.outcome = "withdrawn"

    async def portions(self) -> None:
        """Do all that was begun, an account at a time."""
        while await carry_on(self.session, self.clock(), most=1) is not None:
            pass

    @rule(by=seconds)
    def time_goes_by(self, by: int) -> None:
        self.clock.advance(seconds=by)

    @invariant()
    def queues_and_messages_agree(self) -> None:
        assert self.run(queue_discrepancies(self.session)) == []

    @invariant()
    def what_is_open_is_as_expected(self) -> None:
        found = select(OwedMessage.id, OwedMessage.outcome).order_by(OwedMessage.id)
        rows = self.run(self.session.execute(found)).all()
        expected = {one.id: one for line in self.lines.values() for one in line.messages}
        for id_, outcome in rows:
            one = expected[id_]
            if outcome == "passed" and one.outcome is None and one.is_passed(self.clock()):
                one.outcome = "passed"
            assert outcome == one.outcome

    def teardown(self) -> None:
        self.run(self.close())
        self.loop.close()

    async def close(self) -> None:
        """Roll everything back."""
        await self.session.rollback()
        await self.session.close()
        await self.database.close()


def test_on_sqlite(sqlite_url: str) -> None:
    play(Outbox, sqlite_url, 15)


@pytest.mark.postgres
def test_on_postgres(postgres_url: str) -> None:
    play(Outbox, postgres_url, 5)


def test_what_lost_its_worth_is_open_until_a_claim_comes_by(sqlite_url: str) -> None:
    """What random play seldom does: the one claim takes another account's message, and then what
    has lost its worth is withdrawn in one account and blocked in the other."""
    outbox = Outbox(sqlite_url)
    try:
        outbox.prepare()
        outbox.something_is_owed(name=PEOPLE - 1, kind="reply", later=0)
        outbox.all_are_owed(kind="fact", lasts=30)
        outbox.time_goes_by(by=60)
        outbox.some_are_claimed(most=1)
        outbox.somebody_blocks(name=0)
        outbox.some_are_withdrawn(pick=0, at_once=True)
        outbox.what_is_open_is_as_expected()
        outbox.queues_and_messages_agree()
        ends = [one.outcome for one in outbox.lines[outbox.account(1)].messages]
        assert ends == ["withdrawn"]
    finally:
        outbox.teardown()


def test_it_would_be_found_out(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without refreshing the queue of what is marked, nothing after it is ever sent."""

    async def forgets(*_: object) -> None:
        return None

    monkeypatch.setattr(outbox, "refresh", forgets)
    with pytest.raises(AssertionError):
        play(Outbox, sqlite_url, 15)
