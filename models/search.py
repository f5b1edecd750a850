"""Finding products by words, as people spell them: in both languages, by any of their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec
from sqlalchemy import TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.briefs import ProductBrief, product_briefs
from models.paging import Page
from models.search_index import index_product
from models.spelling import normalise, query_words
from models.vocabulary import Vocabulary, vocabulary

__all__ = ["Found", "find_ids", "find_products", "index_product", "normalise"]

Groups: TypeAlias = list[list[str]]
"""What is looked for: one word of each group (the word, or a word that begins so)."""


class Found(msgspec.Struct, frozen=True):
    """A page of results; `instead` holds the words they are for when nothing matched as typed."""

    page: Page[ProductBrief]
    instead: str = ""


# The names come first: what is called so, before what only mentions it.
SQLITE = """
SELECT hit.id FROM (
    SELECT rowid AS id, 0 AS tier FROM product_search WHERE product_search MATCH :named
    UNION ALL
    SELECT rowid, 1 FROM product_search WHERE product_search MATCH :mentioned
) AS hit JOIN products ON products.id = hit.id
WHERE products.offered OR :hidden_too
ORDER BY hit.tier, hit.id LIMIT :most OFFSET :start
"""
POSTGRES = """
SELECT hit.id FROM (
    SELECT rowid AS id, CASE WHEN words @@ CAST(:named AS tsquery) THEN 0 ELSE 1 END AS tier
    FROM product_search WHERE words @@ CAST(:mentioned AS tsquery)
) AS hit JOIN products ON products.id = hit.id
WHERE products.offered OR :hidden_too
ORDER BY hit.tier, hit.id LIMIT :most OFFSET :start
"""
STATEMENTS: dict[str, TextClause] = {"sqlite": text(SQLITE), "postgresql": text(POSTGRES)}
INDEXED = text("SELECT name || ' ' || rest FROM product_search WHERE rowid = :product_id")


async def find_products(session: AsyncSession, words: str, page: int, per_page: int) -> Found:
    """The offered products that these words mean; what people typed is never a query's syntax."""
    ids, instead = await find_ids(session, words, page * per_page, per_page + 1)
    briefs = await product_briefs(session, ids[:per_page])
    return Found(Page(briefs, page, len(ids) > per_page), instead)


async def find_ids(
    session: AsyncSession, words: str, start: int, most: int, *, hidden_too: bool = False
) -> tuple[list[int], str]:
    """The products' ids from place `start`, at most so many, and the words found instead.

    All words as typed; else each unknown word's nearest words; else any one of the words.
    """
    typed = [[word] for word in query_words(words)]
    if not typed:
        return [], ""
    look = Look(session, start, most, hidden_too)
    found = await look.up(typed)
    if found is not None:
        return found, ""
    known = await vocabulary(session)
    meant = [group for [word] in typed if (group := meant_by(word, known))]
    if meant != typed and (found := await look.up(meant)) is not None:
        return found, await look.instead(meant, known)
    any_of = [[word for group in meant for word in group]]
    if len(meant) > 1 and (found := await look.up(any_of)) is not None:
        return found, " / ".join(known.spelling(group[0]) for group in meant)
    return [], ""


def meant_by(word: str, known: Vocabulary) -> list[str]:
    """The word itself when the catalogue knows it, else its nearest words, if any."""
    return [word] if known.knows(word) else known.nearest(word)


class Look(msgspec.Struct):
    """One search's way to the index: where in the results it starts, and what it may see."""

    session: AsyncSession
    start: int
    most: int
    hidden_too: bool

    async def up(self, groups: Groups) -> list[int] | None:
        """The ids from `start` on; None when nothing matches at all."""
        ids = await self.ids(groups, self.start, self.most)
        nothing = not ids and (not self.start or not await self.ids(groups, 0, 1))
        return None if nothing else ids

    async def ids(self, groups: Groups, start: int, most: int) -> list[int]:
        """The ids of what matches, those named so first."""
        if not all(groups) or not groups:
            return []
        kind = self.session.get_bind().dialect.name
        named, mentioned = (sqlite_query if kind == "sqlite" else postgres_query)(groups)
        rows = await self.session.execute(
            STATEMENTS[kind],
            {
                "named": named,
                "mentioned": mentioned,
                "hidden_too": self.hidden_too,
                "most": most,
                "start": start,
            },
        )
        return list(rows.scalars())

    async def instead(self, groups: Groups, known: Vocabulary) -> str:
        """The words that the first result was found by, as the catalogue spells them."""
        first = await self.ids(groups, 0, 1)
        indexed = await self.session.scalar(INDEXED, {"product_id": first[0]})
        there = indexed.split()
        words = (meeting(group, there) for group in groups)
        return " ".join(known.spelling(word) for word in dict.fromkeys(words))


def meeting(group: Sequence[str], there: Sequence[str]) -> str:
    """The word of `there` that one of the group stands for; an exact one before a longer one."""
    for word in group:
        if word in there:
            return word
    return next(full for word in group for full in there if full.startswith(word))


def sqlite_query(groups: Groups) -> tuple[str, str]:
    """FTS5 expressions: a name holds it all; it is all there, but not in the names.

    Words hold letters and digits alone, and stand in quotes.
    """
    every = " AND ".join(
        "(" + " OR ".join(f'"{word}"*' for word in group) + ")" for group in groups
    )
    return f"name : ({every})", f"({every}) NOT name : ({every})"


def postgres_query(groups: Groups) -> tuple[str, str]:
    """The tsquery for names, and the one for everything."""

    def every(where: str) -> str:
        return " & ".join(
            "(" + " | ".join(f"'{word}':{begins(word)}{where}" for word in group) + ")"
            for group in groups
        )

    return every("A"), every("AB")


def begins(word: str) -> str:
    """The sign that longer words which begin so are meant too; a single letter says too little."""
    return "*" if len(word) > 1 else ""
