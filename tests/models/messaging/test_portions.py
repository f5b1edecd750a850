"""What concerns many is done in portions: in order, each person once, also after a kill."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.reminders import Subscribers
from models.kernel.database import Database
from models.messaging.broadcast import begin_to_owe, carry_on, is_any_begun, withdraw
from models.messaging.consistency import queue_discrepancies
from models.messaging.outbox import (
    OwedMessage,
    forget_words,
    lease,
    mark_blocked,
    mark_failed,
    mark_sent,
    mark_unblocked,
)
from models.messaging.owed import PORTION, Broadcast
from models.messaging.owing import owe
from tests.models.messaging.crowd import gather
from tests.models.messaging.test_outbox import keys, leased, owed
from tests.support.clock import MORNING, HandClock
from tests.support.owing import owe_the_rest

PEOPLE = 7
EVERYBODY = Subscribers(MORNING)
OPENS = MORNING + timedelta(hours=5)


class Killed(Exception):
    """The process ended here."""


async def begun(database: Database, *keys: str, news: bool = False) -> None:
    """Begin to owe everybody a reply under each of these keys, whose words are the key."""
    async with database.write() as session:
        for key in keys:
            await begin_to_owe(session, EVERYBODY, key, key, until=OPENS, news=news)


async def portion(database: Database, most: int = 2) -> int | None:
    """Do one portion."""
    async with database.write() as session:
        return await carry_on(session, MORNING, most)


async def killed_within(database: Database) -> None:
    """Do one portion, and end before it is committed."""
    async with database.write() as session:
        assert await carry_on(session, MORNING, 2) == 2
        raise Killed


async def made_for(database: Database, key: str) -> list[int]:
    """Whom something was owed under such keys, in order."""
    found = select(OwedMessage.account_id).where(OwedMessage.reply == key)
    async with database.read() as session:
        assert await queue_discrepancies(session) == []
        return list(await session.scalars(found.order_by(OwedMessage.id)))


async def test_a_kill_between_portions_or_within_one_loses_and_doubles_nobody(
    database: Database,
) -> None:
    await gather(database, 1, PEOPLE)
    await begun(database, "reminder:1:")
    assert await portion(database) == 2
    with pytest.raises(Killed):
        await killed_within(database)
    assert await made_for(database, "reminder:1:") == [1, 2]
    assert await owe_the_rest(database, MORNING, 2) == PEOPLE - 2
    assert await made_for(database, "reminder:1:") == list(range(1, PEOPLE + 1))
    async with database.read() as session:
        assert not await is_any_begun(session)


async def test_progress_that_is_written_apart_would_lose_people(
    sqlite_database: Database,
) -> None:
    await gather(sqlite_database, 1, PEOPLE)
    await begun(sqlite_database, "reminder:1:")
    assert await portion(sqlite_database) == 2
    async with sqlite_database.write() as session:
        await session.execute(update(Broadcast).values(position=Broadcast.position + 2))
    # Killed here, before the two themselves were written.
    await owe_the_rest(sqlite_database, MORNING, 2)
    assert await made_for(sqlite_database, "reminder:1:") == [1, 2, 5, 6, 7]


async def test_what_was_begun_first_is_done_first(database: Database) -> None:
    await gather(database, 1, 3)
    await begun(database, "fact:1:", "fact:2:", news=True)
    await owe_the_rest(database, MORNING, 2)
    got: list[str] = []
    while messages := await leased(database, MORNING):
        got += keys(messages)
        async with database.write() as session:
            for message in messages:
                await mark_sent(session, message.id, MORNING)
    assert got == ["fact:1:"] * 3 + ["fact:2:"] * 3


async def test_who_stops_subscribing_or_begins_meanwhile_is_not_owed(database: Database) -> None:
    await gather(database, 1, 3)
    async with database.write() as session:
        people = Subscribers(MORNING - timedelta(seconds=1))
        await begin_to_owe(session, people, "reminder:1:", "late")
        await begin_to_owe(session, Subscribers(MORNING, but=2), "reminder:2:", "others")
        await begin_to_owe(session, EVERYBODY, "reminder:3:", "passed", until=MORNING)
    assert await owe_the_rest(database, MORNING, 2) == 2
    assert await made_for(database, "others") == [1, 3]


async def test_what_is_withdrawn_is_not_claimed_from_that_moment_on(database: Database) -> None:
    await gather(database, 1, PEOPLE)
    await begun(database, "reminder:1:day:", "reminder:2:day:")
    assert await portion(database, 4) == 4
    (held,) = await leased(database, MORNING, most=1)
    await owed(database, 2, "fact:9", now=MORNING)
    async with database.write() as session:
        await withdraw(session, "reminder:1:")
    assert keys(await leased(database, MORNING)) == ["fact:9"]
    await begun(database, "reminder:1:day:")
    await owe_the_rest(database, MORNING, 2)
    assert await made_for(database, "reminder:2:day:") == list(range(1, PEOPLE + 1))
    # Whoever is being sent it at this moment is not owed it twice.
    again = await made_for(database, "reminder:1:day:")
    assert sorted(again) == sorted([1, 2, 3, 4, *range(2, PEOPLE + 1)])
    async with database.write() as session:
        await mark_failed(session, held.id, MORNING, "503")
    later = MORNING + timedelta(minutes=2)
    assert held.id not in [message.id for message in await leased(database, later)]


async def test_what_keeps_its_worth_is_not_withdrawn(database: Database) -> None:
    await gather(database, 1, 3)
    async with database.write() as session:
        await begin_to_owe(session, EVERYBODY, "reminder:1:", "kept")
    assert await portion(database, 2) == 2
    async with database.write() as session:
        await withdraw(session, "reminder:1:")
    assert await owe_the_rest(database, MORNING) == 1
    assert keys(await leased(database, MORNING)) == ["kept"] * 3


async def test_until_the_portions_come_it_would_be_sent(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def forgets(_session: AsyncSession) -> tuple[str, ...]:
        return ()

    monkeypatch.setattr("models.messaging.outbox.withdrawn_keys", forgets)
    await gather(database, 1, 1)
    await begun(database, "reminder:1:day:")
    assert await portion(database) == 1
    async with database.write() as session:
        await withdraw(session, "reminder:1:")
    assert keys(await leased(database, MORNING)) == ["reminder:1:day:"]


async def test_very_much_news_comes_back_in_portions_and_in_order(
    database: Database, clock: HandClock
) -> None:
    await gather(database, 1, 1)
    async with database.write() as session:
        await mark_blocked(session, 1, clock())
        for number in range(PORTION + 3):
            await owe(session, 1, f"fact:{number}", f"{number}", clock(), blocked=True)
        await mark_unblocked(session, 1, clock())
        open_ones = select(func.count()).where(OwedMessage.done_at.is_(None))
        assert await session.scalar(open_ones) == PORTION
        (first,) = await lease(session, "test", clock(), 9, 60)
        assert first.reply == "0"
    assert await owe_the_rest(database, clock()) == 3
    async with database.read() as session:
        assert await session.scalar(open_ones) == PORTION + 3


async def test_who_blocks_us_again_meanwhile_keeps_the_rest_closed(
    database: Database, clock: HandClock
) -> None:
    await gather(database, 1, 1)
    async with database.write() as session:
        await mark_blocked(session, 1, clock())
        for number in range(PORTION + 3):
            await owe(session, 1, f"fact:{number}", "words", clock(), blocked=True)
        await mark_unblocked(session, 1, clock())
        await mark_blocked(session, 1, clock())
    assert await owe_the_rest(database, clock()) == 0
    assert await leased(database, clock()) == []


async def test_words_are_forgotten_in_portions(database: Database, clock: HandClock) -> None:
    await gather(database, 1, 5)
    await begun(database, "reminder:1:")
    await owe_the_rest(database, MORNING)
    async with database.write() as session:
        for message in await lease(session, "test", clock(), 4, 60):
            await mark_sent(session, message.id, clock())
    later = clock.advance(days=8)
    counts = []
    for _ in range(3):
        async with database.write() as session:
            counts.append(await forget_words(session, later, most=3))
    assert counts == [3, 1, 0]
