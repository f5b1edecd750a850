"""The benchmark runs and prints every table; what it measures is not judged here."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from tests.benchmarks.__main__ import beside, measured
from tests.benchmarks.at_once import HERE, MEANWHILE, PLACING, THERE
from tests.benchmarks.beside import AIMS, CART, ORDER, SEARCH, TAP, show_compared
from tests.benchmarks.fairness import BY_ASKING, BY_WEBHOOK, STORM
from tests.benchmarks.hall import EIGHT, SALE, SELLERS
from tests.benchmarks.rounds import (
    CEILING,
    ORDERS,
    POSTGRES,
    QUICK,
    SHOP,
    SHOP_BIG,
    SQLITE,
    TAPS,
)
from tests.benchmarks.running import ROOT
from tests.benchmarks.shelves import AIMS as SHELVES
from tests.benchmarks.tables import show


@pytest.fixture(autouse=True)
def forked(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long a start takes is not judged, so that it need not take long."""
    monkeypatch.setattr("tests.benchmarks.running.STARTS_ANEW", False)


@pytest.mark.slow
async def test_the_benchmark_runs(tmp_path: Path) -> None:
    said: list[str] = []
    # On the other database they order at once beside another checkout.
    results = await measured(replace(QUICK, kinds=(POSTGRES,)), tmp_path, said.append)
    assert any(SHOP in each for each in said)
    for name in (SHOP, SHOP_BIG, CEILING):
        assert results.rounds[TAPS][name][0].done > 0
    assert results.rounds[ORDERS][SHOP][0].done >= 4 * QUICK.buyers
    for measure in (BY_WEBHOOK, BY_ASKING):
        (round_,) = results.rounds[measure][STORM]
        assert round_.done > 0
        assert round_.failed == 0
    for measure in (PLACING, MEANWHILE):
        (each,) = results.rounds[f"{measure}, {POSTGRES}"].values()
        assert each[0].failed == 0
    assert results.rounds[f"{PLACING}, {POSTGRES}"][HERE][0].acts == QUICK.at_once
    for measure in (SALE, EIGHT):
        (round_,) = results.rounds[f"{measure}, {POSTGRES}"][HERE]
        assert round_.done >= 3 * SELLERS
        assert round_.failed == 0
    complaints = {name: each for name, each in results.complaints.items() if each}
    assert complaints == {}

    page = Console(file=io.StringIO(), width=160)
    show(results, page)
    assert isinstance(page.file, io.StringIO)
    printed = page.file.getvalue()
    assert len(re.findall("reached", printed)) == 9
    assert SHOP_BIG in printed


@pytest.mark.slow
async def test_a_checkout_is_compared_with_another(tmp_path: Path) -> None:
    """Here with itself: it is stocked and measured as another one would be."""
    said: list[str] = []
    size = replace(QUICK, kinds=(SQLITE,), products=90, products_big=180, first=45)
    results = await beside(size, ROOT, tmp_path, said.append)
    for measure in (TAP, SEARCH, CART, ORDER):
        for name in (HERE, THERE):
            (round_,) = results.rounds[measure][name]
            assert round_.done > 0
            assert round_.failed == 0
    for name in (HERE, THERE):
        (round_,) = results.rounds[f"{PLACING}, {SQLITE}"][name]
        assert (round_.acts, round_.failed) == (QUICK.at_once, 0)
    for measure in SHELVES:
        (round_,) = results.rounds[f"{measure}, {size.products} products, {SQLITE}"][HERE]
        assert round_.done > 0
        assert round_.failed == 0
    page = Console(file=io.StringIO(), width=160)
    show_compared(results, page)
    assert isinstance(page.file, io.StringIO)
    printed = page.file.getvalue()
    assert all(measure in printed for measure in AIMS)
