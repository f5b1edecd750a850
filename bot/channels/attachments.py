"""The files that cards carry: a calendar's entry, or a text that is given out to one person."""

from __future__ import annotations

from bot.channels.calendars import calendar_bytes
from handlers.dialog.speech import CalendarFile, TextFile

AnyFile = CalendarFile | TextFile


async def attachment_bytes(file: AnyFile) -> bytes:
    """The whole file; raises NoCalendar."""
    if isinstance(file, TextFile):
        return file.text.encode()
    return await calendar_bytes(file)


def attachment_type(file: AnyFile) -> str:
    """The file's media type."""
    return "application/json" if isinstance(file, TextFile) else "text/calendar"
