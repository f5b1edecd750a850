"""What else a product is called, as staff write it: words between commas or on lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.kernel.folding import normalise

MOST_WORDS = 40
MOST_LETTERS = 40
BETWEEN = re.compile(r"[,،؛;\n]+")


def split_words(written: str) -> list[str]:
    """The words, each once in any spelling, and none that has no letter."""
    found = {normalise(word): " ".join(word.split()) for word in BETWEEN.split(written)}
    return [word for folded, word in found.items() if folded]


def join_words(words: Sequence[str]) -> str:
    """The words as they are kept."""
    return ", ".join(words)
