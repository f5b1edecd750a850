"""Photos: verified and re-encoded before they come here, each kept once under its hash."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import insert_into
from models.products.tables import Photo


async def keep_photo(
    session: AsyncSession, hash: str, jpeg: bytes, width: int, height: int, now: datetime
) -> None:
    """Keep a re-encoded photo (pixels) under the hash of its bytes; the same one is kept once.

    One that comes again is as new: it is about to be used.
    """
    kept = {"hash": hash, "jpeg": jpeg, "width": width, "height": height, "added_at": now}
    keeping = insert_into(session, Photo).values(**kept)
    again = keeping.on_conflict_do_update(index_elements=["hash"], set_={"added_at": now})
    await session.execute(again)


async def photo_bytes(session: AsyncSession, hash: str) -> bytes | None:
    """The photo's JPEG bytes; None when none is kept under that hash."""
    found: bytes | None = await session.scalar(select(Photo.jpeg).where(Photo.hash == hash))
    return found


async def bytes_of_photos(session: AsyncSession, hashes: Collection[str]) -> dict[str, bytes]:
    """The JPEG bytes of those of these photos that are kept, by hash."""
    found = select(Photo.hash, Photo.jpeg).where(Photo.hash.in_(sorted(set(hashes))))
    return {row.hash: row.jpeg for row in await session.execute(found)}


async def photo_sizes(session: AsyncSession, hashes: Collection[str]) -> dict[str, tuple[int, int]]:
    """Width and height in pixels of those of these photos that are kept, by hash."""
    if not hashes:
        return {}
    found = select(Photo.hash, Photo.width, Photo.height).where(Photo.hash.in_(sorted(hashes)))
    return {row.hash: (row.width, row.height) for row in await session.execute(found)}
