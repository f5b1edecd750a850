"""The results as tables: ratios first, since the numbers are of one machine and one hour."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from tests.benchmarks.aims import act_p95, aims, cost, rate
from tests.benchmarks.at_once import at_once_table
from tests.benchmarks.fairness import BY_ASKING, BY_WEBHOOK, QUIET
from tests.benchmarks.hall import hall_table
from tests.benchmarks.rounds import ORDERS, PTB, PTB_256, SHOP, TAPS, TAPS_LATE, Results
from tests.benchmarks.running import Measured


def show(results: Results, console: Console) -> None:
    """Print everything."""
    console.print(taps_table(results, TAPS, PTB))
    console.print(taps_table(results, TAPS_LATE, PTB_256))
    console.print(orders_table(results))
    for measure in (BY_WEBHOOK, BY_ASKING):
        console.print(fairness_table(results, measure))
    console.print(at_once_table(results))
    console.print(hall_table(results))
    console.print(process_table(results))
    console.print(aims_table(results))
    for name, said in results.complaints.items():
        if said:
            console.print(f"{name}: {len(said)} complaints, first: {said[0]:.200}", markup=False)


def taps_table(results: Results, measure: str, other: str) -> Table:
    """Taps: each is a press that was answered and whose message was edited."""
    table = Table(title=measure, title_justify="left")
    table.add_column("subject")
    for heading in (f"to the {other}", "a second", "p50", "p99", "processor a tap", "the fake's"):
        table.add_column(heading, justify="right")
    table.add_column("failed", justify="right")
    for name, rounds in results.rounds[measure].items():
        table.add_row(
            name,
            f"{results.ratio(measure, name, other, rate):.2f}",
            f"{results.middle(measure, name, rate):.0f}",
            f"{results.middle(measure, name, act_p50) * 1000:.0f} ms",
            f"{results.middle(measure, name, act_p99) * 1000:.0f} ms",
            f"{results.middle(measure, name, cost) * 1000:.2f} ms",
            f"{results.middle(measure, name, fake_cost) * 1000:.2f} ms",
            str(sum(each.failed for each in rounds)),
        )
    return table


def orders_table(results: Results) -> Table:
    """Orders: from the quantity to the placed order, in four turns."""
    table = Table(title=ORDERS, title_justify="left")
    table.add_column("subject")
    headings = (f"to {SHOP}", "orders a second", "p50", "p99", "processor an order")
    for heading in headings:
        table.add_column(heading, justify="right")
    table.add_column("failed", justify="right")
    for name, rounds in results.rounds[ORDERS].items():
        table.add_row(
            name,
            f"{results.ratio(ORDERS, name, SHOP, order_rate):.2f}",
            f"{results.middle(ORDERS, name, order_rate):.1f}",
            f"{results.middle(ORDERS, name, order_p50) * 1000:.0f} ms",
            f"{results.middle(ORDERS, name, order_p99) * 1000:.0f} ms",
            f"{results.middle(ORDERS, name, cost) * 4 * 1000:.1f} ms",
            str(sum(each.failed for each in rounds)),
        )
    return table


def fairness_table(results: Results, measure: str) -> Table:
    """Taps of calm people, in quiet and beside others who press without end."""
    table = Table(title=measure, title_justify="left")
    table.add_column("around them")
    for heading in ("p95 to quiet", "taps", "p50", "p95", "p99", "failed"):
        table.add_column(heading, justify="right")
    for name, rounds in results.rounds[measure].items():
        table.add_row(
            name,
            f"{results.ratio(measure, name, QUIET, act_p95):.1f}",
            str(sum(each.acts for each in rounds)),
            f"{results.middle(measure, name, act_p50) * 1000:.0f} ms",
            f"{results.middle(measure, name, act_p95) * 1000:.0f} ms",
            f"{results.middle(measure, name, act_p99) * 1000:.0f} ms",
            str(sum(each.failed for each in rounds)),
        )
    return table


def process_table(results: Results) -> Table:
    """Start-up until /healthz answers, and memory."""
    table = Table(title="processes", title_justify="left")
    table.add_column("subject")
    for heading in ("started in", "memory", "after turns"):
        table.add_column(heading, justify="right")
    for name, (megabytes, turns) in results.memory.items():
        table.add_row(name, f"{results.started[name]:.1f} s", f"{megabytes:.0f} MB", f"{turns:,}")
    return table


def aims_table(results: Results) -> Table:
    """Each aim: reached or not reached."""
    table = Table(title="aims", title_justify="left")
    for heading in ("aim", "measured", ""):
        table.add_column(heading)
    for aim in aims(results):
        verdict = "[green]reached[/]" if aim.reached else "[red]not reached[/]"
        table.add_row(aim.words, aim.measured, verdict)
    return table


def act_p50(measured: Measured) -> float:
    """Seconds that half of the acts stayed under."""
    return measured.act_p50


def act_p99(measured: Measured) -> float:
    """Seconds that 99 of 100 acts stayed under."""
    return measured.act_p99


def fake_cost(measured: Measured) -> float:
    """Processor time of the fake for an act."""
    return measured.fake_cpu / measured.done if measured.done else 0.0


def order_rate(measured: Measured) -> float:
    """Orders a second."""
    return measured.journey_rate


def order_p50(measured: Measured) -> float:
    """Seconds that half of the orders stayed under."""
    return measured.journey_p50


def order_p99(measured: Measured) -> float:
    """Seconds that 99 of 100 orders stayed under."""
    return measured.journey_p99
