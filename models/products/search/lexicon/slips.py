"""Which letters are written for one another: of one sound, one shape, or one place on the keys."""

from __future__ import annotations

from itertools import combinations, pairwise

from models.products.search.lexicon.sounds import sound

# Of one shape but for the dots.
SHAPES = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
VOWELS = ("اويهءع", "aeiouy")
# Of one sound where the alphabet of sounds keeps them apart.
SOUNDS = ("جيك", "قكغج", "سصث", "تطد", "ذزظض", "cks", "gkj", "bp", "vfw", "dt", "szx", "mn", "lr")
KEYS = (
    *("ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظ"),
    *("qwertyuiop", "asdfghjkl", "zxcvbnm"),
)


def pairs_alike() -> frozenset[frozenset[str]]:
    """Each two letters of which one may stand for the other."""
    groups = (*SHAPES, *VOWELS, *SOUNDS)
    of_groups = (pair for group in groups for pair in combinations(group, 2))
    of_keys = (pair for row in KEYS for pair in pairwise(row))
    return frozenset(frozenset(pair) for pair in (*of_groups, *of_keys))


ALIKE = pairs_alike()


def is_slip(word: str, near: str) -> bool:
    """Whether the one word may be a slip of the other: a letter put for another is one like it."""
    if len(word) != len(near):
        return True
    apart = [(a, b) for a, b in zip(word, near, strict=True) if a != b]
    if len(apart) == 2 and apart[0] == apart[1][::-1]:
        return True
    return all(sound(a) == sound(b) or frozenset((a, b)) in ALIKE for a, b in apart)
