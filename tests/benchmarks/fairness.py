"""Whether a few who press without end hold up the others: a tap in a storm beside a quiet one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.journeys import leafing
from tests.benchmarks.rounds import PATIENCE_S, Results, Say, Size
from tests.benchmarks.running import Running
from tests.benchmarks.stall import make_returning, stock_stall
from tests.benchmarks.subjects.programs import shop

QUIET, STORM = "quiet", "storm"
BY_WEBHOOK, BY_ASKING = "a tap beside a storm", "a tap beside a storm, by asking"
PRESSES_A_SECOND = 19.0  # just under what is free, 200 in ten seconds
PAUSE_S = 0.2
DRAINED_WITHIN_S = 300.0
MOST_ROUNDS = 3  # what a storm leaves behind takes longer to work through than the storm itself


@dataclass(frozen=True)
class Place:
    """A running shop, who taps there as people do, and who presses without end."""

    running: Running
    calm: Sequence[int]
    noisy: Sequence[int]
    products: int
    options: int


async def measure_fairness(size: Size, folder: Path, results: Results, say: Say) -> None:
    """Taps in quiet and in a storm, in turn, by webhook and by asking."""
    for measure, webhook in ((BY_WEBHOOK, True), (BY_ASKING, False)):
        say(f"starting: {measure}")
        async with AsyncExitStack() as stack:
            place = await open_place(size, folder, stack, webhook=webhook)
            await tapped(place, size)
            rounds = min(size.rounds, MOST_ROUNDS)
            for number in range(rounds):
                say(f"{measure}, round {number + 1} of {rounds}")
                results.add(measure, QUIET, await tapped(place, size))
                results.add(measure, STORM, await tapped_in_a_storm(place, size))


async def open_place(size: Size, folder: Path, stack: AsyncExitStack, *, webhook: bool) -> Place:
    """A shop of its own, with everybody in it."""
    name = f"fairness-{webhook:d}"
    database = folder / f"{name}.db"
    url = f"sqlite:///{database}"
    options = await stock_stall(url, size.products, size.first)
    program = shop(database, webhook=webhook)
    running = await stack.enter_async_context(Running(program, folder / f"{name}.log"))
    await running.gather(size.calm + size.noisy)
    await make_returning(url, running.people)
    calm, noisy = running.people[: size.calm], running.people[size.calm :]
    return Place(running, calm, noisy, size.products, options)


async def tapped(place: Place, size: Size) -> Any:
    """The calm ones leaf through the shop, with a look at each screen."""
    return await place.running.crowd(
        leafing(place.products),
        people=place.calm,
        seconds=size.seconds,
        warm=size.warm,
        pause=PAUSE_S,
        patience=PATIENCE_S,
    )


async def tapped_in_a_storm(place: Place, size: Size) -> Any:
    """The same while the noisy ones look at products and fill their carts without end."""
    storm = place.running.fake.act(
        "storm",
        people=place.noisy,
        data=['["p",{any},0,""]', '["q",{any},1,true,""]'],
        most=place.products,
        rate=PRESSES_A_SECOND,
        seconds=size.warm + size.seconds,
    )
    measured, _ = await asyncio.gather(tapped(place, size), storm)
    await place.running.fake.act("quiet", settle=0.3, within=DRAINED_WITHIN_S)
    return measured
