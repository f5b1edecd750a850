"""Several lines of a note in one message: «لقيمات ٢٠، معمول ١٥»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from handlers.dialog.form_parts import Unclear
from handlers.dialog.layout import cut, short
from handlers.dialog.parsing import read_words
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.speech import Phrase, say
from handlers.ui.goods_notes import option_words
from models.hall.stocked_things import StockedThing
from models.kernel.folding import normalise

MOST_PIECES = 10_000
MOST_WORDS = 40
_BETWEEN = re.compile(r"[،,;؛\n]+(?![^()]*\))")
"""What parts two things; not within the brackets that an option's label stands in."""


class TypedLine(NamedTuple):
    """A thing and how many of it; None where only its name was typed."""

    thing: StockedThing
    pieces: int | None


def read_lines(text: str, things: Sequence[StockedThing]) -> list[TypedLine]:
    """The lines that were typed; raises Unclear, naming the words, where one is not understood."""
    parts = [read_words(part) for part in _BETWEEN.split(text)]
    found = [read_line(part, things) for part in parts if part]
    if not found:
        raise Unclear(say("question-choose"))
    if len(found) > 1 and any(line.pieces is None for line in found):
        lacking = next(line for line in found if line.pieces is None)
        name = lacking.thing.name_ar
        raise Unclear(say("noting-how-many-of", words=cut(name, MOST_WORDS)))
    return found


def read_line(part: str, things: Sequence[StockedThing]) -> TypedLine:
    """One thing with its pieces, before or behind its name; raises Unclear.

    A name may end in a number of its own («علبة، 20 حبة»): the whole of it is no number of pieces.
    """
    whole = [thing for thing in things if name_of(thing) == normalise(part).split()]
    if len(whole) == 1:
        return TypedLine(whole[0], None)
    several = False
    for name, pieces in readings(part):
        fit = fitting(name, things)
        if len(fit) == 1:
            return TypedLine(fit[0], pieces)
        several = several or len(fit) > 1
    words = cut(part, MOST_WORDS)
    raise Unclear(say("noting-several-fit" if several else "noting-none-fits", words=words))


def readings(part: str) -> Iterator[tuple[str, int | None]]:
    """How the words can be parted into a name and a number of pieces, the likeliest first."""
    words = part.split()
    for size in (2, 1):
        for name, number in (
            (words[:-size], words[-size:]),
            (words[size:], words[:size]),
        ):
            pieces = read_quantity(" ".join(number), MOST_PIECES) if name else None
            if pieces is not None:
                yield " ".join(name), pieces
    yield part, None


def fitting(name: str, things: Sequence[StockedThing]) -> list[StockedThing]:
    """The things of which all these words are in the name or the option's label."""
    wanted = normalise(name).split()
    if not wanted:
        return []
    found = [thing for thing in things if all(word in of_thing(thing) for word in wanted)]
    whole = [thing for thing in found if name_of(thing) == wanted]
    return whole or found


def called_alone(things: Sequence[StockedThing]) -> list[StockedThing]:
    """The things whose Arabic and English name without an option means no other one."""
    return [
        thing
        for thing in things
        if all(fitting(name, things) == [thing] for name in (thing.name_ar, thing.name_en))
    ]


def example_of(things: Sequence[StockedThing], most: int) -> Phrase:
    """How several lines are written in one message: with two things, by names of `most` letters.

    They are such as are known by their name alone, else one by name and option.
    """
    alone = called_alone(things)[:2]
    if len(alone) < 2:
        thing = things[0]
        label = (thing.label_ar, thing.label_en)
        words = option_words((thing.name_ar, thing.name_en), label, most)
        return say("noting-example", first=words)
    first, second = (short(thing.name_ar, thing.name_en, most) for thing in alone)
    return say("noting-example-two", first=first, second=second)


def of_thing(thing: StockedThing) -> str:
    """All that a thing is called, in the one spelling."""
    parts = (thing.name_ar, thing.label_ar, thing.name_en, thing.label_en)
    return normalise(" ".join(parts))


def name_of(thing: StockedThing) -> list[str]:
    """The words of its Arabic name and option, in the one spelling."""
    return normalise(f"{thing.name_ar} {thing.label_ar}").split()
