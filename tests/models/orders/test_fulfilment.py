"""An order goes from state to state, each time once, and keeps its window's place."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.facts import (
    FactRow,
    LineStruck,
    OrderAccepted,
    OrderCancelled,
    OrderNotDelivered,
    OrderOut,
    OrderPacked,
)
from models.kernel.money import Money
from models.kernel.refusals import LastLine, NotFound, NoWindow, TooLateToCancel, WrongState
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.delivery_slots import WindowDay
from models.orders.fulfilment import advance, not_delivered
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.shortages import strike_line
from models.orders.states import OrderState
from models.products.production import MakingDay
from models.products.stock import StockMovement
from models.products.tables import Option, Product
from tests.handlers.counting import statements
from tests.support.acting import acting
from tests.support.clock import MORNING, HandClock
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

WEDNESDAY = date(2026, 3, 4)


async def carry(session: AsyncSession, order: OrderView, to: str) -> None:
    """Bring a placed order on to that state."""
    for state in TO_THE_DOOR:
        if (await order_for_staff(session, order.id)).state == to:
            return
        await advance(acting(session), order.id, state)
        assert (await order_for_staff(session, order.id)).state == state
    if to == "delivered":
        code = await delivery_code(session, order.person_id, order.id)
        await confirm_delivery(acting(session), order.id, code, order.total, "")
    if to == "cancelled":
        await cancel_by_staff(acting(session), order.id, "rain")


async def a_small_order(session: AsyncSession, to: str = "placed") -> OrderView:
    """Two pieces from the shelf and one made to order, brought to that state."""
    person = await a_person(session)
    stocked = await an_option(session, stock=5)
    made = await an_option(session, made_to_order=True)
    order = await an_order(session, person, {stocked: 2, made: 1}, MORNING)
    await carry(session, order, to)
    return await order_for_staff(session, order.id)


async def facts(session: AsyncSession, order: OrderView) -> list[object]:
    rows = await session.scalars(
        select(FactRow).where(FactRow.order_id == order.id).order_by(FactRow.id)
    )
    return [row.fact for row in rows]


async def shelf(session: AsyncSession, order: OrderView) -> tuple[int, int]:
    """What is on hand of the first line's option, and promised of the second line's product."""
    on_hand = await session.scalar(
        select(Option.on_hand).where(Option.id == order.lines[0].option_id)
    )
    taken = await session.scalar(
        select(MakingDay.taken).where(MakingDay.product_id == order.lines[1].product_id)
    )
    return on_hand or 0, taken or 0


async def places(session: AsyncSession) -> dict[tuple[date, str], int]:
    rows = await session.execute(select(WindowDay.day, WindowDay.window, WindowDay.taken))
    return {(row.day, row.window): row.taken for row in rows}


async def test_an_order_is_accepted_packed_and_sent_out(
    session: AsyncSession, clock: HandClock
) -> None:
    order = await a_small_order(session)
    for state in TO_THE_DOOR:
        clock.advance(minutes=5)
        await advance(acting(session, order.person_id, clock()), order.id, state)
        seen = await order_for_staff(session, order.id)
        assert (seen.state, seen.moved_at) == (state, clock())
    assert (await facts(session, order))[1:] == [
        OrderAccepted(order.id),
        OrderPacked(order.id),
        OrderOut(order.id),
    ]


@pytest.mark.parametrize("state", ["placed", "accepted", "packed", "out", "delivered", "cancelled"])
async def test_a_step_is_made_from_the_state_before_it_alone(
    session: AsyncSession, state: str
) -> None:
    order = await a_small_order(session, state)
    befores = ("placed", "accepted", "packed")
    for onward, before in zip(TO_THE_DOOR, befores, strict=True):
        if before != state:
            async with refused(session, WrongState) as caught:
                await advance(acting(session), order.id, onward)
            assert caught.value.state == state
    assert (await order_for_staff(session, order.id)).state == state


@pytest.mark.parametrize("state", TO_THE_DOOR)
async def test_an_order_that_is_not_there_is_not_moved(
    session: AsyncSession, state: OrderState
) -> None:
    async with refused(session, NotFound):
        await advance(acting(session), 4711, state)


async def test_what_was_not_delivered_waits_packed_for_another_window(
    session: AsyncSession, clock: HandClock
) -> None:
    order = await a_small_order(session, "out")
    await not_delivered(
        acting(session, now=clock()),
        order.id,
        "nobody home",
        WEDNESDAY,
        "16:00-20:00",
        DEFAULT_TERMS,
    )
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.day, seen.window) == ("packed", WEDNESDAY, "16:00-20:00")
    assert seen.reason == "nobody home"
    held = await places(session)
    assert held[order.day, order.window] == 0
    assert held[WEDNESDAY, "16:00-20:00"] == 1
    fact = OrderNotDelivered(
        order.id, "nobody home", WEDNESDAY, "16:00-20:00", (), order.day, order.window
    )
    assert (await facts(session, order))[-1] == fact
    await advance(acting(session, now=clock()), order.id, OrderState.out)
    code = await delivery_code(session, order.person_id, order.id)
    assert (
        await confirm_delivery(acting(session, now=clock()), order.id, code, order.total, "")
        is None
    )


async def test_of_what_comes_back_the_windows_are_moved_last(
    database: Database, clock: HandClock
) -> None:
    """Everybody who orders for that evening waits for them until the commit."""
    async with database.write() as session:
        order = await a_small_order(session, "out")
    slot = (WEDNESDAY, "16:00-20:00")
    with statements(database) as seen:
        async with database.write() as session:
            await not_delivered(
                acting(session, now=clock()), order.id, "shut", *slot, DEFAULT_TERMS
            )
    about_windows = ["window_days" in statement for statement in seen]
    assert sum(about_windows) == 2
    assert all(about_windows[-2:])


async def test_the_next_try_may_be_in_the_same_window_or_an_earlier_one(
    session: AsyncSession, clock: HandClock
) -> None:
    order = await a_small_order(session, "out")
    tries = [(order.day, order.window), (date(2026, 3, 2), "16:00-20:00")]
    for day, window in tries:
        await not_delivered(
            acting(session, now=clock()), order.id, "shut", day, window, DEFAULT_TERMS
        )
        seen = await order_for_staff(session, order.id)
        assert (seen.day, seen.window) == (day, window)
        held = await places(session)
        assert held.pop((day, window)) == 1
        assert set(held.values()) <= {0}
        await advance(acting(session, now=clock()), order.id, OrderState.out)


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2026, 3, 2), "10:00-13:00"),
        (date(2026, 3, 1), "16:00-20:00"),
        (date(2026, 3, 17), "16:00-20:00"),
        (WEDNESDAY, "1-2"),
    ],
    ids=["it has begun", "yesterday", "too far ahead", "no such window"],
)
async def test_the_next_try_is_in_a_window_that_is_to_come(
    session: AsyncSession, day: date, window: str
) -> None:
    order = await a_small_order(session, "out")
    async with refused(session, NoWindow):
        await not_delivered(acting(session), order.id, "shut", day, window, DEFAULT_TERMS)
    assert (await order_for_staff(session, order.id)).state == "out"


async def test_only_what_is_out_comes_back(session: AsyncSession) -> None:
    order = await a_small_order(session, "packed")
    async with refused(session, WrongState):
        await not_delivered(acting(session), order.id, "", WEDNESDAY, "16:00-20:00", DEFAULT_TERMS)


@pytest.mark.parametrize("state", ["placed", "accepted"])
async def test_the_customer_cancels_until_it_is_packed(session: AsyncSession, state: str) -> None:
    order = await a_small_order(session, state)
    assert await shelf(session, order) == (3, 1)
    await cancel_by_customer(acting(session, order.person_id), order.id)
    assert (await order_for_staff(session, order.id)).state == "cancelled"
    assert await shelf(session, order) == (5, 0)
    assert await places(session) == {(order.day, order.window): 0}
    told = OrderCancelled(order.id, by_customer=True, was=state)
    assert (await facts(session, order))[-1] == told


@pytest.mark.parametrize("state", ["packed", "out"])
async def test_then_it_is_too_late(session: AsyncSession, state: str) -> None:
    order = await a_small_order(session, state)
    async with refused(session, TooLateToCancel):
        await cancel_by_customer(acting(session, order.person_id), order.id)
    assert await shelf(session, order) == (3, 1)


@pytest.mark.parametrize("state", ["delivered", "cancelled"])
async def test_nothing_is_cancelled_twice_or_after_the_delivery(
    session: AsyncSession, state: str
) -> None:
    order = await a_small_order(session, state)
    before = await shelf(session, order)
    async with refused(session, WrongState) as caught:
        await cancel_by_customer(acting(session, order.person_id), order.id)
    assert caught.value.state == state
    async with refused(session, WrongState):
        await cancel_by_staff(acting(session), order.id, "")
    assert await shelf(session, order) == before


async def test_nobody_cancels_the_order_of_another_customer(session: AsyncSession) -> None:
    order = await a_small_order(session)
    async with refused(session, NotFound):
        await cancel_by_customer(acting(session, await a_person(session)), order.id)
    assert (await order_for_staff(session, order.id)).state == "placed"


@pytest.mark.parametrize("state", ["placed", "accepted", "packed", "out"])
async def test_staff_cancel_any_open_order(session: AsyncSession, state: str) -> None:
    order = await a_small_order(session, state)
    await cancel_by_staff(acting(session), order.id, "the oven broke")
    seen = await order_for_staff(session, order.id)
    assert (seen.state, seen.reason) == ("cancelled", "the oven broke")
    # What is in the car is on no shelf yet.
    assert await shelf(session, order) == (3 if state == "out" else 5, 0)
    fact = OrderCancelled(order.id, by_customer=False, reason="the oven broke", was=state)
    assert (await facts(session, order))[-1] == fact


async def test_what_comes_back_to_an_empty_shelf_is_offered_again(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, stock=2)
    order = await an_order(session, person, {option: 2}, MORNING)
    assert (await session.scalars(select(Product.offered))).one() is False
    await cancel_by_staff(acting(session), order.id, "")
    assert (await session.scalars(select(Product.offered))).one() is True


@pytest.mark.parametrize("state", ["placed", "accepted", "packed"])
async def test_a_struck_line_is_not_paid_and_not_put_back(
    session: AsyncSession, state: str
) -> None:
    order = await a_small_order(session, state)
    stocked, made = order.lines
    await strike_line(acting(session), order.id, stocked.id, "broken")
    seen = await order_for_staff(session, order.id)
    assert [line.struck for line in seen.lines] == [True, False]
    assert seen.lines[0].struck_reason == "broken"
    assert (seen.amounts.items, seen.total) == (made.amount, made.amount + order.amounts.fee)
    assert (seen.state, seen.pieces, seen.live_lines) == (state, 1, (made,))
    assert await shelf(session, order) == (3, 1)
    moved = await session.execute(
        select(StockMovement.why, StockMovement.change)
        .where(StockMovement.option_id == stocked.option_id)
        .order_by(StockMovement.id)
    )
    told = [(row.why, row.change) for row in moved]
    assert told == [("taken-in", 5), ("sold", -2), ("returned", 2), ("counted", -2)]
    sums = (order.total, seen.total)
    told_of = LineStruck(order.id, stocked.id, "broken", stocked.product_id, *sums)
    assert (await facts(session, order))[-1] == told_of
    await cancel_by_staff(acting(session), order.id, "")
    assert await shelf(session, order) == (3, 0)


@pytest.mark.parametrize("state", ["placed", "accepted", "packed"])
async def test_a_missing_piece_is_struck_and_the_others_go_on(
    session: AsyncSession, state: str
) -> None:
    order = await a_small_order(session, state)
    stocked, made = order.lines
    await strike_line(acting(session), order.id, stocked.id, "broken", 1)
    seen = await order_for_staff(session, order.id)
    kept, _, gone = seen.lines
    assert [(line.quantity, line.struck) for line in seen.lines] == [
        (1, False),
        (1, False),
        (1, True),
    ]
    assert (kept.id, gone.struck_reason, gone.name_en) == (stocked.id, "broken", stocked.name_en)
    assert seen.amounts.items == stocked.price + made.amount
    assert seen.total == seen.amounts.items + order.amounts.fee
    assert await shelf(session, order) == (3, 1)
    sums = (order.total, seen.total)
    told_of = LineStruck(order.id, gone.id, "broken", stocked.product_id, *sums)
    assert (await facts(session, order))[-1] == told_of
    await strike_line(acting(session), order.id, made.id, "")
    for pieces, refusal in ((1, LastLine), (None, LastLine), (2, NotFound), (0, NotFound)):
        async with refused(session, refusal):
            await strike_line(acting(session), order.id, stocked.id, "", pieces)
    await cancel_by_staff(acting(session), order.id, "")
    assert await shelf(session, order) == (4, 0)


async def test_striking_a_piece_frees_its_place_of_the_day(session: AsyncSession) -> None:
    person = await a_person(session)
    option = await an_option(session, made_to_order=True, lead_days=2)
    order = await an_order(session, person, {option: 3}, MORNING)
    await strike_line(acting(session), order.id, order.lines[0].id, "", 2)
    assert await session.scalar(select(MakingDay.taken)) == 1


async def test_striking_frees_the_day_that_it_was_to_be_made_on(session: AsyncSession) -> None:
    order = await a_small_order(session)
    await strike_line(acting(session), order.id, order.lines[1].id, "")
    assert await shelf(session, order) == (3, 0)


@pytest.mark.parametrize("state", ["out", "delivered", "cancelled"])
async def test_nothing_is_struck_after_it_went_out(session: AsyncSession, state: str) -> None:
    order = await a_small_order(session, state)
    async with refused(session, WrongState) as caught:
        await strike_line(acting(session), order.id, order.lines[0].id, "")
    assert caught.value.state == state


async def test_the_last_line_is_not_struck(session: AsyncSession) -> None:
    order = await a_small_order(session)
    await strike_line(acting(session), order.id, order.lines[0].id, "")
    async with refused(session, LastLine):
        await strike_line(acting(session), order.id, order.lines[1].id, "")


async def test_a_line_is_struck_once_and_in_its_own_order(session: AsyncSession) -> None:
    order, other = await a_small_order(session), await a_small_order(session)
    async with refused(session, NotFound):
        await strike_line(acting(session), order.id, other.lines[0].id, "")
    await strike_line(acting(session), order.id, order.lines[0].id, "")
    async with refused(session, NotFound):
        await strike_line(acting(session), order.id, order.lines[0].id, "")
    assert (await order_for_staff(session, order.id)).amounts.items == Money.dirhams(35)
