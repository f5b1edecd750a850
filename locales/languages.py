"""The languages that the shop speaks, each a row of data; its words are the folder of its code.

Adding one is a folder of `.ftl` files and a row here. Plural classes are those of Unicode CLDR.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class LanguageRules:
    """What holds for a language beside its words.

    `locale` is Babel's. `comma` stands between the parts of an enumeration. `names` are the
    languages in which names are kept (`ar`, `en`), the first that has the name is shown. `amount`
    has a place for the figure; a space in it is not broken. `day_parts` are the words for the
    hours from each on, empty where `time` (a pattern of CLDR) says am and pm by itself.
    """

    code: str
    locale: str
    rtl: bool
    comma: str
    plurals: frozenset[str]
    names: tuple[str, ...]
    amount: str
    day_parts: tuple[tuple[int, str], ...] = ()
    time: str = "h:mm"

    @property
    def direction(self) -> Literal["rtl", "ltr"]:
        """`rtl` or `ltr`, as HTML has it."""
        return "rtl" if self.rtl else "ltr"

    @property
    def tag(self) -> str:
        """The language's tag of BCP 47, such as ar-AE."""
        return self.locale.replace("_", "-")


ROWS = (
    LanguageRules(
        code="ar",
        locale="ar_AE",
        rtl=True,
        comma="، ",
        plurals=frozenset({"zero", "one", "two", "few", "many", "other"}),
        names=("ar", "en"),
        amount="{figure} د.إ",
        day_parts=((0, "ليلاً"), (5, "صباحاً"), (12, "ظهراً"), (15, "عصراً"), (18, "مساءً")),
    ),
    LanguageRules(
        code="en",
        locale="en_GB",
        rtl=False,
        comma=", ",
        plurals=frozenset({"one", "other"}),
        names=("en", "ar"),
        amount="AED {figure}",
        time="h:mm a",
    ),
)
LANGUAGES: Mapping[str, LanguageRules] = {row.code: row for row in ROWS}
FIRST = ROWS[0].code
"""What is spoken with whoever names no language that is known."""


def known_or_first(code: str | None) -> str:
    """The code, or the first language's where it is none of ours."""
    return code if code is not None and code in LANGUAGES else FIRST


def from_hint(hint: str | None) -> str:
    """The language that an IETF tag (`en-GB`) names, or the first one."""
    return known_or_first((hint or "").lower().replace("_", "-").split("-")[0])


def others(code: str) -> tuple[str, ...]:
    """Every language but the one of that code, in their order."""
    return tuple(other for other in LANGUAGES if other != code)


def faults(rows: tuple[LanguageRules, ...]) -> Iterator[str]:
    """What is wrong with the rows, a line each."""
    for row in rows:
        if not row.comma.strip():
            yield f"{row.code}: it has no comma"
        if "other" not in row.plurals:
            yield f"{row.code}: its plurals have no class for all other numbers"
        if set(row.names) != {"ar", "en"}:
            yield f"{row.code}: names are kept in Arabic and in English"
        if row.amount.count("{figure}") != 1:
            yield f"{row.code}: an amount has one figure"
        if row.day_parts and row.day_parts[0][0] != 0:
            yield f"{row.code}: the parts of the day begin at midnight"


if found := [*faults(ROWS)]:
    raise LookupError("; ".join(found))
