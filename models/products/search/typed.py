"""The words of a search as they were typed: what each may be written as, and how much it says."""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec

from models.kernel.folding import (
    MOST_WORDS,
    SAY_NOTHING,
    bare,
    core_of,
    fold,
    other_forms,
    words_of,
)
from models.products.search.lexicon.light_words import LIGHT, NOTHING
from models.products.search.lexicon.plurals import PLURALS

WORD = re.compile(r"[^\W_]+")
# Signs that are letters on the Arabic layout, where a Latin word has none.
AMID = re.compile(r"[a-z][\[\];,./`][a-z]|^[\[\];,./`]+[a-z]|[a-z][\[;`]+$", re.IGNORECASE)
LIGHT_WORDS = frozenset(word for word, _ in words_of(LIGHT))
SAY_LITTLE = SAY_NOTHING.union(map(fold, NOTHING.split()), (word for word, _ in words_of(NOTHING)))
LEAST_TO_BEGIN = 3
# English endings and spellings: what may stand for what, and how many letters must be left.
ENGLISH = (
    (re.compile("ies$"), "y", 3),
    (re.compile("(?<=[sxzh])es$"), "", 3),
    (re.compile("ves$"), "f", 3),
    (re.compile("our"), "or", 4),
    (re.compile("(?<!ou)or$"), "our", 4),
    (re.compile("is(?=e[ds]?$|ing$|er$)"), "iz", 4),
    (re.compile("iz(?=e[ds]?$|ing$|er$)"), "is", 4),
)


class Sought(msgspec.Struct, frozen=True):
    """One word to look for: what it may be written as, as whole words.

    With `begins` longer words that begin as the first form does are meant too. A light word may
    stand anywhere.
    """

    forms: tuple[str, ...]
    begins: bool = False
    light: bool = False

    @property
    def word(self) -> str:
        """The word as it was typed, folded."""
        return self.forms[0]


Words: TypeAlias = tuple[Sought, ...]


def typed_words(text: str) -> Words:
    """Each word to look for; at most eight, each once, and without those that say nothing."""
    found: dict[str, Sought] = {}
    for spelled in WORD.findall(bare(text)):
        if (core := core_of(folded := fold(spelled))) and core not in found:
            found[core] = sought(folded, core)
    telling = [found[core] for core in found if len(core) > 1 and core not in SAY_LITTLE]
    return weigh((telling or list(found.values()))[:MOST_WORDS])


def weigh(words: list[Sought]) -> Words:
    """The words; those that say little of a thing are light beside another one."""
    if all(word.light for word in words):
        return tuple(msgspec.structs.replace(word, light=False) for word in words)
    return tuple(words)


def sought(folded: str, core: str) -> Sought:
    """The word in all of its forms."""
    forms = dict.fromkeys([core, *other_forms(folded, core), *english_forms(core)])
    for form in list(forms):
        forms |= dict.fromkeys(PLURALS.get(form, ()))
    light = not LIGHT_WORDS.isdisjoint(forms)
    return Sought(tuple(forms), len(core) >= LEAST_TO_BEGIN, light)


def english_forms(word: str) -> list[str]:
    """The singular, and the spelling of the other side of the ocean."""
    if not word.isascii():
        return []
    return [
        ending.sub(instead, word)
        for ending, instead, least in ENGLISH
        if len(word) > least and ending.search(word)
    ]


def looks_swapped(text: str) -> bool:
    """Whether signs stand where words in Latin letters have none, but Arabic keys have letters."""
    return any(AMID.search(part) for part in text.split())
