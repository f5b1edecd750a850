"""``python -m tests.benchmarks [--quick]``: one interleaved run, and its tables."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from rich.console import Console

from tests.benchmarks.at_once import HERE, THERE, alone_here, measure_at_once
from tests.benchmarks.beside import compare, show_compared
from tests.benchmarks.fairness import measure_fairness
from tests.benchmarks.hall import measure_hall
from tests.benchmarks.rounds import QUICK, Results, Say, Size, run_rounds
from tests.benchmarks.running import ROOT
from tests.benchmarks.shelves import measure_shelves, shelves_table
from tests.benchmarks.tables import show


def main() -> None:
    """Runs everything; the numbers are this machine's, the ratios are what to compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="a few seconds, to see that it runs")
    parser.add_argument("--rounds", type=int, help="rounds of each measure")
    parser.add_argument("--beside", type=Path, help="another checkout, to compare with this one")
    options = parser.parse_args()
    size = QUICK if options.quick else Size()
    if options.rounds:
        size = Size(rounds=options.rounds, short_rounds=5 * options.rounds)
    console = Console()
    with tempfile.TemporaryDirectory() as folder, console.status("starting") as status:
        if options.beside:
            there = options.beside.resolve()
            compared = asyncio.run(beside(size, there, Path(folder), status.update))
            show_compared(compared, console)
            console.print(shelves_table(compared))
            return
        results = asyncio.run(measured(size, Path(folder), status.update))
    show(results, console)


async def beside(size: Size, there: Path, folder: Path, say: Say) -> Results:
    """Everything that is compared with the other checkout."""
    results = await compare(size, there, folder, say)
    await measure_shelves(size, {HERE: ROOT, THERE: there}, folder, results, say)
    return results


async def measured(size: Size, folder: Path, say: Say) -> Results:
    """Everything that the tables show."""
    results = await run_rounds(size, folder, say)
    await measure_fairness(size, folder, results, say)
    await measure_at_once(size, alone_here(), folder, results, say)
    await measure_hall(size, folder, results, say)
    return results


if __name__ == "__main__":
    main()
