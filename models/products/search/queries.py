"""Finding products by words, as people spell them: in both languages, by any of their words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

import msgspec
from sqlalchemy import Integer, TextClause, TextualSelect, column, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.folding import normalise, query_groups
from models.kernel.paging import Page
from models.kernel.prepared import prepared
from models.products.product_lists import ProductBrief, product_briefs
from models.products.search.index import index_product
from models.products.search.vocabulary import Vocabulary, vocabulary

__all__ = ["Found", "find_ids", "find_products", "index_product", "normalise"]

Groups: TypeAlias = list[list[str]]
"""What is looked for: one word of each group (the word, or a word that begins so)."""

ID, TIER = 0, 1
HIT = (column("id", Integer), column("tier", Integer))


class Found(msgspec.Struct, frozen=True):
    """A page of results; `instead` holds the words they are for when nothing matched as typed."""

    page: Page[ProductBrief]
    instead: str = ""


Tiers: TypeAlias = list[tuple[Groups, str]]
"""What is looked for and in which columns, the best first."""

MOST_COUNTED = 60
"""Who is shown more than so many looks for another word, not for their number."""

NAME, KIND, ALL = "name", "name kind", "name kind rest"
WEIGHTS = {NAME: "A", KIND: "AB", ALL: "ABC"}

# What is called so comes before what is like it by its brand or package, and that before what only
# mentions it. SQLite reads each tier no further than the page needs, in the index's own order.
SQLITE_TIER = """
SELECT * FROM (
    SELECT hit.rowid AS id, {tier} AS tier
    FROM product_search AS hit CROSS JOIN products ON products.id = hit.rowid
    WHERE product_search MATCH :tier{tier} AND (products.offered OR :hidden_too)
    ORDER BY hit.rowid LIMIT :most
)"""
SQLITE = "SELECT id, min(tier) FROM ({tiers}) GROUP BY id ORDER BY 2, 1 LIMIT :most"
# PostgreSQL, were it not for OFFSET 0, would read through all products in the order of their ids.
POSTGRES_TIER = """
tier{tier} AS MATERIALIZED (
    SELECT hit.rowid AS id, {tier} AS tier
    FROM (
        SELECT rowid FROM product_search WHERE words @@ CAST(:tier{tier} AS tsquery) OFFSET 0
    ) AS hit JOIN products ON products.id = hit.rowid
    WHERE (products.offered OR :hidden_too){unless_full}
    ORDER BY hit.rowid LIMIT :most
)"""
UNLESS_FULL = " AND (SELECT count(*) FROM tier0) < :most"
POSTGRES = """
WITH {tiers}
SELECT id, min(tier) FROM ({all}) AS hits GROUP BY id ORDER BY 2, 1 LIMIT :most
"""


@cache
def statement(dialect: str, count: int) -> TextClause:
    """The look-up of so many tiers; out come ids, each with the first tier that has it."""
    numbers = range(count)
    if dialect == "sqlite":
        each = " UNION ALL ".join(SQLITE_TIER.format(tier=at) for at in numbers)
        return text(SQLITE.format(tiers=each))
    each = ",".join(
        POSTGRES_TIER.format(tier=at, unless_full=UNLESS_FULL if at else "") for at in numbers
    )
    every = " UNION ALL ".join(f"SELECT * FROM tier{at}" for at in numbers)
    return text(POSTGRES.format(tiers=each, all=every))


@cache
def look_up(dialect: str, count: int) -> TextualSelect:
    """The search's statement for so many tiers, compiled once."""
    return prepared(statement(dialect, count).columns(*HIT))


INDEXED = text(
    "SELECT name || ' ' || kind || ' ' || rest FROM product_search WHERE rowid = :product_id"
)


async def find_products(session: AsyncSession, words: str, page: int, per_page: int) -> Found:
    """The offered products that these words mean; what people typed is never a query's syntax.

    They are counted as far as `MOST_COUNTED`; the total of more is not known.
    """
    start = page * per_page
    most = max(start + per_page, MOST_COUNTED)
    ids, instead = await find_ids(session, words, 0, most + 1)
    briefs = await product_briefs(session, ids[start : start + per_page])
    total = None if len(ids) > most else len(ids)
    return Found(Page(briefs, page, len(ids) > start + per_page, total), instead)


async def find_ids(
    session: AsyncSession, words: str, start: int, most: int, *, hidden_too: bool = False
) -> tuple[list[int], str]:
    """The products' ids from place `start`, at most so many, and the words found instead.

    All words as typed, in any of their forms, and where nothing is called so, first what is called
    much like it; else each unknown word's nearest words; else any one of the words.
    """
    typed = query_groups(words)
    look = Look(session, start, most, hidden_too)
    hits = await look.up(tiers(typed))
    if hits and hits[0][TIER] == 0:
        return look.page(hits), ""
    known = await vocabulary(session)
    if hits:
        return look.page(await look.with_near_names(typed, known) or hits), ""
    meant = [found for group in typed if (found := meant_by(group, known))]
    if meant != typed and (hits := await look.up(tiers(meant))):
        return look.page(hits), await look.instead(hits[0][ID], meant, known)
    any_of = [[word for group in meant for word in group]]
    if len(meant) > 1 and (hits := await look.up(tiers(any_of))):
        return look.page(hits), " / ".join(known.spelling(group[0]) for group in meant)
    return [], ""


def tiers(groups: Groups) -> Tiers:
    """Where the words may stand: all in the names, else in what it is, else anywhere."""
    return [(groups, where) for where in (NAME, KIND, ALL)]


def meant_by(group: list[str], known: Vocabulary) -> list[str]:
    """The forms of a word that the catalogue knows, else its nearest words, if any."""
    return [form for form in group if known.knows(form)] or known.nearest(group[0])


class Look(msgspec.Struct):
    """One search's way to the index: where in the results it starts, and what it may see."""

    session: AsyncSession
    start: int
    most: int
    hidden_too: bool

    async def up(self, sought: Tiers) -> list[tuple[int, int]]:
        """The ids with their tiers, the best first, up to where the page ends."""
        if not all(groups and all(groups) for groups, _ in sought):
            return []
        dialect = self.session.get_bind().dialect.name
        query = sqlite_query if dialect == "sqlite" else postgres_query
        rows = await self.session.execute(
            look_up(dialect, len(sought)),
            {
                "hidden_too": self.hidden_too,
                "most": self.start + self.most,
                **{f"tier{at}": query(*tier) for at, tier in enumerate(sought)},
            },
        )
        return [(row[ID], row[TIER]) for row in rows]

    async def with_near_names(self, typed: Groups, known: Vocabulary) -> list[tuple[int, int]]:
        """The hits with names much like what was typed, before the others; none when no name is."""
        near = [[*group, *known.near_names(group[0])] for group in typed]
        return [] if near == typed else await self.up([(near, NAME), *tiers(typed)[1:]])

    def page(self, hits: list[tuple[int, int]]) -> list[int]:
        """The ids from `start` on."""
        return [hit[ID] for hit in hits[self.start :]]

    async def instead(self, first: int, groups: Groups, known: Vocabulary) -> str:
        """The words that the first result was found by, as the catalogue spells them."""
        indexed = await self.session.scalar(INDEXED, {"product_id": first})
        there = indexed.split()
        words = (matching_word(group, there) for group in groups)
        return " ".join(known.spelling(word) for word in dict.fromkeys(words))


def matching_word(group: Sequence[str], there: Sequence[str]) -> str:
    """The word of `there` that one of the group stands for; an exact one before a longer one."""
    for word in group:
        if word in there:
            return word
    return next(full for word in group for full in there if full.startswith(word))


def sqlite_query(groups: Groups, where: str) -> str:
    """The FTS5 expression that finds a word of each group in these columns.

    Words hold letters and digits alone, and stand in quotes.
    """
    every = " AND ".join(
        "(" + " OR ".join(f'"{word}"*' for word in group) + ")" for group in groups
    )
    return f"{{{where}}} : ({every})"


def postgres_query(groups: Groups, where: str) -> str:
    """The tsquery that finds a word of each group in these columns."""
    return " & ".join(
        "(" + " | ".join(f"'{word}':{begins(word)}{WEIGHTS[where]}" for word in group) + ")"
        for group in groups
    )


def begins(word: str) -> str:
    """The sign that longer words which begin so are meant too; a single letter says too little."""
    return "*" if len(word) > 1 else ""
