"""Reads amounts of money as people write them; what may mean another amount is said back."""

from __future__ import annotations

import re
from typing import NamedTuple

from handlers.dialog.meanings import Meaning, sure_value
from handlers.dialog.number_words import number_in_words, whole_number
from handlers.dialog.parsing import in_one_spelling
from models.kernel.money import FILS_PER_DIRHAM, Money

MOST_LETTERS = 60
_MOST_PRICE = Money.dirhams(9_999_999, 99)
# All in one spelling of their letters. U+20C3 is the sign of the dirham.
_CURRENCY = re.compile(
    r"(?<![^\W\d_])(?:د\s*\.?\s*ا\.?|د\.?|دراهم|درهما?|dirhams?|aed\.?|dhs?\.?|\u20c3)(?![^\W\d_])"
    r"(?:\s+(?:اماراتي[اه]?|emirati|uae))?"
)
_BEFORE = re.compile(
    r"(?:(?:ال|ب)?سعر(?:ها|ه)?|(?:ال)?ثمن(?:ها|ه)?|price|cost"
    r"|(?:ال)?(?:حبه|قطعه|واحده?|علبه|متر|كيلو)(?=\s+ب?\s*[0-9])|ب(?=[\s0-9:]))\s*:?\s*"
)
_BEHIND = re.compile(
    r"\s*(?:/[-=–]|فقط|only|each|(?:per|for a|for one) \w+"
    r"|(?:لل|ل|حق ال|كل )(?:حبه|قطعه|واحده?|علبه|متر|كيلو))\s*"
)
_POINTED = re.compile(r"([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?")
_COMMA_FOR_POINT = re.compile(r"([0-9]{1,7}|[0-9]{1,3}(?:,[0-9]{3})+)[,،]([0-9]{1,2})")
_OTHER_COMMAS = re.compile(r"([0-9]{1,3}(?:[,،][0-9]{3})+)(?:\.([0-9]{1,2}))?")
_PART = re.compile(r"(.*?)(?:^|\s*و\s*)(نصف?|ربع)")
_PARTS = {"نص": 50, "نصف": 50, "ربع": 25}
_FILS = re.compile(r"(.*?)\s*(?:فلسا?|fils)")
_AND = re.compile(r"(?:و|and\b)\s*")
_TWO_DIRHAMS = in_one_spelling("درهمين")


class Figure(NamedTuple):
    """A number of dirhams, whether it has a part of one already, and whether it is in no doubt."""

    amount: Money
    parted: bool = False
    sure: bool = True


def read_price(text: str) -> Money | None:
    """An amount in dirhams such as 25, 25.50, 1,250 د.إ or ٢٥ ونص, in any digits.

    None when in doubt. 25,50 is in doubt: it is read neither as 25.50 nor as 2,550.
    """
    return sure_value(price_meant(text))


def price_meant(text: str) -> Meaning[Money] | None:
    """The amount in dirhams that a text surely or probably means; None where nothing is likely."""
    typed = in_one_spelling(text).replace("٫", ".").replace("٬", ",")
    if len(typed) > MOST_LETTERS:
        return None
    read = whole_amount(without_wrapping(typed))
    return None if read is None or read.amount > _MOST_PRICE else Meaning(read.amount, read.sure)


def without_wrapping(typed: str) -> str:
    """The amount without words such as `price` before it and `only` or /- behind."""
    if before := _BEFORE.match(typed):
        typed = typed[before.end() :]
    while (behind := _BEHIND.search(typed)) and behind.end() == len(typed):
        typed = typed[: behind.start()]
    return typed.strip()


def whole_amount(typed: str) -> Figure | None:
    """An amount with its currency before, behind, or between dirhams and fils."""
    if first := _CURRENCY.match(typed):
        typed = typed[first.end() :].strip()
    if alone := _FILS.fullmatch(typed):
        return fils_of(alone[1])
    if typed == _TWO_DIRHAMS:
        return Figure(Money.dirhams(2))
    found = _CURRENCY.search(typed)
    if found is None:
        return figure_of(typed, alone=first is not None)
    dirhams = figure_of(typed[: found.start()].strip(), alone=True)
    return None if dirhams is None else with_rest(dirhams, typed[found.end() :].strip())


def fils_of(typed: str) -> Figure | None:
    """An amount that ends in fils: 50, or 25 dirhams and 50."""
    if found := _CURRENCY.search(typed):
        dirhams = figure_of(typed[: found.start()].strip(), alone=False)
        rest = _AND.sub("", typed[found.end() :].strip(), count=1)
        fils = whole_number(rest)
        if dirhams is None or dirhams.parted or fils is None or fils >= FILS_PER_DIRHAM:
            return None
        return dirhams._replace(amount=dirhams.amount + Money(fils), parted=True)
    fils = whole_number(typed.strip())
    return None if fils is None else Figure(Money(fils), parted=True)


def with_rest(dirhams: Figure, rest: str) -> Figure | None:
    """The dirhams with what stands behind their currency: nothing, a half, or figures of fils."""
    if not rest:
        return dirhams
    if dirhams.parted:
        return None
    if part := _PART.fullmatch(rest):
        return None if part[1] else with_part(dirhams, part[2])
    if re.fullmatch(r"[0-9]{2}", rest):
        return Figure(dirhams.amount + Money(int(rest)), parted=True, sure=False)
    return None


def with_part(dirhams: Figure, part: str) -> Figure:
    """Dirhams and a half or a quarter; in doubt of hundreds, where it may be half of these."""
    sure = dirhams.sure and (dirhams.amount.fils % (100 * FILS_PER_DIRHAM) != 0)
    return Figure(dirhams.amount + Money(_PARTS[part]), parted=True, sure=sure)


def figure_of(typed: str, *, alone: bool) -> Figure | None:
    """A number in figures or words, perhaps with a half; with `alone` a mere half is one too."""
    if part := _PART.fullmatch(typed):
        if not part[1]:
            return Figure(Money(_PARTS[part[2]]), parted=True) if alone else None
        whole = figure_of(part[1].strip(), alone=False)
        return None if whole is None or whole.parted else with_part(whole, part[2])
    for pattern, sure in ((_POINTED, True), (_COMMA_FOR_POINT, False), (_OTHER_COMMAS, False)):
        if found := pattern.fullmatch(typed):
            whole_part = int(re.sub("[,،]", "", found[1]))
            fils = (found[2] or "").ljust(2, "0")
            amount = Money.dirhams(whole_part, int(fils))
            return Figure(amount, parted=found[2] is not None, sure=sure)
    number = number_in_words(typed)
    return None if number is None else Figure(Money.dirhams(number))
