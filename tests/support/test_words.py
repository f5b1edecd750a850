"""Messages by their ids: read as in a chat, and found where not everything in them is known."""

from __future__ import annotations

import re

import pytest

from handlers.dialog.speech import Amount, Exact
from models.kernel.money import Money
from models.people.people import Language
from tests.support.words import label, messages, needs, pattern, pieces, without_icon, word


def test_a_message_is_read_without_markup_and_controls() -> None:
    shown = word("confirming-done", number=Exact("123456"), taken=Amount(Money.dirhams(45)))
    assert shown == "✅ تم تسليم الطلب 123456.\n\nالمبلغ المستلم: 45 د.إ"


def test_a_message_is_read_in_english_too() -> None:
    assert word("button-cart-count", "en", count=3) == "🛒 Cart (3)"


def test_what_is_missing_is_named() -> None:
    with pytest.raises(LookupError, match="no-such-message"):
        word("no-such-message")
    with pytest.raises(LookupError, match="count"):
        word("button-cart-count")


@pytest.mark.parametrize(
    ("shown", "called"),
    [
        ("✅ إتمام الطلب", "إتمام الطلب"),
        ("⚙️ الإعدادات", "الإعدادات"),
        ("‹ السابق", "السابق"),
        ("التالي ›", "التالي"),
        ("رجوع", "رجوع"),
        ("🌐 اللغة · Language", "اللغة · Language"),
        ("3 + 4", "3 + 4"),
        ("❤️", "❤️"),
    ],
)
def test_an_icon_is_what_stands_beside_a_label(shown: str, called: str) -> None:
    assert without_icon(shown) == called


def test_a_label_is_what_people_call_a_button() -> None:
    assert label("cart-checkout") == "إتمام الطلب"
    assert label("button-cart-count", "en", count=2) == "Cart (2)"


def test_what_is_not_known_is_found_in_the_words() -> None:
    asked = word("confirming-ask-code", number=Exact("654321"))
    found = pattern("confirming-ask-code").search(f"first line\n{asked}\nlast line")
    assert found is not None
    assert found["number"] == "654321"


def test_an_unknown_at_the_end_reaches_to_the_end_of_its_line() -> None:
    two = word("deliveries-customer", name="منى سالم", phone=Exact("+971501234567"))
    found = pattern("deliveries-customer").search(f"{two}\nlast line")
    assert found is not None
    assert found.groupdict() == {"name": "منى سالم", "phone": "+971501234567"}


def test_what_is_known_must_be_there() -> None:
    shown = word("cart-line-option", number=1, name="دخون", option="50")
    assert pattern("cart-line-option", name="دخون").fullmatch(shown)
    assert pattern("cart-line-option", name="مخلل").fullmatch(shown) is None


def test_signs_in_the_words_are_no_pattern() -> None:
    assert pattern("cart-checkout").fullmatch("✅ إتمام الطلب")
    assert pattern("deliveries-no-order").search("لا يوجد طلب بالرقم 1x رقم الطلب") is None


def test_the_same_unknown_is_the_same_text_each_time() -> None:
    twice = re.compile("".join(pieces("\ue100a\ue101, \ue100a\ue101.")))
    assert twice.fullmatch("x, x.")
    assert twice.fullmatch("x, y.") is None


def test_a_count_that_chooses_the_words_must_be_given() -> None:
    with pytest.raises(TypeError, match="cart-clear-ask needs count"):
        pattern("cart-clear-ask")
    assert pattern("cart-clear-ask", count=2).fullmatch("في السلة قطعتان. هل تُفرَغ السلة كلها؟")


BESIDE_EACH_OTHER = {"order-progress": "done"}
"""Two texts without anything between them: where one ends is told when the first is known."""


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_message_is_found_by_its_own_pattern(lang: Language) -> None:
    """With counts of each plural class, and with the same text wherever one is unknown."""
    for phrase_id in messages(lang):
        variables, counts = needs(phrase_id, lang)
        texts = {name: f"x{at}" for at, name in enumerate(sorted(variables - counts))}
        for count in (0, 1, 2, 3, 11, 100):
            chosen = dict.fromkeys(counts, count)
            shown = word(phrase_id, lang, **chosen, **texts)
            first = BESIDE_EACH_OTHER.get(phrase_id)
            known = {} if first is None else {first: texts[first]}
            found = pattern(phrase_id, lang, **chosen, **known).fullmatch(shown)
            assert found is not None, shown
            groups = {name.replace("_", "-"): text for name, text in found.groupdict().items()}
            assert groups.items() <= texts.items()
