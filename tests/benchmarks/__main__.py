"""``python -m tests.benchmarks [--quick]``: one interleaved run, and its tables."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from pathlib import Path

from rich.console import Console

from tests.benchmarks.fairness import measure_fairness
from tests.benchmarks.rounds import QUICK, Results, Say, Size, run_rounds
from tests.benchmarks.tables import show


def main() -> None:
    """Runs everything; the numbers are this machine's, the ratios are what to compare."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=main.__doc__)
    parser.add_argument("--quick", action="store_true", help="a few seconds, to see that it runs")
    parser.add_argument("--rounds", type=int, help="rounds of each measure")
    options = parser.parse_args()
    size = QUICK if options.quick else Size()
    if options.rounds:
        size = Size(rounds=options.rounds)
    console = Console()
    with tempfile.TemporaryDirectory() as folder, console.status("starting") as status:
        results = asyncio.run(measured(size, Path(folder), status.update))
    show(results, console)


async def measured(size: Size, folder: Path, say: Say) -> Results:
    """Everything that the tables show."""
    results = await run_rounds(size, folder, say)
    await measure_fairness(size, folder, results, say)
    return results


if __name__ == "__main__":
    main()
