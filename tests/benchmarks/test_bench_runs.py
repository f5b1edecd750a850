"""The benchmark runs and prints every table; what it measures is not judged here."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console

from tests.benchmarks.rounds import CEILING, ORDERS, QUICK, SHOP, SHOP_BIG, TAPS, run_rounds
from tests.benchmarks.tables import show


@pytest.mark.slow
async def test_the_benchmark_runs(tmp_path: Path) -> None:
    said: list[str] = []
    results = await run_rounds(QUICK, tmp_path, said.append)
    assert any(SHOP in each for each in said)
    for name in (SHOP, SHOP_BIG, CEILING):
        assert results.rounds[TAPS][name][0].done > 0
    assert results.rounds[ORDERS][SHOP][0].done >= 4 * QUICK.buyers
    complaints = {name: each for name, each in results.complaints.items() if each}
    assert complaints == {}

    page = Console(file=io.StringIO(), width=160)
    show(results, page)
    assert isinstance(page.file, io.StringIO)
    printed = page.file.getvalue()
    assert len(re.findall("reached", printed)) == 4
    assert SHOP_BIG in printed
