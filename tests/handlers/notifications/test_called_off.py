"""Openings that are called off: everybody who is reminded hears it, and is reminded no more."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.dialog.actions.customer import Remind, ShowBazaar
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Choice, decode_reply
from handlers.dialog.turns import Turns
from handlers.notifications.announcements import announce_next
from handlers.notifications.reminders import remind_everyone
from models.bazaars.bazaars import BazaarDay
from models.bazaars.editing import add_day, remove_day, set_hidden
from models.bazaars.reminders import due_openings, mark_reminded
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage, lease, mark_blocked, mark_sent
from tests.handlers.fitness import check_reply
from tests.handlers.notifications.test_reminders import HOURS, OPENS, plan, subscriber, tick
from tests.handlers.people import customer
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.held_up import until_somebody_waits
from tests.support.owing import owe_the_rest
from tests.support.words import word

DAY = timedelta(days=1)
REMINDED_AT = OPENS - timedelta(hours=20)
REMINDED = "🔔 تذكير: بازار إنتاج الثامن"


@pytest.fixture
def turns(database: Database, clock: HandClock) -> Turns:
    """A shop on either database, two days before its bazaar opens."""
    return Turns(database, DEFAULT_TERMS, clock)


async def remove(turns: Turns, opens: datetime = OPENS, actor: int | None = None) -> None:
    """Staff take that opening off."""
    async with turns.database.write() as session:
        found = select(BazaarDay.id).where(BazaarDay.opens_at == opens)
        await remove_day(
            acting(session, actor, turns.clock()), (await session.scalars(found)).one()
        )


async def add(turns: Turns, opens: datetime = OPENS) -> None:
    """Staff add that opening."""
    async with turns.database.write() as session:
        await add_day(acting(session, now=turns.clock()), 1, opens, opens + HOURS)


async def hide(turns: Turns, *, hidden: bool = True) -> None:
    """Staff hide the bazaar, or show it."""
    async with turns.database.write() as session:
        await set_hidden(acting(session, now=turns.clock()), 1, hidden)


async def heard(turns: Turns) -> list[tuple[str, str]]:
    """Announce everything and send everything; what everybody got, in order."""
    while True:
        async with turns.database.write() as session:
            if not await announce_next(session, turns.clock()):
                break
    await owe_the_rest(turns.database, turns.clock())
    got: list[tuple[str, str]] = []
    while True:
        async with turns.database.write() as session:
            messages = await lease(session, "test", turns.clock(), 10, 60)
            for message in messages:
                await mark_sent(session, message.id, turns.clock())
        if not messages:
            return got
        for message in messages:
            reply = decode_reply(message.reply)
            check_reply(reply)
            words = bare(reply.cards[0].text, message.language)
            got.append((message.external_id, words))


def first_lines(got: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What everybody got, by its first line."""
    return [(name, words.split("\n")[0]) for name, words in got]


async def test_whoever_is_reminded_hears_that_a_day_is_off(turns: Turns) -> None:
    await plan(turns, OPENS, OPENS + DAY)
    await subscriber(turns, "mona")
    await subscriber(turns, "sara", "en")
    await customer(turns, "silent")
    await remove(turns)
    got = dict(await heard(turns))
    assert set(got) == {"mona", "sara"}
    assert got["mona"] == (
        "❌ إلغاء موعد: بازار إنتاج الثامن\n\n"
        "نعتذر، لن تُفتح أبواب البازار في هذا الموعد:\n"
        "🗓 الأربعاء 4 مارس، 4:00 عصراً\n📍 ضاحية الرحمانية\n\n"
        "المواعيد القادمة:\n🗓 الخميس 5 مارس، 4:00 عصراً حتى 10:00 مساءً"
    )
    assert "the bazaar will not open at this time:\n🗓 Wednesday" in got["sara"]
    async with turns.database.read() as session:
        row = (await session.scalars(select(OwedMessage).order_by(OwedMessage.id))).first()
    assert row is not None
    (card,) = decode_reply(row.reply).cards
    actions = [c.action for line in card.choices for c in line if isinstance(c, Choice)]
    assert actions == [ShowBazaar(1), Remind(on=False, bazaar_id=1)]


async def test_nobody_is_reminded_of_what_is_off(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = REMINDED_AT
    assert await tick(turns) == 1
    await remove(turns)
    ((_, words),) = await heard(turns)
    assert "إلغاء موعد" in words
    assert word("openings-none-left") in words
    await add(turns)
    assert await tick(turns) == 1
    assert first_lines(await heard(turns)) == [
        ("mona", REMINDED),
        ("mona", "✅ يُقام بازار إنتاج الثامن"),
    ]


async def test_whoever_was_reminded_hears_that_it_is_on_after_all_and_is_not_reminded_again(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = REMINDED_AT
    await tick(turns)
    assert first_lines(await heard(turns)) == [("mona", REMINDED)]
    for _ in range(2):
        await remove(turns)
        ((_, off),) = await heard(turns)
        assert "إلغاء موعد" in off
        await add(turns)
        assert await tick(turns) == 0
        ((_, on),) = await heard(turns)
        assert "يُقام بازار إنتاج الثامن" in on
        assert "🗓 الأربعاء 4 مارس، 4:00 عصراً" in on


async def test_another_day_is_no_news_until_it_is_reminded_of(turns: Turns) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    await remove(turns)
    await heard(turns)
    await add(turns, OPENS + 3 * DAY)
    assert await heard(turns) == []


async def test_a_hidden_bazaar_is_off_and_a_shown_one_on(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS, OPENS + DAY)
    await subscriber(turns, "mona")
    clock.now = REMINDED_AT
    await tick(turns)
    await hide(turns)
    ((_, off),) = await heard(turns)
    assert off.startswith("❌ إلغاء: بازار إنتاج الثامن")
    assert "الأربعاء 4 مارس، 4:00 عصراً\n🗓 الخميس 5 مارس، 4:00 عصراً\n📍" in off
    await remove(turns, OPENS + DAY)
    await add(turns, OPENS + 2 * DAY)
    assert await tick(turns) == 0
    assert await heard(turns) == []
    await hide(turns, hidden=False)
    assert await tick(turns) == 1
    (_, (_, on)) = await heard(turns)
    assert "الأربعاء 4 مارس، 4:00 عصراً\n🗓 الجمعة 6 مارس، 4:00 عصراً" in on


async def test_only_what_is_ahead_is_told(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS, OPENS + DAY)
    await subscriber(turns, "mona")
    clock.now = OPENS
    await remove(turns)
    assert await heard(turns) == []
    await remove(turns, OPENS + DAY)
    clock.now = OPENS + DAY
    assert await heard(turns) == []
    await hide(turns)
    assert await heard(turns) == []


async def test_who_took_it_off_knows_and_whoever_blocks_us_hears_while_it_is_ahead(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    boss = await subscriber(turns, "boss")
    await subscriber(turns, "mona")
    async with turns.database.write() as session:
        found = select(Account.id).where(Account.external_id == "mona")
        await mark_blocked(session, (await session.scalars(found)).one(), clock())
    await remove(turns, actor=await boss.person_id())
    assert await heard(turns) == []
    mona = await customer(turns, "mona")
    assert [name for name, _ in await heard(turns)] == ["mona"]
    await mona.presses_old(Remind(on=False))


async def test_what_is_being_sent_is_not_tried_again(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = REMINDED_AT
    await tick(turns)
    async with turns.database.write() as session:
        assert len(await lease(session, "test", clock(), 10, 60)) == 1
    await remove(turns)
    assert await heard(turns) == []
    clock.advance(seconds=61)
    ((_, words),) = await heard(turns)
    assert "إلغاء موعد" in words


async def test_a_bazaar_that_is_hidden_while_reminders_are_owed(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = REMINDED_AT
    found = asyncio.Event()

    async def reminds() -> None:
        async with turns.database.write() as session:
            (opening,) = await due_openings(session, clock())
            found.set()
            await until_somebody_waits(turns.database)
            await mark_reminded(session, opening, clock())
            await remind_everyone(session, opening)

    async def hides() -> list[tuple[str, str]]:
        await found.wait()
        await hide(turns)
        return await heard(turns)

    _, got = await asyncio.gather(reminds(), hides())
    assert first_lines(got) == [("mona", "❌ إلغاء: بازار إنتاج الثامن")]
    assert await heard(turns) == []
