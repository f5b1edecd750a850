"""The storefront beside itself as another checkout has it, in one interleaved run.

The other checkout has a virtual environment of its own (`make install` there), and stocks its own
database: their schemas may differ.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from tests.benchmarks.aims import cost
from tests.benchmarks.at_once import (
    HERE,
    THERE,
    at_once_table,
    let_them_return,
    measure_at_once,
    stock,
)
from tests.benchmarks.journeys import Journey, filling, leafing, ordering, searching
from tests.benchmarks.rounds import PATIENCE_S, Results, Say, Size
from tests.benchmarks.running import ROOT, Measured, Running, python_of
from tests.benchmarks.subjects.programs import shop

TAP, SEARCH, CART, ORDER = "a browse tap", "a search", "into the cart", "cart to receipt"
START, MEMORY = "start to first answer", "memory after the turns"
AIMS = {TAP: 1.0, SEARCH: 1.0, CART: 1.0, ORDER: 0.6, START: 1.0, MEMORY: 1.0}
"""Beside the commit 5b10eee: an order for much less, and nothing else for more."""


async def compare(size: Size, other: Path, folder: Path, say: Say) -> Results:
    """Both in turn: what each kind of act costs, how long a start takes, and the memory."""
    results = Results()
    async with AsyncExitStack() as stack:
        both = {}
        for name, checkout in ((HERE, ROOT), (THERE, other)):
            say(f"stocking and starting: {name}")
            both[name] = await opened(name, checkout, size, folder, stack, results)
        for name, running in both.items():
            results.memory[name] = await weigh(name, running, size, say)
        for number in range(size.rounds):
            for measure, journey in journeys(size).items():
                for name, running in both.items():
                    say(f"{measure}, round {number + 1} of {size.rounds}: {name}")
                    results.add(measure, name, await one_round(running, measure, journey, size))
    await measure_at_once(size, {HERE: ROOT, THERE: other}, folder, results, say)
    return results


def journeys(size: Size) -> dict[str, Journey]:
    """What people do, by the name of its measure; each product has one option or more."""
    return {
        TAP: leafing(size.products),
        SEARCH: searching(),
        CART: filling(size.products),
        ORDER: ordering(size.products),
    }


async def opened(
    name: str, checkout: Path, size: Size, folder: Path, stack: AsyncExitStack, results: Results
) -> Running:
    """A checkout's shop with its people; it was started some times, and the median is kept."""
    database = folder / f"{name.replace(' ', '-')}.db"
    url = f"sqlite:///{database}"
    await stock(name, checkout, url, size.products, size.products)
    program = shop(database)._replace(python=python_of(checkout), folder=checkout)
    times = []
    for _ in range(size.starts):
        async with Running(program, folder / "starts.log") as tried:
            times.append(tried.started_in)
    running = await stack.enter_async_context(Running(program, folder / f"{database.stem}.log"))
    results.started[name] = median(times or [running.started_in])
    await running.gather(size.people)
    await let_them_return(name, checkout, url, running.people)
    return running


async def weigh(name: str, running: Running, size: Size, say: Say) -> tuple[float, int]:
    """The memory, in MB, after so many turns at least, and how many these were.

    Everybody does each kind of act once, over and over: in equal seconds the faster of the two
    would have more orders to remember. It also lets every photo be uploaded once, before acts are
    measured.
    """
    while running.acts < size.turns:
        for measure, journey in journeys(size).items():
            say(f"turn {running.acts} of {size.turns}: {name}")
            people = running.people[: size.buyers if measure == ORDER else None]
            await running.crowd(journey, people=people, once=True, patience=PATIENCE_S)
    return running.megabytes(), running.acts


async def one_round(running: Running, measure: str, journey: Journey, size: Size) -> Measured:
    """One subject's round of one measure.

    Orders are told, and their pictures drawn, when nobody presses any more: each buyer orders once,
    and the round ends when all of that is done.
    """
    if measure == ORDER:
        buyers = running.people[: size.buyers]
        return await running.crowd_and_after(journey, people=buyers, patience=PATIENCE_S)
    return await running.crowd(journey, seconds=size.seconds, warm=size.warm, patience=PATIENCE_S)


def show_compared(results: Results, console: Console) -> None:
    """Print the ratios: processor time of an act, a start, and the memory."""
    table = Table(title=f"{HERE} to {THERE}", title_justify="left")
    for heading in ("", "ratio", "aim", HERE, THERE, "failed"):
        table.add_column(heading, justify="right")
    for measure in (TAP, SEARCH, CART, ORDER):
        rounds = results.rounds[measure]
        here, there = (results.middle(measure, name, cost) * 1000 for name in (HERE, THERE))
        ratio = results.ratio(measure, HERE, THERE, cost)
        failed = sum(each.failed for both in rounds.values() for each in both)
        figures = (f"{here:.2f} ms", f"{there:.2f} ms")
        table.add_row(measure, f"{ratio:.2f}", f"{AIMS[measure]}", *figures, str(failed))
    add_pair(table, START, results.started.__getitem__, "s")
    add_pair(table, MEMORY, lambda name: results.memory[name][0], "MB")
    console.print(table)
    console.print(at_once_table(results))


def add_pair(table: Table, measure: str, value: Callable[[str], float], unit: str) -> None:
    """A row of two numbers that were taken once."""
    here, there = value(HERE), value(THERE)
    figures = (f"{here:.1f} {unit}", f"{there:.1f} {unit}")
    table.add_row(measure, f"{here / there:.2f}", f"{AIMS[measure]}", *figures, "")
