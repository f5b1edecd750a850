"""Voice notes that people send: fetched, looked at and stored before their turn."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from datetime import datetime

import structlog
from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.parsing import MOST_VOICE_BYTES
from bot.channels.telegram.photos import AT_ONCE, WITHIN_S, download
from handlers.dialog.speech import SentOther, SentVoice, Trouble
from models.inbox.voices import keep_voice
from models.kernel.database import Database

log = structlog.get_logger(__name__)
FIRST_PAGE = 64
"""An OGG file begins with its codec's head: RFC 3533, and RFC 7845 for Opus."""


class Voices:
    """Takes voice notes in, a few at a time."""

    def __init__(self, api: BotApi, database: Database, clock: Callable[[], datetime]) -> None:
        """`clock` gives the time in UTC."""
        self._api = api
        self._database = database
        self._clock = clock
        self._room = asyncio.Semaphore(AT_ONCE)

    async def fetch(self, file_id: str, seconds: int) -> SentVoice | SentOther:
        """The voice note of so many seconds as handlers know it, or why it could not be taken."""
        try:
            async with self._room, asyncio.timeout(WITHIN_S):
                ogg = await download(self._api, file_id)
        except BadRequest as error:
            is_big = "too big" in error.message.lower()
            return SentOther(Trouble.voice_too_big if is_big else Trouble.voice_unreachable)
        except (TelegramError, TimeoutError) as error:
            log.info("voice-unreachable", why=str(error))
            return SentOther(Trouble.voice_unreachable)
        if len(ogg) > MOST_VOICE_BYTES:
            return SentOther(Trouble.voice_too_big)
        if not is_opus(ogg):
            return SentOther(Trouble.voice_unreachable)
        name = hashlib.sha256(ogg).hexdigest()
        async with self._database.write() as session:
            await keep_voice(session, name, ogg, seconds, self._clock())
        return SentVoice(name)


def is_opus(data: bytes) -> bool:
    """Whether it is Opus in OGG, which is what Telegram's apps record and browsers play."""
    return data.startswith(b"OggS") and b"OpusHead" in data[:FIRST_PAGE]
