"""What a person is known by in texts that were made for others: looked for in the team's pages.

A text is JSON of a message or of a question's state. A mark is met where a whole value is it, or is
the beginning of it and was cut; figures are met within a sentence too, and so are longer words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from models.kernel.folding import normalise
from models.privacy.kept import Kept

LEAST, LEAST_WITHIN = 8, 10
"""Letters of a word that names somebody: «شكراً» stands in everybody's messages, and where it is
somebody's, an order number or a phone stands beside it. A name as short is taken out by itself."""
FIGURES = re.compile(r"[0-9]{6,}")
FIGURE_NAMES = ("number", "phone")
WORD_NAMES = ("name", "area", "address", "note", "text", "wish", "photo", "voice")
NOT_THE_HALL = ("area", "address")


class Marks(msgspec.Struct, frozen=True):
    """Figures (order numbers, phones without +), and words (names, addresses, notes, messages).

    `names` are those that are too short for words: others are called so too.
    """

    figures: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def are_in(self, stored: str) -> bool:
        """Whether the stored JSON holds any of them."""
        if not any(mark in stored for mark in self.figures) and not any(
            as_json(mark[:LEAST]) in stored for mark in self.words
        ):
            return False
        return any(self.is_in(text) for text in texts_in(msgspec.json.decode(stored)))

    def is_in(self, text: str) -> bool:
        """Whether a value is a mark or holds one."""
        if text in self.words or not self.figures.isdisjoint(FIGURES.findall(text)):
            return True
        begun = text.removesuffix("…").rstrip()
        if begun != text and len(begun) >= LEAST:
            return any(mark.startswith(begun) for mark in self.words)
        return any(len(mark) >= LEAST_WITHIN and mark in text for mark in self.words)

    def of_searched(self, searched: Iterable[str]) -> list[str]:
        """The folded words of searches that are a mark, or hold one, or a long piece of one.

        Whoever else is called so loses nothing: of a search only its words and how often are kept.
        """
        folded = frozenset(words for mark in self.words if (words := normalise(mark)))
        marks = Marks(words=folded | {normalise(name) for name in self.names})
        return [
            words
            for words in searched
            if marks.is_in(words) or (len(words) >= LEAST and any(words in mark for mark in folded))
        ]


def marks_of(kept: Kept) -> Marks:
    """What the person is known by in what is kept of them."""
    figures: set[str] = set()
    words: set[str] = set()
    names: set[str] = set()
    for row in each_row(kept):
        at_hall = row.get("emirate") == "hall"
        for name, value in row.items():
            if not value or not isinstance(value, str) or (at_hall and name in NOT_THE_HALL):
                continue
            if name in FIGURE_NAMES:
                figures.add(value.lstrip("+"))
            elif name in WORD_NAMES and len(value) >= LEAST:
                words.add(value)
            elif name == "name":
                names.add(value)
    return Marks(frozenset(figures), frozenset(words), frozenset(names))


def each_row(kept: Kept) -> Iterator[dict[str, Any]]:
    """Every row of what is kept."""
    for rows in msgspec.structs.astuple(kept):
        yield from rows


def texts_in(value: Any) -> Iterator[str]:
    """Every text in decoded JSON; what is JSON again within a text is gone through too."""
    match value:
        case str():
            yield value
            if value.startswith(("{", "[")):
                yield from texts_within(value)
        case dict():
            yield from texts_of(value.values())
        case list():
            yield from texts_of(value)


def texts_of(values: Iterable[Any]) -> Iterator[str]:
    """Every text in these values."""
    for value in values:
        yield from texts_in(value)


def texts_within(value: str) -> Iterator[str]:
    """The texts of JSON in a text; none where it is no JSON."""
    try:
        inner = msgspec.json.decode(value)
    except msgspec.DecodeError:
        return
    yield from texts_in(inner)


def as_json(text: str) -> str:
    """The text as it stands in JSON, without its quotes."""
    return msgspec.json.encode(text).decode()[1:-1]
