"""What the index is asked: an FTS5 expression on SQLite, a tsquery on PostgreSQL.

Words hold letters and digits alone, and stand in quotes: nothing typed is a query's syntax.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from sqlalchemy import Integer, TextualSelect, column, text

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
    Level(Tier(WHAT_IT_IS, 5), 2),
    Level(ANY_PLACE, 1),
)


def every_word(dialect: str, words: Words, tier: Tier) -> str:
    """The query for what has every word; light ones may stand anywhere."""
    parts = (match(dialect, word, ANY_PLACE if word.light else tier) for word in words)
    return (" AND " if dialect == "sqlite" else " & ").join(parts)


def any_word(dialect: str, word: Sought, level: Level) -> str:
    """The query for what has this word there."""
    return match(dialect, word, level.tier)


def asked_as(dialect: str, queries: Mapping[str, str]) -> dict[str, str]:
    """The queries by their names, and on PostgreSQL each for the same words in any place too."""
    if dialect == "sqlite":
        return dict(queries)
    anywhere = {f"{name}_anywhere": PLACES.sub("", query) for name, query in queries.items()}
    return {**queries, **anywhere}


def asked_at_once(dialect: str, queries: Mapping[str, str]) -> dict[str, str]:
    """The queries by their names, and on PostgreSQL one for all of their words in any place."""
    if dialect == "sqlite" or not queries:
        return dict(queries)
    places = dict.fromkeys(PLACES.sub("", query) for query in queries.values())
    return {**queries, "anywhere": " | ".join(places)}


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


PLACES = re.compile("(?<=[:*])[A-D]+")


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
    WHERE product_search MATCH :{asked} AND {which}
    ORDER BY hit.rowid LIMIT :{most}
)"""
# PostgreSQL's index knows the words and not their places: to tell these, a whole row is unpacked.
# So the words are taken from the index first, and places are looked at no further than the page
# needs. A planner that saw the words, or could join before OFFSET 0, would unpack every row.
POSTGRES_HITS = """
SELECT * FROM (
    SELECT hit.rowid AS id, {marks}
    FROM (
        SELECT rowid FROM product_search
        WHERE words @@ (SELECT CAST(:{asked}_anywhere AS tsquery)) ORDER BY rowid OFFSET 0
    ) AS hit JOIN products ON products.id = hit.rowid
    WHERE {which} AND (
        SELECT words @@ CAST(:{asked} AS tsquery) FROM product_search AS place
        WHERE place.rowid = hit.rowid
    )
    ORDER BY hit.rowid LIMIT :{most}
) AS {asked}_hits"""
ON_SALE = "(products.offered OR :hidden_too)"
# All tiers of a look-up at once: each product that has the words is looked at once, in the order
# of the ids, and only as long as what reads from here wants more.
POSTGRES_PLACED = """
placed AS MATERIALIZED (
    SELECT hit.id, seen.offered, seen.shown, seen.tier, seen.called
    FROM (
        SELECT rowid AS id FROM product_search
        WHERE words @@ (SELECT CAST(:anywhere AS tsquery)) ORDER BY rowid OFFSET 0
    ) AS hit CROSS JOIN LATERAL (
        SELECT products.offered, {shown} AS shown, {tier} AS tier, {called} AS called
        FROM product_search AS place JOIN products ON products.id = place.rowid
        WHERE place.rowid = hit.id OFFSET 0
    ) AS seen
    ORDER BY hit.id
)"""
POSTGRES_FIRST = """
first AS MATERIALIZED (SELECT id, tier FROM placed WHERE tier = 0 AND shown LIMIT :most)"""
POSTGRES_REST = """
SELECT id, tier FROM first UNION ALL
SELECT id, tier FROM placed
WHERE tier > 0 AND shown AND (SELECT count(*) FROM first) < :most"""
POSTGRES_CALLED = "SELECT id, offered FROM placed WHERE called LIMIT :most_gone"
NEWEST, GONE = -2, -1
"""In the place of a tier: as of when words are, and the id of what is called so and sold out."""
A_GENERATION = 1 << 40
WORDS_AS_OF = (
    f"coalesce(max(id), 0) + (SELECT CAST(generation AS BIGINT) * {A_GENERATION} FROM search_index)"
)
"""One number that grows with each word that is added, and with each time that some went."""


def hits_of(
    dialect: str, marks: str, asked: str, *, which: str = ON_SALE, most: str = "most"
) -> str:
    """The look-up of one query: ids, the lowest first, with `marks` beside each."""
    hits = SQLITE_HITS if dialect == "sqlite" else POSTGRES_HITS
    return hits.format(marks=marks, asked=asked, which=which, most=most)


@cache
def look_up(dialect: str, count: int, sold_out: bool) -> TextualSelect:
    """The look-up in so many tiers: ids, each with the first tier that has it, the best first.

    Before them stands `WORDS_AS_OF` as of the tier `NEWEST`. With `sold_out` those of the first
    `most_gone` with the words of `gone` that cannot be had are of the tier `GONE`.
    """
    asked = look_up_text(dialect, count, sold_out=sold_out)
    return prepared(text(asked).columns(column("id", Integer), column("tier", Integer)))


def look_up_text(dialect: str, count: int, *, sold_out: bool) -> str:
    """The same as text."""
    before, called, tiers = "", POSTGRES_CALLED, POSTGRES_REST
    if dialect == "sqlite":
        called, tiers = sqlite_called(), sqlite_tiers(count)
    elif count or sold_out:
        before = postgres_placed(count, sold_out=sold_out)
    parts = [f"SELECT {WORDS_AS_OF} AS id, {NEWEST} AS tier FROM search_words"]
    if sold_out:
        parts.append(f"SELECT id, {GONE} AS tier FROM ({called}) AS called WHERE NOT offered")
    if count:
        parts.append(tiers)
    every = " UNION ALL ".join(parts)
    return f"{before}SELECT id, tier FROM ({every}) AS found ORDER BY 2, 1 LIMIT :rows"


def sqlite_called() -> str:
    """The look-up of what is called so, whether it can be had or not."""
    offered = "products.offered AS offered"
    return hits_of("sqlite", offered, "gone", which="1 = 1", most="most_gone")


def sqlite_tiers(count: int) -> str:
    """The look-up in so many tiers, in the index once for each."""
    each = [hits_of("sqlite", f"{at} AS tier", f"tier{at}") for at in range(count)]
    return f"SELECT id, min(tier) AS tier FROM ({' UNION ALL '.join(each)}) AS hits GROUP BY id"


def postgres_placed(count: int, *, sold_out: bool) -> str:
    """What stands before the look-up: all that has the words, with the first tier of each."""
    places = [f"WHEN place.words @@ CAST(:tier{at} AS tsquery) THEN {at}" for at in range(count)]
    placed = POSTGRES_PLACED.format(
        shown=ON_SALE if count else "FALSE",
        tier=f"CASE {' '.join(places)} END" if count else "NULL",
        called="place.words @@ CAST(:gone AS tsquery)" if sold_out else "FALSE",
    )
    return f"WITH {placed}{',' + POSTGRES_FIRST if count else ''} "


@cache
def rank_up(dialect: str, count: int) -> TextualSelect:
    """The products that have one of so many words: id, number of the word, and level."""
    each = [
        hits_of(dialect, f"{number} AS number, {at} AS level", f"word{number}_{at}")
        for number in range(count)
        for at in range(len(ANY))
    ]
    names = ("id", "number", "level")
    union = text(" UNION ALL ".join(each)).columns(*(column(name, Integer) for name in names))
    return prepared(union)
