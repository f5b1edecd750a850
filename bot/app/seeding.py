"""Makes and fills the database from the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.channels.web.tryout import opening
from bot.ground.settings import Settings
from bot.runtime.scheduler import utc_now
from models.kernel.database import Database
from models.migrations import migrate, newest_version
from models.sample.loading import load_sample


async def migrate_database(settings: Settings) -> str:
    """Bring the database to today's schema; out comes its version."""
    database = Database(settings.database_url)
    try:
        await migrate(database)
    finally:
        await database.close()
    return newest_version()


async def fill_with_sample(settings: Settings, opens: datetime | None) -> datetime:
    """Load the sample bazaar; out comes when it opens (UTC). Refuses: NotEmpty."""
    now = utc_now()
    opens_at = opens.astimezone(UTC) if opens is not None else opening(now)
    database = Database(settings.database_url)
    try:
        await migrate(database)
        async with database.write() as session:
            await load_sample(session, opens_at, now)
    finally:
        await database.close()
    return opens_at
