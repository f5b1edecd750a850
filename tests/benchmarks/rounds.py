"""The rounds: every subject in turn, over and over, so that each ratio is of neighbours in time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.journeys import ECHOED, Journey, leafing, ordering
from tests.benchmarks.running import Measured, Program, Running
from tests.benchmarks.stall import make_returning, stock_stall
from tests.benchmarks.subjects.programs import echo, shop

SHOP, SHOP_BIG = "shop", "shop, 10,000 products"
PTB, PTB_256 = "telegram echo", "telegram echo, 256"
AIOGRAM, CEILING = "aiogram echo", "the fake alone"
ECHOES: Mapping[str, Program] = {
    PTB: echo("echo_ptb"),
    PTB_256: echo("echo_ptb", "--concurrent", "256"),
    AIOGRAM: echo("echo_aiogram"),
    CEILING: echo("ceiling"),
}
TAPS, TAPS_LATE, ORDERS = "taps", "taps at 50 ms", "orders"
SQLITE, POSTGRES = "SQLite", "PostgreSQL"
KINDS = (SQLITE, POSTGRES)
LATENCY_S = 0.05
PATIENCE_S = 60.0
Say = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    """How much is measured: rounds of so many seconds, with so many people, products and starts.

    Of the products the `first` are made one by one, the others are copies of them. Sixty place
    their orders at once on databases of these `kinds`. Without `starts` of its own the one start
    that is needed is taken. Shelves are measured in many short rounds, so that what else the
    machine does falls on all alike.
    """

    rounds: int = 5
    seconds: float = 4.0
    warm: float = 1.5
    people: int = 128
    buyers: int = 32
    products: int = 100
    products_big: int = 10_000
    turns: int = 10_000
    first: int = 100
    calm: int = 4
    noisy: int = 20
    at_once: int = 60
    starts: int = 3
    short_rounds: int = 25
    short: float = 0.5
    kinds: tuple[str, ...] = KINDS


QUICK = Size(
    1,
    0.3,
    0.1,
    people=8,
    buyers=4,
    products=40,
    products_big=80,
    turns=1,
    first=40,
    calm=1,
    noisy=2,
    at_once=3,
    starts=0,
    short_rounds=1,
    short=0.1,
)


@dataclass
class Results:
    """What every subject did in every round, by measure and name."""

    rounds: dict[str, dict[str, list[Measured]]] = field(default_factory=dict)
    started: dict[str, float] = field(default_factory=dict)
    memory: dict[str, tuple[float, int]] = field(default_factory=dict)
    complaints: dict[str, list[str]] = field(default_factory=dict)

    def add(self, measure: str, name: str, measured: Measured) -> None:
        """Keep a round."""
        self.rounds.setdefault(measure, {}).setdefault(name, []).append(measured)

    def ratio(
        self, measure: str, one: str, other: str, value: Callable[[Measured], float]
    ) -> float:
        """The median, over the rounds, of what `one` did to what `other` did beside it."""
        found = self.rounds[measure]
        pairs = zip(found[one], found[other], strict=True)
        return median(value(mine) / value(theirs) if value(theirs) else 0 for mine, theirs in pairs)

    def middle(self, measure: str, name: str, value: Callable[[Measured], float]) -> float:
        """The median of one subject's rounds."""
        return median(value(each) for each in self.rounds[measure][name])


@dataclass(frozen=True)
class Subject:
    """A running bot, and what people do with it."""

    name: str
    running: Running
    taps: Journey
    orders: Journey = field(default_factory=list)


async def run_rounds(size: Size, folder: Path, say: Say) -> Results:
    """Start everything, run the rounds, and measure what is left to measure at the end."""
    results = Results()
    async with AsyncExitStack() as stack:
        subjects = await started(size, folder, stack, say)
        results.started = {each.name: each.running.started_in for each in subjects}
        bots = [each for each in subjects if each.name != CEILING]
        shops = [each for each in bots if each.orders]
        await warm_up(shops, size, say)
        await take_turns(TAPS, subjects, size, results, say)
        # A sequential bot is no comparison where each call takes its time.
        hurried = [each for each in bots if each.name != PTB]
        for each in hurried:
            await each.running.fake.act("latency", seconds=LATENCY_S)
        await take_turns(TAPS_LATE, hurried, size, results, say)
        for each in hurried:
            await each.running.fake.act("latency", seconds=0.0)
        await take_turns(ORDERS, shops, size, results, say)
        await weigh(bots, shops, size, results, say)
        for each in subjects:
            results.complaints[each.name] = await each.running.fake.act("complaints")
    return results


async def started(size: Size, folder: Path, stack: AsyncExitStack, say: Say) -> list[Subject]:
    """Every subject with its people; those of the shops have ordered before."""
    subjects = [await open_shop(SHOP, size.products, size, folder, stack, say)]
    for name, program in ECHOES.items():
        say(f"starting: {name}")
        running = await stack.enter_async_context(Running(program, folder / "echoes.log"))
        await running.gather(size.people)
        subjects.append(Subject(name, running, ECHOED))
    subjects.append(await open_shop(SHOP_BIG, size.products_big, size, folder, stack, say))
    return subjects


async def open_shop(
    name: str, products: int, size: Size, folder: Path, stack: AsyncExitStack, say: Say
) -> Subject:
    """The storefront on a database of its own."""
    say(f"stocking: {name}")
    database = folder / f"{products}.db"
    url = f"sqlite:///{database}"
    await stock_stall(url, products, size.first)
    say(f"starting: {name}")
    running = await stack.enter_async_context(Running(shop(database), folder / f"{products}.log"))
    await running.gather(size.people)
    await make_returning(url, running.people)
    return Subject(name, running, leafing(products), ordering(products))


async def warm_up(shops: Sequence[Subject], size: Size, say: Say) -> None:
    """Let every photo be uploaded once, as in any shop that is open for a while."""
    for each in shops:
        say(f"warming up: {each.name}")
        await each.running.crowd(each.taps, seconds=2 * size.seconds, patience=PATIENCE_S)


async def take_turns(
    measure: str, subjects: Sequence[Subject], size: Size, results: Results, say: Say
) -> None:
    """So many rounds of each subject in turn."""
    for number in range(size.rounds):
        for each in subjects:
            say(f"{measure}, round {number + 1} of {size.rounds}: {each.name}")
            journey = each.orders if measure == ORDERS else each.taps
            people = each.running.people[: size.buyers if measure == ORDERS else None]
            measured = await each.running.crowd(
                journey,
                people=people,
                seconds=size.seconds,
                warm=size.warm,
                patience=PATIENCE_S,
            )
            results.add(measure, each.name, measured)


async def weigh(
    bots: Sequence[Subject], shops: Sequence[Subject], size: Size, results: Results, say: Say
) -> None:
    """The memory of each process, of the shops after so many turns at least."""
    for each in shops:
        while each.running.acts < size.turns:
            say(f"turn {each.running.acts} of {size.turns}: {each.name}")
            await each.running.crowd(each.taps, seconds=size.seconds, patience=PATIENCE_S)
    for each in bots:
        results.memory[each.name] = (each.running.megabytes(), each.running.acts)
