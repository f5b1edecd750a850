"""The files that cards carry: for a calendar, to be printed, or given out to one person."""

from __future__ import annotations

from typing import assert_never

from bot.channels.calendars import calendar_bytes
from bot.images.render_pool import render_print
from handlers.dialog.links import Address
from handlers.dialog.speech import CalendarFile, CardFile, LabelsFile, RasterFile, TextFile

TYPES: dict[type[CardFile], str] = {
    CalendarFile: "text/calendar",
    TextFile: "application/json",
    LabelsFile: "application/pdf",
    RasterFile: "image/png",
}


async def attachment_bytes(file: CardFile, address: Address) -> bytes:
    """The whole file; `address` makes of a payload a link into the channel.

    Raises NoCalendar or NotDrawn.
    """
    match file:
        case TextFile(text=text):
            return text.encode()
        case CalendarFile():
            return await calendar_bytes(file)
        case LabelsFile() | RasterFile():
            return await render_print(file, address)
        case _:
            assert_never(file)


def attachment_type(file: CardFile) -> str:
    """The file's media type."""
    return TYPES[type(file)]
