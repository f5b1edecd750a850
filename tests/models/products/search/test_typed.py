"""What is looked for of what was typed, and how each word may be written."""

import pytest

from models.kernel.folding import MOST_WORDS
from models.products.search.typed import typed_words


@pytest.mark.parametrize(
    ("typed", "looked_for"),
    [
        ("أبغي عسل من عندكم", ["عسل"]),
        ("show me the honey cake", ["honey", "cake"]),
        ("من", ["من"]),
        ("عود عود العود", ["عود"]),
        ("؟", []),
    ],
)
def test_small_words_are_not_looked_for(typed: str, looked_for: list[str]) -> None:
    assert [word.word for word in typed_words(typed)] == looked_for


def test_a_long_text_is_looked_for_by_its_first_words() -> None:
    assert len(typed_words(" ".join(f"كلمة{n}" for n in range(50)))) == MOST_WORDS


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ("كنادير", "كندوره"),
        ("معلمين", "معلمون"),
        ("جلابيات", "جلابيه"),
        ("jewellery", "jewelry"),
        ("flavour", "flavor"),
        ("moisturised", "moisturized"),
        ("candies", "candy"),
        ("boxes", "box"),
        ("scarves", "scarf"),
    ],
)
def test_a_word_is_looked_for_in_its_other_forms(typed: str, met: str) -> None:
    (word,) = typed_words(typed)
    assert met in word.forms


def test_what_any_thing_may_be_is_light_beside_what_it_is() -> None:
    assert [word.light for word in typed_words("عطر نسائي")] == [False, True]
    assert [word.light for word in typed_words("نسائي")] == [False]
