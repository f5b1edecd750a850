"""Eight processes order, cancel, strike, pack and deliver the same things at random."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import Refusal
from models.kernel.shop_terms import DEFAULT_TERMS
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.delivery_plan import plan_of_terms
from models.orders.delivery_slots import free_windows
from models.orders.fulfilment import advance, not_delivered
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, count_by_state, delivery_code, order_for_staff
from models.orders.shortages import strike_line
from models.orders.tables import Order
from models.people.people import Person
from models.products.stock import take_in
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.races.crowd import PROCESSES, all_at_once, meet
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.opened import opened
from tests.support.orders import TO_THE_DOOR, WIDE, an_order
from tests.support.shelves import a_person, an_option
from tests.support.stocktaking import count_stock
from tests.support.threads import in_thread

STEPS = 40  # each process

Step = Callable[[AsyncSession, random.Random, int], Awaitable[object]]


async def prepare(url: str) -> None:
    """Four things with stock in two packages, three made to order, a few customers and orders.

    Of the last thing as many can be had as are wanted.
    """
    async with opened(url) as database, database.write() as session:
        things = [
            await an_option(session, stock=12, package=package)
            for package in ("atayeb", "teeb", "atayeb", "teeb")
        ]
        things += [await an_option(session, made_to_order=True, daily_most=12) for _ in range(2)]
        await an_option(session, made_to_order=True)
        for _ in range(PROCESSES):
            person = await a_person(session)
            await an_order(session, person, dict.fromkeys(things[2:], 1), MORNING)


async def customer(session: AsyncSession, worker: int) -> int:
    """The customer of this process."""
    return (await session.scalars(select(Person.id).order_by(Person.id))).all()[worker]


async def any_thing(session: AsyncSession, chance: random.Random) -> int:
    return chance.choice((await session.scalars(select(Option.id).order_by(Option.id))).all())


async def any_order(session: AsyncSession, chance: random.Random) -> OrderView:
    ids = (await session.scalars(select(Order.id).order_by(Order.id.desc()).limit(12))).all()
    return await order_for_staff(session, chance.choice(ids))


async def order(session: AsyncSession, chance: random.Random, worker: int) -> None:
    things = {await any_thing(session, chance): chance.randint(1, 2) for _ in range(3)}
    await an_order(session, await customer(session, worker), things, MORNING, WIDE)


async def deliver(session: AsyncSession, _chance: random.Random, worker: int) -> None:
    """All the way in one transaction, of what there is enough of: nobody can come between."""
    thing = (await session.scalars(select(Option.id).order_by(Option.id.desc()).limit(1))).one()
    person = await customer(session, worker)
    placed = await an_order(session, person, {thing: 1}, MORNING, WIDE)
    for state in TO_THE_DOOR:
        await advance(acting(session), placed.id, state)
    code = await delivery_code(session, person, placed.id)
    await confirm_delivery(acting(session), placed.id, code, placed.total, "")


async def cancel(session: AsyncSession, chance: random.Random, _worker: int) -> None:
    chosen = await any_order(session, chance)
    if chance.random() < 0.5:
        await cancel_by_customer(acting(session, chosen.person_id), chosen.id)
    else:
        await cancel_by_staff(acting(session), chosen.id, "rain")


async def strike(session: AsyncSession, chance: random.Random, _worker: int) -> None:
    chosen = await any_order(session, chance)
    line = chance.choice(chosen.lines)
    await strike_line(acting(session), chosen.id, line.id, "missing")


async def carry_on(session: AsyncSession, chance: random.Random, _worker: int) -> None:
    chosen = await any_order(session, chance)
    for state in TO_THE_DOOR[chance.randint(0, 2) :]:
        await advance(acting(session), chosen.id, state)


async def try_the_door(session: AsyncSession, chance: random.Random, _worker: int) -> None:
    chosen = await any_order(session, chance)
    if chance.random() < 0.5:
        slot = chance.choice(await free_windows(session, plan_of_terms(DEFAULT_TERMS), 0, MORNING))
        await not_delivered(acting(session), chosen.id, "shut", slot.day, slot.window, WIDE)
        return
    code = await delivery_code(session, chosen.person_id, chosen.id)
    given = code if chance.random() < 0.5 else "wrong"
    await confirm_delivery(acting(session), chosen.id, given, chosen.total, "")


async def tend_the_shelf(session: AsyncSession, chance: random.Random, _worker: int) -> None:
    thing = await any_thing(session, chance)
    if chance.random() < 0.5:
        await take_in(acting(session), thing, chance.randint(1, 3))
    else:
        await count_stock(acting(session), thing, chance.randint(0, 3))


STEPS_AT_RANDOM: tuple[Step, ...] = (
    order,
    order,
    cancel,
    strike,
    carry_on,
    carry_on,
    try_the_door,
    tend_the_shelf,
)


async def keep_busy(url: str, worker: int) -> int:
    """How many of this process's steps were done and not refused.

    One of them, at any moment, delivers an order: without it there might be none by chance.
    """
    chance = random.Random(worker)
    delivers_at = chance.randrange(STEPS)
    async with opened(url) as database:
        done = 0
        meet()
        for number in range(STEPS):
            step = deliver if number == delivers_at else chance.choice(STEPS_AT_RANDOM)
            try:
                async with database.write() as session:
                    await step(session, chance, worker)
                done += 1
            except Refusal:
                continue
    return done


async def look_over(url: str) -> tuple[dict[str, int], int, list[str]]:
    """The orders in each state, the least that is on hand, and where the books disagree."""
    async with opened(url) as database, database.read() as session:
        states = await count_by_state(session)
        least = min(await session.scalars(select(Option.on_hand)))
        wrong = await discrepancies(session)
    return states, least, wrong


@pytest.mark.slow
def test_the_books_agree_whatever_all_do_at_once(database_url: str) -> None:
    in_thread(prepare(database_url))
    done = all_at_once(keep_busy, database_url)
    states, least, wrong = in_thread(look_over(database_url))
    assert wrong == []
    assert least >= 0
    assert min(done) > 0
    assert states["cancelled"] > 0
    assert states["delivered"] >= PROCESSES
