"""What is owed in portions, done to the end."""

from __future__ import annotations

from datetime import datetime

from models.kernel.database import Database
from models.messaging.broadcast import carry_on
from models.messaging.owed import PORTION


async def owe_the_rest(database: Database, now: datetime, most: int = PORTION) -> int:
    """Do every portion of what was begun; how many messages that made or closed."""
    done = 0
    while True:
        async with database.write() as session:
            portion = await carry_on(session, now, most)
        if portion is None:
            return done
        done += portion
