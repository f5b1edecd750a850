"""One reply to many: each account once, the blocked by whether it is news."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.broadcast import owe_many
from models.messaging.outbox import OwedMessage, mark_blocked, mark_failed, mark_unblocked
from models.messaging.owing import owe
from models.people.people import Person
from tests.models.messaging.test_outbox import account, keys, leased
from tests.support.clock import HandClock

EVERYBODY = select(Person.id)


async def test_each_account_is_owed_once(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        assert await owe_many(session, EVERYBODY, "reminder:", "first", clock()) == 1
        assert await owe_many(session, EVERYBODY, "reminder:", "second", clock()) == 0
    salem = await account(database, "salem", clock())
    async with database.write() as session:
        some = EVERYBODY.where(Person.id > 0)
        assert await owe_many(session, some, "reminder:", "third", clock()) == 1
        assert await owe_many(session, EVERYBODY.where(Person.id < 0), "a:", "a", clock()) == 0
        owed = list(await session.scalars(select(OwedMessage).order_by(OwedMessage.id)))
    assert [(row.key, row.reply) for row in owed] == [
        (f"reminder:{mona}", "first"),
        (f"reminder:{salem}", "third"),
    ]
    assert [(row.made_at, row.due_at) for row in owed] == [(clock(), clock())] * 2
    assert keys(await leased(database, clock())) == ["first", "third"]


async def test_only_news_waits_for_the_blocked(database: Database, clock: HandClock) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        await mark_blocked(session, mona, clock())
        assert await owe_many(session, EVERYBODY, "reminder:", "reminder", clock()) == 0
        assert await owe_many(session, EVERYBODY, "fact:", "news", clock(), news=True) == 1
    assert await leased(database, clock()) == []
    async with database.write() as session:
        await mark_unblocked(session, mona, clock.advance(days=1))
    assert keys(await leased(database, clock())) == ["news"]


async def test_a_person_hears_on_every_account(database: Database, clock: HandClock) -> None:
    await account(database, "mona", clock())
    async with database.write() as session:
        person = (await session.scalars(EVERYBODY)).one()
        session.add(Account(person_id=person, channel="web", external_id="m", added_at=clock()))
        await session.flush()
        assert await owe_many(session, EVERYBODY, "reminder:", "words", clock()) == 2


async def test_what_has_lost_its_worth_is_not_sent_and_holds_nothing_up(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    opens = clock() + timedelta(hours=1)
    async with database.write() as session:
        await owe_many(session, EVERYBODY, "reminder:", "soon", clock(), until=opens)
        await owe(session, mona, "fact:1", "news", clock())
    clock.now = opens - timedelta(seconds=1)
    (soon,) = await leased(database, clock(), seconds=10)
    assert (soon.reply, soon.until) == ("soon", opens)
    clock.now = opens
    assert await leased(database, clock()) == []
    async with database.write() as session:
        await mark_failed(session, soon.id, opens + timedelta(minutes=5), "503")
    assert keys(await leased(database, clock())) == ["news"]
    async with database.read() as session:
        outcomes = list(await session.scalars(select(OwedMessage.outcome).order_by(OwedMessage.id)))
    assert outcomes == ["passed", None]


async def test_news_that_has_lost_its_worth_does_not_wait_for_the_blocked(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    opens = clock() + timedelta(hours=1)
    async with database.write() as session:
        await mark_blocked(session, mona, clock())
        await owe_many(session, EVERYBODY, "fact:1:", "off", clock(), until=opens, news=True)
        await mark_unblocked(session, mona, opens)
    assert await leased(database, opens) == []
    async with database.write() as session:
        await mark_unblocked(session, mona, opens - timedelta(seconds=1))
    assert keys(await leased(database, opens - timedelta(seconds=1))) == ["off"]
