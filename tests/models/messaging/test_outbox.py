"""The outbox: each thing owed once, in order for each account, at least once."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.addressees import all_accounts_of
from models.messaging.conversations import Conversation
from models.messaging.outbox import (
    Leased,
    OwedMessage,
    forget_words,
    free_leases,
    give_up,
    is_any_due,
    lease,
    mark_blocked,
    mark_failed,
    mark_sent,
    mark_unblocked,
)
from models.messaging.owed import URGENCIES, AccountQueue
from models.messaging.owing import owe, owed_id
from models.messaging.queues import line_up, refresh
from models.messaging.undelivered import count_unsent
from models.people.people import add_person
from tests.support.clock import HandClock
from tests.support.plans import plans_of


async def account(database: Database, name: str, now: datetime, channel: str = "test") -> int:
    """A person with one account; the account's id."""
    async with database.write() as session:
        person = await add_person(session, "en", now)
        row = Account(person_id=person.id, channel=channel, external_id=name, added_at=now)
        session.add(row)
        await session.flush()
        session.add(Conversation(account_id=row.id, version=0))
        return row.id


async def owed(database: Database, to: int, *keys: str, now: datetime) -> None:
    """Owe the account a message under each key, whose words are the key."""
    async with database.write() as session:
        for key in keys:
            assert await owe(session, to, key, key, now)


async def leased(
    database: Database, now: datetime, most: int = 10, seconds: float = 60
) -> list[Leased]:
    async with database.write() as session:
        return await lease(session, "test", now, most, seconds)


def keys(messages: list[Leased]) -> list[str]:
    return [message.reply for message in messages]


async def test_what_is_committed_late_under_an_earlier_id_waits_for_what_is_being_sent(
    database: Database, clock: HandClock
) -> None:
    """PostgreSQL gives ids when messages are written, and shows these when they are committed."""
    mona = await account(database, "mona", clock())
    await owed(database, mona, "earlier", "later", now=clock())
    async with database.write() as session:
        earlier = await session.get_one(OwedMessage, await owed_id(session, "earlier"))
        earlier.done_at = clock()  # as if it were not there yet
        await session.flush()
        await refresh(session, [mona])
    assert keys(await leased(database, clock())) == ["later"]
    async with database.write() as session:
        (await session.get_one(OwedMessage, earlier.id)).done_at = None
        await session.flush()
        await line_up(session, [earlier.id], clock())
    assert await leased(database, clock()) == []
    async with database.write() as session:
        await mark_sent(session, await owed_id(session, "later"), clock())
    assert keys(await leased(database, clock())) == ["earlier"]


async def test_a_key_is_owed_once(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        assert await owe(session, mona, "reminder:1", "first", clock())
        assert not await owe(session, mona, "reminder:1", "second", clock())
    async with database.write() as session:
        assert not await owe(session, mona, "reminder:1", "third", clock())
    assert keys(await leased(database, clock())) == ["first"]


async def test_each_account_gets_its_messages_one_by_one_in_order(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    salem = await account(database, "salem", clock())
    await owed(database, mona, "a", "b", now=clock())
    await owed(database, salem, "c", now=clock())
    first = await leased(database, clock())
    assert keys(first) == ["a", "c"]
    assert [(one.external_id, one.language, one.tries) for one in first] == [
        ("mona", "en", 1),
        ("salem", "en", 1),
    ]
    assert await leased(database, clock()) == []
    async with database.write() as session:
        await mark_sent(session, first[0].id, clock())
    assert keys(await leased(database, clock())) == ["b"]


async def test_late_replies_come_first_then_news_then_reminders(
    database: Database, clock: HandClock
) -> None:
    people = [await account(database, name, clock()) for name in "abcd"]
    kinds = ("reminder:1", "reminder:2", "fact:1:family:3", "reply:telegram:7")
    for person, key in zip(people, kinds, strict=True):
        await owed(database, person, key, now=clock())
    assert keys(await leased(database, clock(), most=1)) == ["reply:telegram:7"]
    assert keys(await leased(database, clock())) == ["fact:1:family:3", "reminder:1", "reminder:2"]


@pytest.mark.parametrize("is_kept", [True, False])
async def test_news_does_not_wait_for_the_turn_of_the_reminders_before_it(
    database: Database, clock: HandClock, is_kept: bool
) -> None:
    for name in "abc":
        await owed(database, await account(database, name, clock()), f"to {name}", now=clock())
    family = await account(database, "family", clock())
    await owed(database, family, "a day ahead", "an hour ahead", "fact:1", now=clock())
    if not is_kept:
        async with database.write() as session:
            await session.execute(update(AccountQueue).values(urgency=URGENCIES[-1]))
    brought = []
    for _ in range(6):
        (message,) = await leased(database, clock(), most=1)
        brought.append(message.reply)
        async with database.write() as session:
            await mark_sent(session, message.id, clock())
    theirs, others = ["a day ahead", "an hour ahead", "fact:1"], ["to a", "to b", "to c"]
    assert brought == (theirs + others if is_kept else others + theirs)
    await owed(database, await account(database, "d", clock()), "to d", now=clock())
    await owed(database, family, "another", now=clock())
    assert keys(await leased(database, clock())) == ["to d", "another"], "that was for the news"


async def test_what_is_to_be_retried_is_not_overtaken(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "a", "b", now=clock())
    (first,) = await leased(database, clock())
    async with database.write() as session:
        await mark_failed(session, first.id, clock() + timedelta(minutes=5), "503", rest="a2")
    assert await leased(database, clock()) == []
    clock.advance(minutes=5)
    (again,) = await leased(database, clock())
    assert (again.id, again.reply, again.tries) == (first.id, "a2", 2)


async def test_a_lease_that_ran_out_is_taken_again(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "a", now=clock())
    (first,) = await leased(database, clock(), seconds=30)
    clock.advance(seconds=29)
    assert await leased(database, clock()) == []
    clock.advance(seconds=1)
    assert [one.id for one in await leased(database, clock())] == [first.id]


async def test_what_is_still_being_sent_is_not_claimed_again(
    database: Database, clock: HandClock
) -> None:
    """After a long standstill its lease may have run out."""
    mona = await account(database, "mona", clock())
    await owed(database, mona, "one", now=clock())
    (sending,) = await leased(database, clock(), seconds=60)
    async with database.write() as session:
        later = clock.advance(minutes=2)
        assert not await is_any_due(session, "test", later, [sending.id])
        assert await lease(session, "test", later, 9, 60, [sending.id]) == []
        assert await free_leases(session, ["test"], [sending.id]) == 0
        assert await free_leases(session, ["other"]) == 0
        assert await is_any_due(session, "test", later)


async def test_what_is_due_later_waits(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        await owe(session, mona, "late", "late", clock(), clock() + timedelta(hours=1))
    assert await leased(database, clock()) == []
    clock.advance(hours=1)
    assert keys(await leased(database, clock())) == ["late"]


async def test_other_channels_are_left_alone_and_no_more_than_asked_for(
    database: Database, clock: HandClock
) -> None:
    web = await account(database, "page", clock(), channel="web")
    await owed(database, web, "w", now=clock())
    for name in "abc":
        await owed(database, await account(database, name, clock()), name, now=clock())
    assert keys(await leased(database, clock(), most=2)) == ["a", "b"]


async def test_two_senders_at_once_never_hold_the_same_message(
    database: Database, clock: HandClock
) -> None:
    for name in range(20):
        person = await account(database, f"p{name}", clock())
        await owed(database, person, f"{name}-1", f"{name}-2", now=clock())
    both = await asyncio.gather(*(leased(database, clock(), most=20) for _ in range(4)))
    held = [message.id for one in both for message in one]
    assert len(held) == len(set(held)) == 20
    assert all(key.endswith("-1") for one in both for key in keys(one))


async def test_whoever_comes_while_another_claims_gets_nothing(
    postgres_database: Database, clock: HandClock
) -> None:
    database = postgres_database
    await owed(database, await account(database, "mona", clock()), "a", now=clock())
    async with database.write() as session:
        assert keys(await lease(session, "test", clock(), 10, 60)) == ["a"]
        assert await leased(database, clock()) == []
    assert await leased(database, clock()) == []


async def test_blocked_and_given_up_messages_are_closed(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    salem = await account(database, "salem", clock())
    await owed(database, mona, "a", "b", now=clock())
    await owed(database, salem, "c", "d", now=clock())
    to_mona, to_salem = await leased(database, clock())
    async with database.write() as session:
        await mark_blocked(session, to_mona.account_id, clock())
        await give_up(session, to_salem.id, clock(), "400")
    assert keys(await leased(database, clock())) == ["d"]
    async with database.read() as session:
        outcomes = (await session.execute(select(OwedMessage.key, OwedMessage.outcome))).all()
        assert {row.key: row.outcome for row in outcomes} == {
            "a": "blocked",
            "b": "blocked",
            "c": "gave-up",
            "d": None,
        }
        people = list(await session.scalars(select(Account.person_id)))
    async with database.write() as session:
        accounts = await all_accounts_of(session, people)
    assert [(to.account_id, to.blocked) for to in accounts] == [(mona, True), (salem, False)]


async def test_news_waits_for_whoever_has_blocked_us(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "fact:1", "reminder:1", now=clock())
    async with database.write() as session:
        await mark_blocked(session, mona, clock())
        assert await owe(session, mona, "fact:2", "fact:2", clock(), blocked=True)
        assert await count_unsent(session) == 3
    assert await leased(database, clock()) == []
    later = clock.advance(days=1)
    async with database.write() as session:
        await mark_unblocked(session, mona, later)
    assert keys(await leased(database, later)) == ["fact:1"]
    async with database.write() as session:
        await mark_sent(session, 1, later)
    assert keys(await leased(database, later)) == ["fact:2"]
    async with database.read() as session:
        assert await count_unsent(session) == 1


async def test_who_comes_back_brings_nobody_else_back(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    salem = await account(database, "salem", clock())
    async with database.write() as session:
        for account_id in (mona, salem):
            await mark_blocked(session, account_id, clock())
            await owe(session, account_id, f"fact:{account_id}", "words", clock(), blocked=True)
        await mark_unblocked(session, mona, clock())
        blocked = select(Account.id).where(Account.blocked_at.is_not(None))
        assert (await session.scalars(blocked)).all() == [salem]
    assert [message.account_id for message in await leased(database, clock())] == [mona]


async def test_news_of_which_the_words_are_gone_is_not_sent_empty(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        await mark_blocked(session, mona, clock())
        await owe(session, mona, "fact:1", "words", clock(), blocked=True)
    later = clock.advance(days=8)
    async with database.write() as session:
        await forget_words(session, later, 10)
        await mark_unblocked(session, mona, later)
    assert await leased(database, later) == []


async def test_a_message_that_is_done_stays_done(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "a", now=clock())
    (message,) = await leased(database, clock())
    async with database.write() as session:
        await mark_sent(session, message.id, clock(), "waiting")
        await mark_failed(session, message.id, clock(), "too late")
        await give_up(session, message.id, clock(), "too late")
    async with database.read() as session:
        row = await session.get_one(OwedMessage, message.id)
        assert (row.outcome, row.trouble) == ("waiting", "")
    assert await leased(database, clock()) == []


async def test_words_are_dropped_and_the_key_still_counts(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, "a", "b", now=clock())
    (message,) = await leased(database, clock())
    async with database.write() as session:
        await mark_sent(session, message.id, clock())
    later = clock.advance(days=8)
    async with database.write() as session:
        assert await forget_words(session, later - timedelta(days=7), 10) == 1
        assert not await owe(session, mona, "a", "again", later)
        assert (await session.get_one(OwedMessage, message.id)).reply == ""
    assert keys(await leased(database, later)) == ["b"]


async def test_words_are_dropped_in_portions_found_by_an_index(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    await owed(database, mona, *"abc", now=clock())
    for _ in "abc":
        (message,) = await leased(database, clock())
        async with database.write() as session:
            await mark_sent(session, message.id, clock())
    later = clock.advance(days=8)
    async with database.write() as session:
        assert await forget_words(session, later, 2) == 2
        plan = await plans_of(session, forget_words(session, later, 2))
        assert "ix_owed_messages_in_words" in plan
        assert await forget_words(session, later, 2) == 0
