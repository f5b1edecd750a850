"""An order that is fetched: its customer changes it, and desks hand it over, all at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.purses import purse_of
from models.kernel.database import Database
from models.kernel.facts import FactRow, OrderDelivered, OrderRescheduled, tag_of
from models.kernel.money import NOTHING
from models.kernel.refusals import TooLateToChange, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders import handover, rescheduling
from models.orders.change_kinds import Place
from models.orders.changes import change_own
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.lateness import note_passed
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.rescheduling import reschedule_by_customer
from models.orders.states import OrderState
from models.orders.tables import Order
from models.orders.transitions import state_of
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import one_after_another
from tests.support.pick_ups import TODAY, a_pick_up, offer, packed
from tests.support.shelves import a_person

Work = Callable[[AsyncSession], Awaitable[object]]
DUBAI = Place("Tower 3", emirate="dubai", area="Downtown")
NEXT_DAY = MORNING + timedelta(days=1)


async def accepted(database: Database) -> OrderView:
    """An order to be fetched today, which the desk has accepted."""
    async with database.write() as session:
        await offer(session)
        order = await a_pick_up(session)
        await advance(acting(session), order.id, OrderState.accepted)
        return await order_for_staff(session, order.id)


async def not_fetched(database: Database) -> OrderView:
    """An order that was ready yesterday: nobody came for it, and another time can be chosen."""
    async with database.write() as session:
        await offer(session)
        order = await packed(session, await a_pick_up(session))
        await note_passed(acting(session, now=NEXT_DAY))
        return order


def packs(order: OrderView) -> Work:
    """The desk packs it, and its customer is told to come for it."""
    return lambda session: advance(acting(session), order.id, OrderState.packed)


def chooses_another_time(order: OrderView, now: datetime = MORNING) -> Work:
    """Its customer will come on the day after."""

    async def work(session: AsyncSession) -> None:
        mine = acting(session, order.person_id, now)
        await reschedule_by_customer(mine, order.id, later(now), DEFAULT_TERMS)

    return work


def later(now: datetime) -> WindowSlot:
    """The window of the day after."""
    return WindowSlot(TODAY.day + (now - MORNING) + timedelta(days=1), TODAY.window)


def wants_it_brought(order: OrderView) -> Work:
    """Its customer will not come for it."""
    return lambda session: change_own(
        acting(session, order.person_id), order.id, DUBAI, DEFAULT_TERMS
    )


def hands_over(order: OrderView, clerk: int) -> Work:
    """A clerk hands it over by its code, and has the cash."""

    async def work(session: AsyncSession) -> None:
        code = await delivery_code(session, order.person_id, order.id)
        by = acting(session, clerk, NEXT_DAY)
        assert await confirm_delivery(by, order.id, code, order.total, "") is None

    return work


async def now_of(database: Database, order: OrderView) -> tuple[OrderView, list[str]]:
    """The order as it is now, and where the books disagree."""
    async with database.read() as session:
        return await order_for_staff(session, order.id), await discrepancies(session)


async def told(database: Database, kind: type) -> int:
    """How often that happened."""
    async with database.read() as session:
        happened = select(func.count()).where(FactRow.kind == tag_of(kind))
        return await session.scalar(happened) or 0


async def clerks(database: Database) -> tuple[int, int]:
    """Two who work at the desk."""
    async with database.write() as session:
        return await a_person(session), await a_person(session)


async def test_what_is_packed_meanwhile_keeps_its_time(database: Database) -> None:
    order = await accepted(database)
    with pytest.raises(WrongState):
        await one_after_another(database, packs(order), chooses_another_time(order))
    now, wrong = await now_of(database, order)
    assert (now.state, now.day, now.window, wrong) == ("packed", order.day, order.window, [])
    assert await told(database, OrderRescheduled) == 0


async def test_without_the_orders_lock_it_is_ready_for_another_day(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: it is packed for today, and stands among the orders of tomorrow."""
    monkeypatch.setattr(rescheduling, "lock_order", state_of)
    order = await accepted(postgres_database)
    await one_after_another(postgres_database, packs(order), chooses_another_time(order))
    now, _ = await now_of(postgres_database, order)
    assert (now.state, now.day) == ("packed", later(MORNING).day)


async def test_moved_first_it_is_packed_for_its_new_time(database: Database) -> None:
    order = await accepted(database)
    await one_after_another(database, chooses_another_time(order), packs(order))
    now, wrong = await now_of(database, order)
    assert (now.state, now.day, wrong) == ("packed", later(MORNING).day, [])


@pytest.mark.parametrize("packs_first", [True, False])
async def test_what_is_fetched_is_not_brought_while_it_is_packed(
    database: Database, *, packs_first: bool
) -> None:
    order = await accepted(database)
    first, second = packs(order), wants_it_brought(order)
    if packs_first:
        with pytest.raises(TooLateToChange):
            await one_after_another(database, first, second)
    else:
        async with database.write() as session:
            with pytest.raises(WrongState):
                await second(session)
            await first(session)
    now, wrong = await now_of(database, order)
    assert (now.state, now.emirate, now.amounts, wrong) == ("packed", "hall", order.amounts, [])


async def test_what_is_handed_over_meanwhile_gets_no_other_time(database: Database) -> None:
    order, (clerk, _) = await not_fetched(database), await clerks(database)
    moves = chooses_another_time(order, NEXT_DAY)
    with pytest.raises(WrongState):
        await one_after_another(database, hands_over(order, clerk), moves)
    now, wrong = await now_of(database, order)
    assert (now.state, now.day, wrong) == ("delivered", order.day, [])
    assert await told(database, OrderRescheduled) == 0


async def test_without_the_orders_lock_what_was_handed_over_is_to_be_fetched(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: it is with its customer, and a place of another day is taken by it."""
    monkeypatch.setattr(rescheduling, "lock_order", state_of)
    order, (clerk, _) = await not_fetched(postgres_database), await clerks(postgres_database)
    moves = chooses_another_time(order, NEXT_DAY)
    await one_after_another(postgres_database, hands_over(order, clerk), moves)
    now, _wrong = await now_of(postgres_database, order)
    assert (now.state, now.day) == ("delivered", later(NEXT_DAY).day)


async def test_another_time_and_handed_over_at_once_after_it(database: Database) -> None:
    order, (clerk, _) = await not_fetched(database), await clerks(database)
    moves = chooses_another_time(order, NEXT_DAY)
    await one_after_another(database, moves, hands_over(order, clerk))
    now, wrong = await now_of(database, order)
    assert (now.state, now.taken, wrong) == ("delivered", order.total, [])


async def book_nothing(*_booked: object) -> None:
    """The ledger takes no event twice."""


async def test_of_two_desks_one_hands_it_over_and_has_the_cash(database: Database) -> None:
    order, (one, other) = await not_fetched(database), await clerks(database)
    with pytest.raises(WrongState):
        await one_after_another(database, hands_over(order, one), hands_over(order, other))
    async with database.read() as session:
        purses = [await purse_of(session, clerk) for clerk in (one, other)]
        row = await session.get_one(Order, order.id)
    assert (purses, row.taken_by) == ([order.total, NOTHING], one)
    assert await told(database, OrderDelivered) == 1
    assert (await now_of(database, order))[1] == []


async def test_without_its_state_in_the_write_two_desks_have_its_cash(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: two say that they have its cash; the ledger's own key is off here as well."""
    monkeypatch.setattr(handover, "leads_out", lambda _fact: true())
    monkeypatch.setattr(handover, "book_delivery", book_nothing)
    order, (one, other) = await not_fetched(postgres_database), await clerks(postgres_database)
    async with postgres_database.write() as session:  # of her family more is on its way
        await a_pick_up(session, {order.lines[0].option_id: 2})
    first, second = hands_over(order, one), hands_over(order, other)
    await one_after_another(postgres_database, first, second)
    async with postgres_database.read() as session:
        row = await session.get_one(Order, order.id)
    assert row.taken_by == other
    assert await told(postgres_database, OrderDelivered) == 2
