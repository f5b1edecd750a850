"""One spelling for every way of writing a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.kernel.folding import MOST_LETTERS, normalise, words_of

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
TASHKEEL = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670ـ\u200f\u2067\u2069"
arabic_words = st.text(alphabet=LETTERS, min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("القَهْوَةُ العربيّة", "قهوه عربيه"),
        ("أُمّ إنتاج آل ٱلبيت", "ام انتاج ال بيت"),
        ("مؤونة شئ على", "موونه شي علي"),
        ("گهوة کرك", "كهوه كرك"),
        ("٢٥٠ ml، ۳ قطع", "250 ml 3 قطع"),
        ("Café  CRÈME", "cafe creme"),
        ("بالهيل والزعفران للضيوف", "هيل زعفران ضيوف"),
        ("والألبان ألبان الالبان", "بان بان بان"),
        ("ﻗﻬﻮﺓ", "قهوه"),
        ("البن", "بن"),
        ("بلاليط واليه", "بلاليط واليه"),
        ("🎁 - _", ""),
    ],
)
def test_words_have_one_spelling(text: str, spelled: str) -> None:
    assert normalise(text) == spelled


@given(word=arabic_words, marks=st.lists(st.sampled_from(TASHKEEL), max_size=12))
def test_marks_and_controls_change_nothing(word: str, marks: list[str]) -> None:
    marked = word[0] + "".join(
        letter + mark for letter, mark in zip(word[1:], [*marks, *" " * len(word)], strict=False)
    ).replace(" ", "")
    assert normalise(marked) == normalise(word)


@given(word=st.text(alphabet=LETTERS, min_size=3, max_size=12))
def test_the_article_changes_nothing(word: str) -> None:
    assert normalise("ال" + word) == normalise(word)


@given(text=st.text(max_size=80))
def test_the_one_spelling_stays_as_it_is(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(text=st.text(max_size=200))
def test_words_are_letters_and_digits_alone(text: str) -> None:
    for word, spelled in words_of(text):
        assert word.isalnum()
        assert len(word) <= MOST_LETTERS
        assert spelled
