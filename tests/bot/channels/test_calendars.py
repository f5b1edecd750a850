"""A calendar file gives an opening the day that it has in the Emirates."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar

from bot.channels.calendars import ics_bytes
from handlers.dialog.speech import CalendarEvent, CalendarFile

DUBAI = ZoneInfo("Asia/Dubai")


def test_an_opening_soon_after_midnight_keeps_its_day() -> None:
    """It is the day before in UTC, which a day alone would be taken from."""
    opens = datetime(2026, 12, 2, 0, 30, tzinfo=DUBAI)
    event = CalendarEvent("1", opens, opens + timedelta(hours=2), "البازار", "الشارقة")
    (read,) = Calendar.from_ical(ics_bytes(CalendarFile("bazaar.ics", (event,)))).walk("VEVENT")
    starts = read.decoded("dtstart")
    assert starts == opens
    assert starts.astimezone(DUBAI).date() == date(2026, 12, 2)
