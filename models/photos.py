"""Photos: verified and re-encoded before they come here, each kept once under its hash."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.catalogue import Photo


async def keep_photo(
    session: AsyncSession, hash: str, jpeg: bytes, width: int, height: int, now: datetime
) -> None:
    """Keep a re-encoded photo (pixels) under the hash of its bytes; the same one is kept once."""
    if await session.scalar(select(Photo.hash).where(Photo.hash == hash)) is None:
        session.add(Photo(hash=hash, jpeg=jpeg, width=width, height=height, added_at=now))
        await session.flush()


async def photo_bytes(session: AsyncSession, hash: str) -> bytes | None:
    """The photo's JPEG bytes; None when none is kept under that hash."""
    found: bytes | None = await session.scalar(select(Photo.jpeg).where(Photo.hash == hash))
    return found
