"""Sentences mean what people mean by them, and searches are never taken for talk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from handlers.dialog.understanding.reading import is_talk, meaning_of
from handlers.dialog.understanding.rules import RULES
from handlers.dialog.understanding.topics import GREETINGS, Meant, Topic
from handlers.dialog.understanding.vocabulary import TABLES, entries

HERE = Path(__file__).parent
LEAST = {
    "sure": 1.0,
    "more": 0.98,
    "fresh": 0.98,
    "first": 0.98,
    "second": 0.98,
    "third": 0.98,
    "fourth": 0.98,
    "fifth": 0.98,
    "sixth": 0.98,
}
"""Of each list so many must be read as they are meant.

The numbered lists met the tables in turn, and what was wrong in one was mended by its kind before
the next was read. Of the first three, which were written before the tables were looked at, 67 %,
86 % and 98 % were read at once; of the fourth and fifth, which were written after it and say
everything in a roundabout way, 57 % and 58 %; of the sixth, in plain words again, 84 %.
"""


def meant_by(text: str) -> str:
    """What is read out of a text, as the table writes it."""
    meant = meaning_of(text)
    if meant is None:
        return "search"
    if meant.topic is not None:
        return meant.topic.value
    if meant.rest:
        return f"rest:{meant.rest}"
    return "thanks" if meant.greeting is Topic.thanks else "hello"


def sentences(of: str) -> list[tuple[str, str]]:
    """The sentences of a list, each with what it means."""
    lines = (HERE / "sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [(text, meant) for text, meant, kind in rows if kind == of]


@pytest.mark.parametrize("of", LEAST)
def test_sentences_are_read_as_they_are_meant(of: str) -> None:
    rows = sentences(of)
    wrong = [(text, meant, meant_by(text)) for text, meant in rows]
    wrong = [each for each in wrong if each[2] not in each[1].split("|")]
    rate = 1 - len(wrong) / len(rows)
    sys.stdout.write(f"{of}: {len(rows) - len(wrong)} of {len(rows)} = {rate:.1%}\n")
    assert rate >= LEAST[of], wrong


def test_no_search_is_taken_for_talk() -> None:
    """Of what is strange to a greeting or a question the catalogue decides."""
    searches = (HERE / "searches.txt").read_text(encoding="utf-8").splitlines()
    taken = [text for text in searches if (meant := meaning_of(text)) and not meant.strange]
    assert taken == []


@pytest.mark.parametrize("typed", ["", "؟؟؟", "🌹", "123456", "س" * 300, "كم " * 40])
def test_what_says_nothing_means_nothing(typed: str) -> None:
    assert meaning_of(typed) is None


@pytest.mark.parametrize(
    "typed",
    ["السلام عليكم", "السَّلامُ عَلَيْكُم", "السلاااام عليكم!!", "«السلام عليكم» 🌹", "ٱلسلام عليكـم"],
)
def test_marks_lengthening_and_signs_change_nothing(typed: str) -> None:
    meant = meaning_of(typed)
    assert meant is not None
    assert meant.greeting is Topic.salam


@pytest.mark.parametrize("number", ["123456", "123399", "111111"])
def test_a_number_stays_one_whichever_digits_stand_twice(number: str) -> None:
    meant = meaning_of(f"طلب {number}")
    assert meant is not None
    assert meant.topic is Topic.where_order


@pytest.mark.parametrize("name", ["هلا", "سلام", "تمام", "زين العابدين", "منى سالم", "Hala"])
def test_a_name_is_no_talk(name: str) -> None:
    assert not is_talk(name)


def test_every_word_that_a_rule_needs_or_allows_has_its_table() -> None:
    known = {kind for table in TABLES for kind in table}
    every = (kinds for rule in RULES for kinds in (*rule.needs, rule.may, rule.never))
    asked = {kind for kinds in every for kind in kinds}
    assert asked <= known
    assert {topic.value for topic in GREETINGS} <= known


def test_no_word_stands_twice_in_a_table() -> None:
    for table in TABLES:
        for kind, rows in table.items():
            found = entries(rows)
            assert len(found) == len(set(found)), kind


@pytest.mark.parametrize("typed", ["ok thanks bye", "ok bye", "تمام مع السلامة", "نعم شكرا باي"])
def test_who_takes_leave_says_no_yes(typed: str) -> None:
    """A yes beneath the summary places the order; beside a goodbye it may be politeness."""
    meant = meaning_of(typed)
    assert meant is not None
    assert (meant.topic, meant.greeting) == (None, Topic.goodbye)
    assert meaning_of("ok thanks") == Meant(Topic.yes, Topic.thanks)
