"""Who acts in a test of the shop."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from tests.support.clock import MORNING


def acting(session: AsyncSession, actor_id: int | None = None, now: datetime = MORNING) -> Acting:
    """That person acts (None: the house itself) at that time (UTC)."""
    return Acting(session, actor_id, now)
