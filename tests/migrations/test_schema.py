"""The migrations make the schema that the tables describe, and can be taken back."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, select
from sqlalchemy.exc import IntegrityError

import models.migrations
from models.kernel.database import Database
from models.migrations import migrate, newest_version, remaking, version_of
from models.migrations.tables import METADATA
from models.orders.states import OrderState
from models.orders.tables import Order
from models.people.addresses import saved_address
from models.products.product_pages import shop_front
from models.reports.consistency import discrepancies
from models.sample import load_sample
from tests.migrations.steps import counts, differences, downgrade, ordered
from tests.support.clock import HandClock
from tests.support.opened import opened


async def test_the_schema_is_the_one_that_the_tables_describe(database: Database) -> None:
    async with database.writing.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_table_that_no_class_describes_would_be_dropped(database: Database) -> None:
    async with database.writing.connect() as connection:
        await connection.exec_driver_sql("CREATE TABLE beside (id INTEGER PRIMARY KEY)")
        (found,) = await connection.run_sync(differences)
    assert "beside" in str(found)


async def test_the_text_index_would_be_dropped_too_if_it_were_looked_at(
    database: Database,
) -> None:
    def looked(connection: Connection) -> str:
        return str(compare_metadata(MigrationContext.configure(connection), METADATA))

    async with database.writing.connect() as connection:
        assert "remove_table', Table('product_search'" in await connection.run_sync(looked)


async def test_checks_defaults_and_partial_indexes_are_those_that_the_tables_describe(
    database: Database,
) -> None:
    """Alembic compares none of them."""
    opening = "ATTACH ':memory:' AS described" if database.is_sqlite else "CREATE SCHEMA described"
    unhurried = database.unhurried_engine()  # its driver is spoken to with `await` in either kind
    async with unhurried.connect() as connection:
        raw = await connection.get_raw_connection()
        assert raw.driver_connection is not None
        await raw.driver_connection.execute(opening)
        beside = await connection.execution_options(schema_translate_map={None: "described"})
        await beside.run_sync(METADATA.create_all)
        described = await connection.run_sync(conditions, "described")
        assert len(described) > 20
        assert await connection.run_sync(conditions, None) == described
    await unhurried.dispose()


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
        assert sum((await shop_front(session)).counts.values()) == 38


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


@pytest.mark.parametrize(
    "broken",
    [
        "fee = fee + 1",
        "surcharged = 100",
        "discount = 100",
        "surcharged = -100, total = total - 100",
        "discount = -100, total = total + 100",
        "discount = total + 100, total = -100",
        "discount = 100, total = total - 100",
    ],
)
async def test_an_order_costs_the_sum_of_its_parts(database: Database, broken: str) -> None:
    """Every change of one part alone is refused; of the last all sides are changed."""
    await ordered(database)
    async with AsyncExitStack() as stack:
        if broken != "discount = 100, total = total - 100":
            stack.enter_context(pytest.raises(IntegrityError, match="ck_orders_sums"))
        session = await stack.enter_async_context(database.write())
        await session.execute(sa.text(f"UPDATE orders SET {broken}"))


@pytest.mark.parametrize("state", [*OrderState, "returned"])
async def test_an_order_stands_in_no_state_that_is_unknown(database: Database, state: str) -> None:
    """The check of the newest schema names the very states of the table of states."""
    order = await ordered(database)
    known = state in [*OrderState]
    async with AsyncExitStack() as stack:
        if not known:
            stack.enter_context(pytest.raises(IntegrityError, match="ck_orders_state"))
        session = await stack.enter_async_context(database.write())
        await session.execute(sa.update(Order).where(Order.id == order.id).values(state=state))
    async with database.read() as session:
        stands = await session.scalar(select(Order.state).where(Order.id == order.id))
    assert stands == (state if known else "placed")
