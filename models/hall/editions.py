"""The editions that something is sold at now: tills are opened on the days of a bazaar alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.bazaars import Bazaar, BazaarDay, BazaarView, views

SETTING_UP = timedelta(hours=3)
"""How long before the doors open a till can be opened."""


async def editions_selling(session: AsyncSession, now: datetime) -> list[BazaarView]:
    """The bazaars whose doors are open, or open within hours; the one that began first is first."""
    rows = await session.execute(
        select(Bazaar.id)
        .join(BazaarDay, BazaarDay.bazaar_id == Bazaar.id)
        .where(~Bazaar.hidden, BazaarDay.opens_at <= now + SETTING_UP, BazaarDay.closes_at > now)
        .order_by(BazaarDay.opens_at, Bazaar.id)
    )
    ids = dict.fromkeys(rows.scalars())
    return await views(session, list(ids)) if ids else []
