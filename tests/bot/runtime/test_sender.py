"""The sender brings what is owed once, in order, at a pace, and gives up what never arrives."""

from __future__ import annotations

import asyncio
from contextlib import ExitStack
from datetime import timedelta

import pytest
from sqlalchemy import select

import models.kernel.database
from bot.runtime.outcomes import Blocked, Letter, TryLater, Unsendable
from bot.runtime.sender import AFTER_TROUBLE, AHEAD, MOST_DEFECTS, Sender
from handlers.dialog.speech import Reply, encode_reply
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.messaging.broadcast import owe_many
from models.messaging.outbox import OwedMessage, mark_unblocked
from models.messaging.owed import AccountQueue
from models.messaging.owing import owe
from models.people.people import Person
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
from tests.support.clock import MORNING, HandClock
from tests.support.opened import opened
from tests.support.outage import held_by_another
from tests.support.waiting import PATIENCE, until, until_logged


@pytest.fixture
def postbox() -> Postbox:
    """A channel of the tests' own."""
    return Postbox()


async def test_each_is_brought_once_and_in_order(
    database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona, sara = await an_account(database), await an_account(database, "sara")
    await owe_one(database, mona, "first", ONE)
    await owe_one(database, mona, "second", TWO)
    await owe_one(database, sara, "hers", ONE)
    async with sending(database, postbox, clock) as sender:
        await postbox.holds(3)
        await sender.finish(30.0)
    of_mona = [letter.reply.cards for letter in postbox.letters if letter.to.account_id == mona]
    assert of_mona == [(ONE,), (TWO,)]
    assert await outcomes(database) == ["sent"] * 3


async def test_what_is_owed_while_it_works_is_brought_too(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    async with sending(sqlite_database, postbox, clock):
        await owe_one(sqlite_database, mona, "later", ONE)
        await postbox.holds(1)


async def test_what_arrived_in_part_is_continued(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    postbox.refusals = [TryLater("busy", Reply(cards=(TWO,)), 30.0, asked=True)]
    await owe_one(sqlite_database, mona, "both", ONE, TWO)
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(1)
        await sender.finish(30.0)
        assert await outcomes(sqlite_database) == [None]
    clock.advance(seconds=31)
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(2)
        await sender.finish(30.0)
    assert [letter.reply.cards for letter in postbox.letters] == [(ONE, TWO), (TWO,)]
    assert await outcomes(sqlite_database) == ["sent"]


async def test_what_loses_its_worth_while_its_chat_rests_is_not_brought(
    sqlite_database: Database,
    monkeypatch: pytest.MonkeyPatch,
    postbox: Postbox,
    clock: HandClock,
) -> None:
    monkeypatch.setattr("bot.runtime.sender.BETWEEN_S", 4.0)
    mona = await an_account(sqlite_database)
    opens = clock() + timedelta(seconds=60)
    async with sqlite_database.write() as session:
        everybody = select(Person.id)
        words = encode_reply(Reply(cards=(ONE,)))
        await owe_many(session, everybody, "reminder:", words, clock(), until=opens)
    async with sending(sqlite_database, postbox, clock) as sender:
        sender.quiet.sent_to(mona)
        await until(lambda: is_leased(sqlite_database, f"reminder:{mona}"))
        clock.now = opens
        await owe_one(sqlite_database, mona, "next", TWO)
        await postbox.holds(1)
        await sender.finish(30.0)
    assert [letter.reply.cards for letter in postbox.letters] == [(TWO,)]
    assert await outcomes(sqlite_database) == ["passed", "sent"]


async def test_whoever_blocked_us_is_sent_nothing_more(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    postbox.refusals = [Blocked("blocked", Reply())]
    await owe_one(sqlite_database, mona, "first", ONE)
    await owe_one(sqlite_database, mona, "second", TWO)
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(1)
        await sender.finish(30.0)
    assert await outcomes(sqlite_database) == ["blocked", "blocked"]
    async with sqlite_database.read() as session:
        assert await session.scalar(select(Account.blocked_at)) == MORNING


async def test_what_can_never_be_sent_is_given_up(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    postbox.refusals = [Unsendable("can't parse entities", Reply())]
    await owe_one(sqlite_database, mona, "broken", ONE)
    await owe_one(sqlite_database, mona, "whole", TWO)
    async with sqlite_database.write() as session:
        await owe(session, mona, "of another day", "{}{", MORNING)
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(2)
        await sender.finish(30.0)
        await asyncio.wait_for(all_done(sqlite_database, sender), PATIENCE)
    assert await outcomes(sqlite_database) == ["gave-up", "sent", "gave-up"]


def all_tries_but_one() -> int:
    """After how many tries a message has one left."""
    assert AFTER_TROUBLE.tries is not None
    return AFTER_TROUBLE.tries - 1


async def test_after_many_tries_it_is_given_up(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "stuck", ONE)
    async with sqlite_database.write() as session:
        message = (await session.scalars(select(OwedMessage))).one()
        message.tries = all_tries_but_one()
    postbox.refusals = [TryLater("away", Reply(cards=(ONE,)), None)]
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(1)
        await sender.finish(30.0)
    assert await outcomes(sqlite_database) == ["gave-up"]


async def test_a_chat_that_has_to_wait_is_not_given_up(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "patient", ONE)
    async with sqlite_database.write() as session:
        message = (await session.scalars(select(OwedMessage))).one()
        message.tries = all_tries_but_one()
    postbox.refusals = [TryLater("too many", Reply(cards=(ONE,)), 60.0, asked=True)]
    async with sending(sqlite_database, postbox, clock) as sender:
        await postbox.holds(1)
        for _ in range(3):
            await sender.finish(5.0)
            assert await outcomes(sqlite_database) == [None], "it rests"
            clock.advance(seconds=61)
            sender.wake()
            await until(lambda: waits_again(sqlite_database, clock))
    assert len(postbox.letters) == 1
    async with sqlite_database.read() as session:
        assert await session.scalar(select(OwedMessage.tries)) == all_tries_but_one()


async def waits_again(database: Database, clock: HandClock) -> bool:
    """Whether the one message that is owed was put off once more."""
    async with database.read() as session:
        queue = (await session.scalars(select(AccountQueue))).one()
    return not queue.leased and queue.ready_at > clock()


async def test_what_may_have_arrived_is_repeated_twice_at_long_pauses(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "slow", ONE)
    postbox.refusals = [TryLater("Timed out", Reply(cards=(ONE,)), 1.0, unsure=True)] * 3
    async with sending(sqlite_database, postbox, clock) as sender:
        for brought, pause in enumerate((60, 300), start=1):
            await postbox.holds(brought)
            await sender.finish(30.0)
            clock.advance(seconds=pause - 1)
            await has_looked(sender)
            await sender.finish(30.0)
            assert len(postbox.letters) == brought
            clock.advance(seconds=1)
            sender.wake()
        await postbox.holds(3)
        await sender.finish(30.0)
    assert await outcomes(sqlite_database) == ["gave-up"]


async def test_whoever_comes_back_is_sent_news_as_if_for_the_first_time(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "fact:1", ONE)
    unsure = TryLater("Timed out", Reply(cards=(ONE,)), 1.0, unsure=True)
    postbox.refusals = [unsure, unsure, Blocked("blocked", Reply()), unsure]
    async with sending(sqlite_database, postbox, clock) as sender:
        for brought in (1, 2, 3):
            await postbox.holds(brought)
            await sender.finish(30.0)
            clock.advance(seconds=300)
            sender.wake()
        assert await outcomes(sqlite_database) == ["blocked"]
        async with sqlite_database.write() as session:
            await mark_unblocked(session, mona, clock())
        await postbox.holds(4)
        await sender.finish(30.0)
    assert await outcomes(sqlite_database) == [None], "it is repeated after a minute"


async def test_what_was_sent_while_the_database_went_away_is_not_sent_again(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, postbox: Postbox, clock: HandClock
) -> None:
    monkeypatch.setattr(models.kernel.database, "BUSY_MS", 20)
    async with opened(sqlite_url) as database:
        mona = await an_account(database)
        await owe_one(database, mona, "once", ONE)
        with ExitStack() as outage:

            def goes_away() -> None:
                outage.enter_context(held_by_another(database))
                postbox.on_the_way = lambda: None

            postbox.on_the_way = goes_away
            async with sending(database, postbox, clock) as sender:
                async with until_logged("database-away"):
                    await postbox.holds(1)
                outage.close()
                await sender.take_over()

                async def is_marked() -> bool:
                    sender.wake()
                    return await outcomes(database) == ["sent"]

                await until(is_marked)
    assert len(postbox.letters) == 1


async def test_a_defect_does_not_hold_up_what_comes_after_it(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    mona = await an_account(sqlite_database)
    await owe_one(sqlite_database, mona, "broken", ONE)
    await owe_one(sqlite_database, mona, "whole", TWO)
    async with sqlite_database.write() as session:
        message = await session.get_one(OwedMessage, 1)
        message.tries = MOST_DEFECTS - 1
    postbox.refusals = [ValueError("cannot be drawn")]
    async with sending(sqlite_database, postbox, clock) as sender:
        await asyncio.wait_for(all_done(sqlite_database, sender), PATIENCE)
    assert await outcomes(sqlite_database) == ["gave-up", "sent"]


async def all_done(database: Database, sender: Sender) -> None:
    """Return when nothing is open any more."""
    while None in await outcomes(database):
        sender.wake()
        await sender.finish(60.0)
        await asyncio.sleep(0)


async def several(database: Database, count: int) -> None:
    """Owe each of so many people a reminder."""
    for number in range(count):
        await owe_one(database, await an_account(database, f"p{number}"), f"reminder:{number}", ONE)


async def before_the_news(
    database: Database, postbox: Postbox, clock: HandClock, many: int = 3 * AHEAD
) -> int:
    """Of so many reminders, how many still go out before the news that comes when some have gone.

    They go on while it is written down, which takes long on a loaded machine: these do not count.
    """
    await several(database, many)
    family = await an_account(database, "family")
    async with sending(database, postbox, clock):
        await postbox.holds(AHEAD // 4)
        await owe_one(database, family, "fact:1:family", TWO)
        begun = len(postbox.letters)
        told: list[Letter] = []
        while not told:
            await postbox.holds(len(postbox.letters) + 1)
            told = [letter for letter in postbox.letters if letter.to.account_id == family]
        return postbox.letters.index(told[0]) - begun


async def test_news_waits_behind_the_few_that_are_claimed_already(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    assert await before_the_news(sqlite_database, postbox, clock) <= AHEAD + 5


async def test_news_would_wait_behind_all_that_a_call_may_hold(
    sqlite_database: Database, monkeypatch: pytest.MonkeyPatch, postbox: Postbox, clock: HandClock
) -> None:
    many = 6 * AHEAD
    for limit in ("AHEAD", "AT_ONCE"):
        monkeypatch.setattr(f"bot.runtime.sender.{limit}", many)
    assert await before_the_news(sqlite_database, postbox, clock, many) > AHEAD + 5


async def test_what_is_sent_soon_after_each_other_is_marked_together(
    sqlite_database: Database, postbox: Postbox, clock: HandClock
) -> None:
    count = AHEAD // 2
    await several(sqlite_database, count)
    async with sending(sqlite_database, postbox, clock) as sender:
        with statements(sqlite_database) as seen:
            await postbox.holds(count)
            await sender.finish(30.0)
    marks = [each for each in seen if "outcome=" in each]
    assert 0 < len(marks) < count
    assert await outcomes(sqlite_database) == ["sent"] * count
