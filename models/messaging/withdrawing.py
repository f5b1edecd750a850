"""What is taken back before it was sent."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import String, select, update
from sqlalchemy import cast as cast_to
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import table_of
from models.kernel.prepared import prepared
from models.messaging.owed import Broadcast, OwedMessage, open_ones

begun = table_of(Broadcast)
WITHDRAWN = prepared(select(begun.c.key).where(begun.c.what == "withdraw"))


async def withdrawn_keys(session: AsyncSession) -> tuple[str, ...]:
    """What the keys begin with of what is being withdrawn: it counts before it is written down."""
    return tuple(row[0] for row in await session.execute(WITHDRAWN))


async def close_withdrawn(
    session: AsyncSession, message_ids: Collection[int], now: datetime
) -> None:
    """Close these messages, and set their keys free: they may be owed again.

    Their accounts are held, and their queues to be refreshed.
    """
    freed = OwedMessage.key + ":withdrawn:" + cast_to(OwedMessage.id, String)
    closing = update(OwedMessage).where(open_ones(message_ids))
    await session.execute(
        closing.values(outcome="withdrawn", done_at=now, key=freed).execution_options(
            synchronize_session=False
        )
    )
