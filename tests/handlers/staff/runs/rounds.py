"""Couriers with names, packed orders of different customers, and runs made at the desk."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.orders.fulfilment import advance
from models.orders.states import OrderState
from models.orders.tables import Order
from models.people.access import Role, accept_invitation, invite
from models.people.addresses import Destination
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.staff.ordering import HOME
from tests.handlers.talk import Talk
from tests.support import orders as ground
from tests.support.acting import acting
from tests.support.words import label

PLACES = (
    ("منى سالم", "sharjah", "الرحمانية"),
    ("عائشة", "ajman", "النعيمية"),
    ("خولة محمد", "sharjah", "الرحمانية"),
)
LONG = ("ف" * 60, "umm-al-quwain", "م" * 60)
LONG_GOODS = ("ب" * 80, "B" * 80)


async def a_courier(turns: Turns, name: str, role: Role = Role.courier) -> Talk:
    """Somebody who delivers, known by that name as channel id too."""
    talk = await customer(turns, name)
    async with turns.database.write() as session:
        code = await invite(acting(session, now=turns.clock()), role=role, name=name)
        await accept_invitation(acting(session, await talk.person_id(), turns.clock()), code)
    return talk


async def packed(
    turns: Turns, *places: tuple[str, str, str], state: str = "packed", pinned: bool = False
) -> list[str]:
    """An order in that state for each of (name, emirate, area); out come their numbers.

    What goes to `LONG` places has a long name too.
    """
    goods = LONG_GOODS if LONG in places else ("بخور", "Bakhoor")
    product = await shelf.add_product(turns, *goods, price=100, on_hand=len(places))
    option = await shelf.only_option(turns, product)
    return [await order_to(turns, option, place, state, pinned=pinned) for place in places]


async def order_to(
    turns: Turns, option: int, place: tuple[str, str, str], state: str, *, pinned: bool
) -> str:
    """One piece ordered to that place, in that state; out comes the order's number."""
    name, emirate, area = place
    buyer = await customer(turns, name)
    to: Destination = msgspec.structs.replace(HOME, name=name, emirate=emirate, area=area)
    if not pinned:
        to = msgspec.structs.replace(to, latitude=None, longitude=None)
    person = await buyer.person_id()
    async with turns.database.write() as session:
        await ground.fill_cart(session, person, {option: 1}, turns.clock())
        order = await ground.order_cart(session, person, turns.clock(), to=to, terms=ground.WIDE)
        for step in (OrderState.accepted, OrderState.packed, OrderState.out):
            if (await session.get_one(Order, order.id)).state != state:
                await advance(acting(session, now=turns.clock()), order.id, step)
                await session.flush()
                session.expire_all()
    return order.number


async def planned(turns: Turns, desk: Talk | None = None) -> Talk:
    """All that is packed is spread over the couriers, as the desk does it with three presses."""
    desk = desk or await staff(turns, Role.orders)
    await desk.says("/desk")
    await desk.presses(label("button-runs"))
    await desk.presses("توزيع")
    await desk.presses(label("plan-sure"))
    return desk


async def states(turns: Turns) -> dict[str, str]:
    """Where each order stands, by its number."""
    async with turns.database.read() as session:
        rows = await session.execute(select(Order.number, Order.state))
        return {row[0]: row[1] for row in rows}
