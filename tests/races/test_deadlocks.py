"""Carts with the same things in any order: nobody waits in a circle."""

from __future__ import annotations

import asyncio
import random
from datetime import timedelta

from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from models.orders.cart_lines import CartLine
from models.people.people import Person
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.races.crowd import PROCESSES, all_at_once, meet
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import WIDE, fill_cart, order_cart
from tests.support.shelves import a_person, an_option, change_by
from tests.support.threads import in_thread

THINGS = 6
CARTS = 10  # each process


async def prepare(url: str) -> None:
    """As many things as are wanted, half of them made to order, and a person a process."""
    async with opened(url) as database, database.write() as session:
        for number in range(THINGS):
            made = number % 2 == 0
            await an_option(session, stock=0 if made else 100, made_to_order=made)
        for _ in range(PROCESSES):
            await a_person(session)


async def ids(url: str) -> tuple[list[int], list[int]]:
    """The ids of the things and of the people."""
    async with opened(url) as database, database.read() as session:
        things = await session.scalars(select(Option.id).order_by(Option.id))
        people = await session.scalars(select(Person.id).order_by(Person.id))
        return list(things), list(people)


async def order_at_random(url: str, worker: int) -> int:
    """How many orders of all things, put into the cart in any order, this process placed."""
    things, people = await ids(url)
    chance = random.Random(worker)
    async with opened(url) as database:
        meet()
        for _ in range(CARTS):
            chance.shuffle(things)
            async with database.write() as session:
                # A cart shows its lines in the order in which they came.
                for seconds, thing in enumerate(things):
                    now = MORNING + timedelta(seconds=seconds)
                    await fill_cart(session, people[worker], {thing: 1}, now)
                await order_cart(session, people[worker], MORNING, terms=WIDE)
    return CARTS


async def take_at_random(url: str, worker: int) -> int:
    """The same without the guard: how often two of them waited for each other."""
    things, _ = await ids(url)
    chance = random.Random(worker)
    async with opened(url) as database:
        deadlocks = 0
        for _ in range(CARTS):
            chance.shuffle(things)
            meet()
            try:
                async with database.write() as session:
                    await session.execute(text("SET LOCAL deadlock_timeout = '20ms'"))
                    for thing in things:
                        await change_by(session, thing, 1)
                        await asyncio.sleep(0.002)
            except DBAPIError as error:
                deadlocks += "deadlock" in str(error.orig)
    return deadlocks


async def look_over(url: str) -> tuple[int, list[str]]:
    """How many lines are still in carts, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        lines = len((await session.scalars(select(CartLine.option_id))).all())
        wrong = await discrepancies(session)
    return lines, wrong


def test_carts_in_any_order_are_all_ordered(database_url: str) -> None:
    in_thread(prepare(database_url))
    assert sum(all_at_once(order_at_random, database_url)) == PROCESSES * CARTS
    assert in_thread(look_over(database_url)) == (0, [])


def test_without_the_order_of_ids_they_wait_for_each_other(postgres_url: str) -> None:
    in_thread(prepare(postgres_url))
    assert sum(all_at_once(take_at_random, postgres_url)) > 0
