"""Reminders of openings: what is due becomes messages that are owed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import Remind, ShowBazaar
from handlers.dialog.rendering import with_years
from handlers.dialog.speech import (
    Card,
    Choice,
    Name,
    Reply,
    TimeOfDay,
    When,
    encode_reply,
    reply,
    say,
)
from models.bazaars.reminders import (
    A_DAY,
    AN_HOUR,
    DueOpening,
    Subscribers,
    due_openings,
    mark_reminded,
)
from models.messaging.broadcast import begin_to_owe

AHEAD = {"day": A_DAY, "hour": AN_HOUR}
UNTIL = {"day": AN_HOUR, "hour": timedelta()}


async def owe_reminders(session: AsyncSession, now: datetime) -> int:
    """Begin to owe every subscriber the reminders that are due at `now` (UTC); how many these are.

    Whoever subscribed after a reminder became due has just read when the bazaar is, and does not
    get that one. Called late or twice it does no harm: each is owed once.
    """
    begun = 0
    for opening in await due_openings(session, now):
        if await mark_reminded(session, opening, now):
            await remind_everyone(session, opening)
            begun += 1
    return begun


async def remind_everyone(session: AsyncSession, opening: DueOpening) -> None:
    """Begin to owe one reminder to every account of its subscribers.

    One that could not be sent in time is not sent at all: said after the opening it is wrong, and
    the one a day ahead gives way to the one an hour ahead.
    """
    owed_at = opening.opens_at - AHEAD[opening.ahead]
    words = encode_reply(with_years(reminder(opening), owed_at))
    people = Subscribers(owed_at)
    key = f"{reminders_of(opening.bazaar_id, opening.opens_at)}{opening.ahead}:"
    until = opening.opens_at - UNTIL[opening.ahead]
    await begin_to_owe(session, people, key, words, until=until)


def reminders_of(bazaar_id: int, opens_at: datetime) -> str:
    """What the keys of an opening's reminders begin with.

    It is made of what people read, since SQLite gives the id of a removed day to the next one.
    """
    return f"reminder:{bazaar_id}:{opens_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}:"


def reminder(opening: DueOpening) -> Reply:
    """The reminder, with the way to the bazaar and the way to stop it."""
    text = say(
        f"reminder-{opening.ahead}",
        name=Name(opening.name_ar, opening.name_en),
        place=Name(opening.place_ar, opening.place_en),
        opens=When(opening.opens_at),
        opens_at=TimeOfDay(opening.opens_at),
        closes=TimeOfDay(opening.closes_at),
    )
    more = Choice(say("reminder-more"), ShowBazaar(opening.bazaar_id))
    stop = Choice(say("bazaar-stop-reminders"), Remind(on=False, bazaar_id=opening.bazaar_id))
    return reply(Card(text=text, choices=((more,), (stop,)), stays=True))
