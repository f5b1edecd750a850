"""What of a typed text can be seen: nothing invisible, and no pile of marks on a letter.

A name that looks like another, or like none, and a note that covers the lines around it are made of
what is left out here. What people write in any language stays whole: harakat, joined emoji, and the
joiners that decide how letters of their script join.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

MOST_MARKS = 4
"""On one letter: shadda, a vowel, a small alef and a maddah of a printed Koran."""
ZWNJ, ZWJ = "\u200c", "\u200d"
_SHOWN_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_FILLERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0\U00016fe4")
_SELECTORS = frozenset(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10))))
_KEYCAP = "\u20e3"
_KEYS = frozenset("0123456789#*")


@lru_cache(maxsize=4096)
def is_unseen(character: str) -> bool:
    """Whether a character shows nothing by itself and is no white space.

    They are the controls, formats and private characters of Unicode, its noncharacters, and what
    its DerivedCoreProperties.txt lists as Default_Ignorable_Code_Point. U+2800 is an empty pattern.
    """
    if character.isspace():
        return False
    code, category = ord(character), unicodedata.category(character)
    return (
        (category in ("Cc", "Cs", "Co") or (category == "Cf" and character not in _SHOWN_FORMATS))
        or character in _FILLERS
        or character in _SELECTORS
        or 0xFFF0 <= code <= 0xFFFB
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or 0xE0000 <= code <= 0xE0FFF
    )


def without_unseen(text: str) -> str:
    """The text without any such character, whatever stands beside it: for figures and codes."""
    return "".join(character for character in text if not is_unseen(character))


def legible(text: str) -> str:
    """The text composed (NFC), without what is unseen, with at most `MOST_MARKS` on a letter.

    Joiners and selectors stay where they change what is seen. White space is left as it is.
    """
    while (kept := _pass(text)) != text:
        text = kept  # what is left out may bring others together
    return text


def _pass(text: str) -> str:
    kept: list[str] = []
    marks = 0
    composed = unicodedata.normalize("NFC", text)
    for character, after in zip(composed, f"{composed} "[1:], strict=True):
        before = kept[-1] if kept else " "
        if is_unseen(character):
            if _has_effect(before, character, after):
                kept.append(character)
        elif unicodedata.category(character)[0] != "M":
            kept.append(character)
            marks = 0
        elif not before.isspace() and marks < MOST_MARKS:
            kept.append(character)
            marks += 1
    return unicodedata.normalize("NFC", "".join(kept))


def _has_effect(before: str, character: str, after: str) -> bool:
    """Whether an unseen character changes how its neighbours look."""
    if character == ZWJ and _is_pictograph(before) and _is_pictograph(after):
        return True
    if character in (ZWNJ, ZWJ):
        parted = _is_arabic(before) and _is_arabic(after) and character == ZWNJ
        return parted or unicodedata.combining(before) == 9  # a virama, as in Hindi or Malayalam
    if character in "\ufe0e\ufe0f":
        is_key = before in _KEYS and after == _KEYCAP
        return is_key or (_is_pictograph(before) and before != "\ufe0f")
    return False


def _is_pictograph(character: str) -> bool:
    """A sign that emoji are made of, its colour of skin, or the selector that made it one."""
    code = ord(character)
    return (
        0x2190 <= code <= 0x2BFF
        or 0x1F000 <= code <= 0x1FAFF
        or character in "\ufe0f©®‼⁉™ℹ〰〽㊗㊙"
    )


def _is_arabic(character: str) -> bool:
    """A letter of the Arabic block, or a mark on one."""
    return "\u0620" <= character <= "\u06d3" and not character.isdecimal()
