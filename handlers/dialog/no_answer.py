"""What people write where they have no answer to give: لا, ما شي, بدون, skip."""

from __future__ import annotations

import re

from handlers.dialog.parsing import as_label

_WORDS = """
لا / لا شكرا / لا يوجد / لايوجد / لا توجد / لا شي / لا شيء / ولا شي / ولا شيء / ما شي / ماشي
ما في / مافي / ما فيه / مافيه / ما فيه شي / ما عندي / ماعندي / ما عندي شي / بدون / بلا / من غير
تخطي / تخطى / تخط / تجاوز / بدون ملاحظات / بدون ملاحظة / لا ملاحظات / لا توجد ملاحظات
ما عندي ملاحظات / ما شي ملاحظات / ما في ملاحظات
no / nope / none / nothing / no thanks / no thank you / na / n a / nil / skip / without
no note / no notes / not needed
"""
NO_ANSWER = frozenset(as_label(word) for row in _WORDS.splitlines() for word in row.split(" / "))
_BEHIND = re.compile(
    r"(?<=\S) (?:شكرا|مشكورين|مشكور|لو سمحتوا|لو سمحت|thanks|thank you|pls|please)$"
)
_STROKES = frozenset("-–—_./\\ ")


def says_nothing(text: str) -> bool:
    """Whether a text says that there is no answer, or is a mere stroke in its place."""
    typed = _BEHIND.sub("", as_label(text.replace("/", " ")))
    return typed in NO_ANSWER if typed else bool(text.strip()) and set(text) <= _STROKES
