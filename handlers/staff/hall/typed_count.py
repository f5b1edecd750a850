"""Reads a count of notes and coins as people write it: 3x100 2x50, or ٣×١٠٠، ٢×٥٠."""

from __future__ import annotations

import re

from handlers.dialog.parsing import in_one_spelling
from models.hall.tills import NOTES_AND_COINS
from models.kernel.money import Money

MOST_LETTERS, MOST_PIECES = 400, 10_000
_FIGURE = r"(?:[0-9]+(?:\.[0-9]{1,2})?|½|¼|1/2|1/4|نصف?|ربع|half|quarter)"
_ITEM = re.compile(rf"({_FIGURE})\s*(?:x|\*|من)\s*({_FIGURE})(?![0-9/])")
_BETWEEN = re.compile(
    r"(?:[\s,;+.]|(?<!\w)(?:و|and|aed|dhs?|dirhams?|درهما?|دراهم|د\.?ا)(?!\w)|و(?=[0-9½¼]))*"
)
_SIGNS = str.maketrans({"×": "x", "✕": "x", "х": "x", "،": ",", "؛": ";", "٫": "."})
_PARTS = {
    **dict.fromkeys(("½", "1/2", "نص", "نصف", "half", "0.5", "0.50"), Money(50)),
    **dict.fromkeys(("¼", "1/4", "ربع", "quarter", "0.25"), Money(25)),
}


def read_pieces(text: str) -> dict[Money, int] | None:
    """How many of each note and coin: so many times its dirhams, one after another.

    None where anything else is written. 100x3 is three of a hundred too; of two figures that are
    both notes the first is how many there are.
    """
    typed = in_one_spelling(text).translate(_SIGNS)
    if len(typed) > MOST_LETTERS or not _ITEM.search(typed):
        return None
    if not _BETWEEN.fullmatch(_ITEM.sub(" ", typed)):
        return None
    counted: dict[Money, int] = {}
    for first, second in _ITEM.findall(typed):
        read = piece_and_count(second, first) or piece_and_count(first, second)
        if read is None:
            return None
        piece, many = read
        counted[piece] = counted.get(piece, 0) + many
    return counted


def piece_and_count(piece: str, many: str) -> tuple[Money, int] | None:
    """A note or coin and how many of it there are; None where the figures are no such."""
    worth = _PARTS.get(piece) or (Money.dirhams(int(piece)) if piece.isdecimal() else None)
    if worth not in NOTES_AND_COINS or not many.isdecimal() or int(many) > MOST_PIECES:
        return None
    return worth, int(many)
