"""Eight processes press the same 100 buttons: 100 orders, and everyone is shown the same ones."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from models.kernel.calendar import dubai_day
from models.orders.cart_lines import Cart
from models.orders.carts import read_cart
from models.orders.checkout import figures, place_order
from models.orders.delivery_plan import plan_of_terms, target_of
from models.orders.pricing import amounts_of
from models.orders.tables import Order
from models.reports.consistency import discrepancies
from tests.races.crowd import all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import HOME, WIDE, fill_cart
from tests.support.shelves import a_person, an_option
from tests.support.threads import in_thread

TOKENS = 100
FEW = 25  # enough where the danger is to show
TOMORROW = dubai_day(MORNING) + timedelta(days=1)


async def prepare(url: str) -> None:
    """100 people with two pieces each in their carts, and a token each."""
    async with opened(url) as database, database.write() as session:
        option = await an_option(session, stock=2 * TOKENS)
        for _ in range(TOKENS):
            await fill_cart(session, await a_person(session), {option: 2}, MORNING)
        await session.execute(text("CREATE TABLE pressed (token TEXT)"))


async def buttons(session: AsyncSession) -> list[tuple[int, str, str]]:
    """Each person's button: whose it is, the token, and the figures, which are all the same."""
    carts = (await session.scalars(select(Cart).order_by(Cart.person_id))).all()
    cart = await read_cart(session, carts[0].person_id)
    agreed = figures(cart, amounts_of(cart.items, plan_of_terms(WIDE), target_of(HOME)))
    return [(cart.person_id, cart.token, agreed) for cart in carts]


async def press(url: str, _worker: int) -> list[int]:
    """The order that each of the buttons brought."""
    async with opened(url) as database:
        async with database.read() as session:
            shown = await buttons(session)
        placed = []
        for number, (person, token, agreed) in enumerate(shown):
            if number % 10 == 0:
                meet()
            async with database.write() as session:
                order = await place_order(
                    acting(session, person),
                    token=token,
                    figures=agreed,
                    destination=HOME,
                    day=TOMORROW,
                    window=WIDE.windows[0].key,
                    terms=WIDE,
                )
            placed.append(order.id)
    return placed


async def press_by_looking(url: str, _worker: int) -> None:
    """The same without the guards: the usual engine, and an order unless one is found."""
    engine = create_async_engine(url.replace("sqlite:", "sqlite+aiosqlite:"))
    for number in range(FEW):
        values = {"token": f"token-{number}"}
        meet()
        try:
            async with AsyncSession(engine) as session, session.begin():
                found = text("SELECT count(*) FROM pressed WHERE token = :token")
                seen = await session.scalar(found, values)
                await asyncio.sleep(0.005)
                if not seen:
                    await session.execute(text("INSERT INTO pressed VALUES (:token)"), values)
        except OperationalError:
            continue
    await engine.dispose()


async def counted(url: str) -> tuple[int, int, list[str]]:
    """How many orders there are, how many without the guards, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        orders = await session.scalar(select(func.count(Order.id)))
        pressed = await session.scalar(text("SELECT count(*) FROM pressed"))
        wrong = await discrepancies(session)
    return orders or 0, pressed or 0, wrong


@pytest.mark.slow
def test_a_token_becomes_one_order_whoever_presses(database_url: str) -> None:
    in_thread(prepare(database_url))
    brought = all_at_once(press, database_url)
    assert in_thread(counted(database_url)) == (TOKENS, 0, [])
    assert all(orders == brought[0] for orders in brought)
    assert len(set(brought[0])) == TOKENS


def test_without_the_guards_there_are_more_orders_than_tokens(database_url: str) -> None:
    in_thread(prepare(database_url))
    all_at_once(press_by_looking, database_url)
    assert in_thread(counted(database_url))[1] > FEW
