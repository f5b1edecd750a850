"""What a channel remembers of what it showed: the files that it holds already."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, dialect_of, insert_for, table_of
from models.kernel.prepared import prepared


class MediaId(Base):
    """A picture that a channel holds already, under the channel's own file id."""

    __tablename__ = "uploads"

    channel: Mapped[str] = mapped_column(primary_key=True)
    picture_key: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]
    at: Mapped[datetime]


KNOWN = prepared(
    select(MediaId.file_id).where(
        MediaId.channel == bindparam("channel"), MediaId.picture_key == bindparam("picture_key")
    )
)


async def known_upload(session: AsyncSession, channel: str, picture_key: str) -> str | None:
    """The channel's id of the file that shows this, or None."""
    named = {"channel": channel, "picture_key": picture_key}
    found: str | None = await session.scalar(KNOWN, named)
    return found


async def remember_upload(
    session: AsyncSession, channel: str, picture_key: str, file_id: str, now: datetime
) -> None:
    """Keep the id of a file that was just uploaded; a newer one takes its place."""
    known = {"channel": channel, "picture_key": picture_key}
    await session.execute(
        remember_statement(dialect_of(session)), {**known, "file_id": file_id, "at": now}
    )


@cache
def remember_statement(dialect: str) -> Any:
    """The statement that keeps a file's id in the place of an older one."""
    keeping = insert_for(dialect, table_of(MediaId)).values(
        channel=bindparam("channel"),
        picture_key=bindparam("picture_key"),
        file_id=bindparam("file_id"),
        at=bindparam("at"),
    )
    newer = {"file_id": keeping.excluded.file_id, "at": keeping.excluded.at}
    known = ["channel", "picture_key"]
    return prepared(keeping.on_conflict_do_update(index_elements=known, set_=newer))


async def forget_uploads(session: AsyncSession, picture_keys: Collection[str]) -> None:
    """Lead to these files on no channel any more."""
    await session.execute(delete(MediaId).where(MediaId.picture_key.in_(sorted(picture_keys))))


async def forget_upload(session: AsyncSession, channel: str, picture_key: str) -> None:
    """The channel does not know the file any more."""
    await session.execute(
        delete(MediaId).where(MediaId.channel == channel, MediaId.picture_key == picture_key)
    )
