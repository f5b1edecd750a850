"""What a channel remembers of what it showed: the files that it holds already."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base
from models.kernel.upsert import insert_into


class MediaId(Base):
    """A picture that a channel holds already, under the channel's own file id."""

    __tablename__ = "uploads"

    channel: Mapped[str] = mapped_column(primary_key=True)
    picture_key: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]
    at: Mapped[datetime]


async def known_upload(session: AsyncSession, channel: str, picture_key: str) -> str | None:
    """The channel's id of the file that shows this, or None."""
    found = select(MediaId.file_id).where(
        MediaId.channel == channel, MediaId.picture_key == picture_key
    )
    return (await session.execute(found)).scalar_one_or_none()


async def remember_upload(
    session: AsyncSession, channel: str, picture_key: str, file_id: str, now: datetime
) -> None:
    """Keep the id of a file that was just uploaded; a newer one takes its place."""
    newer = {"file_id": file_id, "at": now}
    keeping = insert_into(session, MediaId).values(
        channel=channel, picture_key=picture_key, **newer
    )
    known = ["channel", "picture_key"]
    await session.execute(keeping.on_conflict_do_update(index_elements=known, set_=newer))


async def forget_upload(session: AsyncSession, channel: str, picture_key: str) -> None:
    """The channel does not know the file any more."""
    await session.execute(
        delete(MediaId).where(MediaId.channel == channel, MediaId.picture_key == picture_key)
    )
