"""PostgreSQL's connection, which closes in time whatever has become of its server."""

from __future__ import annotations

from contextlib import suppress

import asyncpg

CLOSES_S = 1.0


class Closing(asyncpg.Connection):  # type: ignore[misc]  # the driver has no types
    """A connection that takes leave, and where the server does not answer is gone all the same.

    The driver would wait for as long as for a statement, for one connection after the other, and
    the pool would log that it failed: a shop that is told to stop while its database hangs would
    be killed before it has closed.
    """

    async def close(self, *, timeout: float | None = None) -> None:  # noqa: ASYNC109  the driver's
        """Close, within `timeout` seconds or `CLOSES_S`; the driver drops it then."""
        with suppress(TimeoutError):
            await super().close(timeout=CLOSES_S if timeout is None else timeout)
