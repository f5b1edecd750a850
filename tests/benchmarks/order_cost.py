"""What an order costs, and sixty at once: ``python -m tests.benchmarks.order_cost sqlite``.

Everything runs in one process without a channel: the shop's own turns, announcer and database.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from rich.console import Console
from sqlalchemy import select, update

import handlers.conversations  # noqa: F401  registers every function that answers
from bot.runtime.announcer import Announcer
from handlers.dialog.actions import Action
from handlers.dialog.actions.customer import (
    PlaceOrder,
    SetQuantity,
    ShowCart,
    ShowPackage,
    StartCheckout,
)
from handlers.dialog.speech import ChannelUser, Choice, Command, Heard, Pressed, Reply, What
from handlers.dialog.turns import Turns
from handlers.notifications.announcements import announce_next
from models.kernel.database import Database
from models.kernel.facts import FactRow
from models.messaging.accounts import Account
from models.people.access import Role, accept_invitation, invite
from models.people.people import SavedAddress
from tests.benchmarks.stall import now, stock_stall
from tests.handlers.counting import statements
from tests.support.acting import acting
from tests.support.orders import HOME, WIDE
from tests.support.postgres import Postgres

SAY = Console(width=120, highlight=False)
PRODUCTS, CROWD, BROWSERS, THINGS = 20, 60, 4, 3
UPDATES = count(1)


class Cost(NamedTuple):
    """Milliseconds of processor time, and statements."""

    cpu: float
    statements: int


async def tap(turns: Turns, who: str, what: What) -> Reply:
    """One update of that person, answered."""
    heard = Heard(ChannelUser("test", who, "ar"), what, f"update-{next(UPDATES)}")
    return (await turns.answer(heard)).reply


async def press(turns: Turns, who: str, action: Action) -> Reply:
    """One press."""
    return await tap(turns, who, Pressed(action))


def placing_in(shown: Reply) -> PlaceOrder:
    """What the button `Place the order` of a summary stands for."""
    found = [c for card in shown.cards for row in card.choices for c in row]
    (placing,) = [
        c.action for c in found if isinstance(c, Choice) and isinstance(c.action, PlaceOrder)
    ]
    return placing


async def open_shop(url: str) -> Turns:
    """A stocked shop with a manager and a member of each of the first families."""
    await stock_stall(url, PRODUCTS, PRODUCTS)
    turns = Turns(Database(url), WIDE, now)
    for at in range(THINGS + 1):
        await tap(turns, f"staff-{at}", Command("start"))
        async with turns.database.write() as session:
            person = (await session.scalars(person_of(f"staff-{at}"))).one()
            role = None if at else Role.manager
            code = await invite(acting(session, now=now()), role=role, family_id=at or None)
            await accept_invitation(acting(session, person, now()), code)
    async with turns.database.write() as session:
        await session.execute(update(FactRow).values(announced_at=now()))
    return turns


def person_of(who: str) -> Any:
    """The look-up of somebody's id."""
    return select(Account.person_id).where(Account.external_id == who)


async def come_back(turns: Turns, who: str) -> None:
    """Somebody who has ordered before."""
    await tap(turns, who, Command("start"))
    place = {name: getattr(HOME, name) for name in ("name", "phone", "emirate", "area", "address")}
    async with turns.database.write() as session:
        person = (await session.scalars(person_of(who))).one()
        session.add(SavedAddress(person_id=person, **place))


async def fill(turns: Turns, who: str) -> None:
    """Put all but one of the things into the cart; they are of as many families."""
    for option in (1, 2):
        await press(turns, who, SetQuantity(option, 1, on_card=True))


async def to_summary(turns: Turns, who: str) -> PlaceOrder:
    """From an empty cart to the summary's button."""
    await fill(turns, who)
    await press(turns, who, SetQuantity(4, 1, on_card=True))
    return placing_in(await press(turns, who, StartCheckout()))


async def measured(turns: Turns, rounds: int) -> dict[str, Cost]:
    """The median cost of each tap of an order, and of announcing it."""
    costs: dict[str, list[Cost]] = {}

    async def cost(name: str, work: Callable[[], Awaitable[Any]]) -> Any:
        with statements(turns.database) as seen:
            began = time.process_time()
            done = await work()
            spent = (time.process_time() - began) * 1000
        costs.setdefault(name, []).append(Cost(spent, len(seen)))
        return done

    async def announce() -> None:
        async with turns.database.write() as session:
            await announce_next(session, now())

    await come_back(turns, "one")
    for _ in range(rounds):
        await fill(turns, "one")
        add = SetQuantity(4, 1, on_card=True)
        await cost("quantity", partial(press, turns, "one", add))
        await cost("cart", lambda: press(turns, "one", ShowCart()))
        shown = await cost("checkout", lambda: press(turns, "one", StartCheckout()))
        placing = placing_in(shown)
        await cost("placing", partial(press, turns, "one", placing))
        await cost("announcing", announce)
    return {name: middle(each[len(each) // 5 :]) for name, each in costs.items()}


def middle(each: list[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(median(c.cpu for c in each), int(median(c.statements for c in each)))


class Crowd(NamedTuple):
    """Seconds: of placing, by percent of the crowd, and of a browsing tap, alone and meanwhile."""

    p50: float
    p95: float
    alone: float
    meanwhile: float
    cpu: float


async def crowd_at_once(turns: Turns) -> Crowd:
    """Sixty people with the same window on their summaries press at once, while others browse."""
    people = [f"buyer-{at}" for at in range(CROWD)]
    placings = [await to_summary(turns, who) for who in people]
    announcer = Announcer(turns.database, now, lambda: None)
    turns.database.when_committed(announcer.wake)
    announcing = asyncio.create_task(announcer.run())
    await asyncio.sleep(0.2)
    alone: list[float] = []
    meanwhile: list[float] = []
    taken: list[float] = []
    async with browsing(turns, alone):
        await asyncio.sleep(1.0)
    cpu = time.process_time()
    async with browsing(turns, meanwhile):

        async def place(who: str, placing: PlaceOrder) -> None:
            began = time.perf_counter()
            await press(turns, who, placing)
            taken.append(time.perf_counter() - began)

        await asyncio.gather(*map(place, people, placings))
    cpu = time.process_time() - cpu
    announcing.cancel()
    with suppress(asyncio.CancelledError):
        await announcing
    turns.database._committed.clear()
    taken.sort()
    return Crowd(taken[CROWD // 2], taken[CROWD * 95 // 100], median(alone), median(meanwhile), cpu)


class browsing:
    """Some people leaf through the shop, one tap after another."""

    def __init__(self, turns: Turns, taken: list[float]) -> None:
        self.turns, self.taken = turns, taken

    async def leaf(self, who: str) -> None:
        """One person, for as long as it goes."""
        while True:
            began = time.perf_counter()
            await press(self.turns, who, ShowPackage("atayeb"))
            self.taken.append(time.perf_counter() - began)
            await asyncio.sleep(0.02)

    async def __aenter__(self) -> None:
        self.tasks = [asyncio.create_task(self.leaf(f"staff-{at % 4}")) for at in range(BROWSERS)]

    async def __aexit__(self, *_: object) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)


async def run(url: str, rounds: int) -> None:
    """Measure, and print what was found."""
    turns = await open_shop(url)
    for name, cost in (await measured(turns, rounds)).items():
        SAY.print(f"{name:12} {cost.cpu:6.2f} ms {cost.statements:4d} statements")
    for at in range(CROWD):
        await come_back(turns, f"buyer-{at}")
    for _ in range(3):
        c = await crowd_at_once(turns)
        SAY.print(
            f"sixty: p50 {c.p50:.2f} s, p95 {c.p95:.2f} s, processor {c.cpu:.2f} s;"
            f" browsing {c.alone * 1000:.1f} ms alone, {c.meanwhile * 1000:.1f} ms meanwhile"
        )
    await turns.database.close()


def main() -> None:
    """On SQLite, or on a PostgreSQL of its own."""
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    if sys.argv[1] == "postgres":
        server = Postgres()
        try:
            asyncio.run(run(server.url(server.fresh()), rounds))
        finally:
            server.stop()
        return
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(run(f"sqlite:///{Path(folder) / 'shop.db'}", rounds))


if __name__ == "__main__":
    main()
