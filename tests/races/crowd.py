"""Several real processes that do the same thing at the same moment."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from threading import Barrier
from traceback import format_exception
from typing import TypeVar

import models.kernel.database
from tests.support.lives import forks

PROCESSES = 8
START_WITHIN = 300

T = TypeVar("T")
Work = Callable[[str, int], Awaitable[T]]


gate: Barrier


def take_gate(shared: Barrier) -> None:
    """Know the gate at which all processes meet, and wait long for one's turn on SQLite.

    On a loaded machine all the others before one take longer than a shop would wait.
    """
    global gate
    gate = shared
    models.kernel.database.BUSY_MS = 1000 * START_WITHIN


def meet() -> None:
    """Wait until all processes are here."""
    gate.wait(START_WITHIN)


def run(work: Work[T], url: str, worker: int) -> T:
    """Work in this process; what goes wrong is told in words, since some errors cannot travel."""

    async def begun() -> T:
        return await work(url, worker)

    try:
        return asyncio.run(begun())
    except Exception as error:
        raise RuntimeError("".join(format_exception(error))) from None


def all_at_once(work: Work[T], url: str, processes: int = PROCESSES) -> list[T]:
    """What `work(url, worker)` came to in each of the processes.

    `work` stands in a module, and calls `meet` when it is ready to begin.
    """
    shared = forks().Barrier(processes)
    with ProcessPoolExecutor(processes, forks(), take_gate, (shared,)) as pool:
        running = [pool.submit(run, work, url, worker) for worker in range(processes)]
        return [one.result() for one in running]
