"""Photos that people send: fetched, verified, encoded anew and stored before their turn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from telegram.error import BadRequest, NetworkError, TelegramError

from bot.channels.telegram.calls import BotApi
from bot.runtime.retry_policy import Retry
from handlers.dialog.speech import SentOther, SentPhoto, Trouble
from models.kernel.database import Database
from models.products.photos import keep_photo

log = structlog.get_logger(__name__)
AT_ONCE = 2
WITHIN_S = 30.0
AGAIN = Retry(first=0.2, factor=5.0, longest=1.0, tries=3)


class Photos:
    """Takes photos in, two at a time, and decodes one: that can need some hundred megabytes."""

    def __init__(self, api: BotApi, database: Database, clock: Callable[[], datetime]) -> None:
        """`clock` gives the time in UTC."""
        self._api = api
        self._database = database
        self._clock = clock
        self._room = asyncio.Semaphore(AT_ONCE)
        self._decoding = asyncio.Lock()

    async def fetch(self, file_id: str) -> SentPhoto | SentOther:
        """The photo as handlers know it, or why it could not be taken."""
        try:
            async with self._room:
                async with asyncio.timeout(WITHIN_S):
                    data = await download(self._api, file_id)
                return await self._take_in(data)
        except BadRequest as error:
            is_big = "too big" in error.message.lower()
            return SentOther(Trouble.photo_too_big if is_big else Trouble.photo_unreachable)
        except (TelegramError, TimeoutError) as error:
            log.info("photo-unreachable", why=str(error))
            return SentOther(Trouble.photo_unreachable)

    async def _take_in(self, data: bytes) -> SentPhoto | SentOther:
        # With Pillow, which no start needs.
        from bot.images.photos import HeicFile, NotAPhoto, PhotoTooLarge, accept_photo

        try:
            async with self._decoding:
                photo = await asyncio.to_thread(accept_photo, data)
        except PhotoTooLarge:
            return SentOther(Trouble.photo_too_big)
        except HeicFile:
            return SentOther(Trouble.heic_file)
        except NotAPhoto:
            return SentOther(Trouble.not_a_photo)
        async with self._database.write() as session:
            await keep_photo(
                session, photo.hash, photo.jpeg, photo.width, photo.height, self._clock()
            )
        return SentPhoto(photo.hash)


async def download(api: BotApi, file_id: str) -> bytes:
    """A file that a person sent; a fault of the server or the line is tried again."""
    for pause in AGAIN.pauses():
        try:
            return await api.download(file_id)
        except BadRequest:
            raise
        except NetworkError:
            await asyncio.sleep(pause)
    return await api.download(file_id)
