"""The stem of an Arabic verb: تعيدونها and أعيده are one word to whoever asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

LEAST_STEM = 3
_BEFORE = re.compile(r"^[وف]?(?:[بحه]?[اتين])?")
_ENDINGS = """
ونها ونه ونهم ونكم ونني ونا ولي ولنا ولها وها وه وني وا و ون ين ي ه ها هم كم ني نا لي لنا لكم ت
تو توا توه تها ته تهم تني تنا تولي تولنا يني يه يها يلي وهم
"""
_BEHIND = (*_ENDINGS.split(), "")
"""What stands behind a verb: who does it, to whom, for whom."""


def stems_of(word: str) -> Iterator[str]:
    """What may be the stem of a folded Arabic word, the longest first."""
    bodies = {word, _BEFORE.sub("", word)}
    stems = {body.removesuffix(ending) for body in bodies for ending in _BEHIND}
    yield from sorted(
        (stem for stem in stems if len(stem) >= LEAST_STEM), key=lambda s: (-len(s), s)
    )
