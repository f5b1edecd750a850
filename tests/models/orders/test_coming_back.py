"""An order that came back waits for the next free window, and for the right address."""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.facts import AddressChanged, FactRow, OrderNotDelivered
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.delivery_slots import WindowDay, WindowSlot
from models.orders.fulfilment import READDRESSED, advance, send_back
from models.orders.queries import OrderView, order_for_staff
from models.orders.readdressing import Place, change_address
from models.orders.rescheduling import reschedule
from models.orders.states import OrderState
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import TO_THE_DOOR, an_order
from tests.support.refused import refused
from tests.support.shelves import a_person, an_option

THURSDAY = WindowSlot(date(2026, 3, 5), "16:00-20:00")
TODAY = WindowSlot(date(2026, 3, 2), "16:00-20:00")
MADE_IN = 3


async def an_order_at(session: AsyncSession, state: str, *, made: bool = False) -> OrderView:
    """An order of two things in that state; made ones are promised for the fifth of March."""
    person = await a_person(session)
    option = await an_option(session, stock=5)
    if made:
        option = await an_option(session, made_to_order=True, lead_days=MADE_IN)
    order = await an_order(session, person, {option: 2}, MORNING)
    for step in TO_THE_DOOR[: TO_THE_DOOR.index(OrderState(state)) + 1 if state != "placed" else 0]:
        await advance(acting(session), order.id, step)
    return await order_for_staff(session, order.id)


async def facts(session: AsyncSession, order: OrderView) -> list[object]:
    of_order = select(FactRow).where(FactRow.order_id == order.id).order_by(FactRow.id)
    return [row.fact for row in await session.scalars(of_order)]


async def places(session: AsyncSession) -> dict[tuple[date, str], int]:
    """The places that are taken, by window."""
    rows = await session.execute(select(WindowDay.day, WindowDay.window, WindowDay.taken))
    return {(day, window): taken for day, window, taken in rows if taken}


async def test_a_window_that_is_full_takes_no_more(session: AsyncSession) -> None:
    order = await an_order_at(session, "packed")
    full = [msgspec.structs.replace(window, places=0) for window in DEFAULT_TERMS.windows]
    terms = msgspec.structs.replace(DEFAULT_TERMS, windows=tuple(full))
    async with refused(session, NoWindow):
        await reschedule(acting(session), order.id, THURSDAY, terms)
    assert await order_for_staff(session, order.id) == order


async def test_what_comes_back_waits_for_the_next_free_window(session: AsyncSession) -> None:
    order = await an_order_at(session, "out", made=True)
    await send_back(acting(session), order.id, "nobody", DEFAULT_TERMS)
    now = await order_for_staff(session, order.id)
    assert (now.state, now.day, now.window) == ("packed", TODAY.day, TODAY.window)
    told = (await facts(session, order))[-1]
    assert isinstance(told, OrderNotDelivered)
    assert (told.reason, told.day, told.window) == ("nobody", TODAY.day, TODAY.window)
    assert told.offered == tuple(
        (date(2026, 3, day), window) for day in (3, 4) for window in ("10:00-13:00", "16:00-20:00")
    )
    assert await places(session) == {(TODAY.day, TODAY.window): 1}


async def test_without_a_free_window_it_stays_out(session: AsyncSession) -> None:
    order = await an_order_at(session, "out")
    none = msgspec.structs.replace(DEFAULT_TERMS, windows=())
    async with refused(session, NoWindow):
        await send_back(acting(session), order.id, "nobody", none)
    assert await order_for_staff(session, order.id) == order


async def test_an_address_that_was_awaited_has_come(session: AsyncSession) -> None:
    order = await an_order_at(session, "out")
    await send_back(acting(session), order.id, "address", DEFAULT_TERMS)
    await change_address(acting(session), order.id, Place("", 25.3, 55.4))
    now = await order_for_staff(session, order.id)
    assert (now.area, now.address, now.latitude, now.reason) == ("", "", 25.3, READDRESSED)
    assert now.emirate == order.emirate
    was, told = f"{order.area} · {order.address}", (await facts(session, order))[-1]
    same = order.emirate, order.emirate, was, "", order.total, order.total
    assert told == AddressChanged(order.id, *same)


async def test_an_address_changes_no_other_reason(session: AsyncSession) -> None:
    order = await an_order_at(session, "out")
    await send_back(acting(session), order.id, "nobody", DEFAULT_TERMS)
    await change_address(acting(session), order.id, Place("Street 7"))
    assert (await order_for_staff(session, order.id)).reason == "nobody"
