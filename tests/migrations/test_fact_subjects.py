"""The seventeenth migration says beside each fact what it is about, as `record` does by itself."""

from sqlalchemy import select

from models.kernel.database import Database
from models.kernel.facts import FactRow, FamilyJoined, StaffLeft, record, tag_of
from models.migrations import migrate, remaking
from models.orders.shortages import strike_line
from models.products.brands import rename_family
from models.products.stock import take_in
from tests.migrations.steps import downgrade, ordered
from tests.models.bazaars.test_bazaars import a_bazaar
from tests.support.acting import acting
from tests.support.clock import MORNING

COLUMNS = ("kind", "order_id", "product_id", "family_id", "bazaar_id", "person_id")


async def about(database: Database) -> list[tuple[object, ...]]:
    """What each fact is about, by its row."""
    async with database.read() as session:
        rows = await session.scalars(select(FactRow).order_by(FactRow.id))
        return [tuple(getattr(row, name) for name in COLUMNS) for row in rows]


async def test_facts_of_before_are_found_as_if_they_were_new(database: Database) -> None:
    order = await ordered(database)
    (line,) = order.lines
    async with database.write() as session:
        own = acting(session, order.person_id)
        await strike_line(own, order.id, line.id, "missing", 1)
        await take_in(own, line.option_id, 3)
        await rename_family(own, line.family_id, "دار", "Dar")
        await a_bazaar(session, "Ramadan", None, now=MORNING)
        record(own, FamilyJoined(line.family_id, order.person_id))
        record(own, StaffLeft(order.person_id, "courier"))
    new = await about(database)
    assert {row[0] for row in new} > {"order-placed", "line-struck", "stock-moved", "staff-left"}
    assert all(any(row[at] for row in new) for at in range(len(COLUMNS)))
    async with remaking(database) as connection:
        await connection.run_sync(downgrade, "0013")
    await migrate(database)
    assert await about(database) == new


async def test_the_tag_beside_a_fact_is_its_own(database: Database) -> None:
    await ordered(database)
    async with database.read() as session:
        rows = list(await session.scalars(select(FactRow)))
    assert rows
    assert [row.kind for row in rows] == [tag_of(type(row.fact)) for row in rows]
    assert MORNING in {row.at for row in rows}
