"""Couriers, packed orders and runs for tests of the shop, by the shop's own operations."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.orders.fulfilment import advance
from models.orders.queries import OrderView, order_for_staff
from models.orders.run_planning import Share
from models.orders.run_queries import runs_of
from models.orders.runs import make_runs
from models.orders.states import OrderState
from models.people.access import Role, accept_invitation, invite
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME, TOMORROW, WIDE, fill_cart, order_cart
from tests.support.shelves import a_person, an_option


async def a_courier(session: AsyncSession, name: str = "", role: Role = Role.courier) -> int:
    """Somebody who delivers, under that name."""
    person = await a_person(session)
    code = await invite(acting(session), role=role, name=name)
    await accept_invitation(acting(session, person), code)
    return person


async def packed_orders(
    session: AsyncSession, places: Sequence[tuple[str, str]], to: str = "packed"
) -> list[OrderView]:
    """A packed order to each of these emirates and areas, each of a customer of her own."""
    option = await an_option(session, stock=2 * len(places))
    orders = []
    for emirate, area in places:
        person = await a_person(session)
        await fill_cart(session, person, {option: 1}, MORNING)
        where = msgspec.structs.replace(HOME, emirate=emirate, area=area)
        order = await order_cart(session, person, MORNING, slot=TOMORROW, terms=WIDE, to=where)
        for state in (OrderState.accepted, OrderState.packed):
            if to != "placed":
                await advance(acting(session), order.id, state)
        orders.append(await order_for_staff(session, order.id))
    return orders


async def a_run(session: AsyncSession, courier: int, orders: Sequence[OrderView]) -> int:
    """A run of that courier with these orders, as the desk makes it; out comes its id."""
    share = Share(courier, tuple(order.id for order in orders))
    assert await make_runs(acting(session), TOMORROW.day, TOMORROW.window, [share]) == ()
    return (await runs_of(session, courier))[-1].id
