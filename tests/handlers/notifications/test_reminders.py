"""Reminders: each once, to those who wanted them in time, also after a pause."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert, select

from handlers.dialog.actions.customer import Remind
from handlers.dialog.rendering import bare
from handlers.dialog.speech import decode_reply
from handlers.dialog.turns import Turns
from handlers.notifications.reminders import owe_reminders
from models.bazaars.bazaars import bazaar
from models.bazaars.editing import NewBazaar, add_bazaar, add_day, remove_day
from models.bazaars.reminders import Subscription
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.broadcast import carry_on
from models.messaging.outbox import OwedMessage, lease, mark_blocked
from models.messaging.owed import PORTION
from models.people.people import Language, Person
from tests.handlers.fitness import check_reply
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.owing import owe_the_rest
from tests.support.words import label, word

OPENS = datetime.fromisoformat("2026-03-04T12:00:00+00:00")  # Wednesday, 4 pm in Dubai
HOURS = timedelta(hours=6)


async def plan(turns: Turns, *opens: datetime) -> None:
    """A bazaar that opens at these times for six hours each."""
    new = NewBazaar(
        name_ar="بازار إنتاج الثامن",
        name_en="The eighth Entaj Bazaar",
        place_ar="ضاحية الرحمانية",
        place_en="Al Rahmaniya",
        days=tuple((at, at + HOURS) for at in opens),
    )
    async with turns.database.write() as session:
        await add_bazaar(acting(session, now=turns.clock()), new)


async def subscriber(turns: Turns, name: str, language: Language = "ar") -> Talk:
    """Someone who wants to be reminded."""
    talk = await customer(turns, name, language)
    await talk.presses_old(Remind(on=True))
    return talk


async def tick(turns: Turns) -> int:
    """The clock ticks; how many messages that made."""
    async with turns.database.write() as session:
        await owe_reminders(session, turns.clock())
    return await owe_the_rest(turns.database, turns.clock())


async def owed(turns: Turns, language: Language = "ar") -> list[str]:
    """The words of everything owed, the oldest first."""
    async with turns.database.read() as session:
        rows = await session.scalars(select(OwedMessage.reply).order_by(OwedMessage.id))
        replies = [decode_reply(row) for row in rows]
    for reply in replies:
        check_reply(reply)
        assert reply.cards[0].stays, "a reminder is kept for reading again"
    return [bare(reply.cards[0].text, language) for reply in replies]


async def test_a_day_ahead_and_an_hour_ahead_each_once(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = OPENS - timedelta(days=1, seconds=1)
    assert await tick(turns) == 0
    clock.advance(seconds=1)
    assert await tick(turns) == 1
    assert await tick(turns) == 0
    clock.now = OPENS - timedelta(hours=1)
    assert await tick(turns) == 1
    assert await tick(turns) == 0
    clock.now = OPENS
    assert await tick(turns) == 0
    day, hour = await owed(turns)
    assert "تذكير: بازار إنتاج الثامن" in day
    assert "الأربعاء 4 مارس، 4:00 عصراً" in day
    assert "تُفتح الأبواب الساعة 4:00 عصراً" in hour


async def test_after_a_pause_only_the_nearer_reminder_is_sent(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = OPENS - timedelta(minutes=40)
    assert await tick(turns) == 1
    (only,) = await owed(turns)
    assert "تُفتح الأبواب الساعة" in only


async def test_after_a_longer_pause_nothing_is_sent(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = OPENS + timedelta(minutes=1)
    assert await tick(turns) == 0


@pytest.mark.parametrize(
    ("ahead", "last"),
    [
        (timedelta(hours=20), OPENS - timedelta(hours=1)),
        (timedelta(minutes=50), OPENS),
    ],
)
async def test_a_reminder_gives_way_to_the_nearer_one_and_that_one_to_the_opening(
    turns: Turns, clock: HandClock, ahead: timedelta, last: datetime
) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = OPENS - ahead
    assert await tick(turns) == 1
    assert await to_be_sent(turns, last - timedelta(seconds=1)) == 1
    assert await to_be_sent(turns, last) == 0


async def to_be_sent(turns: Turns, now: datetime) -> int:
    """How many messages would be sent at that moment."""
    async with turns.database.write() as session:
        found = await lease(session, "test", now, most=10, seconds=0)
    return len(found)


async def test_two_days_are_both_due_at_once(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS, OPENS + timedelta(hours=12))
    await subscriber(turns, "mona")
    clock.now = OPENS - timedelta(minutes=30)
    assert await tick(turns) == 2
    hour, day = await owed(turns)
    assert "تُفتح الأبواب الساعة" in hour
    assert "الخميس 5 مارس" in day


async def test_the_right_hour_is_reminded_of_after_a_wrong_one_and_the_same_one_once(
    turns: Turns, clock: HandClock
) -> None:
    """SQLite gives the id of the removed day to the one that takes its place."""
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    clock.now = OPENS - timedelta(hours=20)
    assert await tick(turns) == 1
    for opens, told in (
        (OPENS + timedelta(hours=2), 1),
        (OPENS + timedelta(hours=2), 0),
        (OPENS, 0),
        (OPENS + timedelta(seconds=1), 1),
    ):
        async with turns.database.write() as session:
            [day] = (await bazaar(session, 1)).days
            await remove_day(acting(session, now=clock()), day.id)
            assert await add_day(acting(session, now=clock()), 1, opens, opens + HOURS) == day.id
        assert await tick(turns) == told
    assert "6:00 مساءً" in (await owed(turns))[1]


async def test_who_subscribed_late_or_not_at_all_hears_nothing(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    await customer(turns, "silent")
    gone = await subscriber(turns, "gone")
    await gone.presses_old(Remind(on=False))
    clock.now = OPENS - timedelta(hours=20)
    await subscriber(turns, "late")
    assert await tick(turns) == 0
    clock.now = OPENS - timedelta(minutes=50)
    assert await tick(turns) == 1


async def test_the_blocked_are_left_alone(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    async with turns.database.write() as session:
        await mark_blocked(session, 1, clock())
    clock.now = OPENS - timedelta(hours=2)
    assert await tick(turns) == 0


async def test_everyone_reads_it_in_their_own_language(turns: Turns, clock: HandClock) -> None:
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    await subscriber(turns, "sara", "en")
    clock.now = OPENS - timedelta(hours=2)
    assert await tick(turns) == 2
    assert "Reminder: The eighth Entaj Bazaar" in (await owed(turns, "en"))[1]


async def test_a_reminder_leads_to_the_bazaar_and_can_be_stopped(
    turns: Turns, clock: HandClock
) -> None:
    await plan(turns, OPENS)
    talk = await subscriber(turns, "mona")
    clock.now = OPENS - timedelta(hours=2)
    await tick(turns)
    async with turns.database.read() as session:
        row = (await session.scalars(select(OwedMessage))).one()
    talk.screen.extend(decode_reply(row.reply).cards)
    await talk.presses(label("reminder-more"))
    assert "ضاحية الرحمانية" in talk.text
    await talk.presses(label("bazaar-stop-reminders"))
    assert word("bazaar-reminders-unset") in talk.notice


async def test_many_subscribers_are_owed_in_portions_that_cost_the_same(
    turns: Turns, clock: HandClock
) -> None:
    """A statement each held SQLite's write lock for seconds, and so did one for all of them."""
    await plan(turns, OPENS)
    await subscriber(turns, "mona")
    (few, *_) = await counted(turns, OPENS - timedelta(hours=2), 1)
    async with turns.database.write() as session:
        at = range(100, 100 + 3 * PORTION - 1)
        people = [{"id": one, "language": "ar", "created_at": clock()} for one in at]
        accounts = [
            {"person_id": one, "channel": "test", "external_id": f"p{one}", "added_at": clock()}
            for one in at
        ]
        wants = [{"person_id": one, "topic": "bazaar", "since": MORNING} for one in at]
        await session.execute(insert(Person), people)
        await session.execute(insert(Account), accounts)
        await session.execute(insert(Subscription), wants)
    portions = await counted(turns, OPENS - timedelta(minutes=30), 3 * PORTION)
    assert [len(each) for each in portions[:3]] == [len(few)] * 3
    assert max(max(each) for each in portions) < PORTION + max(few)


async def counted(turns: Turns, now: datetime, made: int) -> list[list[int]]:
    """How many values each statement of each portion takes when so many reminders are owed."""
    portions: list[list[int]] = []

    def count_values(*executed: Any) -> None:
        portions[-1].append(len(executed[3]))

    async with turns.database.write() as session:
        assert await owe_reminders(session, now) == 1
    engine = turns.database.writing.sync_engine
    event.listen(engine, "before_cursor_execute", count_values)
    done: list[int | None] = [0]
    try:
        while done[-1] is not None:
            portions.append([])
            async with turns.database.write() as session:
                done.append(await carry_on(session, now))
    finally:
        event.remove(engine, "before_cursor_execute", count_values)
    assert sum(one or 0 for one in done) == made
    return portions[:-1]
