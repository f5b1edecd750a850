"""Calendar files: the openings that a card carries, as an .ics of RFC 5545."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import TYPE_CHECKING

import structlog

from handlers.dialog.speech import CalendarEvent, CalendarFile

if TYPE_CHECKING:
    from icalendar import Event

log = structlog.get_logger(__name__)
AHEAD = timedelta(hours=1)


class NoCalendar(Exception):
    """A calendar that cannot be made: a defect of ours, logged already. Its card is shown."""


async def calendar_bytes(file: CalendarFile) -> bytes:
    """The file's bytes; each opening has an alarm an hour ahead. Raises NoCalendar."""
    try:
        # icalendar is loaded with the first one, and everybody would wait.
        return await asyncio.to_thread(ics_bytes, file)
    except Exception as defect:
        log.exception("calendar-not-made", file=file.name)
        raise NoCalendar(file.name) from defect


def ics_bytes(file: CalendarFile) -> bytes:
    """The openings as RFC 5545 has them; raises what icalendar raises."""
    from icalendar import Calendar  # megabytes, for few who ask

    calendar = Calendar()
    calendar.add("prodid", "-//Entaj Bazaar//")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for opening in file.events:
        calendar.add_component(calendar_event(opening))
    data: bytes = calendar.to_ical()
    return data


def calendar_event(opening: CalendarEvent) -> Event:
    """One opening; its stamp is its start, so that the same data make the same file."""
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", opening.uid)
    event.add("dtstamp", opening.starts)
    event.add("dtstart", opening.starts)
    event.add("dtend", opening.ends)
    event.add("summary", opening.title)
    event.add("location", opening.place)
    if opening.latitude is not None and opening.longitude is not None:
        event.add("geo", (opening.latitude, opening.longitude))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", opening.title)
    alarm.add("trigger", -AHEAD)
    event.add_component(alarm)
    return event
