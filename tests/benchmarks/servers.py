"""The database's own server beside a subject: what it spends, and that it knows its tables."""

from __future__ import annotations

import asyncpg
import psutil

from tests.benchmarks.running import cpu_of
from tests.support.postgres import Postgres


def spent_by(server: Postgres | None) -> float:
    """Seconds of processor time of all its processes, those that have ended too."""
    if server is None or server.server is None:
        return 0.0
    process = psutil.Process(server.server.pid)
    while True:
        times = process.cpu_times()
        ended = float(times.children_user + times.children_system)
        try:
            return cpu_of(process) + ended + sum(map(cpu_of, process.children()))
        except psutil.NoSuchProcess:
            process.status()  # raises where the server itself is gone
            # One of its processes has ended meanwhile, and counts among those now.


async def gather_statistics(url: str) -> None:
    """As a server that is open for a while has them."""
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    await connection.execute("ANALYZE")
    await connection.close()
