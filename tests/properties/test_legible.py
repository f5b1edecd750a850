"""What people type is kept as it is seen, and nothing that is not seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog import parsing
from handlers.dialog.legible import MOST_MARKS, is_unseen, legible, without_unseen
from handlers.dialog.parsing import has_letters, read_count, read_words
from handlers.dialog.parsing_amounts import read_price
from models.kernel.money import Money

UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u180b\u180e\u200b\u200e\u202e\u2060\u2063\u2066\u206f\u2800"
    "\u3164\ufe00\ufeff\uffa0\ufff0\ufff9\ufffb\ufdd0\uffff\ue000\x07\U0001d173\U000e0001\U000e0041"
    "\U000e007f\U000e0100\U0010ffff"
)
JOINERS = "\u200c\u200d\ufe0e\ufe0f"
MARKS = "\u0301\u0323\u0335\u064b\u064e\u0651\u0670\u093c\u094d\u20e3"
ODD = st.text(f"{UNSEEN}{JOINERS}{MARKS}aé1#بامक❤👩🏽 \n", max_size=25)
ANY = st.one_of(ODD, st.text(max_size=40))


@pytest.mark.parametrize(
    "text",
    ["مُحَمَّدٌ", "ٱللَّٰهِ", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ", "می\u200cخواهم", "श्री क्\u200dष",
     "ശ്രീ",
     "Trần Thị Huyền", "👩🏽\u200d🍳", "👨\u200d👩\u200d👧",
     "❤\ufe0f", "1\ufe0f\u20e3", "🙂\u200d↔\ufe0f", "🇦🇪",
     "שָׁלוֹם", "น้ำ", "Ⅷ ½ №"],
)  # fmt: skip
def test_what_people_write_in_any_language_stays_whole(text: str) -> None:
    assert read_words(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\u00adb\u2060c", "abc"),
        ("\u0628\u200d\u200c \u200d\u0628", "ب ب"),
        ("a\u200db", "ab"),
        ("1\ufe0f 2", "1 2"),
        ("🏴\U000e0067\U000e0062\U000e007f", "🏴"),
        ("\u0301 \u064e\u064e x", "x"),
        ("e\u034f\u0301", "é"),
        ("z" + "\u0335" * 30 + "a", "z" + "\u0335" * MOST_MARKS + "a"),
        ("ب" + "\u064e\u0651" * 30, "ب" + "\u064e" * MOST_MARKS),
    ],
)
def test_what_is_not_seen_is_left_out(typed: str, kept: str) -> None:
    assert read_words(typed) == kept


@pytest.mark.parametrize("letter", UNSEEN)
def test_a_name_of_nothing_that_is_seen_is_empty(letter: str) -> None:
    name = letter * 3 + "\u0301\u200d\u200c\ufe0f"
    assert read_words(name) == ""
    assert not has_letters(name)


@given(st.text(f"{UNSEEN}{JOINERS}{MARKS} ", max_size=20))
def test_marks_and_invisible_letters_alone_are_nothing(text: str) -> None:
    assert read_words(text) == ""


@given(ANY, st.booleans())
def test_what_is_left_is_seen_and_reading_it_again_changes_nothing(text: str, lines: bool) -> None:
    kept = read_words(text, lines=lines)
    assert read_words(kept, lines=lines) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not [letter for letter in kept if is_unseen(letter) and letter not in JOINERS]
    assert most_marks(kept) <= MOST_MARKS
    assert legible(kept) == kept


def most_marks(text: str) -> int:
    """The most marks that one letter carries."""
    most = run = 0
    for letter in text:
        run = run + 1 if unicodedata.category(letter)[0] == "M" and letter not in JOINERS else 0
        most = max(most, run)
    return most


@given(st.text("abcéبتم ١٢٣xyz.,!؟", max_size=40))
def test_usual_letters_are_left_alone(text: str) -> None:
    assert legible(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("letter", "\u2060\u00ad\u3164\U000e0041\u200d")
def test_figures_are_read_through_what_is_not_seen(letter: str) -> None:
    assert read_count(f"1{letter}2{letter}") == 12
    assert read_price(f"{letter}25{letter}.50 AED") == Money.dirhams(25, 50)
    assert without_unseen(f"{letter}a{letter}") == "a"


def test_unguarded_two_names_that_look_alike_would_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_words("Mo\u00adna") == read_words("Mona")
    monkeypatch.setattr(parsing, "legible", str)
    assert read_words("Mo\u00adna") != read_words("Mona")
    assert read_words("z" + "\u0335" * 30) == "z" + "\u0335" * 30
