"""A family's page reads no more for many lines than for few, and its figures are the sums."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

import models.migrations
from models.accounting.ledger import LedgerEntry
from models.kernel.base import table_of
from models.kernel.database import Database
from models.migrations import migrate, remaking
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code
from models.orders.shortages import strike_line
from models.orders.tables import OrderLine
from models.reports.consistency import discrepancies
from models.reports.family_sales import FamilyTotals, family_sales, family_totals
from tests.handlers.counting import statements
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.shelves import a_family, a_person, an_option

FEW, MANY = 20, 2000
AFTER_MIDNIGHT = MORNING + timedelta(hours=12, minutes=30)
"""Half past midnight in Dubai, while it is still the day before in UTC."""


async def a_sale(session: AsyncSession) -> tuple[int, OrderView]:
    """A family, and an order of something of hers."""
    family = await a_family(session)
    option = await an_option(session, stock=9, family_id=family)
    return family, await an_order(session, await a_person(session), {option: 1}, MORNING)


async def copy_lines(database: Database, count: int) -> None:
    """So many lines and entries more like those that are there."""
    lines, entries = table_of(OrderLine), table_of(LedgerEntry)
    async with database.write() as session:
        (line,) = (await session.execute(select(lines).limit(1))).mappings()
        copied = {name: line[name] for name in line if name != "id"}
        await session.execute(insert(lines), [copied] * count)
        account = f"family:{line['family_id']}"
        entry = {"account": account, "amount": line["price"], "at": MORNING}
        rows = [{**entry, "event": f"order:{count}:{at}"} for at in range(count)]
        await session.execute(insert(entries), rows)


async def the_page(session: AsyncSession, family_id: int) -> None:
    """What the family's two screens read."""
    await family_totals(session, family_id, MORNING)
    await family_sales(session, family_id, 0, 5)


async def by_summing(session: AsyncSession, family_id: int) -> None:
    """The same without the guard: the lines are summed anew."""
    summed = select(func.sum(OrderLine.quantity)).where(OrderLine.family_id == family_id)
    await session.execute(summed)


async def steps(
    database: Database, work: Callable[[AsyncSession, int], Awaitable[None]], family_id: int
) -> int:
    """How many dozens of steps SQLite's machine takes for it."""
    taken = [0]

    def count() -> int:
        taken[0] += 1
        return 0

    async with database.read() as session:
        raw = (await (await session.connection()).get_raw_connection()).driver_connection
        assert raw is not None
        raw.set_progress_handler(count, 12)
        await work(session, family_id)
        raw.set_progress_handler(None, 12)
    return taken[0]


async def test_her_page_reads_no_more_for_many_lines(sqlite_database: Database) -> None:
    async with sqlite_database.write() as session:
        family, _ = await a_sale(session)
    await copy_lines(sqlite_database, FEW)
    with_few = await steps(sqlite_database, the_page, family)
    await copy_lines(sqlite_database, MANY)
    assert await steps(sqlite_database, the_page, family) <= with_few * 1.3


async def test_summed_anew_it_would_read_every_line(sqlite_database: Database) -> None:
    async with sqlite_database.write() as session:
        family, _ = await a_sale(session)
    await copy_lines(sqlite_database, FEW)
    with_few = await steps(sqlite_database, by_summing, family)
    await copy_lines(sqlite_database, MANY)
    assert await steps(sqlite_database, by_summing, family) > with_few * 1.3


async def test_her_figures_are_read_from_no_line_and_no_entry(database: Database) -> None:
    async with database.write() as session:
        family, _ = await a_sale(session)
    with statements(database) as seen:
        async with database.read() as session:
            await family_totals(session, family, MORNING)
    assert seen
    assert not [one for one in seen if "order_lines" in one or "ledger_entries" in one]


async def test_her_sales_are_read_in_the_order_of_an_index(postgres_database: Database) -> None:
    """A list of six reads six rows: nothing is sorted."""
    listed = (
        "EXPLAIN SELECT order_lines.id FROM order_lines JOIN orders ON orders.id = order_id"
        " WHERE family_id = 1 ORDER BY order_lines.id DESC LIMIT 6"
    )
    async with postgres_database.read() as session:
        for way in ("seqscan", "bitmapscan", "sort"):
            await session.execute(text(f"SET LOCAL enable_{way} = off"))
        plan = "\n".join(await session.scalars(text(listed)))
    assert "ix_order_lines_family_id_id" in plan
    assert "Sort" not in plan


async def test_the_figures_of_what_is_there_are_filled_in(database: Database) -> None:
    """Orders in every state, of before there were figures."""
    async with database.write() as session:
        family, delivered = await a_sale(session)
        option = delivered.lines[0].option_id
        other = await an_option(session, stock=9, family_id=family)
        person = delivered.person_id
        for state in TO_THE_DOOR:
            await advance(acting(session), delivered.id, state)
        code = await delivery_code(session, person, delivered.id)
        await confirm_delivery(acting(session), delivered.id, code, delivered.total, "")
        struck = await an_order(session, person, {option: 2, other: 1}, MORNING)
        await strike_line(acting(session), struck.id, struck.lines[0].id, "", 1)
        cancelled = await an_order(session, person, {other: 1}, MORNING)
        await cancel_by_staff(acting(session), cancelled.id, "")
        await an_order(session, person, {option: 1}, AFTER_MIDNIGHT)
    before = await the_figures(database, family)
    async with remaking(database) as connection:
        await connection.run_sync(without_figures)
    await migrate(database)
    assert await the_figures(database, family) == before
    assert (before.today.pieces, before.in_all.pieces) == (3, 4)
    assert before.on_its_way.fils == 3 * before.due.fils > 0


async def the_figures(database: Database, family_id: int) -> FamilyTotals:
    """What she sees, where the books agree."""
    async with database.read() as session:
        assert await discrepancies(session) == []
        return await family_totals(session, family_id, MORNING)


def without_figures(connection: Connection) -> None:
    """Take the figures away again."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", models.migrations.__path__[0])
    config.attributes["connection"] = connection
    command.downgrade(config, "0010")


async def test_a_sale_after_midnight_in_dubai_is_one_of_the_new_day(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=9, family_id=family)
    await an_order(session, await a_person(session), {option: 1}, AFTER_MIDNIGHT)
    for days, sold in ((0, 0), (1, 1)):
        totals = await family_totals(session, family, MORNING + timedelta(days=days))
        assert (totals.today.pieces, totals.in_all.pieces) == (sold, 1)


@pytest.mark.parametrize("pieces", [1, 2])
async def test_a_struck_piece_leaves_the_figures(session: AsyncSession, pieces: int) -> None:
    family = await a_family(session)
    option = await an_option(session, stock=9, family_id=family)
    other = await an_option(session, stock=9, family_id=family)
    order = await an_order(session, await a_person(session), {option: 2, other: 1}, MORNING)
    await strike_line(acting(session), order.id, order.lines[0].id, "", pieces)
    assert (await family_totals(session, family, MORNING)).in_all.pieces == 3 - pieces
