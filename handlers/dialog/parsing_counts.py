"""Reads how many of a thing, or how many days, as people write it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from handlers.dialog.number_words import numbers_by_word, whole_number
from handlers.dialog.parsing import in_one_spelling

MOST_LETTERS = 60
_COUNTED = re.compile(r"([0-9,٬،]+)\s*([^\W\d_]+)")
_WANT = "ابغي|ابغا|ابا|ابي|اريد|نبي|نبغي|بغيت|عطوني|عطني|خذ|باخذ|i want|want|i need|need|give me"
_BEFORE = re.compile(
    r"(?:(?:(?:ال)?(?:عدد|كميه)|qty|quantity)\s*[:.]?"
    rf"|(?:فقط|بس|only|just|{_WANT})\s|[x×*](?=\s*[0-9]))\s*"
)
_BEHIND = re.compile(
    r"(?:\s+(?:فقط|بس|only|pls|plz|please|thanks|لو سمحتوا?|من فضلكم?|شكرا)|(?<=[0-9])\s*[x×])$"
)
_HALF = frozenset(map(in_one_spelling, ("نص", "نصف", "half", "half a")))
_ONE = frozenset(map(in_one_spelling, ("واحد", "واحدة", "وحدة", "a", "one")))
_TWO = frozenset(map(in_one_spelling, ("اثنين", "ثنتين", "اثنتين")))


class Nouns(NamedTuple):
    """Nouns that may be counted: how many one of each is, and how many its dual is."""

    one: Mapping[str, int]
    two: Mapping[str, int]


def nouns(singulars: Mapping[int, str], others: Mapping[int, str]) -> Nouns:
    """Arabic singulars, of which the duals are made, and other forms and words."""
    one = numbers_by_word(singulars)
    stems = {noun[:-1] + "ت" if noun.endswith("ه") else noun: many for noun, many in one.items()}
    two = {stem + end: 2 * many for stem, many in stems.items() for end in ("ين", "ان")}
    return Nouns({**one, **numbers_by_word(others)}, two)


PIECES = nouns(
    {
        1: "حبة قطعة علبة كيس طبق صحن وحدة باقة قنينة كرتون صندوق جرة كوب رول طقم متر كيلو",
        12: "درزن دزينة",
    },
    {
        1: "حبات حب قطع علب أكياس أطباق صحون وحدات باقات قناني pc pcs piece pieces item items "
        "box boxes unit units nos no كراتين صناديق جرار أكواب أطقم أمتار متر meter meters metre "
        "metres kilo kilos kg set sets jar jars bottle bottles pack packs packet packets",
        12: "درازن دزينات dozen dozens",
    },
)
DAYS = nouns(
    {1: "يوم", 7: "أسبوع", 30: "شهر"},
    {1: "أيام day days", 7: "أسابيع week weeks", 30: "أشهر month months"},
)


def read_quantity(text: str, most: int = 1_000_000, of: Nouns = PIECES) -> int | None:
    """How many, from 0 to `most`: 5, ٥ حبات, حبتين, درزن, 1,000 or خمسة; None in doubt."""
    typed = in_one_spelling(text)
    if len(typed) > MOST_LETTERS:
        return None
    while before := _BEFORE.match(typed):
        typed = typed[before.end() :]
    while behind := _BEHIND.search(typed):
        typed = typed[: behind.start()]
    number = whole_number(typed)
    number = many_of(typed, of) if number is None else number
    return None if number is None or number > most else number


def many_of(typed: str, of: Nouns) -> int | None:
    """How many a noun is by itself, with a number before it, or as two of it."""
    if typed in of.two:
        return of.two[typed]
    found = _COUNTED.fullmatch(typed)
    before, noun = (found[1], found[2]) if found else split_from_noun(typed)
    if before in of.two:
        return of.two[before] if noun in _TWO else None
    if before in of.one and noun in _ONE:
        return of.one[before]
    return times(before, of.one[noun]) if noun in of.one else None


def split_from_noun(typed: str) -> tuple[str, str]:
    """What stands before the last word, and the last word."""
    before, _, noun = typed.rpartition(" ")
    return before, noun


def times(before: str, one: int) -> int | None:
    """So many of a noun that is `one` of its kind; half of it where that is a whole number."""
    if not before or before in _ONE:
        return one
    if before in _HALF:
        return one // 2 if one % 2 == 0 else None
    number = whole_number(before)
    return None if number is None else number * one
