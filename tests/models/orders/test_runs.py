"""Runs: made of what is packed, taken out at once, told stop by stop, changed and passed on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.calendar import dubai_day
from models.kernel.facts import (
    CourierOnTheWay,
    FactRow,
    OrderOut,
    OrderPassed,
    RunChanged,
    RunPassed,
    RunPlanned,
    RunTaken,
)
from models.kernel.refusals import NotAllowed, NotFound, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_staff
from models.orders.fulfilment import advance, not_delivered
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code
from models.orders.run_planning import Share
from models.orders.run_queries import (
    loose_orders,
    loose_windows,
    run_of,
    run_with,
    runs_of,
    waits_for_its_turn,
)
from models.orders.run_tables import RunStop
from models.orders.runs import (
    announce_coming,
    make_runs,
    move_stop,
    pass_run,
    place_stop,
    take_run,
)
from models.orders.states import OrderState
from models.orders.stops import follow_up
from models.orders.tables import Order
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TOMORROW
from tests.support.refused import refused
from tests.support.runs import a_courier, a_run, packed_orders
from tests.support.shelves import a_person

PLACES = (("sharjah", "Al Khan"), ("sharjah", "Al Khan"), ("ajman", "Rawda"))
DAY, WINDOW = TOMORROW.day, TOMORROW.window
THAT_DAY = MORNING + timedelta(days=1)
"""Noon in Dubai on the day of the runs."""


async def told(session: AsyncSession, *kinds: type) -> list[object]:
    """The facts of these kinds, in their order."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, kinds)]


async def on_the_way(session: AsyncSession) -> list[int]:
    """The orders whose customers were told that the courier comes, in that order."""
    return [fact.order_id for fact in await told(session, CourierOnTheWay)]  # type: ignore[attr-defined]


async def deliver(session: AsyncSession, courier: int, order: OrderView) -> None:
    """The order is handed over for its code."""
    code = await delivery_code(session, order.person_id, order.id)
    hers = acting(session, courier, THAT_DAY)
    assert await confirm_delivery(hers, order.id, code, order.total, "") is None


async def test_packed_orders_become_a_run_and_are_in_none_else(session: AsyncSession) -> None:
    courier, orders = await a_courier(session, "Sara"), await packed_orders(session, PLACES)
    assert await loose_windows(session) == [(DAY, WINDOW, 3)]
    run_id = await a_run(session, courier, orders[:2])
    run = await run_of(session, run_id)
    assert (run.courier, run.day, run.window, run.state) == ("Sara", DAY, WINDOW, "planned")
    assert [stop.order_id for stop in run.stops] == [order.id for order in orders[:2]]
    assert run.to_collect(DEFAULT_TERMS) == orders[0].total + orders[1].total
    assert [order.order_id for order in await loose_orders(session, DAY, WINDOW)] == [orders[2].id]
    assert await told(session, RunPlanned) == [RunPlanned(run_id, 2)]


async def test_what_has_moved_on_is_left_when_runs_are_made(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    other = await a_courier(session)
    await a_run(session, other, orders[:1])
    await cancel_by_staff(acting(session), orders[1].id, "")
    share = Share(courier, tuple(order.id for order in orders))
    left = await make_runs(acting(session), DAY, WINDOW, [share])
    assert left == (orders[0].id, orders[1].id)
    (run,) = await runs_of(session, courier)
    assert run.left == 1
    later = DAY + timedelta(days=1)
    assert await make_runs(acting(session), later, WINDOW, [share]) == share.order_ids


async def test_a_planned_run_takes_more_orders_and_a_taken_one_stays_as_it_is(
    session: AsyncSession,
) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    first = await a_run(session, courier, orders[:1])
    assert await a_run(session, courier, orders[1:2]) == first
    await take_run(acting(session, courier, THAT_DAY), first)
    second = await a_run(session, courier, orders[2:])
    assert second != first
    assert [run.id for run in await runs_of(session, courier)] == [first, second]


async def test_only_who_delivers_is_given_a_run(session: AsyncSession) -> None:
    orders = await packed_orders(session, PLACES[:1])
    somebody = await a_person(session)
    async with refused(session, NotFound):
        await make_runs(acting(session), DAY, WINDOW, [Share(somebody, (orders[0].id,))])
    run_id = await a_run(session, courier := await a_courier(session), orders)
    async with refused(session, NotFound):
        await pass_run(acting(session), run_id, courier, somebody)


async def test_a_run_is_taken_out_at_once_and_the_first_customer_alone_is_told(
    session: AsyncSession,
) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, courier, orders)
    taken = await take_run(acting(session, courier, THAT_DAY), run_id)
    ids = tuple(order.id for order in orders)
    assert (taken.out, taken.left) == (ids, ())
    assert await told(session, OrderOut) == [OrderOut(order_id, run_id) for order_id in ids]
    assert await told(session, RunTaken) == [RunTaken(run_id, 3)]
    assert await on_the_way(session) == [ids[0]]
    assert [await waits_for_its_turn(session, order_id) for order_id in ids] == [False, True, True]
    again = await take_run(acting(session, courier, THAT_DAY), run_id)
    assert (again.out, again.left) == ((), ())
    assert await on_the_way(session) == [ids[0]]


async def test_an_order_that_moved_on_does_not_hold_up_the_run(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, courier, orders)
    await cancel_by_staff(acting(session), orders[0].id, "")
    await advance(acting(session, courier), orders[1].id, OrderState.out)
    taken = await take_run(acting(session, courier, THAT_DAY), run_id)
    assert taken.out == (orders[2].id,)
    # The one that went out alone was told so by that, and is expected already.
    assert await on_the_way(session) == []
    await deliver(session, courier, orders[1])
    assert await on_the_way(session) == [orders[2].id]


async def test_the_next_is_told_after_each_delivery_and_each_failure(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    first, second, third = orders
    run_id = await a_run(session, courier, orders)
    await take_run(acting(session, courier, THAT_DAY), run_id)
    await deliver(session, courier, first)
    assert await on_the_way(session) == [first.id, second.id]
    later = DAY + timedelta(days=2)
    hers = acting(session, courier, THAT_DAY)
    await not_delivered(hers, second.id, "nobody", later, WINDOW, DEFAULT_TERMS)
    assert await on_the_way(session) == [first.id, second.id, third.id]
    run = await run_of(session, run_id)
    assert (run.ended, [stop.order_id for stop in run.stops]) == (2, [third.id])
    await deliver(session, courier, third)
    assert (await run_of(session, run_id)).state == "done"
    assert await runs_of(session, courier) == []
    # The one that came back can be taken along again, and then is told once more.
    again = await a_courier(session)
    share = Share(again, (second.id,))
    assert await make_runs(acting(session), later, WINDOW, [share]) == ()
    (run_again,) = await runs_of(session, again)
    await take_run(acting(session, again, THAT_DAY + timedelta(days=2)), run_again.id)
    assert await on_the_way(session) == [first.id, second.id, third.id, second.id]


async def test_on_the_eve_nobody_is_told_by_itself_that_the_courier_comes(
    session: AsyncSession,
) -> None:
    """The car is loaded in the evening, and one parcel is handed over at once."""
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    eve = acting(session, courier, THAT_DAY.replace(hour=19, minute=59) - timedelta(days=1))
    assert dubai_day(eve.now) < DAY == dubai_day(eve.now + timedelta(minutes=1))
    await take_run(eve, await a_run(session, courier, orders))
    code = await delivery_code(session, orders[0].person_id, orders[0].id)
    assert await confirm_delivery(eve, orders[0].id, code, orders[0].total, "") is None
    assert await on_the_way(session) == []
    assert [await waits_for_its_turn(session, order.id) for order in orders[1:]] == [True, True]
    assert await announce_coming(eve, orders[2].id)
    await deliver(session, courier, orders[2])
    assert await on_the_way(session) == [orders[2].id, orders[1].id]


@pytest.mark.parametrize("after", [timedelta(0), timedelta(hours=-12), timedelta(days=3)])
async def test_from_the_first_minute_of_its_day_on_whoever_is_first_is_told(
    session: AsyncSession, after: timedelta
) -> None:
    """At noon, at midnight in Dubai, and where a run is carried out late."""
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, courier, orders)
    await take_run(acting(session, courier, THAT_DAY + after), run_id)
    assert await on_the_way(session) == [orders[0].id]


async def test_who_becomes_first_by_hand_is_not_told_before_a_stop_has_ended(
    session: AsyncSession,
) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    (first, second, third), hers = orders, acting(session, courier, THAT_DAY)
    run_id = await a_run(session, courier, orders)
    (added,) = await packed_orders(session, PLACES[:1])
    await take_run(hers, run_id)
    await move_stop(hers, added.id, run_id)
    await place_stop(hers, run_id, first.id, 2)
    await move_stop(hers, added.id)
    assert await on_the_way(session) == [first.id]
    await deliver(session, courier, first)
    assert await on_the_way(session) == [first.id, second.id]
    await place_stop(hers, run_id, third.id, 1)
    assert await announce_coming(hers, third.id)
    assert await on_the_way(session) == [first.id, second.id, third.id]


async def test_told_whenever_its_stops_change_she_would_hear_what_is_not_so(
    session: AsyncSession,
) -> None:
    """Without the guard: moving a stop is followed up as its ending is."""
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    hers = acting(session, courier, THAT_DAY)
    run_id = await a_run(session, courier, orders)
    await take_run(hers, run_id)
    await place_stop(hers, run_id, orders[0].id, 2)
    await follow_up(hers, run_id)
    await place_stop(hers, run_id, orders[0].id, 1)
    assert await on_the_way(session) == [orders[0].id, orders[1].id]


async def test_the_courier_says_that_she_comes_once(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, courier, orders)
    async with refused(session, WrongState):
        await announce_coming(acting(session, courier), orders[2].id)
    await take_run(acting(session, courier, THAT_DAY), run_id)
    assert await announce_coming(acting(session, courier), orders[2].id)
    assert not await announce_coming(acting(session, courier), orders[2].id)
    assert not await announce_coming(acting(session, courier), orders[0].id)
    assert await on_the_way(session) == [orders[0].id, orders[2].id]


async def test_a_stop_is_put_at_another_place(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES)
    first, second, third = (order.id for order in orders)
    run_id = await a_run(session, courier, orders)

    async def now() -> list[int]:
        return [stop.order_id for stop in (await run_of(session, run_id)).stops]

    await place_stop(acting(session), run_id, third, 1)
    assert await now() == [third, first, second]
    await place_stop(acting(session), run_id, third, 2)
    await place_stop(acting(session), run_id, third, 2)
    assert await now() == [first, third, second]
    await place_stop(acting(session), run_id, first, 99)
    assert await now() == [third, second, first]
    assert await on_the_way(session) == []
    await take_run(acting(session, courier, THAT_DAY), run_id)
    await place_stop(acting(session, courier, THAT_DAY), run_id, first, 0)
    assert await on_the_way(session) == [third]
    async with refused(session, NotFound):
        await place_stop(acting(session), run_id, 999, 1)


async def test_what_is_called_off_at_the_desk_leaves_its_run_and_its_courier_hears(
    session: AsyncSession,
) -> None:
    """Else she looks for a parcel that is unpacked already."""
    sara, orders = await a_courier(session), await packed_orders(session, PLACES)
    run_id = await a_run(session, sara, orders)
    await cancel_by_staff(acting(session), orders[0].id, "rain")
    assert await told(session, RunChanged) == [RunChanged(run_id, orders[0].id, added=False)]
    assert len((await run_of(session, run_id)).stops) == len(orders) - 1
    await take_run(acting(session, sara, THAT_DAY), run_id)
    await cancel_by_staff(acting(session), orders[1].id, "rain")
    assert len(await told(session, RunChanged)) == 1, "what is out is called back"


async def test_an_order_is_put_into_another_run_by_hand(session: AsyncSession) -> None:
    sara, huda = await a_courier(session), await a_courier(session)
    orders = await packed_orders(session, PLACES)
    hers = await a_run(session, sara, orders[:2])
    other = await a_run(session, huda, orders[2:])
    await move_stop(acting(session), orders[0].id, other)
    await move_stop(acting(session), orders[0].id, other)
    moved = await run_with(session, orders[0].id)
    assert moved is not None
    assert (moved.id, moved.left) == (other, 2)
    assert await told(session, RunChanged) == [
        RunChanged(hers, orders[0].id, added=False),
        RunChanged(other, orders[0].id, added=True),
    ]
    await move_stop(acting(session), orders[1].id)
    assert await run_with(session, orders[1].id) is None
    assert (await run_of(session, hers)).state == "done"
    async with refused(session, NotFound):
        await move_stop(acting(session), orders[1].id, hers)
    await take_run(acting(session, huda, THAT_DAY), other)
    async with refused(session, WrongState):
        await move_stop(acting(session), orders[0].id)


async def test_a_run_is_passed_on_once(session: AsyncSession) -> None:
    lost, sara, huda = [await a_courier(session) for _ in range(3)]
    orders = await packed_orders(session, PLACES)
    run_id = await a_run(session, lost, orders)
    await take_run(acting(session, lost, THAT_DAY), run_id)
    assert await pass_run(acting(session), run_id, lost, sara)
    assert not await pass_run(acting(session), run_id, lost, huda)
    assert (await run_of(session, run_id)).person_id == sara
    assert await told(session, RunPassed) == [RunPassed(run_id, lost, sara)]
    passed = [OrderPassed(order.id, run_id, lost, sara) for order in orders]
    assert {*await told(session, OrderPassed)} == {*passed}
    async with refused(session, NotAllowed):
        await take_run(acting(session, lost, THAT_DAY), run_id)
    await deliver(session, sara, orders[0])
    assert await on_the_way(session) == [orders[0].id, orders[1].id]


async def test_an_order_is_in_one_run_at_most(session: AsyncSession) -> None:
    courier, orders = await a_courier(session), await packed_orders(session, PLACES[:1])
    run_id = await a_run(session, courier, orders)
    with pytest.raises(IntegrityError):
        async with session.begin_nested():
            session.add(RunStop(run_id=run_id, order_id=orders[0].id, position=2))


async def test_books_that_do_not_agree_about_runs_are_seen(scratch: AsyncSession) -> None:
    courier, orders = await a_courier(scratch), await packed_orders(scratch, PLACES[:1])
    run_id = await a_run(scratch, courier, orders)
    stop = (await scratch.scalars(select(RunStop))).one()
    stop.ended_at = MORNING
    await scratch.flush()
    assert await discrepancies(scratch) == [f"whether stops are left in run {run_id}: 1, not 0"]
    stop.ended_at = None
    await scratch.flush()
    await move_behind_the_back(scratch, orders[0].id)
    assert any("to deliver for stop of order" in line for line in await discrepancies(scratch))


async def move_behind_the_back(session: AsyncSession, order_id: int) -> None:
    """Without the guard: an order is moved by a statement that knows nothing of runs."""
    await session.execute(update(Order).where(Order.id == order_id).values(state="accepted"))
