"""SQLite in the event loop's own thread: prepared statements, waiting for others, commits."""

from __future__ import annotations

import pytest
from sqlalchemy import bindparam, select, text
from sqlalchemy.exc import DBAPIError

from models.families.families import Family
from models.kernel.database import Database
from models.kernel.inline import InlineSQLite
from models.kernel.prepared import Ready, prepared
from models.orders.carts import CART, QUANTITIES
from models.products.product_pages import CARD, COUNTS
from tests.support.clock import HandClock

families = Family.__table__
NAMED = prepared(select(families.c.id, families.c.added_at).where(families.c.id == bindparam("id")))
PLAIN = select(families.c.id, families.c.added_at).where(families.c.id == bindparam("id"))
WRONG = prepared(select(text("nothing_of_that_name")).select_from(families))


async def add_family(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        session.add(Family(id=7, brand_ar="دار", brand_en="Dar", added_at=clock()))


async def test_a_prepared_look_up_gives_what_the_plain_one_gives(
    database: Database, clock: HandClock
) -> None:
    await add_family(database, clock)
    async with database.read() as session:
        for number in (7, 8):
            ready = (await session.execute(NAMED, {"id": number})).all()
            assert ready == (await session.execute(PLAIN, {"id": number})).all()
        assert (await session.execute(NAMED, {"id": 7})).all() == [(7, clock())]
        assert await session.scalar(NAMED, {"id": 7}) == 7
        assert await session.scalar(NAMED, {"id": 8}) is None


@pytest.mark.parametrize("statement", [CARD, CART, QUANTITIES, COUNTS], ids=str)
def test_columns_are_read_as_sqlalchemy_reads_them(statement: object) -> None:
    dialect = InlineSQLite()
    compiled = statement.compile(dialect=dialect)  # type: ignore[attr-defined]
    columns = list(statement.exported_columns)  # type: ignore[attr-defined]
    read_by = [type(each.type) for each in columns]
    assert read_by == [type(entry.type) for entry in compiled._result_columns]
    assert Ready(statement, dialect)


async def test_a_prepared_look_up_sees_what_was_added_before_it(
    sqlite_database: Database, clock: HandClock
) -> None:
    async with sqlite_database.write() as session:
        session.add(Family(id=7, brand_ar="دار", brand_en="Dar", added_at=clock()))
        assert await session.scalar(NAMED, {"id": 7}) == 7


async def test_a_wrong_prepared_statement_is_told_as_any_other(database: Database) -> None:
    with pytest.raises(DBAPIError, match="nothing_of_that_name"):
        async with database.read() as session:
            await session.execute(WRONG)
