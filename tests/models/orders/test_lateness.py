"""Windows that pass are noted once, and a customer moves what is at the centre still."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import FactRow, OrderRescheduled, RunChanged, WindowPassed
from models.kernel.refusals import NoWindow, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.delivery_slots import WindowDay, WindowSlot
from models.orders.fulfilment import advance
from models.orders.lateness import has_passed, note_passed
from models.orders.queries import OrderView, order_for_staff
from models.orders.rescheduling import reschedule, windows_for
from models.orders.run_queries import run_with
from models.orders.saved_plan import plan_now
from models.orders.states import OrderState
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TOMORROW, an_order
from tests.support.plans import plans_of
from tests.support.refused import refused
from tests.support.runs import a_courier, a_run, packed_orders
from tests.support.shelves import a_person, an_option

PLACES = (("sharjah", "Al Khan"), ("ajman", "Rawda"))
ONE = datetime(2026, 3, 3, 9, tzinfo=UTC)
"""When the window of the tests' orders ends: one o'clock in Dubai."""
DAY, WINDOW = TOMORROW.day, TOMORROW.window
EVENING = "16:00-20:00"


async def told(session: AsyncSession, *kinds: type) -> list[object]:
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, kinds)]


def test_a_window_has_passed_at_its_end() -> None:
    assert not has_passed(DAY, WINDOW, ONE - timedelta(seconds=1))
    assert has_passed(DAY, WINDOW, ONE)
    assert has_passed(DAY, EVENING, ONE + timedelta(hours=7))


@pytest.mark.parametrize("state", ["placed", "packed"])
async def test_a_window_that_passes_is_told_once(session: AsyncSession, state: str) -> None:
    (order,) = await packed_orders(session, PLACES[:1], to=state)
    early = ONE - timedelta(seconds=60)
    assert await note_passed(acting(session, now=early)) == 0
    assert await note_passed(acting(session, now=ONE)) == 1
    assert await note_passed(acting(session, now=ONE + timedelta(days=1))) == 0
    assert await told(session, WindowPassed) == [WindowPassed(order.id, DAY, WINDOW)]


async def test_what_left_the_centre_is_not_late(session: AsyncSession) -> None:
    first, second = await packed_orders(session, PLACES)
    await advance(acting(session), first.id, OrderState.out)
    await cancel_by_staff(acting(session), second.id, "")
    assert await note_passed(acting(session, now=ONE)) == 0


async def test_after_a_long_pause_nobody_is_told_of_what_is_long_past(
    session: AsyncSession,
) -> None:
    await packed_orders(session, PLACES)
    assert await note_passed(acting(session, now=ONE + timedelta(days=4))) == 0


async def test_many_are_noted_a_portion_at_a_time(session: AsyncSession) -> None:
    await packed_orders(session, PLACES * 2)
    noted = [await note_passed(acting(session, now=ONE), most=3) for _ in range(3)]
    assert noted == [3, 1, 0]


async def test_a_new_window_can_pass_too(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1])
    await note_passed(acting(session, now=ONE))
    customer = acting(session, order.person_id, ONE)
    await reschedule(customer, order.id, WindowSlot(DAY, EVENING), DEFAULT_TERMS)
    assert await note_passed(acting(session, now=ONE)) == 0
    assert await note_passed(acting(session, now=ONE + timedelta(hours=7))) == 1


async def test_two_processes_note_it_once(database: Database) -> None:
    async with database.write() as session:
        await packed_orders(session, PLACES)
    noted = []
    for _ in range(2):
        async with database.write() as session:
            noted.append(await note_passed(acting(session, now=ONE)))
    assert noted == [2, 0]


async def test_late_orders_are_looked_for_by_their_days(session: AsyncSession) -> None:
    await packed_orders(session, PLACES)
    plan = await plans_of(session, note_passed(acting(session, now=ONE)))
    assert "ix_orders_state_day_window_id" in plan
    assert "SCAN orders" not in plan


async def places(session: AsyncSession) -> dict[tuple[date, str], int]:
    rows = await session.execute(select(WindowDay.day, WindowDay.window, WindowDay.taken))
    return {(day, window): taken for day, window, taken in rows if taken}


async def test_the_customer_moves_her_order_to_another_window(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1], to="placed")
    customer = acting(session, order.person_id)
    await reschedule(customer, order.id, WindowSlot(DAY, EVENING), DEFAULT_TERMS)
    moved = await order_for_staff(session, order.id)
    assert (moved.day, moved.window, moved.state) == (DAY, EVENING, "placed")
    assert await places(session) == {(DAY, EVENING): 1}
    assert await told(session, OrderRescheduled) == [
        OrderRescheduled(order.id, DAY, EVENING, DAY, WINDOW)
    ]
    await reschedule(customer, order.id, WindowSlot(DAY, EVENING), DEFAULT_TERMS)
    assert len(await told(session, OrderRescheduled)) == 1, "the window it has changes nothing"


async def test_only_an_order_at_the_centre_can_be_moved(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1])
    await advance(acting(session), order.id, OrderState.out)
    customer = acting(session, order.person_id)
    async with refused(session, WrongState):
        await reschedule(customer, order.id, WindowSlot(DAY, EVENING), DEFAULT_TERMS)


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2026, 3, 2), EVENING),  # today, and it is not packed
        (date(2026, 3, 1), WINDOW),
        (date(2026, 6, 1), WINDOW),
        (date(2026, 3, 4), "03:00-04:00"),
    ],
)
async def test_a_window_that_is_none_is_refused(
    session: AsyncSession, day: date, window: str
) -> None:
    (order,) = await packed_orders(session, PLACES[:1], to="placed")
    async with refused(session, NoWindow):
        await reschedule(
            acting(session, order.person_id), order.id, WindowSlot(day, window), DEFAULT_TERMS
        )
    assert await places(session) == {(DAY, WINDOW): 1}


async def a_cake(session: AsyncSession) -> OrderView:
    """An order of something that takes three days to make."""
    cake = await an_option(session, made_to_order=True, lead_days=3)
    return await an_order(session, await a_person(session), {cake: 1}, MORNING)


async def test_what_is_to_be_made_comes_no_earlier(session: AsyncSession) -> None:
    order = await a_cake(session)
    plan = await plan_now(session, DEFAULT_TERMS)
    slots = await windows_for(session, order, plan, MORNING, 60)
    assert slots
    assert min(slot.day for slot in slots) == order.day
    early = order.day - timedelta(days=1)
    async with refused(session, NoWindow):
        await reschedule(
            acting(session, order.person_id), order.id, WindowSlot(early, WINDOW), DEFAULT_TERMS
        )
    later = slots[-1]
    await reschedule(acting(session, order.person_id), order.id, later, DEFAULT_TERMS)
    (line,) = (await order_for_staff(session, order.id)).lines
    assert line.making_day == later.day


async def test_what_is_packed_can_come_today(session: AsyncSession) -> None:
    (order,) = await packed_orders(session, PLACES[:1])
    plan = await plan_now(session, DEFAULT_TERMS)
    slots = await windows_for(session, order, plan, MORNING, 60)
    today = WindowSlot(date(2026, 3, 2), EVENING)
    assert (slots[0].day, slots[0].window) == (today.day, today.window)
    assert (order.day, order.window) not in [(slot.day, slot.window) for slot in slots]


async def test_an_order_that_is_moved_leaves_its_run(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, courier, orders)
    moved = orders[0]
    await reschedule(
        acting(session, moved.person_id), moved.id, WindowSlot(DAY, EVENING), DEFAULT_TERMS
    )
    assert await run_with(session, moved.id) is None
    assert await told(session, RunChanged) == [RunChanged(run_id, moved.id, added=False)]
