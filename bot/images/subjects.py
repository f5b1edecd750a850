"""Which drawing stands for a product: the thing that it is by its name, or its package's own."""

import re
from functools import cache

from bot.images.emblems import Emblem, bowl, mabkhara, rosette, sadu, starflower
from bot.images.goods.names import THINGS, VESSELS
from handlers.dialog.pictures import PackageKey
from models.kernel.folding import other_forms, words_of

_OF_PACKAGE: dict[PackageKey, Emblem] = {
    "atayeb": bowl,
    "teeb": mabkhara,
    "anaqa": rosette,
    "mahra": sadu,
    "ebdaa": starflower,
}
_ARABIC = re.compile("[\u0620-\u06ff]")
_BESIDES = re.compile(r"[,;:()/|–—]|\s-\s|\b(?:with|of|for|in|and|from|on)\b", re.IGNORECASE)
"""What comes after it in English says more of a thing, and does not name it."""

Named = dict[frozenset[str], Emblem]


def emblem_of(subject: str, package: PackageKey) -> Emblem:
    """What the product's names in either language tell, or else its package's own drawing.

    Arabic names a thing by its first word and English by its last, what comes after "with" or a
    comma left aside; names of several words come before those, and what holds others after them.
    """
    arabic = " ".join(word for word in subject.split() if _ARABIC.search(word))
    english = [part for part in _BESIDES.split(subject) if not _ARABIC.search(part)]
    spoken = [_forms(arabic), *(_forms(part)[::-1] for part in english)]
    for table in (THINGS, VESSELS):
        named = _by_words(table)
        for words in spoken:
            found = _whole_name(words, named) or _first_word(words, named)
            if found is not None:
                return found
    return _OF_PACKAGE[package]


def _forms(text: str) -> list[list[str]]:
    """The words of a text, each with its other forms."""
    return [[word, *other_forms(word, word)] for word, _ in words_of(text)]


def _whole_name(words: list[list[str]], named: Named) -> Emblem | None:
    spoken = {form for forms in words for form in forms}
    return next(
        (emblem for name, emblem in named.items() if len(name) > 1 and name <= spoken), None
    )


def _first_word(words: list[list[str]], named: Named) -> Emblem | None:
    singles = (named.get(frozenset((form,))) for forms in words for form in forms)
    return next((emblem for emblem in singles if emblem is not None), None)


@cache
def _by_words(table: tuple[tuple[Emblem, str], ...]) -> Named:
    """The drawings by the words of each name; of equal names the first counts."""
    found: Named = {}
    for emblem, names in table:
        for name in names.split():
            words = (word for part in name.split("+") for word, _ in words_of(part))
            found.setdefault(frozenset(words), emblem)
    return found
