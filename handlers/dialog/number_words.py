"""Whole numbers written in words: in Arabic as it is written and spoken, and in English."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers.dialog.parsing import in_one_spelling

FIGURES = re.compile(r"[0-9]{1,9}|[0-9]{1,3}(?:[,٬،][0-9]{3})+")
UNITS, TEENS, TENS, HUNDREDS, THOUSANDS = "units", "teens", "tens", "hundreds", "thousands"
# How they follow each other in Arabic: خمسة وعشرين is five and twenty.
AFTER: Mapping[str, tuple[str, ...]] = {
    "": (UNITS, TEENS, TENS, HUNDREDS, THOUSANDS),
    THOUSANDS: (UNITS, TEENS, TENS, HUNDREDS),
    HUNDREDS: (UNITS, TEENS, TENS),
    UNITS: (TENS,),
    TEENS: (),
    TENS: (),
}


def numbers_by_word(rows: Mapping[int, str]) -> dict[str, int]:
    """Each spelling of the rows, in the one spelling of its letters, with its number."""
    return {in_one_spelling(word): number for number, row in rows.items() for word in row.split()}


ONES = numbers_by_word({
    1: "واحد واحدة وحدة",
    2: "اثنين اثنان اثنتين اثنتان إثنين ثنتين ثنين تنين",
    3: "ثلاثة ثلاث تلاتة تلات",
    4: "أربعة أربع",
    5: "خمسة خمس",
    6: "ستة ست",
    7: "سبعة سبع",
    8: "ثمانية ثماني ثمان ثمنية تمانية تمنية",
    9: "تسعة تسع",
    10: "عشرة عشر",
})  # fmt: skip
FIRST_OF_TEENS = numbers_by_word({1: "أحد إحدى", 2: "اثنا اثني اثنتا اثنتي"})
TEN_OF_TEENS = frozenset(map(in_one_spelling, ("عشر", "عشرة")))
SPOKEN_TEENS = numbers_by_word({
    11: "احدعش احدعشر حدعش حداعش",
    12: "اثنعش اثنعشر اثناعش طنعش اطنعش",
    13: "ثلاثتعش ثلطعش ثلاثطعش تلتعش تلطعش",
    14: "اربعتعش اربعطعش",
    15: "خمستعش خمسطعش",
    16: "ستعش ستطعش سطعش",
    17: "سبعتعش سبعطعش",
    18: "ثمنتعش ثمنطعش ثمانتعش تمنتعش تمنطعش",
    19: "تسعتعش تسعطعش",
})  # fmt: skip
ROUND = numbers_by_word({
    20: "عشرين عشرون",
    30: "ثلاثين ثلاثون تلاتين",
    40: "أربعين أربعون",
    50: "خمسين خمسون",
    60: "ستين ستون",
    70: "سبعين سبعون",
    80: "ثمانين ثمانون تمانين",
    90: "تسعين تسعون",
})  # fmt: skip
HUNDRED = frozenset(map(in_one_spelling, ("مئة", "مائة", "مية", "ميه")))
SPOKEN_HUNDREDS = numbers_by_word({
    200: "مئتين مئتان مائتين مائتان ميتين مئتا مئتي مائتا مائتي",
    300: "ثلاثمئة ثلاثمائة ثلاثمية ثلثمية تلتمية",
    400: "أربعمئة أربعمائة أربعمية",
    500: "خمسمئة خمسمائة خمسمية",
    600: "ستمئة ستمائة ستمية",
    700: "سبعمئة سبعمائة سبعمية",
    800: "ثمانمئة ثمانمائة ثمانمية ثمنمية تمنمية",
    900: "تسعمئة تسعمائة تسعمية",
})  # fmt: skip
THOUSAND = frozenset(map(in_one_spelling, ("ألف", "آلاف")))
SPOKEN_THOUSANDS = numbers_by_word({2000: "ألفين ألفان ألفا ألفي"})
ZERO = in_one_spelling("صفر")
_BELOW_TWENTY = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_ENGLISH_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH = {word: number for number, word in enumerate(_BELOW_TWENTY.split())}
ENGLISH_TENS = {word: 10 * number for number, word in enumerate(_ENGLISH_TENS.split()[2:], start=2)}
ENGLISH_SCALES = {"hundred": 100, "thousand": 1000}
KNOWN = {
    *ONES, *FIRST_OF_TEENS, *TEN_OF_TEENS, *SPOKEN_TEENS, *ROUND, *HUNDRED, *SPOKEN_HUNDREDS,
    *THOUSAND, *SPOKEN_THOUSANDS,
}  # fmt: skip


def whole_number(typed: str) -> int | None:
    """A whole number in figures, with or without commas between the thousands, or in words.

    `typed` is in the one spelling of its letters; None for what is no number.
    """
    if FIGURES.fullmatch(typed):
        return int(re.sub("[,٬،]", "", typed))
    return number_in_words(typed)


def number_in_words(spelled: str) -> int | None:
    """The whole number that these words (see `in_one_spelling`) are, to 99,999; else None."""
    if spelled == ZERO:
        return 0
    found = arabic_number(spelled.split())
    return english_number(spelled.replace("-", " ").split()) if found is None else found


def arabic_number(words: list[str]) -> int | None:
    """The number of Arabic words, its parts joined by و; None where they make none."""
    total, before = 0, ""
    for part in joined_parts(words):
        found = part_value(part)
        if found is None or found[0] not in AFTER[before]:
            return None
        before = found[0]
        total += found[1]
    return total or None


def joined_parts(words: list[str]) -> list[list[str]]:
    """The words between one و and the next, whether it is written to its word or apart."""
    parts: list[list[str]] = [[]]
    for word in words:
        joins = word not in KNOWN and word.startswith("و")
        if joins:
            parts.append([])
        if bare := word[1:] if joins else word:
            parts[-1].append(bare)
    return parts


def part_value(part: list[str]) -> tuple[str, int] | None:
    """What one part is and its value: خمسة, خمسة عشر, ثلاث مئة, ثلاثة آلاف."""
    match part:
        case [word]:
            return single_value(word)
        case [ones, ten] if ten in TEN_OF_TEENS:
            digit = FIRST_OF_TEENS.get(ones) or ONES.get(ones, 10)
            return (TEENS, 10 + digit) if digit < 10 else None
        case [ones, hundred] if hundred in HUNDRED and 3 <= ONES.get(ones, 0) <= 9:
            return HUNDREDS, 100 * ONES[ones]
        case [*counted, thousand] if thousand in THOUSAND:
            many = part_value(counted)
            return (THOUSANDS, 1000 * many[1]) if many and many[0] in (UNITS, TEENS, TENS) else None
        case _:
            return None


def single_value(word: str) -> tuple[str, int] | None:
    """What one word is and its value; None for what is no number."""
    if word in HUNDRED:
        return HUNDREDS, 100
    if word in THOUSAND:
        return THOUSANDS, 1000
    if word in ONES:
        return (UNITS if ONES[word] < 10 else TEENS), ONES[word]
    tables = (
        (TEENS, SPOKEN_TEENS),
        (TENS, ROUND),
        (HUNDREDS, SPOKEN_HUNDREDS),
        (THOUSANDS, SPOKEN_THOUSANDS),
    )
    return next(((kind, table[word]) for kind, table in tables if word in table), None)


def english_number(words: list[str]) -> int | None:
    """The number of English words such as two hundred and fifty; None where they make none."""
    total = current = 0
    last, room = "", 10**6
    for word in words:
        if word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            if scale >= room or not 0 < current < (10 if scale == 100 else 1000):
                return None
            total, current, room = total + current * scale, 0, scale
            last = word
        elif word == "and" and last in ENGLISH_SCALES:
            last = word
        else:
            value = ENGLISH.get(word, ENGLISH_TENS.get(word))
            fits = not current or (last in ENGLISH_TENS and value is not None and 0 < value < 10)
            if value is None or not fits or last == "zero" or (value == 0 and len(words) > 1):
                return None
            current += value
            last = word
    return total + current if words and last != "and" else None
