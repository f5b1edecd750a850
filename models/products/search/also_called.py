"""What a thing is called besides its names, by the tables of the lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from models.kernel.folding import other_forms, words_of
from models.products.search.lexicon.goods import CLOTHES, CRAFTS, FOOD, HERITAGE, SCENT
from models.products.search.lexicon.kinds import KINDS
from models.products.search.lexicon.plurals import PLURALS
from models.products.tables import Package

NEEDS_BOTH, IN_PACKAGE, BEGINS_WORDS = "+", ":", "|"


class Entry(NamedTuple):
    """The words of a name that call for it, its package or none, and what is added."""

    needed: frozenset[str]
    package: str
    words: str


def fold_all(words: str) -> frozenset[str]:
    """The words in their one spelling."""
    return frozenset(word for word, _ in words_of(words))


def entries(table: str) -> Iterator[Entry]:
    """The entries of a table: lines that are continued begin with blanks."""
    for line in " ".join(table.split("\n    ")).strip().split("\n"):
        heads, words = line.split(BEGINS_WORDS)
        for head in heads.split():
            package, _, needed = head.rpartition(IN_PACKAGE)
            yield Entry(fold_all(needed.replace(NEEDS_BOTH, " ")), package, words.strip())


@cache
def goods() -> tuple[Entry, ...]:
    """What things are called."""
    return tuple(
        entry for table in (FOOD, SCENT, CLOTHES, HERITAGE, CRAFTS) for entry in entries(table)
    )


@cache
def kinds() -> tuple[Entry, ...]:
    """What things are, and are for."""
    return tuple(entries(KINDS))


def also_called(names: str, package: Package) -> str:
    """Other names of a thing that is called so."""
    return " ".join(words_for(goods(), names, package))


def kinds_of(names: str, package: Package) -> str:
    """The wider words for a thing that is called so."""
    return " ".join(words_for(kinds(), names, package))


def words_for(among: tuple[Entry, ...], names: str, package: Package) -> Iterator[str]:
    """The words of each entry that the names call for."""
    cores = [word for word, _ in words_of(names)]
    there = {*cores, *(form for core in cores for form in other_forms(core, core))}
    there |= {form for core in cores for form in PLURALS.get(core, ())}
    for entry in among:
        if entry.needed <= there and entry.package in ("", package.value):
            yield entry.words
