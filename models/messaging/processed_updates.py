"""Updates heard: each is done once, and a redelivered one is answered from the stored reply."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, ForeignKey, delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base

KEPT = timedelta(days=7)
"""How long replies, and the words of messages that were sent or given up, are kept."""


class ProcessedUpdate(Base):
    """An update that was done, under the platform's own id, with the reply that it had."""

    __tablename__ = "heard_updates"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    update_key: Mapped[str] = mapped_column(primary_key=True)
    reply: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(index=True)


async def forget_processed(session: AsyncSession, before: datetime) -> int:
    """Forget the updates heard before then (UTC) with their replies; how many there were.

    Telegram brings an update for 24 hours at most (core.telegram.org/bots/api#getting-updates),
    so what is older by days cannot come again.
    """
    forgotten = await session.execute(delete(ProcessedUpdate).where(ProcessedUpdate.at < before))
    return cast(CursorResult[Any], forgotten).rowcount
