"""The files that replies show: a picture that is drawn or stored, or a calendar's entry.

What a platform holds already is shown by its id there; each file is made and uploaded once.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from datetime import datetime
from typing import Any

import msgspec

from bot.channels.attachments import attachment_bytes, attachment_type
from bot.images.render_pool import drawn_type, render_picture
from bot.runtime.background import Background
from bot.runtime.fair_queue import FairQueue, leave_place, person_here
from handlers.dialog.links import Address
from handlers.dialog.pictures import (
    CashSheet,
    Drawn,
    HallReceipt,
    Picture,
    Receipt,
    StoredPhoto,
    photos_in,
    picture_key,
)
from handlers.dialog.speech import (
    CalendarFile,
    CardFile,
    LabelsFile,
    RasterFile,
    TextFile,
    VoiceNote,
)
from models.inbox.voices import voice_bytes
from models.kernel.database import Database
from models.messaging.media_ids import forget_upload, known_upload, remember_upload
from models.products.photos import bytes_of_photos, photo_bytes

DRAWN_WITHIN_S = 10.0
MOST_REMEMBERED = 20_000
PATIENCE_S = 3.0
GATHER_S = 0.2  # a transaction for each receipt would take the write lock from turns
Shows = Picture | CardFile | VoiceNote
OF_ONE_MOMENT = (TextFile, LabelsFile, RasterFile)
"""What is given out once: what is one person's own, or for a printer."""
OF_ONE_PERSON = (Receipt, HallReceipt, CashSheet, VoiceNote)
"""What was bought or said by somebody: who erases that is to be found by no id of a file."""


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


class NoSuchVoice(LookupError):
    """A voice note that is not there any more."""


class Media:
    """Makes the files that are shown."""

    def __init__(self, database: Database, address: Address) -> None:
        """Nothing is being drawn; `address` makes of a payload a link into the channel."""
        self._database = database
        self._address = address
        self._drawing, self._receipts = (
            FairQueue(1, 1, lent_after=DRAWN_WITHIN_S) for _ in range(2)
        )

    async def make_file(self, what: Shows) -> File:
        """The file itself; pictures are drawn beside the event loop.

        Raises NoSuchPhoto, NoSuchVoice, NotDrawn or NoCalendar.
        """
        match what:
            case StoredPhoto(hash=name):
                async with self._database.read() as session:
                    jpeg = await photo_bytes(session, name)
                if jpeg is None:
                    raise NoSuchPhoto(name)
                return File("photo.jpg", jpeg, "image/jpeg")
            case VoiceNote(hash=name):
                async with self._database.read() as session:
                    ogg = await voice_bytes(session, name)
                if ogg is None:
                    raise NoSuchVoice(name)
                return File("voice.ogg", ogg, "audio/ogg")
            case (
                CalendarFile(name=name)
                | TextFile(name=name)
                | LabelsFile(name=name)
                | RasterFile(name=name)
            ):
                content = await attachment_bytes(what, self._address)
                return File(name, content, attachment_type(what))
            case picture:
                kind = drawn_type(picture)
                name = f"picture.{kind.removeprefix('image/')}"
                return File(name, await self._draw(picture), kind)

    async def _draw(self, picture: Drawn) -> bytes:
        """The picture, in the person's turn: one is drawn at a time.

        Of receipts only one waits for that: who looks at a screen does not wait behind the many who
        have ordered at once.
        """
        person = person_here()
        leave_place()
        is_receipt = isinstance(picture, Receipt | HallReceipt)
        among_receipts = self._receipts.place(person) if is_receipt else nullcontext()
        async with among_receipts, self._drawing.place(person):
            return await drawn_file(self._database, picture, self._address)


class Held(msgspec.Struct, frozen=True):
    """A file as the platform names it.

    `unique_id` is the same in every message that shows it, and empty where that is not known.
    """

    file_id: str
    unique_id: str = ""


class Upload:
    """A file on its way: made once for all who upload it, and whether one of them is done."""

    def __init__(self) -> None:
        """Nothing is made yet."""
        self.file: File | None = None
        self.made = asyncio.Event()
        self.ended = asyncio.Event()


class MediaCache:
    """Shows pictures and files by their ids, and uploads each only once."""

    def __init__(
        self,
        database: Database,
        channel: str,
        clock: Callable[[], datetime],
        background: Background,
        *,
        address: Address,
        held_in: Callable[[Any], Held | None],
        is_unknown: Callable[[Exception], bool],
    ) -> None:
        """`channel` names whose file ids these are; `clock` gives the time in UTC.

        `address` makes of a payload a link into it. `held_in` finds the file in the result of a
        call that showed one. `is_unknown` tells whether a call failed because the platform does not
        know the id any more.
        """
        self._database = database
        self._channel = channel
        self._clock = clock
        self._background = background
        self._held_in = held_in
        self._is_unknown = is_unknown
        self._media = Media(database, address)
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._uploads: dict[str, Upload] = {}
        self._unkept: dict[str, Held] = {}
        self._keeping = asyncio.Lock()

    async def show(self, what: Shows, call: Callable[[str | File], Awaitable[Any]]) -> Any:
        """The result of `call` with the file's id, or with the file where it is not held yet.

        Whoever wants to show the same thing meanwhile waits for the first upload, and after some
        seconds uploads it too. Of what is one person's the id is in memory alone. `call` should not
        sleep: others would wait with it. Raises NoSuchPhoto, NoSuchVoice, NotDrawn or
        NoCalendar, and what `call` raises.
        """
        if isinstance(what, OF_ONE_MOMENT):
            # Nothing is to lead to it again.
            return await call(await self._media.make_file(what))
        key, lasts = shows_key(what), not isinstance(what, OF_ONE_PERSON)
        held = await self.find(key, lasts=lasts)
        if held is not None:
            shown = await self._by_id(key, held, call)
            if shown is not None:
                return shown
        upload = await self._claim(key, lasts=lasts)
        if isinstance(upload, Held):
            return await call(upload.file_id)
        try:
            upload.file = upload.file or await self._media.make_file(what)
            upload.made.set()
            result = await call(upload.file)
        finally:
            upload.made.set()
            upload.ended.set()
            if self._uploads.get(key) is upload:
                del self._uploads[key]
        uploaded = self._held_in(result)
        if uploaded is not None:
            self._remember(key, uploaded)
            if lasts:
                self._background.run(self._keep(key, uploaded))
        return result

    async def _claim(self, key: str, *, lasts: bool) -> Held | Upload:
        """What somebody else has uploaded meanwhile, or the upload that is the caller's to do."""
        clock = asyncio.get_running_loop().time
        until: float | None = None
        while True:
            # Asked twice: it may be remembered while the database is read.
            held = await self.find(key, lasts=lasts) or self._held.get(key)
            if held is not None:
                return held
            upload = self._uploads.get(key)
            if upload is None:
                return self._uploads.setdefault(key, Upload())
            leave_place()
            await upload.made.wait()
            until = until or clock() + PATIENCE_S
            left = until - clock()
            if left <= 0:
                return upload
            with suppress(TimeoutError):
                await asyncio.wait_for(upload.ended.wait(), left)

    async def find(self, key: str, *, lasts: bool = True) -> Held | None:
        """The file that the platform holds under the key; None where none is known.

        One that does not last is known in memory alone.
        """
        held = self._held.get(key)
        if held is not None:
            self._held.move_to_end(key)
        if held is not None or not lasts:
            return held
        async with self._database.read() as session:
            file_id = await known_upload(session, self._channel, key)
        return None if file_id is None else self._remember(key, Held(file_id))

    def is_shown(self, what: Shows, unique_ids: tuple[str, ...]) -> bool:
        """Whether a message that has these files (by unique id) shows the picture already."""
        held = self._held.get(shows_key(what))
        return held is not None and held.unique_id in unique_ids

    async def _by_id(
        self, key: str, held: Held, call: Callable[[str | File], Awaitable[Any]]
    ) -> Any:
        """The result of the call with the id; None when the platform does not know it any more."""
        try:
            result = await call(held.file_id)
        except Exception as error:
            if not self._is_unknown(error):
                raise
            self._held.pop(key, None)
            async with self._database.write() as session:
                await forget_upload(session, self._channel, key)
            return None
        if not held.unique_id:
            self._remember(key, self._held_in(result) or held)
        return result

    async def _keep(self, key: str, held: Held) -> None:
        """Write it down, with all that is uploaded within a moment."""
        self._unkept[key] = held
        async with self._keeping:
            if key not in self._unkept:
                return
            await asyncio.sleep(GATHER_S)
            async with self._database.write() as session:
                unkept, self._unkept = self._unkept, {}
                now = self._clock()
                for each in sorted(unkept):  # two processes write in one order
                    file_id = unkept[each].file_id
                    await remember_upload(session, self._channel, each, file_id, now)

    def _remember(self, key: str, held: Held) -> Held:
        self._held[key] = held
        while len(self._held) > MOST_REMEMBERED:
            self._held.popitem(last=False)
        return held


async def drawn_file(database: Database, picture: Drawn, address: Address) -> bytes:
    """The picture as a file's bytes, with the stored photos that it holds; raises NotDrawn."""
    hashes = photos_in(picture)
    if not hashes:
        return await render_picture(picture, {}, address)
    async with database.read() as session:
        photos = await bytes_of_photos(session, hashes)
    return await render_picture(picture, photos, address)


def shows_key(what: Shows) -> str:
    """The key under which an upload is remembered."""
    if isinstance(what, CardFile | VoiceNote):
        return hashlib.sha256(msgspec.json.encode(what)).hexdigest()[:32]
    return picture_key(what)
