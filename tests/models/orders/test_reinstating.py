"""A cancelling is taken back for some minutes: everything is taken again, or nothing is."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from msgspec.structs import replace
from sqlalchemy import select, true, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import due_to
from models.kernel.database import Database
from models.kernel.facts import FactRow, OrderCancelled, OrderReinstated
from models.kernel.money import NOTHING
from models.kernel.refusals import (
    AlreadyInspected,
    MakingFull,
    NoWindow,
    OutOfStock,
    TooLateToUndo,
    WrongState,
)
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import reinstating
from models.orders.cancellation import ALL_THERE, Goods, cancel_by_customer, cancel_by_staff
from models.orders.door import Refused, refuse_part
from models.orders.inspecting import count_to_inspect, inspect_returned, to_inspect
from models.orders.queries import OrderView, order_for_staff
from models.orders.reinstating import is_undoable, undo_cancelling, undo_own_cancelling
from models.orders.returns import Disposition, came_back
from models.products.stock import take_in
from models.products.tables import Product
from models.reports.consistency import discrepancies
from tests.models.orders.test_cancellation import (
    INSPECT,
    MISSING,
    SPOILED,
    STATES,
    an_order_in,
    on_hand,
)
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import an_order, promised
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

GOES_ON = {"placed": "placed", "accepted": "accepted", "packed": "accepted", "out": "packed"}


async def facts(session: AsyncSession, order: OrderView) -> list[FactRow]:
    """What happened to the order, the newest last."""
    chosen = select(FactRow).where(FactRow.order_id == order.id).order_by(FactRow.id)
    return list(await session.scalars(chosen.execution_options(populate_existing=True)))


@pytest.mark.parametrize("goods", [ALL_THERE, INSPECT, MISSING, SPOILED])
@pytest.mark.parametrize("state", STATES)
async def test_everything_is_as_it_was(session: AsyncSession, goods: Goods, state: str) -> None:
    order = await an_order_in(session, state)
    for _ in range(2):  # the second time nothing of the first is in the way
        await cancel_by_staff(acting(session), order.id, "rain", goods)
        await undo_cancelling(acting(session), order.id)
        seen = await order_for_staff(session, order.id)
        assert seen.state == GOES_ON[state]
        assert (seen.live_lines, seen.amounts, seen.reason) == (order.lines, order.amounts, "")
        assert await on_hand(session, order) == 3
        assert [taken for _, taken in await promised(session)] == [1]
        assert await due_to(session, order.lines[0].family_id) == NOTHING
        assert await count_to_inspect(session) == 0
        assert await discrepancies(session) == []
        state = seen.state


@pytest.mark.parametrize("heard", [True, False])
async def test_it_is_told_only_where_the_cancelling_was(session: AsyncSession, heard: bool) -> None:
    order = await an_order_in(session, "accepted")
    await cancel_by_staff(acting(session), order.id, "")
    if heard:
        await session.execute(update(FactRow).values(announced_at=MORNING))
    await undo_cancelling(acting(session), order.id)
    *_, cancelled, undone = await facts(session, order)
    assert isinstance(cancelled.fact, OrderCancelled)
    assert cancelled.announced_at == MORNING
    assert undone.fact == OrderReinstated(order.id, "accepted", by_customer=False, told=heard)
    assert undone.announced_at is None


async def test_a_customer_takes_back_her_own_and_nobody_anothers(session: AsyncSession) -> None:
    order = await an_order_in(session, "placed")
    hers = acting(session, order.person_id)
    await cancel_by_customer(hers, order.id)
    seen = await order_for_staff(session, order.id)
    assert await is_undoable(hers, seen, DEFAULT_TERMS, by_customer=True)
    assert not await is_undoable(hers, seen, DEFAULT_TERMS, by_customer=False)
    async with refused(session, TooLateToUndo):
        await undo_cancelling(acting(session), order.id)
    await undo_own_cancelling(hers, order.id, DEFAULT_TERMS)
    async with refused(session, WrongState):
        await undo_own_cancelling(hers, order.id, DEFAULT_TERMS)
    await cancel_by_staff(acting(session), order.id, "")
    async with refused(session, TooLateToUndo):
        await undo_own_cancelling(hers, order.id, DEFAULT_TERMS)


async def test_after_some_minutes_it_is_too_late(session: AsyncSession) -> None:
    order = await an_order_in(session, "placed")
    await cancel_by_staff(acting(session), order.id, "")
    late = acting(session, now=MORNING + timedelta(minutes=10, seconds=1))
    seen = await order_for_staff(session, order.id)
    assert not await is_undoable(late, seen, DEFAULT_TERMS, by_customer=False)
    async with refused(session, TooLateToUndo):
        await undo_cancelling(late, order.id)


async def test_what_is_gone_hinders_it_and_nothing_is_changed(session: AsyncSession) -> None:
    order = await an_order_in(session, "placed")
    stocked, made = order.lines
    await cancel_by_staff(acting(session), order.id, "")
    other = await a_person(session)
    await an_order(session, other, {stocked.option_id: 4}, MORNING)
    async with refused(session, OutOfStock):
        await undo_cancelling(acting(session), order.id)
    await take_in(acting(session), stocked.option_id, 4)
    await session.execute(update(Product).values(daily_most=1))
    await an_order(session, other, {made.option_id: 1}, MORNING)
    async with refused(session, MakingFull):
        await undo_cancelling(acting(session), order.id)
    await session.execute(update(Product).values(daily_most=0))
    windows = tuple(replace(window, places=2) for window in DEFAULT_TERMS.windows)
    async with refused(session, NoWindow):
        await undo_cancelling(acting(session), order.id, replace(DEFAULT_TERMS, windows=windows))
    assert (await order_for_staff(session, order.id)).state == "cancelled"
    assert await on_hand(session, order) == 5


@pytest.mark.parametrize("refused_as", ["to look at", "looked at", "spoiled"])
async def test_what_was_refused_before_stays_where_it_is(
    session: AsyncSession, refused_as: str
) -> None:
    order = await an_order_in(session, "out")
    stocked, _made = order.lines
    piece = Refused(stocked.id, 1, spoiled=refused_as == "spoiled")
    await refuse_part(acting(session), order.id, [piece], DEFAULT_TERMS)
    if refused_as == "looked at":
        (entry,) = (await to_inspect(session, 0, 9)).items
        await inspect_returned(acting(session), entry.id, {Disposition.shelf: 1})
    due, shelf = await due_to(session, stocked.family_id), await on_hand(session, order)
    await cancel_by_staff(acting(session), order.id, "rain")
    await undo_cancelling(acting(session), order.id)
    assert await due_to(session, stocked.family_id) == due
    assert await on_hand(session, order) == shelf
    assert await count_to_inspect(session) == (refused_as == "to look at")
    assert await discrepancies(session) == []


async def undo_while_the_desk_looks(database: Database) -> BaseException | None:
    """What one is told who takes a cancelling back while the desk puts the goods on sale."""
    async with database.write() as session:
        order = await an_order_in(session, "out")
        await cancel_by_staff(acting(session), order.id, "")
        entry = (await came_back(session, order.id, order.lines))[0]

    async def undo() -> None:
        async with database.write() as session:
            await undo_cancelling(acting(session), order.id)

    async with database.write() as desk:
        await inspect_returned(acting(desk), entry.id, {Disposition.shelf: 2})
        undoing = asyncio.create_task(undo())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(undoing, return_exceptions=True)
    return told


async def test_who_undoes_while_the_desk_looks_is_refused(postgres_database: Database) -> None:
    assert isinstance(await undo_while_the_desk_looks(postgres_database), AlreadyInspected)
    async with postgres_database.read() as session:
        assert await discrepancies(session) == []


async def test_without_looking_again_goods_on_sale_are_in_the_order_too(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: two pieces that are on sale again are delivered as well."""
    monkeypatch.setattr(reinstating, "STILL_THERE", true())
    assert await undo_while_the_desk_looks(postgres_database) is None
    async with postgres_database.read() as session:
        found = await discrepancies(session)
    assert any("left the shelf" in line for line in found), found


async def test_who_undoes_while_another_buys_the_piece_is_refused(
    postgres_database: Database,
) -> None:
    async with postgres_database.write() as session:
        option = await an_option(session, stock=1)
        mona, sara = await a_person(session), await a_person(session)
        order = await an_order(session, mona, {option: 1}, MORNING)
        await cancel_by_staff(acting(session), order.id, "")

    async def undo() -> None:
        async with postgres_database.write() as session:
            await undo_cancelling(acting(session), order.id)

    async with postgres_database.write() as buying:
        await an_order(buying, sara, {option: 1}, MORNING)
        undoing = asyncio.create_task(undo())
        await until_somebody_waits(postgres_database)
    (told,) = await asyncio.gather(undoing, return_exceptions=True)
    assert isinstance(told, OutOfStock)
    async with postgres_database.read() as session:
        assert (await order_for_staff(session, order.id)).state == "cancelled"
        assert await discrepancies(session) == []
