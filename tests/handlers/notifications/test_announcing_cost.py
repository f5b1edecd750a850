"""What is announced of an order reads it once, and nobody waits until all facts are told."""

from __future__ import annotations

import asyncio
import re
from itertools import count

import pytest

from handlers.dialog.turns import Turns
from handlers.notifications import announcements
from handlers.notifications.announcements import announce_next
from models.kernel.database import Database
from models.kernel.facts import BazaarAdded, record
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.queries import order_for_staff
from models.orders.tables import Order
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.counting import statements
from tests.handlers.customer.buying import buy, with_cart
from tests.handlers.people import family_member, staff
from tests.handlers.told import announced
from tests.support.acting import acting
from tests.support.clock import HandClock

FACTS = 5


async def an_order_to_tell_of(turns: Turns) -> Order:
    """An order of a family that somebody has joined for, which the desk hears of too."""
    roses = await shelf.add_product(turns, "ماء ورد", "Rose water")
    await staff(turns, Role.manager)
    await family_member(turns, 1)
    await announced(turns)
    return await buy(await with_cart(turns, await shelf.only_option(turns, roses)))


def times_read(seen: list[str]) -> tuple[int, int]:
    """How often orders and their lines were read."""
    orders, lines = (re.compile(rf"FROM {table}\b") for table in ("orders", "order_lines"))
    return sum(map(bool, map(orders.search, seen))), sum(map(bool, map(lines.search, seen)))


async def test_an_order_is_read_once_for_all_who_hear_of_it(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await an_order_to_tell_of(turns)
    with statements(database) as seen:
        told = await announced(turns)
    assert told.people() == {"manager", "family-1"}
    assert times_read(seen) == (1, 1)


async def test_accounts_and_habits_are_read_once_for_all_who_hear_of_it(
    database: Database, clock: HandClock
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await an_order_to_tell_of(turns)
    with statements(database) as seen:
        told = await announced(turns)
    assert len(told.people()) == 2
    reads = [
        sum(f"FROM {table}" in each for each in seen) for table in ("accounts", "notice_habits")
    ]
    assert reads == [1, 1]


async def test_read_by_each_who_tells_it_would_be_read_again(
    sqlite_database: Database, clock: HandClock
) -> None:
    turns = Turns(sqlite_database, DEFAULT_TERMS, clock)
    order = await an_order_to_tell_of(turns)
    with statements(sqlite_database) as seen:
        async with sqlite_database.read() as session:
            for _ in range(2):
                await order_for_staff(session, order.id)
    assert times_read(seen) == (2, 2)


@pytest.mark.parametrize("lets", [True, False])
async def test_others_go_on_between_two_facts(
    sqlite_database: Database, clock: HandClock, monkeypatch: pytest.MonkeyPatch, lets: bool
) -> None:
    """The twin tells all of them in one go, in which nobody else is answered."""

    async def hold_the_loop() -> None:
        pass

    if not lets:
        monkeypatch.setattr(announcements, "let_others_go_on", hold_the_loop)
    async with sqlite_database.write() as session:
        for number in range(FACTS):
            record(acting(session, now=clock()), BazaarAdded(number))
    steps = count()

    async def go_on() -> None:
        while True:
            next(steps)
            await asyncio.sleep(0)

    other = asyncio.create_task(go_on())
    async with sqlite_database.write() as session:
        before = next(steps)
        assert await announce_next(session, clock()) == FACTS
        went_on = next(steps) - before - 1
    other.cancel()
    assert went_on == (FACTS if lets else 0)
