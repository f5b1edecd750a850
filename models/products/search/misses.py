"""What was searched and not found: words and how often, without who wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, insert_into
from models.kernel.folding import normalise
from models.kernel.paging import Page

MOST_KEPT = 500
MOST_WORDS = 5
MOST_LETTERS = 60
# A phone, an order's number, an address on the net: what may tell of a person is not kept.
PERSONAL = re.compile(r"@|://|(?:[0-9][\W_]*){5}")


class SearchMiss(Base):
    """Words that nothing was found for, folded, and how often they were searched.

    The five hundred that were searched last are kept.
    """

    __tablename__ = "search_misses"

    words: Mapped[str] = mapped_column(primary_key=True)
    times: Mapped[int]
    last_at: Mapped[datetime]


class Missed(msgspec.Struct, frozen=True):
    """Words that nothing was found for, how often, and when last (UTC)."""

    words: str
    times: int
    last_at: datetime


def worth_keeping(text: str) -> str:
    """The words as they are kept; nothing of a sentence, or of what may tell of a person."""
    words = normalise(text)
    is_short = len(text) <= MOST_LETTERS and len(words.split()) <= MOST_WORDS
    return words if is_short and not PERSONAL.search(f"{text} {words}") else ""


async def count_miss(acting: Acting, text: str) -> None:
    """Count that nothing was found for this text, where it may be kept; the oldest words go."""
    words, session = worth_keeping(text), acting.session
    if not words:
        return
    new = insert_into(session, SearchMiss.__table__).values(
        words=words, times=1, last_at=acting.now
    )
    again = {"times": SearchMiss.times + 1, "last_at": acting.now}
    await session.execute(new.on_conflict_do_update(index_elements=["words"], set_=again))
    kept_now = await session.scalar(select(func.count()).select_from(SearchMiss))
    if kept_now and kept_now > MOST_KEPT:
        latest = select(SearchMiss.words).order_by(SearchMiss.last_at.desc(), SearchMiss.words)
        kept = latest.limit(MOST_KEPT)
        await session.execute(delete(SearchMiss).where(SearchMiss.words.not_in(kept)))


async def missed_words(session: AsyncSession, page: int, per_page: int) -> Page[Missed]:
    """What was searched and not found: the most often searched first, then the latest."""
    ranked = select(SearchMiss.words, SearchMiss.times, SearchMiss.last_at).order_by(
        SearchMiss.times.desc(), SearchMiss.last_at.desc(), SearchMiss.words
    )
    some = ranked.limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Missed] = [Missed(*row) for row in await session.execute(some)]
    return Page(tuple(rows[:per_page]), page, len(rows) > per_page)
