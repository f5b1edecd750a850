"""A young shop and an old one, in turns on each kind of database: what looks cost as it grows."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from sqlalchemy.ext.asyncio import AsyncSession

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.turns import Turns
from tests.benchmarks.order_cost import open_shop, press
from tests.models.messaging.crowd import effort
from tests.support.postgres import Postgres

ROUNDS = 60
YOUNGER = 100
"""So many times less is in the young shop."""
NUMBERS = """WITH RECURSIVE n(i) AS
  (SELECT CAST(:first AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < :last)"""
Say = Callable[[str], None]


class Look(NamedTuple):
    """What is pressed, and what it asks of the database."""

    action: Action
    asks: Callable[[AsyncSession], Awaitable[Any]]


class Growth(NamedTuple):
    """What a shop holds more and more of, who looks (their account), and at what."""

    what: str
    fill: Callable[[Turns, int], Awaitable[None]]
    who: str
    looks: Mapping[str, Look]


async def cost_of(turns: Turns, who: str, look: Action) -> float:
    """What the press costs, in milliseconds of processor time."""
    began = time.process_time()
    await press(turns, who, look)
    return (time.process_time() - began) * 1000


async def compare(urls: tuple[str, str], growth: Growth, count: int, say: Say) -> None:
    """Both shops in turns, look by look; the old one holds so many."""
    shops = [await open_shop(url) for url in urls]
    for turns, some in zip(shops, (count // YOUNGER, count), strict=True):
        began = time.perf_counter()
        await growth.fill(turns, some)
        say(f"{some:,} {growth.what} made in {time.perf_counter() - began:.0f} s")
    for name, look in growth.looks.items():
        rounds = [
            [await cost_of(turns, growth.who, look.action) for turns in shops]
            for _ in range(ROUNDS)
        ]
        works = [await effort(turns.database, look.asks) for turns in shops]
        young, old = (median(times) for times in zip(*rounds, strict=True))
        ratio = median(other / one for one, other in rounds)
        say(
            f"{name}: {young:.2f} ms, of {count:,} {growth.what} {old:.2f} ms: x{ratio:.2f};"
            f" done by the database {works[0]:,} and {works[1]:,}"
        )
    for turns in shops:
        await turns.database.close()


async def measure(growth: Growth, count: int, say: Say) -> None:
    """Both kinds of database."""
    with tempfile.TemporaryDirectory() as folder:
        say("SQLite")
        young, old = (f"sqlite:///{Path(folder) / name}.db" for name in ("young", "old"))
        await compare((young, old), growth, count, say)
    server = await asyncio.to_thread(Postgres)
    try:
        say("PostgreSQL")
        names = [await asyncio.to_thread(server.fresh) for _ in range(2)]
        await compare((server.url(names[0]), server.url(names[1])), growth, count, say)
    finally:
        await asyncio.to_thread(server.stop)
