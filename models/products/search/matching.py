"""What the index is asked: an FTS5 expression on SQLite, a tsquery on PostgreSQL.

Words hold letters and digits alone, and stand in quotes: nothing typed is a query's syntax.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sqlalchemy import Integer, TextClause, TextualSelect, column, text

from models.kernel.prepared import prepared
from models.products.search.typed import Sought, Words

WEIGHTS = {"name": "A", "other": "B", "kind": "C", "rest": "D"}
CALLED = ("name", "other")
WHAT_IT_IS = (*CALLED, "kind")
ANYWHERE = tuple(WEIGHTS)
NEVER = 1_000


class Tier(NamedTuple):
    """Where a word may stand, and from how many letters on longer words count for it."""

    columns: tuple[str, ...]
    begins: int


class Level(NamedTuple):
    """Where one of several words stands, and what it is worth there."""

    tier: Tier
    worth: float


ANY_PLACE = Tier(ANYWHERE, 5)
TIERS = (
    Tier(("name",), NEVER),
    Tier(CALLED, NEVER),
    Tier(CALLED, 3),
    Tier(WHAT_IT_IS, 5),
    ANY_PLACE,
)
ANY = (
    Level(Tier(("name",), NEVER), 4),
    Level(Tier(CALLED, 3), 3),
    Level(ANY_PLACE, 1),
)


def every_word(dialect: str, words: Words, tier: Tier) -> str:
    """The query for what has every word; light ones may stand anywhere."""
    parts = (match(dialect, word, ANY_PLACE if word.light else tier) for word in words)
    return (" AND " if dialect == "sqlite" else " & ").join(parts)


def any_word(dialect: str, word: Sought, level: Level) -> str:
    """The query for what has this word there."""
    return match(dialect, word, level.tier)


def match(dialect: str, word: Sought, tier: Tier) -> str:
    """The query for one word in any of its forms."""
    longer = word.begins and len(word.word) >= tier.begins
    return (sqlite_match if dialect == "sqlite" else postgres_match)(
        word.forms, tier.columns, longer
    )


def sqlite_match(forms: Iterable[str], columns: Iterable[str], longer: bool) -> str:
    """The FTS5 expression; the first form may be the beginning of a longer word."""
    first, *others = (f'"{form}"' for form in forms)
    either = " OR ".join([f"{first}*" if longer else first, *others])
    return f"({{{' '.join(columns)}}} : ({either}))"


def postgres_match(forms: Iterable[str], columns: Iterable[str], longer: bool) -> str:
    """The tsquery; the first form may be the beginning of a longer word."""
    weights = "".join(WEIGHTS[column] for column in columns)
    first, *others = (f"'{form}':" for form in forms)
    either = [f"{first}*{weights}" if longer else first + weights, *(o + weights for o in others)]
    return f"({' | '.join(either)})"


# SQLite reads each tier no further than the page needs, in the index's own order.
SQLITE_HITS = """
SELECT * FROM (
    SELECT hit.rowid AS id, {marks}
    FROM product_search AS hit CROSS JOIN products ON products.id = hit.rowid
    WHERE product_search MATCH :{asked} AND (products.offered OR :hidden_too)
    ORDER BY hit.rowid LIMIT :most
)"""
# PostgreSQL, were it not for OFFSET 0, would read through all products in the order of their ids.
POSTGRES_HITS = """
SELECT hit.rowid AS id, {marks}
FROM (
    SELECT rowid FROM product_search WHERE words @@ CAST(:{asked} AS tsquery) OFFSET 0
) AS hit JOIN products ON products.id = hit.rowid
WHERE (products.offered OR :hidden_too){unless_full}
ORDER BY hit.rowid LIMIT :most
"""
UNLESS_FULL = " AND (SELECT count(*) FROM tier0) < :most"
BEST_FIRST = "SELECT id, min(tier) FROM ({tiers}) AS hits GROUP BY id ORDER BY 2, 1 LIMIT :most"


SQLITE_SOLD_OUT = """
SELECT id FROM (
    SELECT hit.rowid AS id, products.offered AS offered
    FROM product_search AS hit CROSS JOIN products ON products.id = hit.rowid
    WHERE product_search MATCH :words ORDER BY hit.rowid LIMIT :most
) AS called WHERE NOT offered"""
POSTGRES_SOLD_OUT = """
SELECT id FROM (
    SELECT hit.rowid AS id, products.offered AS offered
    FROM (
        SELECT rowid FROM product_search WHERE words @@ CAST(:words AS tsquery) OFFSET 0
    ) AS hit JOIN products ON products.id = hit.rowid
    ORDER BY hit.rowid LIMIT :most
) AS called WHERE NOT offered"""


@cache
def not_offered(dialect: str) -> TextualSelect:
    """Of the first products with these words the ids of those that cannot be had."""
    asked = SQLITE_SOLD_OUT if dialect == "sqlite" else POSTGRES_SOLD_OUT
    return prepared(text(asked).columns(column("id", Integer)))


@cache
def look_up(dialect: str, count: int) -> TextualSelect:
    """The look-up in so many tiers: ids, each with the first tier that has it."""
    return prepared(
        look_up_text(dialect, count).columns(column("id", Integer), column("tier", Integer))
    )


def look_up_text(dialect: str, count: int) -> TextClause:
    """The same as text."""
    numbers = range(count)
    if dialect == "sqlite":
        each = [SQLITE_HITS.format(marks=f"{at} AS tier", asked=f"tier{at}") for at in numbers]
        return text(BEST_FIRST.format(tiers=" UNION ALL ".join(each)))
    each = [
        POSTGRES_HITS.format(
            marks=f"{at} AS tier", asked=f"tier{at}", unless_full=UNLESS_FULL if at else ""
        )
        for at in numbers
    ]
    parts = ",".join(f"tier{at} AS MATERIALIZED ({hits})" for at, hits in enumerate(each))
    tiers = " UNION ALL ".join(f"SELECT * FROM tier{at}" for at in numbers)
    return text(f"WITH {parts} {BEST_FIRST.format(tiers=tiers)}")


@cache
def rank_up(dialect: str, count: int) -> TextualSelect:
    """The products that have one of so many words: id, number of the word, and level."""
    hits = SQLITE_HITS if dialect == "sqlite" else f"({POSTGRES_HITS})"
    each = [
        hits.format(
            marks=f"{number} AS number, {at} AS level", asked=f"word{number}_{at}", unless_full=""
        )
        for number in range(count)
        for at in range(len(ANY))
    ]
    names = ("id", "number", "level")
    union = text(" UNION ALL ".join(each)).columns(*(column(name, Integer) for name in names))
    return prepared(union)
