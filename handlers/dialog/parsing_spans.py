"""Reads days from one to another, and lists of days, as people write them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import chain

from handlers.dialog.meanings import Meaning, sure_value
from handlers.dialog.parsing import in_one_spelling
from handlers.dialog.parsing_days import day_meant
from handlers.dialog.parsing_moon import moon_month

Span = tuple[date, date]
MOST_LETTERS, MOST_DAYS = 100, 31
_FROM = re.compile(r"(?:من|from)\s+")
_TO = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s+(?:الي|حتي|لين|ل|to|until|till)\s+")
_SHARED_MONTH = re.compile(r"([0-9]{1,2})\s*[-–—]\s*([0-9]{1,2})(\s*[/.]\s*[0-9].*|\s*[^\W\d_].*)")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\s+([0-9]{1,2})\s*[-–—]\s*([0-9]{1,2})(\s+[0-9]{4})?")
_BETWEEN = re.compile(r"\s*[,،+&]\s*و?\s*|\s+و\s*|\s+and\s+")


def read_span(text: str, today: date) -> Span | None:
    """A day, or from one to another: 2-3/12, 2 ديسمبر - 5 ديسمبر, 2 Dec to 5 Dec. None in doubt."""
    return sure_value(span_meant(text, today))


def span_meant(text: str, today: date) -> Meaning[Span] | None:
    """The first and the last day that a text surely or probably means; None where none is likely.

    A month of the moon's calendar by its name is all its days.
    """
    typed = _FROM.sub("", in_one_spelling(text), count=1)
    if len(typed) > MOST_LETTERS:
        return None
    if month := moon_month(typed, today):
        return Meaning(month, sure=False)
    if day := day_meant(typed, today):
        return Meaning((day.value, day.value), day.sure)
    parts = span_ends(typed)
    days = [day_meant(part, today) for part in parts]
    if len(days) != 2 or days[0] is None or days[1] is None:
        return None
    first, last = days[0].value, in_order(days[0].value, days[1].value, parts[1])
    sure = days[0].sure and days[1].sure
    return Meaning((first, last), sure) if first <= last else None


def span_ends(typed: str) -> list[str]:
    """What was typed for the first and for the last day, each with its month."""
    if found := _SHARED_MONTH.fullmatch(typed):
        return [found[1] + found[3], found[2] + found[3]]
    if found := _MONTH_FIRST.fullmatch(typed):
        return [f"{day} {found[1]}{found[4] or ''}" for day in (found[2], found[3])]
    parts = _TO.split(typed)
    return with_shared_month(parts) if len(parts) == 2 else parts


def with_shared_month(parts: list[str]) -> list[str]:
    """The parts; those that are a mere number get the month of the last one."""
    month = parts[-1].lstrip("0123456789")
    return [part + month if part.isdigit() else part for part in parts]


def in_order(first: date, last: date, typed: str) -> date:
    """The last day; without a year of its own it follows the first one."""
    if last >= first or re.search(r"[0-9]{4}", typed) or (last.month, last.day) == (2, 29):
        return last
    return last.replace(year=last.year + 1)


def days_meant(text: str, today: date) -> Meaning[tuple[date, ...]] | None:
    """The days of a list or a span, in order, each once; None where they are none, or too many.

    Such as 3، 4 و5 ديسمبر, من 3 إلى 5 ديسمبر and الخميس والجمعة.
    """
    whole = span_meant(text, today)
    typed = in_one_spelling(text)
    listed = with_shared_month(_BETWEEN.split(typed)) if len(typed) <= MOST_LETTERS else []
    spans = [whole] if whole else [span_meant(part, today) for part in listed]
    found = [span for span in spans if span is not None]
    if len(found) < len(spans) or not found:
        return None
    if any(last - first >= timedelta(days=MOST_DAYS) for first, last in (s.value for s in found)):
        return None
    days = sorted(set(chain.from_iterable(days_of(span.value) for span in found)))
    sure = all(span.sure for span in found)
    return Meaning(tuple(days), sure) if len(days) <= MOST_DAYS else None


def days_of(span: Span) -> list[date]:
    """Every day from the first to the last."""
    first, last = span
    return [first + timedelta(days=more) for more in range((last - first).days + 1)]
