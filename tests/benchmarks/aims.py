"""What the storefront is to reach beside the others, and whether it did."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks.at_once import HERE, measured_on, slowed
from tests.benchmarks.fairness import BY_ASKING, BY_WEBHOOK, QUIET, STORM
from tests.benchmarks.hall import eight_to_one, halls_of, sale_to_order
from tests.benchmarks.rounds import PTB, PTB_256, SHOP, SHOP_BIG, TAPS, TAPS_LATE, Results
from tests.benchmarks.running import Measured


class Aim(NamedTuple):
    """An aim, what was measured, and whether the aim is reached."""

    words: str
    measured: str
    reached: bool


def rate(measured: Measured) -> float:
    """Acts a second."""
    return measured.rate


def cost(measured: Measured) -> float:
    """Processor time for an act, which other load on the machine disturbs least."""
    return measured.cost


def act_p95(measured: Measured) -> float:
    """Seconds that 95 of 100 acts stayed under."""
    return measured.act_p95


def aims(results: Results) -> Sequence[Aim]:
    """Every aim, judged."""
    beside = results.ratio(TAPS, SHOP, PTB, rate)
    late = results.ratio(TAPS_LATE, SHOP, PTB_256, rate)
    bigger = results.ratio(TAPS, SHOP_BIG, SHOP, cost)
    stormy = results.ratio(BY_WEBHOOK, STORM, QUIET, act_p95)
    asked = results.ratio(BY_ASKING, STORM, QUIET, act_p95)
    browsing = max(slowed(results, kind, HERE) for kind in measured_on(results))
    sale = max(sale_to_order(results, kind) for kind in halls_of(results))
    eight = max(eight_to_one(results, kind) for kind in halls_of(results))
    heaviest = max(results.memory[name][0] for name in (SHOP, SHOP_BIG))
    return (
        Aim("taps: 0.8 of the bare sequential echo", f"{beside:.2f}", beside >= 0.8),
        Aim("taps at 50 ms: 5 times the echo with 256 at once", f"{late:.1f}", late >= 5),
        Aim("a tap with 10,000 products: 1.3 of one with 100", f"{bigger:.2f}", bigger <= 1.3),
        Aim(
            "a tap (p95) beside 20 who press without end: 5 quiet ones",
            f"{stormy:.1f}",
            stormy <= 5,
        ),
        Aim("the same where the bot asks for its updates", f"{asked:.1f}", asked <= 5),
        Aim(
            "a tap while sixty place orders: 1.5 of one alone",
            f"{browsing:.1f}",
            browsing <= 1.5,
        ),
        Aim("a sale in the hall: 0.5 of an order in the chat", f"{sale:.2f}", sale <= 0.5),
        Aim("a tap (p99) of eight sellers: 1.5 of one's", f"{eight:.2f}", eight <= 1.5),
        Aim("memory of the worker: under 150 MB", f"{heaviest:.0f} MB", heaviest < 150),
    )
