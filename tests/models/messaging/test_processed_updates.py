"""What was heard: the latest replies alone hold their words, and all is forgotten in its time."""

from __future__ import annotations

import json
from datetime import timedelta

from sqlalchemy import LargeBinary, delete, func, select, type_coerce
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.messaging.deferred_updates import DeferredUpdate, put_aside
from models.messaging.processed_updates import (
    MOST_REPLIES,
    ProcessedUpdate,
    drop_replies,
    forget_processed,
    keep_processed,
)
from tests.models.messaging.test_outbox import account
from tests.support.clock import MORNING, HandClock
from tests.support.plans import plans_of

CARD = json.dumps({"cards": [{"text": {"id": "cart-line", "args": {"n": n}}} for n in range(50)]})


async def hear(session: AsyncSession, account_id: int, clock: HandClock, *names: str) -> None:
    """One update after the other, each answered with its name."""
    for name in names:
        await keep_processed(session, account_id, name, name, clock.advance(seconds=1))


async def with_words(session: AsyncSession) -> list[str]:
    """The updates whose replies hold their words."""
    replied = select(ProcessedUpdate.update_key).where(ProcessedUpdate.reply.is_not(None))
    return list(await session.scalars(replied.order_by(ProcessedUpdate.at)))


async def heard(session: AsyncSession) -> list[str]:
    return list(
        await session.scalars(select(ProcessedUpdate.update_key).order_by(ProcessedUpdate.at))
    )


async def test_a_reply_is_kept_in_a_fraction_of_its_bytes(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        await keep_processed(session, mona, "1", CARD, clock())
    async with database.read() as session:
        assert (await session.get_one(ProcessedUpdate, (mona, "1"))).reply == CARD
        packed = await session.scalar(select(type_coerce(ProcessedUpdate.reply, LargeBinary)))
    assert packed is not None
    assert len(packed) * 8 < len(CARD)


async def test_of_each_account_the_latest_replies_alone_hold_their_words(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    sara = await account(database, "sara", clock())
    async with database.write() as session:
        await hear(session, sara, clock, "before")
        await hear(session, mona, clock, *map(str, range(10)))
        assert await with_words(session) == ["before", "6", "7", "8", "9"]
        assert len(await heard(session)) == 11


async def test_without_the_bound_every_reply_would_hold_them(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    async with database.write() as session:
        for number in range(10):
            row = ProcessedUpdate(account_id=mona, update_key=str(number), reply="x", at=clock())
            session.add(row)
        await session.flush()
        assert len(await with_words(session)) == 10 > MOST_REPLIES


async def test_updates_are_forgotten_after_their_time_each_channel_by_itself(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    page = await account(database, "page", clock(), channel="web")
    async with database.write() as session:
        for key in ("old", "new"):
            await hear(session, mona, clock, key)
            await hear(session, page, clock, f"{key} of the page")
            clock.advance(days=3)
        assert await forget_processed(session, "test", clock() - timedelta(days=4), 10) == 1
        assert await heard(session) == ["old of the page", "new", "new of the page"]


async def test_no_more_are_forgotten_at_a_time_than_asked_for_and_the_oldest_first(
    database: Database, clock: HandClock
) -> None:
    mona = await account(database, "mona", clock())
    later = clock() + timedelta(days=9)
    async with database.write() as session:
        await hear(session, mona, clock, *"abcde")
        assert await forget_processed(session, "test", later, 2) == 2
        assert await heard(session) == ["c", "d", "e"]
        assert await forget_processed(session, "test", later, 2) == 2
        assert await forget_processed(session, "test", later, 2) == 1


async def test_what_was_heard_since_an_update_was_put_aside_is_not_forgotten(
    database: Database, clock: HandClock
) -> None:
    """A kill may have come after it was done and before it was dropped from there."""
    mona = await account(database, "mona", clock())
    later = clock() + timedelta(days=9)
    async with database.write() as session:
        await hear(session, mona, clock, "6")
        await put_aside(session, "test", {7: "{}"}, clock.advance(seconds=1))
        await hear(session, mona, clock, "7")
        assert await forget_processed(session, "test", later, 10) == 1
        assert await heard(session) == ["7"]
        await session.execute(delete(DeferredUpdate))
        assert await forget_processed(session, "test", later, 10) == 1


async def test_old_updates_and_replies_are_found_by_an_index(database: Database) -> None:
    mona = await account(database, "mona", MORNING)
    async with database.write() as session:
        plan = await plans_of(session, forget_processed(session, "test", MORNING, 10))
        assert "ix_heard_updates_at" in plan
        plan = await plans_of(session, drop_replies(session, mona, but=3))
        assert "ix_heard_updates_replies" in plan
        assert "SCAN" not in plan
        assert "Seq Scan" not in plan
        everything = session.execute(select(func.max(ProcessedUpdate.reply)))
        assert "ix_heard_updates" not in await plans_of(session, everything)
