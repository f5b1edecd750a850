"""What was searched and not found: words and how often, without who wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, dialect_of, insert_for, table_of
from models.kernel.folding import normalise, words_of
from models.kernel.paging import Page
from models.kernel.prepared import prepared

MOST_KEPT = 500
MOST_WORDS = 5
MOST_LETTERS = 60
# A phone, an order's number, an address on the net: what may tell of a person is not kept.
PERSONAL = re.compile(r"@|://|(?:[0-9][\W_]*){5}")


# Where somebody lives: nothing that is sold is called so, nor is a house number asked for.
ADDRESS = frozenset(
    word
    for word, _ in words_of(
        "شارع طريق سكة فيلا فلة شقة بناية عمارة برج طابق فريج منطقة"
        " street road avenue villa apartment apt flat building bldg tower floor"
    )
)


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
    is_personal = PERSONAL.search(f"{text} {words}") or not ADDRESS.isdisjoint(words.split())
    return words if is_short and not is_personal else ""


misses = table_of(SearchMiss)
LATEST = select(misses.c.words).order_by(misses.c.last_at.desc(), misses.c.words).limit(MOST_KEPT)
DROP_OLD = prepared(delete(misses).where(misses.c.words.not_in(LATEST)))


@cache
def count_statement(dialect: str) -> Any:
    """The insert of words, or so often more where they are there."""
    new = insert_for(dialect, misses).values(
        words=bindparam("of_words"),
        times=bindparam("so_often", type_=misses.c.times.type),
        last_at=bindparam("at", type_=misses.c.last_at.type),
    )
    more = {"times": misses.c.times + new.excluded.times, "last_at": new.excluded.last_at}
    return prepared(new.on_conflict_do_update(index_elements=["words"], set_=more))


async def count_misses(session: AsyncSession, searched: Sequence[Missed]) -> None:
    """Count these folded words, each there once, so often more; the oldest words go."""
    rows = [
        {"of_words": each.words, "so_often": each.times, "at": each.last_at}
        for each in sorted(searched, key=lambda each: each.words)  # two processes in one order
    ]
    await session.execute(count_statement(dialect_of(session)), rows)
    await session.execute(DROP_OLD)


async def missed_words(session: AsyncSession, page: int, per_page: int) -> Page[Missed]:
    """What was searched and not found: the most often searched first, then the latest."""
    ranked = select(SearchMiss.words, SearchMiss.times, SearchMiss.last_at).order_by(
        SearchMiss.times.desc(), SearchMiss.last_at.desc(), SearchMiss.words
    )
    some = ranked.limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Missed] = [Missed(*row) for row in await session.execute(some)]
    return Page(tuple(rows[:per_page]), page, len(rows) > per_page)
