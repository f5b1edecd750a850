"""The catalogue's words, kept in memory for the moment when a search finds nothing as typed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Engine, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.products.search.index import SearchWord

ALIKE = 0.6  # measured: from here up the nearest words find 85 to 95 of 100 mistyped names
AS_GOOD = 0.13  # words that are hardly less alike than the nearest one are looked for too
MOST_NEAR = 4
SHORTEST = 4

words = SearchWord.__table__
NEW_WORDS = (
    select(words.c.id, words.c.word, words.c.names, words.c.spelled)
    .where(words.c.id > bindparam("seen"))
    .order_by(words.c.id)
)


class Vocabulary:
    """The words of one database, folded, and how each is spelled."""

    def __init__(self) -> None:
        self.seen = 0
        self.spelled: dict[str, str] = {}
        self.words: list[str] = []
        self.names: set[str] = set()

    async def catch_up(self, session: AsyncSession) -> None:
        """Read the words that were added since the last time."""
        added = (await session.execute(NEW_WORDS, {"seen": self.seen})).all()
        if not added:
            return
        self.seen = added[-1][0]
        for _, word, is_name, spelled in added:
            self.spelled.setdefault(word, spelled)
            if is_name:
                self.names.add(word)
        self.words = sorted(self.spelled)

    def knows(self, start: str) -> bool:
        """Whether a word of the catalogue is or begins like this."""
        place = bisect_left(self.words, start)
        return place < len(self.words) and self.words[place].startswith(start)

    def spelling(self, word: str) -> str:
        """How the catalogue spells the word."""
        return self.spelled.get(word, word)

    def nearest(self, word: str) -> list[str]:
        """The words that were most likely meant, the likeliest first."""
        return nearest(word, self.words)

    def near_names(self, word: str) -> list[str]:
        """The words of things' names that are much like this one; none for a very short word.

        Of three letters nearly any two words are alike.
        """
        return nearest(word, self.names) if len(word) >= SHORTEST else []


def nearest(word: str, among: Iterable[str]) -> list[str]:
    """The words that are most like this one, and all hardly less like it than the first."""
    found = process.extract(
        word,
        among,
        scorer=OSA.normalized_similarity,
        score_cutoff=ALIKE,
        limit=MOST_NEAR,
    )
    return [near for near, alike, _ in found if alike >= found[0][1] - AS_GOOD]


KNOWN: WeakKeyDictionary[Engine, Vocabulary] = WeakKeyDictionary()


async def vocabulary(session: AsyncSession) -> Vocabulary:
    """The words of the session's database as they are now."""
    known = KNOWN.setdefault(session.get_bind().engine, Vocabulary())
    await known.catch_up(session)
    return known
