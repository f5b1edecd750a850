"""Voice notes: looked at before they come here, each kept once under its hash."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import Draft, QuestionMessage, Voice
from models.kernel.base import insert_into
from models.kernel.portions import count_rows

UNUSED_FOR = timedelta(days=1)
"""How long a voice note may wait to be used: what was just sent is in nothing yet."""


class VoiceLength(msgspec.Struct, frozen=True):
    """A voice note that is kept, and its seconds."""

    hash: str
    seconds: int


async def keep_voice(
    session: AsyncSession, hash: str, ogg: bytes, seconds: int, now: datetime
) -> None:
    """Keep a voice note under the hash of its bytes; one that comes again is as new."""
    keeping = insert_into(session, Voice).values(hash=hash, ogg=ogg, seconds=seconds, added_at=now)
    again = keeping.on_conflict_do_update(index_elements=["hash"], set_={"added_at": now})
    await session.execute(again)


async def voice_bytes(session: AsyncSession, hash: str) -> bytes | None:
    """The bytes of the voice note; None when none is kept under that hash."""
    found: bytes | None = await session.scalar(select(Voice.ogg).where(Voice.hash == hash))
    return found


async def voice_length(session: AsyncSession, hash: str) -> VoiceLength | None:
    """The voice note without its bytes; None when none is kept under that hash."""
    row = (
        await session.execute(select(Voice.hash, Voice.seconds).where(Voice.hash == hash))
    ).first()
    return None if row is None else VoiceLength(row.hash, row.seconds)


async def forget_voices(session: AsyncSession, hashes: Collection[str]) -> int:
    """Forget those of these voice notes that are in no message (any more); how many it were."""
    named = Voice.hash.in_(sorted(hashes))
    return await count_rows(session, delete(Voice).where(named, *is_unused()))


async def forget_unused_voices(session: AsyncSession, before: datetime) -> int:
    """Forget the voice notes that came before then (UTC) and are in no message; how many."""
    return await count_rows(session, delete(Voice).where(Voice.added_at < before, *is_unused()))


def is_unused() -> tuple[ColumnElement[bool], ...]:
    """Whether a voice note is in no message, and in none that waits to be handed over."""
    said = select(QuestionMessage.voice).where(QuestionMessage.voice != "")
    waits = select(Draft.voice).where(Draft.voice != "")
    return Voice.hash.not_in(said), Voice.hash.not_in(waits)
