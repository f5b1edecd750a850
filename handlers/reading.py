"""Reads what people type: counts, prices, phones. Anything doubtful is asked again, not guessed."""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")


def western(text: str) -> str:
    """The text without invisible controls, every decimal digit as 0-9, outer space taken off."""
    mapped = (
        letter if unicodedata.decimal(letter, None) is None else str(unicodedata.decimal(letter))
        for letter in _CONTROLS.sub("", text)
    )
    return "".join(mapped).strip()


def read_count(text: str, most: int = 1_000_000) -> int | None:
    """A whole number from 0 to `most`, in any digits; None for anything else."""
    figures = western(text)
    if not re.fullmatch(r"[0-9]{1,9}", figures) or int(figures) > most:
        return None
    return int(figures)
