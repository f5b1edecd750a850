"""The files that replies show: a picture that is drawn or stored, or a calendar's entry."""

from __future__ import annotations

from bot.channels.calendars import calendar_bytes
from bot.images.render_pool import render_picture
from bot.runtime.fair_queue import FairQueue, leave_place, person_here
from handlers.dialog.pictures import Drawn, Picture, StoredPhoto
from handlers.dialog.speech import CalendarFile
from models.kernel.database import Database
from models.products.photos import photo_bytes

DRAWN_WITHIN_S = 10.0
Shows = Picture | CalendarFile


class File:
    """A file to be uploaded; its name is ASCII."""

    __slots__ = ("content", "mime", "name")

    def __init__(self, name: str, content: bytes, mime: str) -> None:
        """`content` are the bytes of the whole file."""
        self.name = name
        self.content = content
        self.mime = mime


class NoSuchPhoto(LookupError):
    """A stored photo that is not there any more."""


class Media:
    """Makes the files that are shown."""

    def __init__(self, database: Database) -> None:
        """Nothing is being drawn."""
        self._database = database
        self._drawing = FairQueue(1, 1, lent_after=DRAWN_WITHIN_S)

    async def make_file(self, what: Shows) -> File:
        """The file itself; pictures are drawn beside the event loop.

        Raises NoSuchPhoto, NotDrawn or NoCalendar.
        """
        match what:
            case StoredPhoto(hash=name):
                async with self._database.read() as session:
                    jpeg = await photo_bytes(session, name)
                if jpeg is None:
                    raise NoSuchPhoto(name)
                return File("photo.jpg", jpeg, "image/jpeg")
            case CalendarFile(name=name):
                return File(name, calendar_bytes(what), "text/calendar")
            case picture:
                return File("picture.jpg", await self._draw(picture), "image/jpeg")

    async def _draw(self, picture: Drawn) -> bytes:
        """The picture, in the person's turn: one is drawn at a time."""
        person = person_here()
        leave_place()
        async with self._drawing.place(person):
            return await render_picture(picture)
