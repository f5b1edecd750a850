"""Looking at what came back: once, with the stock, the books and the family in agreement."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

import pytest
from msgspec.structs import replace
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.database import Database
from models.kernel.facts import FactRow, ReturnInspected
from models.kernel.money import Money
from models.kernel.refusals import AlreadyInspected, NotFound
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import inspecting
from models.orders.cancellation import Goods, cancel_by_staff
from models.orders.inspecting import count_to_inspect, inspect_returned, one_to_inspect, to_inspect
from models.orders.queries import OrderView
from models.orders.returns import Disposition, ReturnedPieces, came_back
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import an_order
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

SHELF, LOST, GONE = Disposition.shelf, Disposition.unsellable, Disposition.missing
NO_BEARING = replace(DEFAULT_TERMS, centre_bears_losses=False)
FOUND: tuple[tuple[Mapping[Disposition, int], int, int], ...] = (
    ({SHELF: 3}, 9, 0),
    ({LOST: 3}, 6, 3),
    ({GONE: 3}, 6, 0),
    ({SHELF: 1, LOST: 1, GONE: 1}, 7, 1),
    ({SHELF: 0, LOST: 2, GONE: 1}, 6, 2),
)
"""What is found of three pieces; what lies on the shelf of nine then, and how many are borne."""


async def waiting(session: AsyncSession) -> tuple[OrderView, int]:
    """Three pieces of nine came back of an order and are to be looked at; the entry's id."""
    option = await an_option(session, stock=9)
    order = await an_order(session, await a_person(session), {option: 3}, MORNING)
    await cancel_by_staff(acting(session), order.id, "", Goods(Disposition.inspect))
    (row,) = await came_back(session, order.id, order.lines)
    return order, row.id


@pytest.mark.parametrize(("found", "left", "lost"), FOUND)
@pytest.mark.parametrize("terms", [DEFAULT_TERMS, NO_BEARING])
async def test_what_is_found_is_what_the_books_say(
    session: AsyncSession, found: Mapping[Disposition, int], left: int, lost: int, terms: object
) -> None:
    order, entry = await waiting(session)
    assert await count_to_inspect(session) == 1
    assert await discrepancies(session) == []
    bears = terms is DEFAULT_TERMS
    await inspect_returned(acting(session), entry, found, DEFAULT_TERMS if bears else NO_BEARING)
    assert await session.scalar(select(Option.on_hand)) == left
    borne = order.lines[0].price * lost if bears else Money(0)
    assert await due_to(session, order.lines[0].family_id) == borne
    assert await count_to_inspect(session) == 0
    assert (await to_inspect(session, 0, 6)).items == ()
    assert (await one_to_inspect(session, entry)).decided_at == MORNING
    told = (await session.scalars(select(FactRow).order_by(FactRow.id.desc()).limit(1))).one()
    assert told.fact == ReturnInspected(order.id, entry)
    assert await discrepancies(session) == []
    async with refused(session, AlreadyInspected):
        await inspect_returned(acting(session), entry, found)


async def test_only_all_the_pieces_of_an_entry_are_decided(session: AsyncSession) -> None:
    _, entry = await waiting(session)
    for wrong in ({SHELF: 2}, {SHELF: 4}, {Disposition.inspect: 3}, {}):
        with pytest.raises(ValueError, match="not what becomes"):
            async with session.begin_nested():
                await inspect_returned(acting(session), entry, wrong)
    async with refused(session, NotFound):
        await inspect_returned(acting(session), entry + 1, {SHELF: 3})
    assert await count_to_inspect(session) == 1


async def two_at_once(database: Database) -> tuple[BaseException | None, int]:
    """Two desks decide at once; what the second was told, and what lies on the shelf of nine."""
    async with database.write() as session:
        _, entry = await waiting(session)

    async def second() -> None:
        async with database.write() as session:
            await inspect_returned(acting(session), entry, {SHELF: 3})

    async with database.write() as first:
        await inspect_returned(acting(first), entry, {SHELF: 3})
        other = asyncio.create_task(second())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(other, return_exceptions=True)
    async with database.read() as session:
        left = await session.scalar(select(Option.on_hand))
        assert left is not None
        return told, left


async def test_of_two_desks_at_once_one_decides(postgres_database: Database) -> None:
    told, left = await two_at_once(postgres_database)
    assert isinstance(told, AlreadyInspected)
    assert left == 9


async def test_without_the_condition_pieces_come_back_twice(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: more lies on the shelf by the books than there is."""
    monkeypatch.setattr(inspecting, "UNDECIDED", (ReturnedPieces.id > 0,))
    told, left = await two_at_once(postgres_database)
    assert told is None
    assert left == 12
