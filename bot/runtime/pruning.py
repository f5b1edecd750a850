"""How rows that are not needed any more are forgotten: in portions, between which others write."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.runtime.announcer import BETWEEN_PORTIONS_S
from handlers.dialog.pictures import StoredPhoto, picture_key
from models.kernel.database import Database
from models.messaging.media_ids import forget_uploads
from models.messaging.owed import PORTION
from models.messaging.photo_cleanup import FORGOTTEN_AT_ONCE, forget_unused_photos, unused_photos

PRUNE_S = 3600.0


async def forget_in_portions(database: Database, forget: Callable[..., Awaitable[int]]) -> None:
    """Call `forget` with a session and `most` of it, each in a transaction, until none is left."""
    forgotten = PORTION
    while forgotten == PORTION:
        async with database.write() as session:
            forgotten = await forget(session, most=PORTION)
        await asyncio.sleep(BETWEEN_PORTIONS_S)


async def forget_photos_in_portions(database: Database, before: datetime) -> None:
    """Forget the photos that came before then (UTC) and are in use nowhere."""
    unused = await unused_photos(database.read, before)
    for first in range(0, len(unused), FORGOTTEN_AT_ONCE):
        some = unused[first : first + FORGOTTEN_AT_ONCE]
        async with database.write() as session:
            await forget_unused_photos(session, some, before)
            # What a platform holds of them can be had by its id: that is forgotten with them.
            await forget_uploads(session, [picture_key(StoredPhoto(name)) for name in some])
        await asyncio.sleep(BETWEEN_PORTIONS_S)
