"""Updates put aside: acknowledged before they are done, and so not the platform's any more."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import BigInteger, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, insert_into

NOBODYS: Mapping[int, str] = {}


class DeferredUpdate(Base):
    """An update as the channel brought it, until it is done.

    `external_id` is whose it is, by the channel's own id of them; empty where that is not known.
    """

    __tablename__ = "updates_aside"

    channel: Mapped[str] = mapped_column(primary_key=True)
    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    body: Mapped[str]
    at: Mapped[datetime]
    external_id: Mapped[str] = mapped_column(default="", server_default="")


async def put_aside(
    session: AsyncSession,
    channel: str,
    bodies: Mapping[int, str],
    now: datetime,
    whose: Mapping[int, str] = NOBODYS,
) -> None:
    """Keep updates by their ids; `whose` by the channel's ids of people. Twice is as once."""
    known = {"channel": channel, "at": now}
    rows = [
        {**known, "update_id": update_id, "body": body, "external_id": whose.get(update_id, "")}
        for update_id, body in bodies.items()
    ]
    keeping = insert_into(session, DeferredUpdate.__table__).on_conflict_do_nothing()
    await session.execute(keeping, rows)


async def updates_aside(session: AsyncSession, channel: str) -> list[tuple[int, str]]:
    """The ids and bodies of the updates that are not done, the oldest first."""
    kept = select(DeferredUpdate.update_id, DeferredUpdate.body).where(
        DeferredUpdate.channel == channel
    )
    rows = await session.execute(kept.order_by(DeferredUpdate.at, DeferredUpdate.update_id))
    return [(update_id, body) for update_id, body in rows]


async def drop_aside(session: AsyncSession, channel: str, update_ids: Collection[int]) -> None:
    """Forget updates of the channel that are done, by their ids."""
    await session.execute(
        delete(DeferredUpdate).where(
            DeferredUpdate.channel == channel, DeferredUpdate.update_id.in_(update_ids)
        )
    )


async def drop_aside_of(session: AsyncSession, channel: str, external_ids: Collection[str]) -> None:
    """Forget what these people of the channel sent and what is not done, by its ids of them."""
    theirs = DeferredUpdate.external_id.in_(sorted(external_ids))
    await session.execute(delete(DeferredUpdate).where(DeferredUpdate.channel == channel, theirs))
