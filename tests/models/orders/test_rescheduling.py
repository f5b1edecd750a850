"""An order gets another window: who is asked, where it can go, and what moves with it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import pytest_asyncio
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import FactRow, OrderRescheduled, OrderWindowAsked
from models.kernel.refusals import MakingFull, NotFound, NoWindow, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.change_kinds import More, NewLines
from models.orders.closed_windows import (
    ask_for_windows,
    count_in_closed,
    needs_window,
    orders_in_closed,
)
from models.orders.delivery_plan import Closure
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.plan_changes import close_days, remove_window
from models.orders.queries import OrderView, order_for_staff
from models.orders.reinstating import undo_cancelling
from models.orders.rescheduling import reschedule, reschedule_by_customer, windows_for
from models.orders.saved_plan import plan_now
from models.orders.states import OrderState
from models.people.callers import CallerView, caller_of
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.changed_orders import changed
from tests.support.clock import HandClock
from tests.support.orders import TO_THE_DOOR, TOMORROW, an_order, promised
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

THURSDAY = WindowSlot(date(2026, 3, 5), "16:00-20:00")
EID = Closure(TOMORROW.day, TOMORROW.day, "عيد", "Eid")


@pytest_asyncio.fixture(loop_scope="session")
async def order(session: AsyncSession, clock: HandClock) -> OrderView:
    """An order for tomorrow morning."""
    option = await an_option(session, stock=9)
    return await an_order(session, await a_person(session), {option: 1}, clock())


async def facts(session: AsyncSession, kind: type) -> list[object]:
    """The facts of that kind, the oldest first."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, kind)]


async def close_tomorrow(session: AsyncSession) -> None:
    """Close the day of the order, and ask for another window."""
    plan = await close_days(acting(session), DEFAULT_TERMS, EID)
    await ask_for_windows(acting(session), plan)


@pytest.mark.parametrize("steps", [0, 1, 2])
async def test_until_it_is_out_an_order_gets_another_window(
    session: AsyncSession, order: OrderView, steps: int
) -> None:
    for to in TO_THE_DOOR[:steps]:
        await advance(acting(session), order.id, to)
    await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)
    moved = await order_for_staff(session, order.id)
    assert (moved.day, moved.window) == (THURSDAY.day, THURSDAY.window)
    told = OrderRescheduled(order.id, THURSDAY.day, THURSDAY.window, TOMORROW.day, TOMORROW.window)
    assert await facts(session, OrderRescheduled) == [told]


async def test_once_it_is_out_it_is_left_where_it_is(
    session: AsyncSession, order: OrderView
) -> None:
    for to in TO_THE_DOOR:
        await advance(acting(session), order.id, to)
    async with refused(session, WrongState) as caught:
        await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)
    assert caught.value.state == OrderState.out


async def test_closing_a_day_finds_the_orders_in_it(
    session: AsyncSession, order: OrderView, clock: HandClock
) -> None:
    plan = await plan_now(session, DEFAULT_TERMS)
    assert await count_in_closed(session, plan, clock()) == 0
    assert not needs_window(plan, order)
    plan = await close_days(acting(session), DEFAULT_TERMS, EID)
    assert needs_window(plan, order)
    closed = await orders_in_closed(session, plan, clock(), 0, 8)
    page = closed.page
    assert (closed.count, closed.unasked, [each.id for each in page.items]) == (1, 1, [order.id])


async def test_taking_a_window_away_finds_the_orders_in_it(
    session: AsyncSession, order: OrderView, clock: HandClock
) -> None:
    plan = await remove_window(acting(session), DEFAULT_TERMS, 1, "16:00-20:00")
    assert await count_in_closed(session, plan, clock()) == 0
    plan = await remove_window(acting(session), DEFAULT_TERMS, 1, order.window)
    assert await count_in_closed(session, plan, clock()) == 1


async def test_each_customer_is_asked_once(
    session: AsyncSession, order: OrderView, clock: HandClock
) -> None:
    plan = await close_days(acting(session), DEFAULT_TERMS, EID)
    assert await ask_for_windows(acting(session), plan) == 1
    assert await ask_for_windows(acting(session), plan) == 0
    assert await facts(session, OrderWindowAsked) == [OrderWindowAsked(order.id)]
    closed = await orders_in_closed(session, plan, clock(), 0, 8)
    assert (closed.count, closed.unasked) == (1, 0)


async def test_who_has_no_chat_is_called_and_not_asked(
    session: AsyncSession, clock: HandClock
) -> None:
    """Else the desk would read that a message reached her, and nobody would call."""
    desk, option = await a_person(session), await an_option(session, stock=9)
    said = CallerView("+971551234567", "منى")
    caller = await caller_of(acting(session, desk), said, "ar")
    order = await an_order(session, caller, {option: 1}, clock())
    plan = await close_days(acting(session), DEFAULT_TERMS, EID)
    assert await ask_for_windows(acting(session), plan) == 0
    closed = await orders_in_closed(session, plan, clock(), 0, 8)
    assert (closed.count, closed.unasked, closed.to_call) == (1, 0, 1)
    assert await facts(session, OrderWindowAsked) == []
    assert (await order_for_staff(session, order.id)).window_asked_at is None


@pytest.mark.parametrize("steps", [0, 2])
async def test_what_is_packed_she_moves_only_when_it_needs_another_window(
    session: AsyncSession, order: OrderView, steps: int
) -> None:
    for to in TO_THE_DOOR[:steps]:
        await advance(acting(session), order.id, to)
    customer = acting(session, order.person_id)
    if steps:
        async with refused(session, WrongState):
            await reschedule_by_customer(customer, order.id, THURSDAY, DEFAULT_TERMS)
        await close_tomorrow(session)
    async with refused(session, NotFound):
        other = acting(session, await a_person(session))
        await reschedule_by_customer(other, order.id, THURSDAY, DEFAULT_TERMS)
    await reschedule_by_customer(customer, order.id, THURSDAY, DEFAULT_TERMS)
    assert (await order_for_staff(session, order.id)).day == THURSDAY.day
    if steps:
        async with refused(session, WrongState):
            await reschedule_by_customer(customer, order.id, TOMORROW, DEFAULT_TERMS)


@pytest.mark.parametrize(
    "slot",
    [
        TOMORROW,
        WindowSlot(date(2026, 3, 1), "16:00-20:00"),
        WindowSlot(date(2026, 3, 6), "10:00-13:00"),
        WindowSlot(date(2026, 4, 30), "16:00-20:00"),
    ],
    ids=["closed", "past", "no such window on Friday", "too far ahead"],
)
async def test_it_moves_only_to_what_the_plan_has(
    session: AsyncSession, order: OrderView, slot: WindowSlot
) -> None:
    await close_tomorrow(session)
    async with refused(session, NoWindow):
        await reschedule(acting(session), order.id, slot, DEFAULT_TERMS)


async def test_what_is_offered_is_never_the_closed_window(
    session: AsyncSession, order: OrderView, clock: HandClock
) -> None:
    await close_tomorrow(session)
    plan = await plan_now(session, DEFAULT_TERMS)
    offered = await windows_for(session, order, plan, clock(), 99)
    assert offered
    assert TOMORROW.day not in {slot.day for slot in offered}
    await reschedule(acting(session), order.id, offered[-1], DEFAULT_TERMS)


async def test_what_is_packed_goes_out_today_if_it_is_wanted(
    session: AsyncSession, order: OrderView, clock: HandClock
) -> None:
    plan = await plan_now(session, DEFAULT_TERMS)
    assert (await windows_for(session, order, plan, clock(), 1))[0].day == TOMORROW.day
    for to in TO_THE_DOOR[:2]:
        await advance(acting(session), order.id, to)
    packed = await order_for_staff(session, order.id)
    (first,) = await windows_for(session, packed, plan, clock(), 1)
    assert first.day == TOMORROW.day - timedelta(days=1)


@pytest.mark.parametrize("forwards", [True, False])
async def test_what_is_to_be_made_is_made_for_the_new_day(
    session: AsyncSession, clock: HandClock, forwards: bool
) -> None:
    cake = await an_option(session, made_to_order=True, daily_most=3)
    person = await a_person(session)
    order = await an_order(session, person, {cake: 2}, clock())
    await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)
    if not forwards:
        await reschedule(acting(session), order.id, TOMORROW, DEFAULT_TERMS)
    day = THURSDAY.day if forwards else TOMORROW.day
    assert [each for each in await promised(session) if each[1]] == [(day, 2)]
    moved = await order_for_staff(session, order.id)
    assert [line.making_day for line in moved.lines] == [day]


async def test_a_day_that_makes_no_more_is_not_offered_and_refused(
    session: AsyncSession, clock: HandClock
) -> None:
    cake = await an_option(session, made_to_order=True, daily_most=3)
    first = await an_order(session, await a_person(session), {cake: 2}, clock())
    await reschedule(acting(session), first.id, THURSDAY, DEFAULT_TERMS)
    order = await an_order(session, await a_person(session), {cake: 2}, clock())
    plan = await plan_now(session, DEFAULT_TERMS)
    offered = await windows_for(session, order, plan, clock(), 99)
    assert THURSDAY.day not in {slot.day for slot in offered}
    async with refused(session, MakingFull):
        await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)


async def test_the_days_that_a_cake_takes_are_kept_when_it_moves_forward_in_time(
    session: AsyncSession, clock: HandClock
) -> None:
    cake = await an_option(session, made_to_order=True, lead_days=5)
    order = await an_order(session, await a_person(session), {cake: 1}, clock())
    async with refused(session, NoWindow):
        await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)


@pytest.mark.parametrize("day", [3, 4, 5, 7])
async def test_what_is_made_for_two_days_is_made_for_one_once_it_moves(
    session: AsyncSession, clock: HandClock, day: int
) -> None:
    """It was packed, put off, called off, taken back, and then got one piece more."""
    cake = await an_option(session, made_to_order=True, daily_most=3)
    order = await an_order(session, await a_person(session), {cake: 2}, clock())
    for to in TO_THE_DOOR[:2]:
        await advance(acting(session), order.id, to)
    await reschedule(acting(session), order.id, THURSDAY, DEFAULT_TERMS)
    await cancel_by_staff(acting(session), order.id, "rain")
    await undo_cancelling(acting(session), order.id)
    await changed(session, order, NewLines(more=(More(cake, 1),)), staff=True)
    assert await promised(session) == [(TOMORROW.day, 2), (THURSDAY.day, 1)]
    slot = WindowSlot(date(2026, 3, day), "10:00-13:00")
    await reschedule(acting(session), order.id, slot, DEFAULT_TERMS)
    assert [(on, taken) for on, taken in await promised(session) if taken] == [(slot.day, 3)]
    assert await discrepancies(session) == []
