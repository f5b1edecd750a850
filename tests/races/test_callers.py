"""An order for a caller while the number's owner claims it, or orders too: both hold the same."""

from __future__ import annotations

import asyncio

import pytest
from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.database import Database
from models.kernel.refusals import TooMuchOpen
from models.kernel.shop_terms import ShopTerms
from models.orders import checkout
from models.orders.carts import cart_token, checkout_token, read_cart
from models.orders.checkout import Checkout, begin_order, figures, finish_order
from models.orders.delivery_plan import target_of
from models.orders.on_behalf import begin_for_caller, claim_orders
from models.orders.pricing import amounts_of
from models.orders.saved_plan import hold_plan
from models.orders.tables import Order
from models.people.callers import Buyer, CallerView, buyer_of
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.held_up import until_somebody_waits
from tests.support.orders import HOME, TOMORROW, WIDE, fill_cart, order_cart
from tests.support.shelves import a_person, an_option

ONE = replace(WIDE, open_orders=1)
SAID = CallerView(HOME.phone, HOME.name)


class Call:
    """A caller for whom the desk has filled a cart, and whoever has that number."""

    def __init__(self, desk: int, caller: int, owner: int) -> None:
        self.desk, self.caller, self.owner = desk, caller, owner

    async def place(self, session: AsyncSession, terms: ShopTerms = WIDE) -> None:
        """Place what the caller's cart holds, as the desk's summary showed it."""
        cart = await read_cart(session, self.caller)
        plan = await hold_plan(session, terms)
        agreed = figures(cart, amounts_of(cart.items, plan, target_of(HOME)))
        token = await cart_token(session, self.caller)
        buyer = await buyer_of(session, self.caller)
        said = Checkout(token, agreed, HOME, TOMORROW, buyer)
        begun = await begin_order(acting(session, self.desk), said, plan, terms)
        await finish_order(session, begun)


async def a_call(database: Database, *, claimed: bool) -> Call:
    """A caller with a piece in the cart, and an owner of the number with one in theirs."""
    async with database.write() as session:
        desk, owner = await a_person(session), await a_person(session)
        caller = await begin_for_caller(acting(session, desk), SAID, "ar")
        option = await an_option(session, stock=9)
        for person in (caller, owner):
            await fill_cart(session, person, {option: 1}, MORNING)
            await checkout_token(session, person)
        if claimed:
            await claim_orders(acting(session, owner), SAID.phone)
    return Call(desk, caller, owner)


async def whose(database: Database) -> list[int]:
    """Whose the orders are."""
    async with database.read() as session:
        assert await discrepancies(session) == []
        return sorted(await session.scalars(select(Order.person_id)))


async def claim_while_it_is_placed(database: Database) -> Call:
    """The owner claims the number while an order for it is not committed yet."""
    call = await a_call(database, claimed=False)

    async def claim() -> None:
        async with database.write() as session:
            await claim_orders(acting(session, call.owner), SAID.phone)

    async with database.write() as placing:
        await call.place(placing)
        claiming = asyncio.create_task(claim())
        waiting = asyncio.create_task(until_somebody_waits(database))
        await asyncio.wait({claiming, waiting}, return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
    await claiming
    return call


async def test_what_is_placed_meanwhile_is_claimed_too(postgres_database: Database) -> None:
    call = await claim_while_it_is_placed(postgres_database)
    assert await whose(postgres_database) == [call.owner]


async def test_without_the_caller_held_it_would_be_nobodys(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: the owner has claimed the number, and never hears of the order."""
    monkeypatch.setattr(checkout, "hold_buyer", look_at_buyer)
    call = await claim_while_it_is_placed(postgres_database)
    assert await whose(postgres_database) == [call.caller]


async def look_at_buyer(session: AsyncSession, person_id: int) -> Buyer:
    """The guard switched off: the caller is read, and not held."""
    buyer = await buyer_of(session, person_id)
    assert buyer is not None
    return buyer


async def test_who_claims_first_has_what_is_placed_then(postgres_database: Database) -> None:
    call = await a_call(postgres_database, claimed=False)

    async def place() -> None:
        async with postgres_database.write() as session:
            await call.place(session)

    async with postgres_database.write() as claiming:
        await claim_orders(acting(claiming, call.owner), SAID.phone)
        placing = asyncio.create_task(place())
        await until_somebody_waits(postgres_database)
    await placing
    assert await whose(postgres_database) == [call.owner]


async def both_order(database: Database) -> BaseException | None:
    """What the desk is told that orders for an owner who orders at the same moment."""
    call = await a_call(database, claimed=True)

    async def place() -> None:
        async with database.write() as session:
            await call.place(session, ONE)

    async with database.write() as own:
        await order_cart(own, call.owner, MORNING, slot=TOMORROW, terms=ONE)
        placing = asyncio.create_task(place())
        await until_somebody_waits(database)
    (told,) = await asyncio.gather(placing, return_exceptions=True)
    return told


async def test_both_together_have_no_more_open_than_one_may(postgres_database: Database) -> None:
    assert isinstance(await both_order(postgres_database), TooMuchOpen)
    assert len(await whose(postgres_database)) == 1


async def test_without_the_owners_cart_held_more_would_be_open(
    postgres_database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The danger: each of them counts before the other's order is there to be counted."""

    async def hold_nothing(_session: AsyncSession, _person_id: int) -> str:
        return ""

    monkeypatch.setattr(checkout, "hold_cart", hold_nothing)
    assert await both_order(postgres_database) is None
    async with postgres_database.read() as session:
        assert await session.scalar(select(func.count(Order.id))) == 2
