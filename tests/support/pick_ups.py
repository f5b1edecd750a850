"""Fetching at the hall, offered and ordered, for tests of the shop."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.shop_terms import DEFAULT_TERMS, HALL, DeliveryWindow, ShopTerms
from models.orders.delivery_plan import WEEKDAYS, DeliveryPlan
from models.orders.delivery_slots import WindowSlot
from models.orders.fulfilment import advance
from models.orders.pick_up_changes import offer_pick_up, set_pick_up_place
from models.orders.plan_changes import add_window
from models.orders.queries import OrderView, order_for_staff
from models.orders.states import OrderState
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.orders import HOME, fill_cart, order_cart
from tests.support.shelves import a_person, an_option

PLACE = ("مجلس ضاحية الرحمانية", "Al Rahmaniya suburb hall")
AFTERNOON = DeliveryWindow(time(16), time(20), 2)
"""The same hours as a window of deliveries, with places of their own."""
TODAY = WindowSlot(date(2026, 3, 2), AFTERNOON.key)
AT_HALL = msgspec.structs.replace(HOME, emirate=HALL, area=PLACE[0], address=PLACE[1], note="")
TO_THE_COUNTER = (OrderState.accepted, OrderState.packed)


async def offer(
    session: AsyncSession,
    windows: Sequence[DeliveryWindow] = (AFTERNOON,),
    terms: ShopTerms = DEFAULT_TERMS,
) -> DeliveryPlan:
    """Let customers fetch in these windows of every day, at the hall of Al Rahmaniya."""
    who = acting(session)
    for weekday in WEEKDAYS:
        for window in windows:
            await add_window(who, terms, weekday, window, HALL)
    await set_pick_up_place(who, terms, *PLACE)
    return await offer_pick_up(who, terms, offered=True)


async def a_pick_up(
    session: AsyncSession, wants: dict[int, int] | None = None, now: datetime = MORNING
) -> OrderView:
    """An order of two things of the shelf (or of what is wanted), to be fetched today."""
    person = await a_person(session)
    wants = wants or {await an_option(session, stock=5): 2}
    await fill_cart(session, person, wants, now)
    return await order_cart(session, person, now, slot=TODAY, to=AT_HALL)


async def packed(session: AsyncSession, order: OrderView) -> OrderView:
    """The order as it stands when it waits at the counter."""
    for state in TO_THE_COUNTER:
        await advance(acting(session), order.id, state)
    return await order_for_staff(session, order.id)
