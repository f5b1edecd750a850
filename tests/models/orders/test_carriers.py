"""Who has an order that is out, however it came into a courier's hands."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.carriers import carrier
from models.orders.cash import count_out_with, last_out
from models.orders.door import refuse_order
from models.orders.fulfilment import NOBODY_THERE, advance, send_back
from models.orders.inspecting import one_to_inspect, to_inspect
from models.orders.runs import pass_run, take_run
from models.orders.states import OrderState
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.runs import a_courier, a_run, packed_orders

LATER = MORNING + timedelta(hours=1)
PLACES = (("sharjah", "Al Khan"), ("dubai", "Deira"))


async def has_it(session: AsyncSession, order_id: int) -> int | None:
    out = await last_out(session, order_id)
    assert out is not None
    return await carrier(session, out)


async def test_who_sent_it_out_alone_has_it(session: AsyncSession) -> None:
    courier = await a_courier(session)
    (order,) = await packed_orders(session, PLACES[:1])
    await advance(acting(session, courier), order.id, OrderState.out)
    assert await has_it(session, order.id) == courier
    assert await count_out_with(session, courier) == 1


async def test_what_the_desk_sent_out_of_a_run_is_with_its_courier(session: AsyncSession) -> None:
    courier, desk = await a_courier(session), await a_courier(session)
    (order,) = await packed_orders(session, PLACES[:1])
    await a_run(session, courier, [order])
    await advance(acting(session, desk), order.id, OrderState.out)
    assert await has_it(session, order.id) == courier
    assert [await count_out_with(session, one) for one in (courier, desk)] == [1, 0]


async def test_whoever_a_run_passed_to_has_what_is_out(session: AsyncSession) -> None:
    lost, found = await a_courier(session, "Sara"), await a_courier(session, "Huda")
    first, second = await packed_orders(session, PLACES)
    run = await a_run(session, lost, [first, second])
    await take_run(acting(session, lost), run)
    assert [await count_out_with(session, one) for one in (lost, found)] == [2, 0]
    await refuse_order(acting(session, lost), first.id, {}, DEFAULT_TERMS)
    await pass_run(acting(session, now=LATER), run, lost, found)
    assert await has_it(session, second.id) == found
    assert [await count_out_with(session, one) for one in (lost, found)] == [0, 1]
    (entry,) = (await to_inspect(session, 0, 9)).items
    assert (await one_to_inspect(session, entry.id)).carrier == "Sara", "it passed on after that"
    await refuse_order(acting(session, found, LATER), second.id, {}, DEFAULT_TERMS)
    (_, entry) = (await to_inspect(session, 0, 9)).items
    assert (await one_to_inspect(session, entry.id)).carrier == "Huda"


async def test_a_run_that_it_was_in_before_says_nothing_of_the_next_way(
    session: AsyncSession,
) -> None:
    before, now = await a_courier(session), await a_courier(session)
    (order,) = await packed_orders(session, PLACES[:1])
    run = await a_run(session, before, [order])
    await take_run(acting(session, before), run)
    await send_back(acting(session, before), order.id, NOBODY_THERE, DEFAULT_TERMS)
    await advance(acting(session, now, LATER), order.id, OrderState.out)
    assert await has_it(session, order.id) == now
