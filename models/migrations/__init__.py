"""The only way a schema comes to be, in tests too."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, text

from models.database import Database


async def migrate(database: Database) -> None:
    """Bring the database to today's schema; nothing happens when it is there already."""
    async with database.writing.connect() as connection:
        if database.is_sqlite:
            # A rebuilt table would empty its children through ON DELETE CASCADE.
            await connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            await connection.rollback()
        await connection.run_sync(upgrade)
        await connection.commit()
        if database.is_sqlite:
            await check_foreign_keys(database)
    await database.writing.dispose()


async def check_foreign_keys(database: Database) -> None:
    """Raise ValueError when a row of the SQLite database names one that is not there."""
    async with database.read() as session:
        broken = (await session.execute(text("PRAGMA foreign_key_check"))).all()
    if broken:
        raise ValueError(f"rows without their parents after the migration: {broken[:5]}")


def upgrade(connection: Connection) -> None:
    """Run every migration that the database has not seen."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
