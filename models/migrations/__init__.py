"""The only way a schema comes to be, in tests too.

The files in `versions/` are numbered in their order, and a migration's number is its name. Alembic
is imported only when one has to run: it takes a tenth of the memory that a worker may have.
"""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from models.kernel.database import Database
from models.products.search.renewal import renew_index

HERE = Path(__file__).parent
LOCK = 20210714
"""Any number that nothing else on the same PostgreSQL locks."""


async def migrate(database: Database) -> None:
    """Bring the database to today's schema, and what is searched to today's lexicon.

    Nothing happens when it is there already.
    """
    if await version_of(database) != newest_version():
        async with remaking(database) as connection:
            await wait_for_others(connection)
            await connection.run_sync(upgrade)
        gc.collect()  # the rounds of objects that Alembic leaves, for a process that lives on
    await renew_index(database)


@asynccontextmanager
async def remaking(database: Database) -> AsyncIterator[AsyncConnection]:
    """A connection on which tables may be made anew; what was done is committed at the end.

    Raises ValueError, and nothing is changed, when a row was left without its parent.
    """
    engine = database.unhurried_engine()
    try:
        async with engine.connect() as connection:
            if database.is_sqlite:
                await let_go_of_foreign_keys(connection)
            yield connection
            if database.is_sqlite:
                await check_foreign_keys(connection)
            await connection.commit()
    finally:
        # The connection must not go on to be used without its foreign keys.
        await engine.dispose()
        # Statements that were prepared for the old schema.
        await database.writing.dispose()


async def let_go_of_foreign_keys(connection: AsyncConnection) -> None:
    """A table of SQLite that is made anew would empty its children, or could not be dropped.

    The pragma does nothing within a transaction, and every statement of the engine begins one.
    """
    raw = await connection.get_raw_connection()
    assert raw.driver_connection is not None
    cursor = await raw.driver_connection.execute("PRAGMA foreign_keys=OFF")
    await cursor.close()


async def wait_for_others(connection: AsyncConnection) -> None:
    """Begin the transaction in which one process migrates; others that start meanwhile wait.

    SQLite's write transactions wait by themselves; PostgreSQL's would make the same tables.
    """
    await connection.begin()
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))


def known_versions() -> list[str]:
    """Every version that a migration makes, the newest last."""
    return sorted(file.stem.split("_")[0] for file in (HERE / "versions").glob("[0-9]*.py"))


def newest_version() -> str:
    """The version that the newest migration makes."""
    return known_versions()[-1]


async def version_of(database: Database) -> str | None:
    """The version that the database stands at, or None for one that was never migrated."""
    try:
        async with database.writing.connect() as connection:
            found = await connection.execute(text("SELECT version_num FROM alembic_version"))
            version: str | None = found.scalar()
    except DBAPIError:
        return None
    return version


async def check_foreign_keys(connection: AsyncConnection) -> None:
    """Raise ValueError when a row of the SQLite database names one that is not there."""
    broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
    if broken:
        raise ValueError(f"rows without their parents after the migration: {broken[:5]}")


def upgrade(connection: Connection) -> None:
    """Run every migration that the database has not seen."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
