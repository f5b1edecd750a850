"""A sale in the hall beside an order in the chat: ``python -m tests.benchmarks.hall``.

Both in turn in one shop whose manager and families are told of everything: a label is scanned, paid
in cash and sold; a product is put into the cart, and ordered to the receipt. What is told, drawn
and kept afterwards counts too, and on PostgreSQL what its server spends.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import msgspec
from rich.console import Console
from rich.table import Table
from sqlalchemy import insert, select

from handlers.dialog.actions.selling import SellOption
from handlers.dialog.links import encode_link
from models.families.families import Family
from models.hall.tills import open_till
from models.kernel.database import Database
from models.messaging.accounts import Account
from models.people.access import FamilyMember, Role, RoleRow
from tests.benchmarks.at_once import HERE, IN_STOCK, Shop, an_empty_database, program_of
from tests.benchmarks.journeys import Journey, ordering
from tests.benchmarks.rounds import KINDS, PATIENCE_S, POSTGRES, Results, Say, Size
from tests.benchmarks.running import ROOT, Measured, Running
from tests.benchmarks.servers import gather_statistics, spent_by
from tests.benchmarks.stall import BRANDS, make_returning, stock_stall
from tests.support.acting import acting
from tests.support.halls import FLOAT, a_bazaar, a_token
from tests.support.postgres import Postgres

SALE, ORDER = "a sale in the hall", "cart to receipt"
ONE, EIGHT = "one seller", "eight sellers"
LOOK_S, IDLE_S = 0.2, 1.0
SELLERS = 8
MOST_ROUNDS = 3


def selling() -> Journey:
    """A label is scanned, what is due is seen, and it is sold."""
    scan = encode_link(SellOption(1)).replace("1", "{any}")
    return [
        {"says": f"/start {scan}", "most": IN_STOCK},
        {"press": r'^\["=",\d+,"cash"\]'},
        {"press": r'^\["zc",'},
    ]


async def measure_hall(size: Size, folder: Path, results: Results, say: Say) -> None:
    """Everything, on the one database and then on the other."""
    for kind in size.kinds:
        server = await asyncio.to_thread(Postgres) if kind == POSTGRES else None
        try:
            async with AsyncExitStack() as stack:
                say(f"stocking and starting the hall on {kind}")
                hall = await open_hall(kind, server, size, folder, stack)
                await measure_in(hall, size, results, say)
        finally:
            if server is not None:
                await asyncio.to_thread(server.stop)


class Hall(msgspec.Struct, frozen=True):
    """A running shop with its hall: who orders in the chat, and who sells."""

    kind: str
    running: Running
    server: Postgres | None
    buyers: Sequence[int]
    sellers: Sequence[int]

    async def each_once(self, measure: str) -> Measured:
        """Everybody makes one sale, or one order; the round ends when all of it is told.

        What the shop spends while it waits is no part of the cost: news wait for their turn in a
        chat, at times for seconds.
        """
        journey, people = selling(), self.sellers
        if measure == ORDER:
            journey, people = ordering(IN_STOCK), self.buyers
        at_rest = self.spent()
        await asyncio.sleep(IDLE_S)
        before, began = self.spent(), time.perf_counter()
        measured = await self.running.crowd_and_after(journey, people=people, patience=PATIENCE_S)
        waiting = (before - at_rest) * (time.perf_counter() - began) / IDLE_S
        cost = max(self.spent() - before - waiting, 0.0)
        return msgspec.structs.replace(measured, cpu=cost)

    def spent(self) -> float:
        """Seconds of processor time that shop and database have used."""
        return self.running.spent() + spent_by(self.server)

    async def taps(self, sellers: int, size: Size) -> Measured:
        """Some sell one thing after another, with a look at each screen; many taps in all."""
        return await self.running.crowd(
            selling(),
            people=self.sellers[:sellers],
            seconds=size.seconds * SELLERS / sellers,
            warm=size.warm,
            pause=LOOK_S,
            patience=PATIENCE_S,
        )


async def open_hall(
    kind: str, server: Postgres | None, size: Size, folder: Path, stack: AsyncExitStack
) -> Hall:
    """A shop with a manager and a member of each family, and a hall with as many sellers as buyers.

    All pictures were drawn and uploaded once.
    """
    url = await an_empty_database(kind, "hall", folder, server)
    await stock_stall(url, size.products, size.products)
    program = program_of(Shop(HERE, ROOT, url))
    running = await stack.enter_async_context(Running(program, folder / f"hall-{kind}.log"))
    many = max(size.buyers, SELLERS)
    await running.gather(2 * many + BRANDS + 1)
    people = running.people
    buyers, sellers, told = people[:many], people[many : 2 * many], people[2 * many :]
    await make_returning(url, buyers)
    await staff_hall(url, sellers, told)
    if server is not None:
        await gather_statistics(url)
    hall = Hall(kind, running, server, buyers, sellers)
    for measure in (ORDER, SALE, ORDER, SALE):
        await hall.each_once(measure)
    return hall


async def staff_hall(url: str, sellers: Sequence[int], told: Sequence[int]) -> None:
    """Open a till for each seller; of those who are told the first is the manager."""
    now = datetime.now(UTC)
    database = Database(url)
    async with database.write() as session:
        known = await session.execute(select(Account.external_id, Account.person_id))
        person = {int(external): person_id for external, person_id in known}
        roles = [(told[0], Role.manager), *((seller, Role.seller) for seller in sellers)]
        rows = [{"person_id": person[who], "role": role.value, "since": now} for who, role in roles]
        await session.execute(insert(RoleRow), rows)
        families = (await session.scalars(select(Family.id).order_by(Family.id))).all()
        members = [
            {"person_id": person[who], "family_id": family, "since": now}
            for who, family in zip(told[1:], families, strict=True)
        ]
        await session.execute(insert(FamilyMember), members)
        bazaar_id = await a_bazaar(session, now)
        for seller in sellers:
            await open_till(acting(session, person[seller], now), bazaar_id, FLOAT, a_token())
    await database.close()


async def measure_in(hall: Hall, size: Size, results: Results, say: Say) -> None:
    """A sale and an order in turn, then one seller and eight in turn."""
    for number in range(size.rounds):
        for measure in (SALE, ORDER):
            say(f"{measure}, {hall.kind}, round {number + 1} of {size.rounds}")
            results.add(f"{measure}, {hall.kind}", HERE, await hall.each_once(measure))
    for number in range(min(size.rounds, MOST_ROUNDS)):
        for measure, sellers in ((ONE, 1), (EIGHT, SELLERS)):
            say(f"{measure}, {hall.kind}, round {number + 1}")
            results.add(f"{measure}, {hall.kind}", HERE, await hall.taps(sellers, size))


def journey_cost(measured: Measured) -> float:
    """Processor time of a whole journey, and of what is done for it later."""
    return measured.cpu / measured.journeys if measured.journeys else 0.0


def act_p99(measured: Measured) -> float:
    """Seconds that 99 of 100 acts stayed under."""
    return measured.act_p99


def act_p50(measured: Measured) -> float:
    """Seconds that half of the acts stayed under."""
    return measured.act_p50


def ratio_of(
    results: Results, kind: str, one: str, other: str, value: Callable[[Measured], float]
) -> float:
    """The median, over the rounds, of what the one measure did to what the other did beside it."""
    both = (results.rounds[f"{each}, {kind}"][HERE] for each in (one, other))
    return median(value(a) / value(b) if value(b) else 0.0 for a, b in zip(*both, strict=True))


def halls_of(results: Results) -> list[str]:
    """The databases on which it was measured."""
    return [kind for kind in KINDS if f"{SALE}, {kind}" in results.rounds]


def sale_to_order(results: Results, kind: str) -> float:
    """Processor time of a sale, from the scan until everyone is told, to an order's."""
    return ratio_of(results, kind, SALE, ORDER, journey_cost)


def eight_to_one(results: Results, kind: str) -> float:
    """What 99 of 100 taps of eight sellers stay under, to the same of one who sells alone."""
    return ratio_of(results, kind, EIGHT, ONE, act_p99)


def hall_table(results: Results) -> Table:
    """Of each database: the ratios, what a sale and an order cost, and how long taps take."""
    table = Table(title="the hall", title_justify="left")
    for heading in ("", "", "ratio", "processor", "p50 of a tap", "p99 of a tap", "taps", "failed"):
        table.add_column(heading, justify="right")
    for kind in halls_of(results):
        cost, slower = sale_to_order(results, kind), eight_to_one(results, kind)
        ratios = {SALE: f"{cost:.2f}", EIGHT: f"{slower:.2f}"}
        for measure in (SALE, ORDER, ONE, EIGHT):
            rounds = results.rounds[f"{measure}, {kind}"][HERE]
            table.add_row(
                kind,
                measure,
                ratios.get(measure, ""),
                f"{median(map(journey_cost, rounds)) * 1000:.1f} ms",
                f"{median(map(act_p50, rounds)) * 1000:.1f} ms",
                f"{median(map(act_p99, rounds)) * 1000:.1f} ms",
                str(sum(each.acts for each in rounds)),
                str(sum(each.failed for each in rounds)),
            )
    return table


def main() -> None:
    """These measures alone."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--rounds", type=int, default=Size().rounds)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    size = Size(rounds=options.rounds, kinds=tuple(options.kinds))
    results, console = Results(), Console()
    with tempfile.TemporaryDirectory() as folder, console.status("starting") as status:
        asyncio.run(measure_hall(size, Path(folder), results, status.update))
    console.print(hall_table(results))


if __name__ == "__main__":
    main()
