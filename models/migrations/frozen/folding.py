"""The one spelling of words that migrations 0006, 0016 and 0026 write."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40
LETTERS = str.maketrans("ٱىیةكکگ", "اييهككك", "ـ")
ARTICLES = re.compile(r"(?:ال(?=\w{2})|(?:وال|بال|فال|كال|لل)(?=\w{3}))*")
WORD = re.compile(r"[^\W_]+")


def words_of(text: str) -> list[tuple[str, str]]:
    """Each word of the text: folded, and as it was spelled, both without the article."""
    found = []
    composed = unicodedata.normalize("NFKC", text).replace("ـ", "")
    for spelled in WORD.findall("".join(counts_as(each) for each in composed)):
        apart = unicodedata.normalize("NFKD", spelled.casefold())
        plain = "".join(each for each in apart if unicodedata.category(each) != "Mn")
        folded = ARTICLES.sub("", plain.translate(LETTERS), count=1)[:LONGEST]
        if folded:
            found.append((folded, ARTICLES.sub("", spelled, count=1)))
    return found


def counts_as(character: str) -> str:
    """Nothing for a mark or a control, the Western form of a digit, else the character."""
    kind = unicodedata.category(character)
    if kind == "Nd":
        return str(unicodedata.decimal(character))
    return "" if kind in ("Mn", "Cf") else character


def fold_words(text: str) -> str:
    """The words of the text in their one spelling, each once."""
    return " ".join(dict.fromkeys(folded for folded, _ in words_of(text)))
