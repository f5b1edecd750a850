"""Carts and orders for tests of the shop, by the shop's own operations."""

from __future__ import annotations

import re
from datetime import date, datetime

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.carts import checkout_token, read_cart, set_quantity, spend_token
from models.orders.checkout import Checkout, figures, finish_order, place_order, write_order
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.delivery_slots import WindowSlot, free_windows
from models.orders.pricing import Amounts, amounts_of
from models.orders.queries import OrderView
from models.orders.saved_plan import plan_now
from models.orders.states import ONWARD
from models.people.addresses import Destination
from models.products.production import MakingDay
from tests.support.acting import acting

HOME = Destination(
    name="Maryam",
    phone="+971501234567",
    emirate="sharjah",
    area="Al Rahmaniya",
    address="Street 5, villa 12",
    note="Ring twice",
)
TOMORROW = WindowSlot(date(2026, 3, 3), "10:00-13:00")
"""The first day of delivery for an order of the tests' own morning."""
TO_THE_DOOR = tuple(ONWARD)
"""The states that `advance` brings an order to, one after another."""


# For many orders at once: a window that fills up meanwhile is refused, as it should be, and so is
# one more order of a customer who has many.
WIDE = msgspec.structs.replace(
    DEFAULT_TERMS,
    open_orders=10**6,
    open_pieces=10**6,
    open_value=Money.dirhams(10**9),
    cancellations_a_day=10**6,
    windows=tuple(msgspec.structs.replace(window, places=9999) for window in DEFAULT_TERMS.windows),
)


async def fill_cart(
    session: AsyncSession, person_id: int, wants: dict[int, int], now: datetime
) -> None:
    """Put so many of each option into the person's cart."""
    for option_id, quantity in wants.items():
        await set_quantity(acting(session, person_id, now), option_id, quantity, DEFAULT_TERMS)


async def order_cart(
    session: AsyncSession,
    person_id: int,
    now: datetime,
    *,
    slot: WindowSlot | None = None,
    token: str = "",
    terms: ShopTerms = DEFAULT_TERMS,
    to: Destination = HOME,
) -> OrderView:
    """Order what the cart holds, as it stands, in the first free window."""
    cart = await read_cart(session, person_id)
    plan = await plan_now(session, terms)
    if slot is None:
        slot = (await free_windows(session, plan, cart.lead_days, now, to=target_of(to)))[0]
    return await place_order(
        acting(session, person_id, now),
        token=token or await checkout_token(session, person_id),
        figures=figures(cart, amounts_of(cart.items, plan, target_of(to))),
        destination=to,
        day=slot.day,
        window=slot.window,
        terms=terms,
    )


async def order_costing(
    session: AsyncSession,
    person_id: int,
    amounts: Amounts,
    now: datetime,
    terms: ShopTerms = DEFAULT_TERMS,
) -> OrderView:
    """Order what the cart holds at these amounts, as surcharges and a discount would make them."""
    cart, token = await read_cart(session, person_id), await checkout_token(session, person_id)
    plan = plan_of_terms(terms)
    slot = (await free_windows(session, plan, cart.lead_days, now))[0]
    assert await spend_token(session, person_id, token)
    window = plan.window_on(slot.day, slot.window)
    checkout = Checkout(token, figures(cart, amounts), HOME, slot)
    begun = await write_order(acting(session, person_id, now), checkout, cart, amounts, window)
    await finish_order(session, begun)
    return begun.order


async def an_order(
    session: AsyncSession,
    person_id: int,
    wants: dict[int, int],
    now: datetime,
    terms: ShopTerms = DEFAULT_TERMS,
) -> OrderView:
    """An order of so many of each option, just placed."""
    await fill_cart(session, person_id, wants, now)
    return await order_cart(session, person_id, now, terms=terms)


async def promised(session: AsyncSession) -> list[tuple[date, int]]:
    """The days on which something is to be made, and how many pieces."""
    rows = await session.execute(select(MakingDay.day, MakingDay.taken).order_by(MakingDay.day))
    return [(row.day, row.taken) for row in rows]


def stands_in(text: str, code: str) -> bool:
    """Whether a code can be read in a text; within a longer number it may stand by chance."""
    return re.search(rf"(?<!\d){code}(?!\d)", text) is not None
