"""The catalogue's words, kept in memory for the moment when a search finds nothing as typed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import Engine, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.prepared import prepared
from models.products.search.lexicon.slips import is_slip
from models.products.search.lexicon.sounds import consonants, sound
from models.products.search.matching import A_GENERATION
from models.products.search.words import SearchIndex, SearchWord

AS_GOOD = 0.13  # words that are hardly less alike than the nearest one are looked for too
MOST_NEAR = 4
LONG = 5  # a shorter beginning is looked for in names alone
SHORTEST, SHORTEST_LATIN = 4, 5  # of fewer letters nearly any two words are alike
# How much alike two words of the same consonants must sound: what is written in Latin letters has
# more vowels than what it stands for.
FROM_LATIN, WITHIN_ARABIC, TO_LATIN, OF_TWO = 0.6, 0.55, 0.75, 0.75
SOUND_LESS = 0.95  # what is only heard counts less than what is written so

TWO_SLIPS = 7  # letters of a word from which on two may be others
SAYS_ENOUGH = 6  # letters of a word from which on any letter may be put for any other
LEAST_CONSONANTS = 2
VOWELS = str.maketrans("", "", "اويهىءع")

words, index = SearchWord.__table__, SearchIndex.__table__
NEW_WORDS = prepared(
    select(index.c.generation, words.c.id, words.c.word, words.c.names, words.c.spelled)
    .select_from(index.outerjoin(words, words.c.id > bindparam("seen")))
    .order_by(words.c.id)
)


class Vocabulary:
    """The words of one database, folded, and how each is spelled."""

    def __init__(self, generation: int = 0) -> None:
        self.generation = generation
        self.seen = 0
        self.spelled: dict[str, str] = {}
        self.words: list[str] = []
        self.in_order: list[str] = []
        self.names: list[str] = []
        self.heard: list[str] = []
        self.by_consonants: dict[str, list[int]] = defaultdict(list)

    async def catch_up(self, session: AsyncSession) -> None:
        """Read the words that were added since the last time; all of them where some went away."""
        rows = (await session.execute(NEW_WORDS, {"seen": self.seen})).all()
        generation, newest, *_ = rows[-1]
        if generation != self.generation:
            vars(self).update(vars(Vocabulary(generation)))
            await self.catch_up(session)
        elif newest is not None:
            self.add(row[1:] for row in rows)

    def add(self, rows: Iterable[tuple[int, str, bool, str]]) -> None:
        """Know these words too: id, folded, whether things are called so, and as it is spelled."""
        for self.seen, word, is_name, spelled in rows:
            self.spelled.setdefault(word, spelled)
            if is_name:
                heard = sound(word)
                self.by_consonants[consonants(heard)].append(len(self.names))
                self.names.append(word)
                self.heard.append(heard)
        self.words, self.in_order = sorted(self.spelled), sorted(self.names)

    @property
    def as_of(self) -> int:
        """As of when the words were read, as the look-up tells it."""
        return self.seen + self.generation * A_GENERATION

    def has(self, word: str) -> bool:
        """Whether it is a word of the catalogue."""
        return word in self.spelled

    def names_things(self, word: str) -> bool:
        """Whether things are called by the word, or their kind."""
        place = bisect_left(self.in_order, word)
        return place < len(self.in_order) and self.in_order[place] == word

    def begins(self, start: str) -> bool:
        """Whether a name begins like this, or for a long beginning any word of the catalogue."""
        among = self.words if len(start) >= LONG else self.in_order
        place = bisect_left(among, start)
        return place < len(among) and among[place].startswith(start)

    def has_longer(self, word: str) -> bool:
        """Whether a longer word of the catalogue begins like this one."""
        place = bisect_right(self.words, word)
        return place < len(self.words) and self.words[place].startswith(word)

    def spelling(self, word: str) -> str:
        """How the catalogue spells the word."""
        return self.spelled.get(word, word)

    def nearest(self, word: str) -> list[str]:
        """The words that things are called by and that were most likely meant, the likeliest first.

        Whole words alone: those that sound the same or differ by a slip or two.
        """
        found: dict[str, float] = {}
        for place, alike in (*self.sound_like(word), *self.slips_of(word)):
            near = self.names[place]
            found[near] = max(alike, found.get(near, 0))
        ranked = sorted(found, key=lambda near: (-found[near], near))[:MOST_NEAR]
        return [near for near in ranked if found[near] >= found[ranked[0]] - AS_GOOD]

    def sound_like(self, word: str) -> Iterator[tuple[int, float]]:
        """The names with the same consonants, and how much they sound alike."""
        heard = sound(word)
        same = consonants(heard)
        if len(same) < LEAST_CONSONANTS:  # عود is one: of these nothing may sound otherwise
            yield from (
                (place, SOUND_LESS) for place, each in enumerate(self.heard) if each == heard
            )
            return
        for place in self.by_consonants.get(same, ()):
            near = self.names[place]
            alike = OSA.normalized_similarity(heard, self.heard[place])
            least = least_alike(word, near) if len(same) > LEAST_CONSONANTS else OF_TWO
            if alike >= least and may_stand_for(word, near):
                yield place, (1 + alike) / 2 * SOUND_LESS

    def slips_of(self, word: str) -> Iterator[tuple[int, float]]:
        """The names that are written so but for a slip or two, and how much they are alike."""
        for near, apart, place in process.extract(
            word, self.names, scorer=OSA.distance, score_cutoff=slips(word), limit=MOST_NEAR
        ):
            likely = len(word) >= SAYS_ENOUGH or is_slip(word, near)
            if near[0] == word[0] and len(near) >= SHORTEST and likely:
                yield place, 1 - apart / max(len(near), len(word))
        heard = sound(word)
        if word.isascii() and len(heard) >= LONG:
            for near, apart, place in process.extract(
                heard, self.heard, scorer=OSA.distance, score_cutoff=1, limit=MOST_NEAR
            ):
                if near[0] == heard[0] and not self.names[place].isascii():
                    yield place, (1 - apart / max(len(near), len(heard))) * SOUND_LESS


def least_alike(word: str, near: str) -> float:
    """How much alike the two must sound."""
    if word.isascii():
        return FROM_LATIN
    return TO_LATIN if near.isascii() else WITHIN_ARABIC


def may_stand_for(word: str, near: str) -> bool:
    """Whether of two Arabic words one consonant at most is written otherwise.

    Of three letters that has to be the only difference.
    """
    if word.isascii() or near.isascii():
        return True
    apart = OSA.distance(written_consonants(word), written_consonants(near))
    if len(word) < SHORTEST:
        return apart == OSA.distance(word, near) == 1
    return apart <= 1


def written_consonants(word: str) -> str:
    """The letters of an Arabic word that stay in each of its forms."""
    return word.translate(VOWELS)


def slips(word: str) -> int:
    """How many letters of a word of this length may be others."""
    if len(word) < (SHORTEST_LATIN if word.isascii() else SHORTEST):
        return 0
    return 1 if len(word) < TWO_SLIPS else 2


KNOWN: WeakKeyDictionary[Engine, Vocabulary] = WeakKeyDictionary()


def words_read(session: AsyncSession) -> Vocabulary:
    """The words of the session's database as far as they were read; there may be newer ones."""
    return KNOWN.setdefault(session.get_bind().engine, Vocabulary())


async def vocabulary(session: AsyncSession) -> Vocabulary:
    """The words of the session's database as they are now."""
    known = words_read(session)
    await known.catch_up(session)
    return known
