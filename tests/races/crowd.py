"""Several real processes that do the same thing at the same moment."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections.abc import Awaitable, Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing.context import ForkServerContext
from threading import Barrier
from typing import TypeVar

import models.kernel.database

PROCESSES = 8
START_WITHIN = 300

T = TypeVar("T")
Work = Callable[[str, int], Awaitable[T]]


@cache
def context() -> ForkServerContext:
    """Processes forked off one that holds the shop's code already: they start at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.orders", "tests.support.shelves"])
    return context


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
    """Work in this process."""

    async def begun() -> T:
        return await work(url, worker)

    return asyncio.run(begun())


def all_at_once(work: Work[T], url: str, processes: int = PROCESSES) -> list[T]:
    """What `work(url, worker)` came to in each of the processes.

    `work` stands in a module, and calls `meet` when it is ready to begin.
    """
    shared = context().Barrier(processes)
    with ProcessPoolExecutor(processes, context(), take_gate, (shared,)) as pool:
        running = [pool.submit(run, work, url, worker) for worker in range(processes)]
        return [one.result() for one in running]
