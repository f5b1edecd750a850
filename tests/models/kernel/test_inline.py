"""SQLite in the event loop's own thread: what is prepared is as what SQLAlchemy asks."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Select, bindparam, delete, func, insert, select, text
from sqlalchemy.exc import DBAPIError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.compiler import SQLCompiler

from models.families.families import Family
from models.kernel.base import table_of
from models.kernel.database import Database
from models.kernel.inline import InlineSQLite
from models.kernel.prepared import InlineSession, Ready, prepared
from models.orders.carts import CART, QUANTITIES
from models.products.product_pages import CARD, FRONT
from tests.support.clock import HandClock

families = table_of(Family)
NAMED = prepared(select(families.c.id, families.c.added_at).where(families.c.id == bindparam("id")))
PLAIN = select(families.c.id, families.c.added_at).where(families.c.id == bindparam("id"))
WRONG = prepared(select(text("nothing_of_that_name")).select_from(families))


DELETED = prepared(delete(families).where(families.c.id == bindparam("id")))


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


OF_MANY = prepared(
    select(families.c.id, families.c.added_at)
    .where(
        families.c.id.in_(bindparam("ids", expanding=True)),
        families.c.added_at.in_(bindparam("moments", expanding=True)),
    )
    .order_by(families.c.id)
)


@pytest.mark.parametrize("ids", [[], [7], [7, 8], [7, 9, 8], [8]])
async def test_lists_may_be_of_any_length_each_time(
    database: Database, clock: HandClock, ids: list[int]
) -> None:
    async with database.write() as session:
        for number in (7, 8, 10):
            session.add(Family(id=number, brand_ar="دار", brand_en="Dar", added_at=clock()))
    async with database.read() as session:
        found = await session.execute(OF_MANY, {"ids": ids, "moments": [clock()]})
        there = sorted({7, 8} & set(ids))
        assert [tuple(row) for row in found.all()] == [(number, clock()) for number in there]
        none = await session.execute(OF_MANY, {"ids": ids, "moments": []})
        assert none.all() == []


MADE = prepared(
    insert(families)
    .values(id=bindparam("id"), brand_ar=bindparam("brand"), brand_en="", added_at=bindparam("at"))
    .returning(families.c.id, sort_by_parameter_order=True)
)


async def test_a_statement_is_run_for_each_of_many(database: Database, clock: HandClock) -> None:
    async with database.write() as session:
        rows = [{"id": number, "brand": f"Dar {number}", "at": clock()} for number in (9, 7)]
        assert list((await session.execute(MADE, rows)).scalars()) == [9, 7]
        found = await session.execute(OF_MANY, {"ids": [7, 9], "moments": [clock()]})
        assert [tuple(row) for row in found.all()] == [(7, clock()), (9, clock())]


@pytest.mark.parametrize("statement", [CARD, CART, QUANTITIES, FRONT], ids=str)
def test_columns_are_read_as_sqlalchemy_reads_them(statement: Select[*tuple[Any, ...]]) -> None:
    dialect = InlineSQLite()
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)
    read_by = [type(each.type) for each in statement.exported_columns]
    assert read_by == [type(entry.type) for entry in compiled._result_columns]
    assert Ready(statement, dialect).written is None


ADDED = prepared(
    insert(families).values(
        id=bindparam("id"), brand_ar="دار", brand_en="Dar", added_at=bindparam("at")
    )
)
THERE = prepared(select(func.count()).select_from(families))


class Refused(Exception):
    """What takes back all that was done in a savepoint."""


async def added_and_refused(session: AsyncSession, row: dict[str, object]) -> None:
    async with session.begin_nested():
        await session.execute(ADDED, row)
        raise Refused


async def test_what_is_prepared_belongs_to_the_savepoint_that_it_runs_in(
    database: Database, clock: HandClock
) -> None:
    """Also where nothing else has asked for the connection within the savepoint."""
    async with database.write() as session:
        await session.execute(ADDED, {"id": 1, "at": clock()})
        with pytest.raises(Refused):
            await added_and_refused(session, {"id": 2, "at": clock()})
        assert await session.scalar(THERE) == 1
        async with session.begin_nested():
            await session.execute(ADDED, {"id": 3, "at": clock()})
        with pytest.raises(Refused):
            await added_and_refused(session, {"id": 4, "at": clock()})
        assert await session.scalar(THERE) == 2
    async with database.read() as session:
        assert await session.scalar(THERE) == 2


async def test_a_savepoint_that_only_the_session_knows_of_does_not_take_back_what_is_prepared(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The twin: SQLAlchemy's own begins when its session is next asked for its connection."""
    monkeypatch.setattr(InlineSession, "begin_nested", AsyncSession.begin_nested)
    async with sqlite_database.write() as session:
        await session.execute(ADDED, {"id": 1, "at": clock()})
        with pytest.raises(Refused):
            await added_and_refused(session, {"id": 2, "at": clock()})
        assert await session.scalar(THERE) == 2


async def both_added_and_refused(session: AsyncSession, clock: HandClock) -> None:
    """One row by a prepared statement, and one by a session, in a savepoint in the other's."""
    async with session.begin_nested():
        await session.execute(ADDED, {"id": 1, "at": clock()})
        async with session.begin_nested():
            session.add(Family(id=2, brand_ar="دار", brand_en="Dar", added_at=clock()))
            assert await session.scalar(THERE) == 2
        raise Refused


async def test_what_is_prepared_and_what_is_added_are_taken_back_together(
    database: Database, clock: HandClock
) -> None:
    """Whether SQLAlchemy's session was made before the savepoint, in it, or in one inside it."""
    for first in (True, False):
        async with database.write() as session:
            if first:
                assert await session.get(Family, 9) is None
            with pytest.raises(Refused):
                await both_added_and_refused(session, clock)
            assert await session.scalar(THERE) == 0
            assert await session.get(Family, 2) is None
    async with database.write() as session, session.begin_nested():
        await session.execute(ADDED, {"id": 1, "at": clock()})
        session.add(Family(id=2, brand_ar="دار", brand_en="Dar", added_at=clock()))
    async with database.read() as session:
        assert await session.scalar(THERE) == 2


async def test_no_session_of_sqlalchemys_is_made_for_what_is_prepared(
    sqlite_database: Database, clock: HandClock
) -> None:
    async with sqlite_database.write() as session:
        assert isinstance(session, InlineSession)
        async with session.begin_nested():
            await session.execute(ADDED, {"id": 1, "at": clock()})
        await session.flush()
        assert session.made is None
    async with sqlite_database.read() as session:
        assert isinstance(session, InlineSession)
        assert await session.scalar(THERE) == 1
        assert session.made is None
        assert (await session.get_one(Family, 1)).id == 1
        assert session.made is not None


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


async def test_a_value_that_was_forgotten_is_not_taken_for_none(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        with pytest.raises((KeyError, StatementError)):
            await session.execute(ADDED, {"at": clock()})
        with pytest.raises((KeyError, StatementError)):
            await session.execute(DELETED)


async def test_a_value_that_need_not_be_given_is_none(
    sqlite_database: Database, clock: HandClock
) -> None:
    """The twin: what nobody named is looked for under no id, and silently not found."""
    await add_family(sqlite_database, clock)
    whose = families.c.id == bindparam("id", required=False)
    lax = prepared(select(families.c.id).where(whose))
    async with sqlite_database.read() as session:
        assert (await session.execute(lax)).all() == []
