"""A database that is away: work that waits it out, and what the log says of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from bot.runtime.retry_policy import Retry
from models.kernel.unavailable import DatabaseAway, is_away, why_away

log = structlog.get_logger(__name__)
AGAIN = Retry(first=0.5, longest=1.0)
"""Whoever waits for the database goes on within three seconds of its return."""


async def outlast(work: Callable[[], Awaitable[None]], **named: Any) -> None:
    """Do it, as often as it takes while the database is away; `named` tells the log what it is.

    The log has a line of it, not one of each try. Raises whatever else `work` raises.
    """
    tell = log.warning
    for pause in AGAIN.pauses():
        try:
            await work()
        except DatabaseAway as away:
            tell("database-away", **named, why=why_away(away), again_after=pause)
            tell = log.debug
        else:
            return
        await asyncio.sleep(pause)


def log_trouble(event: str, error: Exception, **named: Any) -> None:
    """Log what failed: of a database that is away a line, of a defect the whole trace."""
    if is_away(error):
        log.error(event, **named, why=why_away(error))
    else:
        log.error(event, **named, exc_info=error)
