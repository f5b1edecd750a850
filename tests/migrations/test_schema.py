"""The migrations make the schema that the tables describe, and can be taken back."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, inspect, select
from sqlalchemy.exc import IntegrityError

import models.migrations
from models.kernel.base import Moment
from models.kernel.database import Database
from models.messaging.processed_updates import ProcessedUpdate
from models.migrations import migrate, newest_version, remaking, version_of
from models.migrations.tables import METADATA
from models.orders.queries import OrderView
from models.people.addresses import saved_address
from models.products.product_pages import package_counts
from models.products.search.index import SearchWord, product_search
from models.reports.consistency import discrepancies
from models.sample import load_sample
from tests.models.messaging.test_outbox import account
from tests.support.clock import MORNING, HandClock
from tests.support.opened import opened
from tests.support.orders import an_order
from tests.support.shelves import a_person, an_option

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


def downgrade(connection: Connection, to: str = "base") -> list[str]:
    """Take migrations back to there; out come the names of the tables that are left."""
    config = Config()
    config.set_main_option("script_location", models.migrations.__path__[0])
    config.attributes["connection"] = connection
    command.downgrade(config, to)
    return inspect(connection).get_table_names()


async def test_the_schema_is_the_one_that_the_tables_describe(database: Database) -> None:
    async with database.writing.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_checks_defaults_and_partial_indexes_are_those_that_the_tables_describe(
    database: Database,
) -> None:
    """Alembic compares none of them."""
    opening = "ATTACH ':memory:' AS described" if database.is_sqlite else "CREATE SCHEMA described"
    async with database.writing.connect() as connection:
        raw = await connection.get_raw_connection()
        assert raw.driver_connection is not None
        await raw.driver_connection.execute(opening)
        beside = await connection.execution_options(schema_translate_map={None: "described"})
        await beside.run_sync(METADATA.create_all)
        described = await connection.run_sync(conditions, "described")
        assert len(described) > 20
        assert await connection.run_sync(conditions, None) == described


def conditions(connection: Connection, schema: str | None) -> set[tuple[str, ...]]:
    """The checks, the defaults and the conditions of indexes of every table in that schema."""
    found = inspect(connection)
    where = f"{connection.dialect.name}_where"
    told: set[tuple[str, ...]] = set()
    for table in (table.name for table in METADATA.sorted_tables):
        for check in found.get_check_constraints(table, schema):
            told.add((table, str(check["name"]), check["sqltext"]))
        for column in found.get_columns(table, schema):
            default = column["default"] or ""
            if "nextval" not in default:
                told.add((table, column["name"], str(column["nullable"]), default))
        for index in found.get_indexes(table, schema):
            condition = index.get("dialect_options", {}).get(where, "")
            told.add((table, str(index["name"]), *map(str, index["column_names"]), str(condition)))
    return told


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


async def test_what_was_there_is_found_as_if_it_were_new(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        await load_sample(session, clock(), clock())
    new = await indexed(database)
    async with database.writing.connect() as connection:
        await connection.run_sync(downgrade, "0005")
        await connection.commit()
    await migrate(database)
    assert await indexed(database) == new


async def indexed(database: Database) -> tuple[object, object]:
    """What the search looks in."""
    async with database.read() as session:
        texts = await session.execute(select(product_search).order_by(product_search.c.rowid))
        known = await session.execute(select(SearchWord.word, SearchWord.names))
        names = {word for word, is_name in known if is_name}
        others = await session.scalars(select(SearchWord.word).where(~SearchWord.names))
        return [
            [set(value.split()) if isinstance(value, str) else value for value in row]
            for row in texts
        ], (names, set(others) - names)


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


async def test_tables_that_are_made_anew_keep_their_rows_and_children(database: Database) -> None:
    """The fourth migration makes orders and people anew, which others refer to."""
    order = await ordered(database)
    before = await counts(database)
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0003")
    await migrate(database)
    assert await counts(database) == before
    async with database.read() as session:
        last = await saved_address(session, order.person_id)
        assert last is not None
        assert (last.name, last.phone) == (order.name, order.phone)
        assert await discrepancies(session) == []


async def test_with_foreign_keys_a_table_could_not_be_made_anew(sqlite_database: Database) -> None:
    await ordered(sqlite_database)
    async with sqlite_database.writing.connect() as connection:
        with pytest.raises(IntegrityError):
            await connection.run_sync(downgrade, "0003")


async def test_a_migration_that_leaves_orphans_changes_nothing(sqlite_database: Database) -> None:
    await ordered(sqlite_database)
    before = await counts(sqlite_database)
    with pytest.raises(ValueError, match="without their parents"):
        async with remaking(sqlite_database) as connection:
            await connection.exec_driver_sql("DELETE FROM people")
    assert await counts(sqlite_database) == before


async def test_the_latest_replies_are_kept_when_they_are_packed(
    database: Database, clock: HandClock
) -> None:
    """The tenth migration packs them; a redelivered update is answered from one as before."""
    mona = await account(database, "mona", clock())
    names = ("account_id", "update_key", "reply")
    before = sa.table("heard_updates", *map(sa.column, names), sa.column("at", Moment()))
    async with database.writing.connect() as connection:
        await connection.run_sync(downgrade, "0008")
        for number in range(9):
            values = (mona, str(number), f"words {number}", clock.advance(seconds=1))
            await connection.execute(sa.insert(before).values(values))
        await connection.commit()
    await migrate(database)
    async with database.read() as session:
        rows = await session.scalars(select(ProcessedUpdate).order_by(ProcessedUpdate.at))
        replies = [row.reply for row in rows]
    assert replies == [None] * 5 + [f"words {n}" for n in range(5, 9)]


async def counts(database: Database) -> dict[str, int]:
    """How many rows each table has, but for the search's words, which are made anew."""
    async with database.read() as session:
        return {
            table.name: await session.scalar(select(func.count()).select_from(table)) or 0
            for table in METADATA.sorted_tables
            if table is not SearchWord.__table__
        }


async def ordered(database: Database) -> OrderView:
    """An order by somebody."""
    async with database.write() as session:
        option = await an_option(session, stock=5)
        return await an_order(session, await a_person(session), {option: 2}, MORNING)
