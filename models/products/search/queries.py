"""Finding products by words, as people spell them: in both languages, by any of their words."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2
from typing import NamedTuple

import msgspec
from sqlalchemy import column, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.folding import normalise
from models.kernel.paging import Page
from models.kernel.prepared import prepared
from models.products.product_lists import ProductBrief, product_briefs
from models.products.search.index import index_product
from models.products.search.lexicon.sounds import consonants, sound
from models.products.search.matching import (
    ANY,
    GONE,
    NEWEST,
    TIERS,
    any_word,
    asked_as,
    asked_at_once,
    every_word,
    look_up,
    rank_up,
)
from models.products.search.meaning import Meant, meant_by
from models.products.search.sold_out import sold_out_called
from models.products.search.typed import Words, typed_words
from models.products.search.vocabulary import Vocabulary, words_read

__all__ = ["Found", "find_ids", "find_products", "index_product", "normalise"]


class Found(msgspec.Struct, frozen=True):
    """A page of results; `instead` holds the words they are for when nothing matched as typed."""

    page: Page[ProductBrief]
    instead: str = ""


MOST_COUNTED = 60
"""Who is shown more than so many looks for another word, not for their number."""

MOST_SOLD_OUT = 24
"""So many are looked through for one that is called exactly so."""

INDEXED = prepared(
    text(
        "SELECT name || ' ' || other || ' ' || kind || ' ' || rest FROM product_search"
        " WHERE rowid = :product_id"
    ).columns(column("words"))
)
FOUND = 0  # all of the tiers
MOST_RANKED = 60  # hits of each word that are put in order where no product has all words
RARE = 5  # hits of a word that make it no commoner than another
LIGHT_WORTH = 0.2
AS_GOOD = 0.3  # of the best one's worth: what has less is left out


async def find_products(session: AsyncSession, words: str, page: int, per_page: int) -> Found:
    """The offered products that these words mean; what people typed is never a query's syntax.

    What is sold out and called exactly so comes first, and what was meant instead of it is left
    out. They are counted as far as `MOST_COUNTED`; the total of more is not known.
    """
    start = page * per_page
    most = max(start + per_page, MOST_COUNTED)
    ids, instead, sold_out = await Look(session, words, most + 1, sold_out=True).up()
    if gone := await called_exactly(session, words, sold_out):
        ids, instead = ([*gone] if instead else [*gone, *ids]), ""
    briefs = await product_briefs(session, ids[start : start + per_page])
    total = None if len(ids) > most else len(ids)
    return Found(Page(briefs, page, len(ids) > start + per_page, total), instead)


async def called_exactly(session: AsyncSession, words: str, sold_out: Sequence[int]) -> list[int]:
    """The ids of what is sold out and called exactly so."""
    items = await product_briefs(session, sold_out)
    return [item.id for item in sold_out_called(items, words)]


async def find_ids(
    session: AsyncSession, words: str, start: int, most: int, *, hidden_too: bool = False
) -> tuple[list[int], str]:
    """The products' ids from place `start`, at most so many, and the words found instead."""
    ids, instead, _ = await Look(session, words, start + most, hidden_too=hidden_too).up()
    return ids[start:], instead


class Hits(NamedTuple):
    """The ids of what was found, the words that it was found by when they are others than those
    typed, and the ids of what has the words in its names and is sold out."""

    ids: list[int]
    instead: str = ""
    sold_out: Sequence[int] = ()


class Rows(NamedTuple):
    """As of when words are; what is sold out and called as it was typed; the products that have
    every word that was meant, the best first; whether a description alone has some of the words,
    with the best one too."""

    newest: int
    sold_out: list[int]
    ids: list[int]
    mentioned: bool


class Look(msgspec.Struct):
    """One search: up to which place of the results, and what it may see or also asks for."""

    session: AsyncSession
    words: str
    most: int
    hidden_too: bool = False
    sold_out: bool = False

    async def up(self) -> Hits:
        """What has all the words, in any form that the catalogue knows, or all that the unknown
        ones were meant for; else what has most of them, and of the rarest."""
        typed = typed_words(self.words)
        if not typed:
            return Hits([])
        known = words_read(self.session)
        meant = meant_by(self.words, typed, known)
        found = await self.rows_of(meant, called_as(typed, meant, known))
        if found.newest != known.as_of:
            await known.catch_up(self.session)
            meant = meant_by(self.words, typed, known)
            found = await self.rows_of(meant, called_as(typed, meant, known))
        ids, several = found.ids, len(meant.words) > 1
        if found.mentioned and several:
            ids = list(dict.fromkeys((*await self.rank(meant.words), *ids)))[: self.most]
        instead = ""
        if ids and meant.other:
            instead = await self.instead(ids[0], meant.words, known)
        elif not ids and several and (ids := await self.rank(meant.words)):
            instead = " / ".join(known.spelling(word.word) for word in meant.words)
        return Hits(ids, instead, found.sold_out)

    async def rows_of(self, meant: Meant, called: Words) -> Rows:
        """What the index says of words as they were meant, and of what is called so."""
        dialect = self.session.get_bind().dialect.name
        # Where nothing longer is meant by a beginning, two tiers ask the same.
        tiers = TIERS if meant.words else ()
        each = dict.fromkeys(every_word(dialect, meant.words, tier) for tier in tiers)
        queries = {f"tier{at}": query for at, query in enumerate(each)}
        asked = {"rows": self.most + MOST_SOLD_OUT + 1}
        if queries:
            asked |= {"hidden_too": self.hidden_too, "most": self.most}
        sold_out = self.sold_out and bool(called)
        if sold_out:
            queries["gone"] = every_word(dialect, called, TIERS[0])
            asked |= {"most_gone": MOST_SOLD_OUT}
        rows = await self.session.execute(
            look_up(dialect, len(each), sold_out), {**asked, **asked_at_once(dialect, queries)}
        )
        found: dict[int, list[int]] = {NEWEST: [], GONE: [], FOUND: []}
        best = len(each)
        for id_, tier in rows:
            found[min(tier, FOUND)].append(id_ or 0)
            best = min(best, tier) if tier >= FOUND else best
        ids = found[FOUND][: self.most]
        mentioned = bool(ids) and best == len(each) - 1
        return Rows(found[NEWEST][0], found[GONE], ids, mentioned)

    async def rank(self, words: Words) -> list[int]:
        """The products that have any of the words, by how much these say together."""
        dialect = self.session.get_bind().dialect.name
        queries = {
            f"word{number}_{at}": any_word(dialect, word, level)
            for number, word in enumerate(words)
            for at, level in enumerate(ANY)
        }
        asked = {"hidden_too": self.hidden_too, "most": max(MOST_RANKED, self.most)}
        rows = await self.session.execute(
            rank_up(dialect, len(words)), {**asked, **asked_as(dialect, queries)}
        )
        return in_order([Hit(*row) for row in rows], words)[: self.most]

    async def instead(self, first: int, words: Words, known: Vocabulary) -> str:
        """The words that the first result was found by, as the catalogue spells them."""
        indexed = await self.session.scalar(INDEXED, {"product_id": first})
        there = indexed.split()
        found = (as_named(matching_word(word.forms, there), there) for word in words)
        return " ".join(known.spelling(word) for word in dict.fromkeys(found))


def called_as(typed: Words, meant: Meant, known: Vocabulary) -> Words:
    """The words that what is sold out is called by; none where nothing has one of those typed."""
    if not meant.other:
        return meant.words
    is_there = all(word.light or any(map(known.has, word.forms)) for word in typed)
    return typed if is_there else ()


class Hit(NamedTuple):
    """A product that has one of the words, and where: the smaller the level, the better."""

    product_id: int
    number: int
    level: int


def in_order(hits: Sequence[Hit], words: Words) -> list[int]:
    """The products, the best first: by their words, of which rare ones are worth more."""
    best: dict[tuple[int, int], int] = {}
    for hit in hits:
        place = (hit.product_id, hit.number)
        best[place] = min(hit.level, best.get(place, hit.level))
    have = [0] * len(words)
    for _, number in best:
        have[number] += 1
    worth = [
        (LIGHT_WORTH if word.light else 1) / (1 + log2(max(1, count / RARE)))
        for word, count in zip(words, have, strict=True)
    ]
    totals: dict[int, float] = {}
    for (product_id, number), level in best.items():
        totals[product_id] = totals.get(product_id, 0) + worth[number] * ANY[level].worth
    least = max(totals.values(), default=0) * AS_GOOD
    ranked = sorted(totals, key=lambda product_id: (-totals[product_id], product_id))
    return [product_id for product_id in ranked if totals[product_id] >= least]


def as_named(found: str, there: Sequence[str]) -> str:
    """The word of `there`, which begins with the names, that is only spelled otherwise."""
    same = consonants(sound(found))
    spelled = (word for word in there if word.isascii() == found.isascii())
    return next((word for word in spelled if consonants(sound(word)) == same), found)


def matching_word(forms: Sequence[str], there: Sequence[str]) -> str:
    """The word of `there` that one of the forms stands for; an exact one before a longer one."""
    for form in forms:
        if form in there:
            return form
    longer = (full for form in forms for full in there if full.startswith(form))
    return next(longer, forms[0])
