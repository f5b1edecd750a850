"""A package opened, its page turned, and a search: ``python -m tests.benchmarks.shelves CHECKOUT``.

Beside them stands what another checkout takes for a tap and a search. It may be of before packages
had shelves: then its people leaf card by card. On each database there is a small shop and a large
one of each checkout, which take many short turns.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Mapping
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import NamedTuple

import msgspec
from rich.console import Console
from rich.table import Table

from tests.benchmarks.aims import cost
from tests.benchmarks.at_once import HERE, THERE, Shop, an_empty_database, program_of, stock
from tests.benchmarks.journeys import Journey, leafing, opening, searching, turning
from tests.benchmarks.rounds import KINDS, PATIENCE_S, POSTGRES, Results, Say, Size
from tests.benchmarks.running import ROOT, Measured, Running
from tests.benchmarks.servers import gather_statistics, spent_by
from tests.support.postgres import Postgres

TAP, OPENING, TURNING, SEARCH = "a browse tap", "a package opened", "its page turned", "a search"
AIMS: Mapping[str, tuple[str, float]] = {
    OPENING: (TAP, 1.0),
    TURNING: (TAP, 1.0),
    SEARCH: (SEARCH, 1.2),
}
"""What the other checkout does beside it, and how many times as much it may cost here."""


class Place(NamedTuple):
    """A database of the kind, its server if it has one, and how many products there are."""

    kind: str
    server: Postgres | None
    products: int

    def __str__(self) -> str:
        """As it stands in the table."""
        return f"{self.products:,} products, {self.kind}"


class Stall(NamedTuple):
    """A running shop in its place."""

    running: Running
    place: Place

    async def crowd(self, measure: str, seconds: float) -> Measured:
        """A round of one measure; what the database's server spends on it counts too."""
        before = spent_by(self.place.server)
        measured = await self.running.crowd(
            journey_of(measure, self.place.products), seconds=seconds, patience=PATIENCE_S
        )
        spent = measured.cpu + spent_by(self.place.server) - before
        return msgspec.structs.replace(measured, cpu=spent)


def journey_of(measure: str, products: int) -> Journey:
    """What people do; each act changes what is seen, or there would be nothing to show."""
    if measure == TAP:
        return leafing(products)
    return {OPENING: opening, TURNING: turning, SEARCH: searching}[measure]()


async def measure_shelves(
    size: Size, checkouts: Mapping[str, Path], folder: Path, results: Results, say: Say
) -> None:
    """Everything, on the one database and then on the other."""
    for kind in size.kinds:
        server = await asyncio.to_thread(Postgres) if kind == POSTGRES else None
        try:
            for products in (size.products, size.products_big):
                place = Place(kind, server, products)
                await measure_in(place, size, checkouts, folder, results, say)
        finally:
            if server is not None:
                await asyncio.to_thread(server.stop)


async def measure_in(
    place: Place,
    size: Size,
    checkouts: Mapping[str, Path],
    folder: Path,
    results: Results,
    say: Say,
) -> None:
    """Both shops in turn, measure by measure, after all pictures were drawn and uploaded once."""
    async with AsyncExitStack() as stack:
        stalls = {}
        for name, checkout in checkouts.items():
            say(f"stocking and starting, {place}: {name}")
            stalls[name] = await opened(name, checkout, place, size, folder, stack)
        pairs = {(HERE, each) for each in AIMS} | {(THERE, each) for each, _ in AIMS.values()}
        for name, measure in pairs:
            await stalls[name].crowd(measure, 4 * size.short)
        for number in range(size.short_rounds):
            say(f"{place}, round {number + 1} of {size.short_rounds}")
            for name, measure in sorted(pairs, key=lambda pair: pair[1]):
                measured = await stalls[name].crowd(measure, size.short)
                results.add(f"{measure}, {place}", name, measured)


async def opened(
    name: str, checkout: Path, place: Place, size: Size, folder: Path, stack: AsyncExitStack
) -> Stall:
    """A checkout's shop with its people."""
    inside = folder / f"{place.products}"
    inside.mkdir(exist_ok=True)
    one = Shop(name, checkout, await an_empty_database(place.kind, name, inside, place.server))
    await stock(*one, place.products, min(size.first, place.products))
    if place.server is not None:
        await gather_statistics(one.url)
    log = inside / f"{place.kind}-{name.replace(' ', '-')}.log"
    running = await stack.enter_async_context(Running(program_of(one), log))
    await running.gather(size.buyers)
    return Stall(running, place)


def shelves_table(results: Results) -> Table:
    """Of each place and measure: the ratio, its aim, and what an act costs in either checkout."""
    table = Table(title=f"shelves, {HERE} to {THERE}", title_justify="left")
    for heading in ("", "", "ratio", "aim", HERE, THERE, "rounds", "failed"):
        table.add_column(heading, justify="right")
    for measure, (other, aim) in AIMS.items():
        for place in places_of(results):
            mine = results.rounds[f"{measure}, {place}"][HERE]
            theirs = results.rounds[f"{other}, {place}"][THERE]
            here, there = (median(map(cost, each)) * 1000 for each in (mine, theirs))
            ratio = median(cost(one) / cost(two) for one, two in zip(mine, theirs, strict=True))
            failed = sum(each.failed for each in (*mine, *theirs))
            figures = (f"{here:.2f} ms", f"{there:.2f} ms", str(len(mine)), str(failed))
            table.add_row(measure, place, f"{ratio:.2f}", f"{aim}", *figures)
    return table


def places_of(results: Results) -> list[str]:
    """Where it was measured."""
    start = f"{SEARCH}, "
    return [each.removeprefix(start) for each in results.rounds if each.startswith(start)]


def main() -> None:
    """These measures alone."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--rounds", type=int, default=Size().short_rounds)
    parser.add_argument("--kinds", nargs="+", choices=KINDS, default=KINDS)
    options = parser.parse_args()
    size = Size(short_rounds=options.rounds, kinds=tuple(options.kinds))
    checkouts = {HERE: ROOT, THERE: options.checkout.resolve()}
    results, console = Results(), Console()
    with tempfile.TemporaryDirectory() as folder, console.status("starting") as status:
        asyncio.run(measure_shelves(size, checkouts, Path(folder), results, status.update))
    console.print(shelves_table(results))


if __name__ == "__main__":
    main()
