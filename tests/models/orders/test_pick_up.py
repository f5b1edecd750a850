"""An order that is fetched at the hall: windows of its own, no courier, the same code."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.purses import purse_of
from models.kernel.facts import DeliveryPlanChanged, FactRow, OrderDelivered, OrderOut
from models.kernel.money import NOTHING
from models.kernel.refusals import NotFound, NoWindow, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS, HALL, DeliveryWindow
from models.orders.cancellation import cancel_by_staff
from models.orders.changes import change_by_staff
from models.orders.closed_windows import count_in_closed
from models.orders.delivery_plan import Closure, PickUp, Target, plan_of_terms
from models.orders.delivery_slots import WindowDay, WindowSlot, free_windows
from models.orders.door import Refused, refuse_order, refuse_part
from models.orders.fulfilment import advance, advance_all, not_delivered, send_back
from models.orders.handover import confirm_delivery, confirm_without_code
from models.orders.lateness import note_passed
from models.orders.lists import OrderList, orders_listed
from models.orders.pick_up_changes import offer_pick_up, set_pick_up_lead, set_pick_up_place
from models.orders.plan_changes import close_days, remove_window
from models.orders.queries import delivery_code, order_for_staff
from models.orders.readdressing import Place, change_address
from models.orders.reinstating import undo_cancelling
from models.orders.rescheduling import reschedule, windows_for
from models.orders.run_planning import Share
from models.orders.run_queries import loose_orders, loose_windows
from models.orders.runs import make_runs, move_stop
from models.orders.saved_plan import plan_now
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import HOME, an_order, fill_cart, order_cart
from tests.support.pick_ups import AFTERNOON, AT_HALL, PLACE, TODAY, a_pick_up, offer, packed
from tests.support.refused import refused
from tests.support.runs import a_courier
from tests.support.shelves import a_person, an_option

F = TypeVar("F")
FETCHED = Target(HALL)
FIRST = plan_of_terms(DEFAULT_TERMS)


async def counted(session: AsyncSession) -> dict[tuple[date, str], int]:
    """The places that are taken, by day and counted window."""
    rows = await session.execute(select(WindowDay.day, WindowDay.window, WindowDay.taken))
    return {(day, window): taken for day, window, taken in rows if taken}


async def facts(session: AsyncSession, kind: type[F]) -> list[F]:
    """The facts of that kind, the oldest first."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [row.fact for row in rows if isinstance(row.fact, kind)]


async def test_it_is_not_there_before_a_manager_offers_it(session: AsyncSession) -> None:
    assert PickUp() == FIRST.pick_up
    assert not FIRST.takes_orders(FETCHED)
    assert FIRST.takes_orders(Target("ajman"))
    who = acting(session)
    async with refused(session, NotFound):
        await offer_pick_up(who, DEFAULT_TERMS, offered=True)
    await set_pick_up_place(who, DEFAULT_TERMS, *PLACE)
    async with refused(session, NotFound):
        await offer_pick_up(who, DEFAULT_TERMS, offered=True)
    plan = await offer(session)
    assert plan.takes_orders(FETCHED)
    assert plan == msgspec.structs.replace(FIRST, pick_up=plan.pick_up)
    told = [(fact.what, fact.about, fact.now) for fact in await facts(session, DeliveryPlanChanged)]
    assert told[0] == ("hall-place", "", PLACE[0])
    assert ("window-added", "0 hall", "16:00-20:00 2") in told
    assert told[-1] == ("hall-offered", "", "")


async def test_its_windows_lead_and_fee_are_its_own(session: AsyncSession) -> None:
    plan = await offer(session)
    slots = await free_windows(session, plan, 0, MORNING, to=FETCHED)
    assert (slots[0].day, slots[0].window, slots[0].left) == (TODAY.day, AFTERNOON.key, 2)
    assert {slot.window for slot in slots} == {AFTERNOON.key}
    assert plan.fee_for(NOTHING, FETCHED) == plan.fee(FETCHED) == NOTHING
    deliveries = await free_windows(session, plan, 0, MORNING)
    assert deliveries[0].day == TODAY.day + timedelta(days=1)
    plan = await set_pick_up_lead(acting(session), DEFAULT_TERMS, 2)
    slots = await free_windows(session, plan, 0, MORNING, to=FETCHED)
    assert slots[0].day == TODAY.day + timedelta(days=2)
    assert (await free_windows(session, plan, 5, MORNING, to=FETCHED))[0].day == TODAY.day + (
        timedelta(days=5)
    )


async def test_an_hour_of_the_last_day_counts_on_the_day_itself(session: AsyncSession) -> None:
    plan = msgspec.structs.replace(await offer(session), cutoff_at=time(15))
    (noon,) = (slot for slot in await free_windows(session, plan, 0, MORNING, 1, FETCHED))
    assert noon.day == TODAY.day
    too_late = MORNING.replace(hour=11, minute=0)  # 15:00 in Dubai
    assert (await free_windows(session, plan, 0, too_late, 1, FETCHED))[0].day > TODAY.day


async def test_closed_days_are_closed_at_the_hall_too(session: AsyncSession) -> None:
    await offer(session)
    order = await a_pick_up(session)
    plan = await close_days(acting(session), DEFAULT_TERMS, Closure(TODAY.day, TODAY.day, "", "x"))
    slots = await free_windows(session, plan, 0, MORNING, to=FETCHED)
    assert slots[0].day > TODAY.day
    assert await count_in_closed(session, plan, MORNING) == 1
    others = await windows_for(session, order, plan, MORNING, 3)
    assert {slot.window for slot in others} == {AFTERNOON.key}


async def test_its_places_are_not_those_of_deliveries_in_the_same_hours(
    session: AsyncSession,
) -> None:
    await offer(session)
    sweets = await an_option(session, stock=50)
    for _ in range(AFTERNOON.places):
        await a_pick_up(session, {sweets: 1})
    assert await counted(session) == {(TODAY.day, "hall 16:00-20:00"): 2}
    async with refused(session, NoWindow):
        await a_pick_up(session, {sweets: 1})
    evening = WindowSlot(TODAY.day + timedelta(days=1), AFTERNOON.key)
    person = await a_person(session)
    await fill_cart(session, person, {sweets: 1}, MORNING)
    await order_cart(session, person, MORNING, slot=evening, to=HOME)
    assert (evening.day, "16:00-20:00") in await counted(session)


async def test_the_code_and_the_cash_close_it_at_the_counter(session: AsyncSession) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    assert (order.at_hall, order.amounts.fee, order.at_handover) == (True, NOTHING, True)
    seller = await a_person(session)
    code = await delivery_code(session, order.person_id, order.id)
    desk = acting(session, seller)
    assert await confirm_delivery(
        desk, order.id, "0000" if code != "0000" else "1111", order.total, ""
    )
    assert await confirm_delivery(desk, order.id, code, order.total, "") is None
    assert (await order_for_staff(session, order.id)).state == OrderState.delivered
    assert await purse_of(session, seller) == order.total
    assert await facts(session, OrderOut) == []
    assert await facts(session, OrderDelivered) == [OrderDelivered(order.id, order.total)]
    async with refused(session, WrongState):
        await confirm_delivery(desk, order.id, code, order.total, "")


async def test_before_it_is_packed_nobody_hands_it_over(session: AsyncSession) -> None:
    await offer(session)
    order = await a_pick_up(session)
    await advance(acting(session), order.id, OrderState.accepted)
    code = await delivery_code(session, order.person_id, order.id)
    async with refused(session, WrongState):
        await confirm_delivery(acting(session), order.id, code, order.total, "")
    async with refused(session, WrongState):
        await confirm_without_code(acting(session), order.id, order.total, "why", "photo")


async def test_what_is_delivered_is_not_handed_over_while_it_is_packed(
    session: AsyncSession,
) -> None:
    order = await an_order(
        session, await a_person(session), {await an_option(session, stock=3): 2}, MORNING
    )
    order = await packed(session, order)
    code = await delivery_code(session, order.person_id, order.id)
    assert not order.at_handover
    async with refused(session, WrongState):
        await confirm_delivery(acting(session), order.id, code, order.total, "")
    async with refused(session, WrongState):
        await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)
    async with refused(session, WrongState):
        await refuse_part(acting(session), order.id, [Refused(order.lines[0].id, 1)], DEFAULT_TERMS)


async def test_no_courier_takes_it_or_sees_it(session: AsyncSession) -> None:
    await offer(session)
    courier = await a_courier(session)
    order = await packed(session, await a_pick_up(session))
    async with refused(session, WrongState):
        await advance(acting(session), order.id, OrderState.out)
    assert await advance_all(acting(session), {order.id: ""}, OrderState.out) == (
        [],
        [order.id],
        [],
    )
    assert await loose_windows(session) == []
    assert await loose_orders(session, order.day, order.window) == []
    share = Share(courier, (order.id,))
    assert await make_runs(acting(session), order.day, order.window, [share]) == (order.id,)
    async with refused(session, WrongState):
        await move_stop(acting(session), order.id, 1)
    for listed, found in (
        (OrderList("packed"), [order.id]),
        (OrderList("packed", courier_id=courier), []),
        (OrderList("packed", loose=True), []),
    ):
        page = await orders_listed(session, listed, MORNING, 5)
        assert [each.id for each in page.items] == found
    async with refused(session, WrongState):
        await not_delivered(
            acting(session), order.id, "nobody", order.day, order.window, DEFAULT_TERMS
        )
    async with refused(session, WrongState):
        await send_back(acting(session), order.id, "nobody", DEFAULT_TERMS)
    async with refused(session, WrongState):
        await change_address(acting(session), order.id, Place("Street 9"))


async def test_a_part_refused_at_the_counter_is_not_paid(session: AsyncSession) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    part = [Refused(order.lines[0].id, 1)]
    await refuse_part(acting(session), order.id, part, DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert (now.state, now.total) == (OrderState.packed, order.lines[0].price)
    code = await delivery_code(session, order.person_id, order.id)
    assert await confirm_delivery(acting(session), order.id, code, now.total, "") is None


async def test_refused_whole_it_comes_back(session: AsyncSession) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    await refuse_order(acting(session), order.id, {}, DEFAULT_TERMS)
    assert (await order_for_staff(session, order.id)).state == OrderState.returned


async def test_a_piece_that_is_missing_is_struck_while_it_waits(session: AsyncSession) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    await strike_line(acting(session), order.id, order.lines[0].id, "missing", 1)
    assert (await order_for_staff(session, order.id)).pieces == 1


async def test_nobody_came_and_it_is_offered_another_window(
    session: AsyncSession, clock: HandClock
) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    late = acting(session, now=clock.advance(hours=24))
    assert await note_passed(late) == 1
    plan = await plan_now(session, DEFAULT_TERMS)
    slot = (await windows_for(session, order, plan, late.now, 1))[0]
    await reschedule(late, order.id, slot, DEFAULT_TERMS)
    assert await counted(session) == {(slot.day, "hall 16:00-20:00"): 1}
    code = await delivery_code(session, order.person_id, order.id)
    assert await confirm_delivery(late, order.id, code, order.total, "") is None


async def test_cancelled_its_place_is_free_and_taken_again_when_that_is_undone(
    session: AsyncSession,
) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    await cancel_by_staff(acting(session), order.id, "customer")
    assert await counted(session) == {}
    assert await session.scalar(select(Option.on_hand)) == 5
    await undo_cancelling(acting(session), order.id, DEFAULT_TERMS)
    assert await counted(session) == {(TODAY.day, "hall 16:00-20:00"): 1}


async def test_switched_off_it_takes_no_new_order_and_those_there_are_keep_their_window(
    session: AsyncSession,
) -> None:
    await offer(session)
    order = await packed(session, await a_pick_up(session))
    plan = await offer_pick_up(acting(session), DEFAULT_TERMS, offered=False)
    async with refused(session, NoWindow):
        await a_pick_up(session, {order.lines[0].option_id: 1})
    assert await count_in_closed(session, plan, MORNING) == 0
    assert await windows_for(session, order, plan, MORNING, 1)
    plan = await remove_window(
        acting(session), DEFAULT_TERMS, TODAY.day.weekday(), AFTERNOON.key, HALL
    )
    assert await count_in_closed(session, plan, MORNING) == 1


def test_a_plan_that_was_saved_before_offers_none() -> None:
    """It is read from what stands in the database already."""
    old = msgspec.json.encode(FIRST).replace(b',"pick_up":' + msgspec.json.encode(PickUp()), b"")
    assert b"pick_up" not in old
    assert msgspec.json.decode(old, type=type(FIRST)) == FIRST


def test_other_hours_of_the_same_day_are_a_window_of_their_own() -> None:
    plan = msgspec.structs.replace(
        FIRST, pick_up=PickUp(week=((DeliveryWindow(time(9), time(11), 4),),) * 7)
    )
    assert [window.key for window in plan.windows_on(TODAY.day, FETCHED)] == ["09:00-11:00"]
    assert plan.at_once().pick_up.week == plan.pick_up.week
    assert AT_HALL.emirate == HALL


async def test_what_is_fetched_goes_to_no_address_and_what_is_delivered_not_to_the_hall(
    session: AsyncSession,
) -> None:
    """Each has windows of its own, and the fee of the one is not that of the other."""
    await offer(session)
    fetched = await a_pick_up(session)
    brought = await an_order(
        session, await a_person(session), {await an_option(session, stock=3): 1}, MORNING
    )
    for order, place in (
        (fetched, Place("Tower 3", emirate="dubai")),
        (fetched, Place("Tower 3")),
        (brought, Place("", emirate=HALL)),
    ):
        async with refused(session, WrongState):
            await change_by_staff(acting(session), order.id, place, DEFAULT_TERMS)
        assert await order_for_staff(session, order.id) == order
