"""Orders for staff to work on: placed by the shop's own operations, and moved on."""

from __future__ import annotations

from msgspec.structs import replace
from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.fulfilment import advance
from models.orders.states import ONWARD, OrderState
from models.orders.tables import Order
from models.orders.wishes import set_wish
from models.people.addresses import Destination
from models.products.publishing import set_wishes
from tests.handlers import shelf
from tests.handlers.people import customer
from tests.support import orders as ground
from tests.support.acting import acting

HOME = Destination(
    name="منى سالم",
    phone="+971501234567",
    emirate="sharjah",
    area="الرحمانية",
    address="خلف المسجد، فيلا 12",
    latitude=25.3463,
    longitude=55.4209,
    note="يُرجى الاتصال قبل الوصول",
)


async def an_order(
    turns: Turns,
    *,
    state: str = "placed",
    lines: int = 2,
    to: Destination = HOME,
    long: bool = False,
    terms: ShopTerms = DEFAULT_TERMS,
) -> str:
    """An order of so many things, two pieces of each, in that state; out comes its number."""
    mona = await customer(turns)
    person_id = await mona.person_id()
    options = [await a_thing(turns, at, long=long) for at in range(lines)]
    async with turns.database.write() as session:
        wants = dict.fromkeys(options, 2)
        await ground.fill_cart(session, person_id, wants, turns.clock())
        order = await ground.order_cart(session, person_id, turns.clock(), to=to, terms=terms)
        steps = list(ONWARD)
        for step in steps[: steps.index(OrderState(state)) + 1 if state in steps else 0]:
            await advance(acting(session, now=turns.clock()), order.id, step)
    return order.number


async def a_thing(turns: Turns, at: int, *, long: bool = False) -> int:
    """The option of a product on the shelf; its words are as long as can be, or short."""
    more, label = ("و" * 70, "ك" * 24) if long else ("", "")
    brand = ("ب" * 60, "B" * 60) if long else shelf.BRAND
    sizes = [(label, label, 50, 9)]
    product_id = await shelf.add_product(
        turns, f"بخور {at}{more}", f"Bakhoor {at}{more}", options=sizes, brand=brand
    )
    return await shelf.only_option(turns, product_id)


async def a_long_order(turns: Turns, lines: int, brands: int) -> str:
    """Mona's order of so many things of so many brands, made for her; all its words are long.

    Each thing has a wish. Out comes the order's number.
    """
    mona = await customer(turns)
    by = await mona.person_id()
    options = [await a_long_thing(turns, at, at % brands) for at in range(lines)]
    async with turns.database.write() as session:
        await ground.fill_cart(session, by, dict.fromkeys(options, 1), turns.clock())
        for option in options:
            await set_wish(acting(session, by, turns.clock()), option, 0, "تهنئة من القلب " * 6)
        terms = replace(ground.WIDE, lead_days=1)
        order = await ground.order_cart(session, by, turns.clock(), to=HOME, terms=terms)
    return order.number


async def a_long_thing(turns: Turns, at: int, brand: int) -> int:
    """The option of a thing that is made to order and takes wishes; its words are long."""
    product_id = await shelf.add_product(
        turns,
        f"{at} " + "و" * 76,
        f"{at} " + "w" * 76,
        options=[("ك" * 24, "k" * 24, 5, 0)],
        made_to_order=True,
        brand=(f"{brand} " + "ب" * 57, f"{brand} " + "B" * 57),
    )
    async with turns.database.write() as session:
        await set_wishes(acting(session, now=turns.clock()), product_id, 100)
    return await shelf.only_option(turns, product_id)


async def order_named(turns: Turns, number: str) -> Order:
    """The order's row as it is now."""
    async with turns.database.read() as session:
        return (await session.scalars(select(Order).where(Order.number == number))).one()


async def code_of(turns: Turns, number: str) -> str:
    """The code that the customer was told."""
    async with turns.database.read() as session:
        return (await session.scalars(select(Order.code).where(Order.number == number))).one()


async def wrong_code(turns: Turns, number: str) -> str:
    """A code that the customer was not told."""
    return f"{(int(await code_of(turns, number)) + 1) % 10_000:04d}"
