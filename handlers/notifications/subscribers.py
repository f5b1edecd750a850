"""What people who are reminded of openings hear: which do not take place, or do after all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.customer import Remind, ShowBazaar
from handlers.dialog.speech import Choice, Name, Phrase, When, say
from handlers.notifications.notices import Event, Notice, message
from handlers.notifications.reminders import reminders_of
from handlers.ui.openings import day_line, some_days
from models.bazaars.bazaars import BazaarView, bazaar
from models.bazaars.editing import was_taken_off
from models.bazaars.reminders import Subscribers
from models.kernel.facts import BazaarChanged
from models.messaging.broadcast import withdraw


async def tell_subscribers(session: AsyncSession, event: Event) -> list[Notice]:
    """Everybody who is reminded of openings, but for the one who did it; of those still ahead.

    What is owed to remind of an opening that does not take place is withdrawn.
    """
    fact = event.fact
    if not isinstance(fact, BazaarChanged):
        return []
    if fact.what in ("day-removed", "hidden"):
        for opens_at in fact.openings:
            await withdraw(session, reminders_of(fact.bazaar_id, opens_at))
    ahead = [opens_at for opens_at in fact.openings if opens_at > event.now]
    if not ahead:
        return []
    found = await bazaar(session, fact.bazaar_id)
    match fact.what:
        case "day-removed":
            text = day_off(found, ahead, event.now)
        case "hidden":
            text = opening_news(found, "bazaar-off", ahead, more=say("openings-none-left"))
        case "shown":
            text = opening_news(found, "bazaar-on", ahead)
        case "day-added" if await was_taken_off(session, found.id, ahead[0], event.fact_id):
            text = opening_news(found, "bazaar-on", ahead)
        case _:
            return []
    people = Subscribers(event.now, but=event.actor_id)
    heard = message(text, *ways_on(found))
    return [Notice("subscribers", people, heard, until=max(ahead))]


def day_off(found: BazaarView, ahead: Sequence[datetime], now: datetime) -> Phrase:
    """The words that an opening does not take place, with those that are left."""
    left = [day for day in found.days if day.opens_at > now and not found.hidden]
    more = say("openings-none-left")
    if left:
        days = some_days([day_line(day) for day in left])
        more = say("openings-left", days=days)
    return opening_news(found, "opening-off", ahead, more=more)


def opening_news(
    found: BazaarView, phrase: str, ahead: Sequence[datetime], **more: Phrase
) -> Phrase:
    """The news about these openings of the bazaar."""
    return say(
        phrase,
        name=Name(found.name_ar, found.name_en),
        place=Name(found.place_ar, found.place_en),
        days=some_days([say("opening-line", opens=When(opens_at)) for opens_at in ahead]),
        **more,
    )


def ways_on(found: BazaarView) -> tuple[Choice, ...]:
    """To the bazaar, or to the next one, and the way to hear nothing more."""
    stop = Choice(say("bazaar-stop-reminders"), Remind(on=False, bazaar_id=found.id))
    return Choice(say("reminder-more"), ShowBazaar(found.id)), stop
