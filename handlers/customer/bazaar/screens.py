"""The bazaar: what it is, when it is open, where it is."""

from __future__ import annotations

from datetime import datetime

import msgspec

from handlers.dialog.actions.customer import BazaarCalendar, BazaarMap, Remind, ShowBazaar
from handlers.dialog.layout import HOME, banner, cut, screen
from handlers.dialog.rendering import bare, name_in
from handlers.dialog.speech import (
    CalendarEvent,
    CalendarFile,
    Card,
    Choice,
    Name,
    Phrase,
    Place,
    Row,
    ShareChoice,
    TimeOfDay,
    When,
    say,
)
from handlers.ui.openings import day_line, some_days
from handlers.ui.order_lines import paragraphs, stack
from models.bazaars.bazaars import BazaarView, OpeningDay
from models.people.people import Language

PLACE = 200


class Seen(msgspec.Struct, frozen=True):
    """A bazaar as a person sees it at a moment (UTC), and whether they are reminded.

    `before` and `after` are the bazaars beside it that can be leafed to, 0 for none.
    """

    bazaar: BazaarView
    now: datetime
    reminded: bool
    before: int = 0
    after: int = 0


def bazaar_screen(seen: Seen, language: Language) -> Card:
    """What, when and where, with the map, the calendar and the reminders."""
    bazaar = seen.bazaar
    name = Name(bazaar.name_ar, bazaar.name_en)
    text = paragraphs(headline(seen), hours(seen), opening_status(seen), reminders(seen.reminded))
    picture = banner(language, say("bazaar-name", name=name), say("bazaar-title"), icon="bazaar")
    return screen(text, picture, rows(seen))


def no_bazaar_screen(language: Language, *, reminded: bool) -> Card:
    """The screen where no bazaar is planned; the shop is open all the same."""
    text = paragraphs(say("bazaar-none"), reminders(reminded))
    picture = banner(language, say("bazaar-title"), icon="bazaar")
    return screen(text, picture, ((remind_choice(0, reminded),), (HOME,)))


def headline(seen: Seen) -> Phrase:
    """The name, the place, and how many families take part."""
    bazaar = seen.bazaar
    place = Name(cut(bazaar.place_ar, PLACE), cut(bazaar.place_en, PLACE))
    lines = [
        say("bazaar-headline", name=Name(bazaar.name_ar, bazaar.name_en)),
        say("bazaar-place", place=place),
    ]
    if bazaar.families:
        lines.append(say("bazaar-families", count=bazaar.families))
    return stack(*lines)


def hours(seen: Seen) -> Phrase:
    """The days that are not over with their hours; of a bazaar that is over, all of them."""
    days = coming_days(seen) or seen.bazaar.days
    return some_days([day_line(day) for day in days])


def coming_days(seen: Seen) -> tuple[OpeningDay, ...]:
    """The days that have not closed yet."""
    return tuple(day for day in seen.bazaar.days if day.closes_at > seen.now)


def opening_status(seen: Seen) -> Phrase:
    """Open until, opening at, or over."""
    day = seen.bazaar.next_day(seen.now)
    if day is None:
        return say("bazaar-over")
    if seen.bazaar.is_open(seen.now):
        return say("bazaar-open", closes=TimeOfDay(day.closes_at))
    return say("bazaar-opens", opens=When(day.opens_at))


def reminders(reminded: bool) -> Phrase:
    """Whether the person is reminded, and when that would be."""
    return say("bazaar-reminders-on" if reminded else "bazaar-reminders-off")


def rows(seen: Seen) -> tuple[Row, ...]:
    """The ways on; a map only of a known place, a calendar only of days to come."""
    bazaar = seen.bazaar
    ways: list[Choice] = []
    if bazaar.latitude is not None:
        ways.append(Choice(say("bazaar-map"), BazaarMap(bazaar.id)))
    if coming_days(seen):
        ways.append(Choice(say("bazaar-calendar"), BazaarCalendar(bazaar.id)))
    share = ShareChoice(
        say("bazaar-share"),
        ShowBazaar(bazaar.id),
        say("bazaar-share-text", name=Name(bazaar.name_ar, bazaar.name_en)),
    )
    last: Row = (share, HOME)
    reminding: Row = (remind_choice(bazaar.id, seen.reminded),)
    shown: list[Row] = [leafing_row(seen), tuple(ways), reminding, last]
    return tuple(row for row in shown if row)


def leafing_row(seen: Seen) -> Row:
    """The ways to the bazaars before and after this one."""
    beside = (("bazaar-before", seen.before), ("bazaar-after", seen.after))
    return tuple(
        Choice(say(label), ShowBazaar(there, leafed=True)) for label, there in beside if there
    )


def remind_choice(bazaar_id: int, reminded: bool) -> Choice:
    """Turns the reminders on, or off."""
    label = say("bazaar-stop-reminders" if reminded else "bazaar-start-reminders")
    return Choice(label, Remind(on=not reminded, bazaar_id=bazaar_id))


def map_card(bazaar: BazaarView, latitude: float, longitude: float) -> Card:
    """The place on the map."""
    title = say("bazaar-name", name=Name(bazaar.name_ar, bazaar.name_en))
    address = say("bazaar-address", place=Name(bazaar.place_ar, bazaar.place_en))
    return Card(
        text=say("bazaar-map-text", name=Name(bazaar.name_ar, bazaar.name_en)),
        place=Place(latitude, longitude, title, address),
        choices=((to_bazaar(bazaar.id), HOME),),
    )


def calendar_card(seen: Seen, language: Language) -> Card:
    """An .ics file with the days to come."""
    events = tuple(event_of(seen.bazaar, day, language) for day in coming_days(seen))
    return Card(
        text=say("bazaar-calendar-text", count=len(events)),
        file=CalendarFile(f"entaj-bazaar-{seen.bazaar.id}.ics", events),
        choices=((to_bazaar(seen.bazaar.id), HOME),),
    )


def event_of(bazaar: BazaarView, day: OpeningDay, language: Language) -> CalendarEvent:
    """One opening for a calendar, in the reader's words."""
    return CalendarEvent(
        # Not by the day's id, which a database may give to another day after this one is gone.
        uid=f"{bazaar.id}-{day.opens_at:%Y%m%dT%H%MZ}@entaj-bazaar",
        starts=day.opens_at,
        ends=day.closes_at,
        title=bare(say("bazaar-name", name=Name(bazaar.name_ar, bazaar.name_en)), language),
        place=name_in(Name(bazaar.place_ar, bazaar.place_en), language),
        latitude=bazaar.latitude,
        longitude=bazaar.longitude,
    )


def to_bazaar(bazaar_id: int) -> Choice:
    """The way to the bazaar's screen."""
    return Choice(say("button-bazaar"), ShowBazaar(bazaar_id))
