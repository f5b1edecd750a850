"""Options typed as a table in one message, a line each: a name, its price, and its quantity.

The parts of a line stand behind each other, or between tabs, commas or semicolons. A name may be
in both languages, Arabic / English. What is made to order has no quantity.
"""

from __future__ import annotations

import re

from handlers.dialog.form_parts import Unclear
from handlers.dialog.layout import cut
from handlers.dialog.parsing import has_figures, has_letters, read_words, western
from handlers.dialog.parsing_amounts import price_meant
from handlers.dialog.parsing_counts import read_quantity
from handlers.dialog.questions import LEAST_PRICE, MOST_PRICE
from handlers.dialog.speech import Phrase, say
from handlers.staff.products.draft import MOST_OPTIONS, DraftOption
from models.kernel.folding import normalise
from models.kernel.money import Money

MOST_LABEL = 24
MOST_PIECES = 10_000
MOST_SHOWN = 40
UNITS = frozenset(
    [
        "درهم",
        "درهماً",
        "درهما",
        "دراهم",
        "د.إ",
        "aed",
        "dhs",
        "dh",
        "dirham",
        "dirhams",
        "قطعة",
        "قطع",
        "حبة",
        "حبه",
        "حبات",
        "pcs",
        "pc",
        "piece",
        "pieces",
    ]
)
BETWEEN = re.compile(r"\s*[\t;؛|]\s*")
COMMAS = re.compile(r"\s*[,،\t;؛|]\s*")
ARABIC = re.compile("[\u0600-\u06ff]")


class BadLine(Exception):
    """A line that cannot be read; the phrase says why."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


def lines_of(text: str) -> list[str]:
    """The lines that hold anything."""
    return [line for line in map(str.strip, western(text).splitlines()) if line]


def is_table(text: str, *, made_to_order: bool) -> bool:
    """Whether a text is a table and not the name of one option.

    One line is where its parts stand apart, or where a price and a quantity end it.
    """
    lines = lines_of(text)
    if len(lines) != 1:
        return len(lines) > 1
    parts = split_line(lines[0], made_to_order=made_to_order)
    apart = len(COMMAS.split(lines[0])) > 1
    return (apart or not made_to_order) and parts is not None


def read_table(
    text: str, earlier: tuple[DraftOption, ...], *, made_to_order: bool
) -> tuple[DraftOption, ...]:
    """The options of a table, behind those that there are; raises Unclear naming the bad line."""
    options = list(earlier)
    for number, line in enumerate(lines_of(text), 1):
        try:
            option = read_line(line, made_to_order=made_to_order)
            require_new(option, options)
        except BadLine as bad:
            shown = cut(line, MOST_SHOWN)
            raise Unclear(say("table-line", number=str(number), line=shown, why=bad.why)) from None
        options.append(option)
    if len(options) > MOST_OPTIONS:
        raise Unclear(say("table-too-many", most=str(MOST_OPTIONS)))
    return tuple(options)


def require_new(option: DraftOption, others: list[DraftOption]) -> None:
    """Raises BadLine where another option is called so in either language."""
    for name, taken in (
        (option.label_ar, {normalise(other.label_ar) for other in others}),
        (option.label_en, {normalise(other.label_en) for other in others if other.label_en}),
    ):
        if name and normalise(name) in taken:
            raise BadLine(say("table-twice", option=name))


def read_line(line: str, *, made_to_order: bool) -> DraftOption:
    """An option; raises BadLine."""
    parts = split_line(line, made_to_order=made_to_order)
    if parts is None:
        raise BadLine(say("table-needs-price" if made_to_order else "table-needs-both"))
    names, figures = parts
    labels = labels_of(names)
    if not all(len(label) <= MOST_LABEL for label in labels):
        raise BadLine(say("question-too-long", most=MOST_LABEL))
    if not (has_letters(labels[0]) or has_figures(labels[0])):
        raise BadLine(say("table-needs-name"))
    price = price_of(figures[0])
    pieces = None if made_to_order else read_quantity(figures[1], MOST_PIECES)
    if not made_to_order and pieces is None:
        raise BadLine(say("question-count", least="0", most=str(MOST_PIECES)))
    return DraftOption(*labels, price, pieces)


def price_of(figure: str) -> Money:
    """The price; raises BadLine for one out of bounds. A doubt is settled by the yes later."""
    meant = price_meant(figure)
    if meant is None or not LEAST_PRICE <= meant.value <= MOST_PRICE:
        raise BadLine(say("question-price"))
    return meant.value


def split_line(line: str, *, made_to_order: bool) -> tuple[list[str], list[str]] | None:
    """The names (one, or one in each language) and the figures of a line; None where they lack."""
    wanted = 1 if made_to_order else 2
    fields = BETWEEN.split(line)
    if len(fields) == 1:
        fields = words_and_figures(line, wanted) or COMMAS.split(line)
    fields = [field.strip() for field in fields if field.strip()]
    names, figures = fields[:-wanted], fields[-wanted:]
    if len(names) not in (1, 2) or not all(map(is_figure, figures)):
        return None
    return names, figures


def words_and_figures(line: str, wanted: int) -> list[str] | None:
    """The name and the figures behind it, of parts with spaces between; None where these lack."""
    words = [word.rstrip(",،:×x-") for word in line.split()]
    words = [word for word in words if word and word.casefold() not in UNITS]
    name, figures = words[:-wanted], words[-wanted:]
    if not name or not all(map(is_figure, figures)):
        return None
    return [" ".join(name), *figures]


def is_figure(word: str) -> bool:
    """Whether it is a number, perhaps with what is counted."""
    return has_figures(word) and price_meant(word) is not None


def labels_of(names: list[str]) -> tuple[str, str]:
    """The label in Arabic and in English: apart, with a stroke between, or one alone."""
    if len(names) == 1 and "/" in names[0]:
        before, _, behind = (part.strip() for part in names[0].partition("/"))
        if bool(ARABIC.search(before)) != bool(ARABIC.search(behind)):
            names = [before, behind]
    names = [read_words(name) for name in names]
    if len(names) == 1:
        return names[0], ""
    ar, en = names if ARABIC.search(names[0]) else reversed(names)
    return ar, en
