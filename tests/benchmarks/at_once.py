"""Sixty who place their orders at once while a few browse, on SQLite and on PostgreSQL.

All of them have the same window on their summaries. The whole program is measured, and perhaps
another checkout's in turn with it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

from rich.table import Table

from tests.benchmarks.journeys import leafing, ordering
from tests.benchmarks.rounds import KINDS, PATIENCE_S, POSTGRES, SQLITE, Results, Say, Size
from tests.benchmarks.running import ROOT, Measured, Program, Running, python_of, run_in
from tests.benchmarks.stall import make_returning, stock_stall
from tests.benchmarks.subjects.programs import shop
from tests.support.postgres import Postgres

HERE, THERE = "this checkout", "the other one"
PLACING, ALONE, MEANWHILE = "placing at once", "browsing alone", "browsing meanwhile"
LOOK_S = 0.05  # shorter than people look: it is to end before the placing does
IN_STOCK = 12  # the first options; none of their products is made to order
STOCKED = """
import asyncio, sys
from tests.benchmarks.stall import stock_stall
print(asyncio.run(stock_stall(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))))
"""
RETURNING = """
import asyncio, sys
from tests.benchmarks.stall import make_returning
asyncio.run(make_returning(sys.argv[1], [int(each) for each in sys.argv[2].split(",")]))
"""


class Shop(NamedTuple):
    """Whose shop it is, where its code and its database are."""

    name: str
    checkout: Path
    url: str


async def measure_at_once(
    size: Size, checkouts: Mapping[str, Path], folder: Path, results: Results, say: Say
) -> None:
    """Rounds of each checkout in turn, on the one database and then on the other."""
    server = await asyncio.to_thread(Postgres) if POSTGRES in size.kinds else None
    try:
        for kind in size.kinds:
            shops = [
                Shop(name, checkout, await an_empty_database(kind, name, folder, server))
                for name, checkout in checkouts.items()
            ]
            say(f"stocking and starting on {kind}")
            await measure_on(kind, shops, size, folder, results, say)
    finally:
        if server is not None:
            await asyncio.to_thread(server.stop)


async def an_empty_database(kind: str, name: str, folder: Path, server: Postgres | None) -> str:
    """Its URL; there is no schema in it yet, since each checkout has its own."""
    if server is None or kind == SQLITE:
        return f"sqlite:///{folder / name.replace(' ', '-')}-at-once.db"
    return server.url(await asyncio.to_thread(server.fresh, "template1"))


async def measure_on(
    kind: str, shops: Sequence[Shop], size: Size, folder: Path, results: Results, say: Say
) -> None:
    """Rounds of each shop in turn."""
    async with AsyncExitStack() as stack:
        running = {one.name: await opened(one, size, folder, stack) for one in shops}
        for number in range(size.rounds):
            for name, each in running.items():
                say(f"sixty at once on {kind}, round {number + 1} of {size.rounds}: {name}")
                for what, measured in (await one_round(each, size)).items():
                    results.add(f"{what}, {kind}", name, measured)


async def opened(one: Shop, size: Size, folder: Path, stack: AsyncExitStack) -> Running:
    """A shop with those who order, who have ordered before, and those who browse."""
    await stock(*one, size.products, size.products)
    log = folder / f"at-once-{one.name.replace(' ', '-')}.log"
    running = await stack.enter_async_context(Running(program_of(one), log))
    await running.gather(size.at_once + size.calm)
    await let_them_return(*one, running.people)
    await browsing(running, size)
    return running


def program_of(one: Shop) -> Program:
    """How a checkout's shop is started on that database."""
    program = shop(one.checkout / "none")
    environment = {**program.environment, "ENTAJ_DATABASE_URL": one.url}
    return program._replace(
        environment=environment, python=python_of(one.checkout), folder=one.checkout
    )


async def stock(name: str, checkout: Path, url: str, products: int, first: int) -> None:
    """Fill a new database, by the code of the checkout: the schema is its own."""
    if name == HERE:
        await stock_stall(url, products, first)
    else:
        await run_in(checkout, STOCKED, url, str(products), str(first))


async def let_them_return(name: str, checkout: Path, url: str, people: Sequence[int]) -> None:
    """Let these people have ordered before, by the code of the checkout."""
    if name == HERE:
        await make_returning(url, people)
    else:
        await run_in(checkout, RETURNING, url, ",".join(map(str, people)))


async def one_round(running: Running, size: Size) -> Mapping[str, Measured]:
    """All come to their summaries; the others browse, and again while all press at once."""
    *on_the_way, last = ordering(IN_STOCK)
    crowd = {"people": running.people[: size.at_once], "once": True, "patience": PATIENCE_S}
    await running.crowd(on_the_way, **crowd)
    alone = await browsing(running, size)
    placing, meanwhile = await asyncio.gather(
        running.crowd([last], **crowd), browsing(running, size)
    )
    return {PLACING: placing, ALONE: alone, MEANWHILE: meanwhile}


async def browsing(running: Running, size: Size) -> Measured:
    """A few leaf through the shop once, with a look at each screen."""
    few = running.people[size.at_once :]
    look = {"once": True, "pause": LOOK_S, "patience": PATIENCE_S}
    return await running.crowd(leafing(size.products), people=few, **look)


def measured_on(results: Results) -> list[str]:
    """The databases on which it was measured."""
    return [kind for kind in KINDS if f"{PLACING}, {kind}" in results.rounds]


def slowed(results: Results, kind: str, name: str) -> float:
    """The median, over the rounds, of half the taps' time meanwhile to half the taps' alone."""
    alone, meanwhile = (results.rounds[f"{what}, {kind}"][name] for what in (ALONE, MEANWHILE))
    pairs = zip(alone, meanwhile, strict=True)
    return median(one.act_p50 and other.act_p50 / one.act_p50 for one, other in pairs)


def at_once_table(results: Results) -> Table:
    """Of each database and checkout: placing, and browsing alone and meanwhile."""
    table = Table(title="sixty place their orders at once", title_justify="left")
    for heading in ("", "", "to the other", "p50", "p95", ALONE, MEANWHILE, "ratio", "failed"):
        table.add_column(heading, justify="right")
    for kind in measured_on(results):
        placing = results.rounds[f"{PLACING}, {kind}"]
        for name, rounds in placing.items():
            beside = name == HERE and THERE in placing
            ratio = results.ratio(f"{PLACING}, {kind}", HERE, THERE, act_p95) if beside else None
            table.add_row(
                kind,
                name,
                "" if ratio is None else f"{ratio:.2f}",
                f"{median(each.act_p50 for each in rounds):.2f} s",
                f"{median(each.act_p95 for each in rounds):.2f} s",
                *(
                    f"{results.middle(f'{what}, {kind}', name, act_p50) * 1000:.0f} ms"
                    for what in (ALONE, MEANWHILE)
                ),
                f"{slowed(results, kind, name):.2f}",
                str(sum(each.failed for each in rounds)),
            )
    return table


def act_p50(measured: Measured) -> float:
    """Seconds that half of the acts stayed under."""
    return measured.act_p50


def act_p95(measured: Measured) -> float:
    """Seconds that 95 of 100 acts stayed under."""
    return measured.act_p95


def alone_here() -> Mapping[str, Path]:
    """This checkout and no other."""
    return {HERE: ROOT}
