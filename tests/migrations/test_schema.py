"""The migrations make the schema that the tables describe, and can be taken back."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

import models.migrations
from models.database import Database
from models.messaging.tables import METADATA
from models.migrations import migrate, newest_version, version_of
from models.sample import load_sample
from models.shelf import package_counts
from tests.ground.clock import HandClock
from tests.ground.opened import opened

# Each database's own kind of text index: written by hand in its migration, and in no table class.
BY_HAND = "product_search"


def differences(connection: Connection) -> list[object]:
    """What the tables describe otherwise than the database has it."""
    context = MigrationContext.configure(
        connection, opts={"compare_type": True, "include_name": is_described}
    )
    return list(compare_metadata(context, METADATA))


def is_described(name: str | None, _kind: str, _parents: object) -> bool:
    return not (name or "").startswith((BY_HAND, f"ix_{BY_HAND}"))


def downgrade(connection: Connection) -> list[str]:
    """Take every migration back; out come the names of the tables that are left."""
    config = Config()
    config.set_main_option("script_location", models.migrations.__path__[0])
    config.attributes["connection"] = connection
    command.downgrade(config, "base")
    return inspect(connection).get_table_names()


async def test_the_schema_is_the_one_that_the_tables_describe(database: Database) -> None:
    async with database.writing.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_migrating_again_changes_nothing(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        await load_sample(session, clock(), clock())
    await migrate(database)
    async with database.read() as session:
        assert sum((await package_counts(session)).values()) == 38


async def test_every_migration_can_be_taken_back_and_done_again(database: Database) -> None:
    async with database.writing.connect() as connection:
        assert await connection.run_sync(downgrade) == ["alembic_version"]
        await connection.commit()
    await migrate(database)
    async with database.writing.connect() as connection:
        assert await connection.run_sync(differences) == []


def test_the_newest_file_is_the_head() -> None:
    """`migrate` looks at file names alone, so that a worker need not import Alembic."""
    config = Config()
    config.set_main_option("script_location", str(models.migrations.HERE))
    assert ScriptDirectory.from_config(config).get_heads() == [models.migrations.newest_version()]


async def test_the_version_of_a_database_is_known(database: Database, tmp_path: Path) -> None:
    assert await models.migrations.version_of(database) == models.migrations.newest_version()
    empty = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    assert await models.migrations.version_of(empty) is None
    await empty.close()


async def test_several_processes_that_start_at_once_migrate_once(database_url: str) -> None:
    async with opened(database_url) as emptied, emptied.writing.connect() as connection:
        await connection.run_sync(downgrade)
        await connection.commit()
    async with AsyncExitStack() as stack:
        starting = [await stack.enter_async_context(opened(database_url)) for _ in range(4)]
        await asyncio.gather(*map(migrate, starting))
        assert await version_of(starting[0]) == newest_version()
