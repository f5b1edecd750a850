"""Any wish that is typed is read or said to be unclear; no phone and no link is ever taken."""

from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.form_parts import Unclear
from handlers.dialog.legible import is_unseen
from handlers.dialog.parsing import has_contact
from handlers.dialog.questions import words_of
from handlers.dialog.speech import Said
from tests.properties.test_parsing import DIGITS

MOST = 40
WORDS = ("اتصلوا على {} رجاءً", "call {} please", "{}", "للتواصل:{}")
REGIONS = ("AE", "SA", "OM", "KW", "QA", "BH", "GB")


@given(text=st.text(max_size=60))
def test_any_text_is_read_on_one_line_or_is_unclear(text: str) -> None:
    try:
        wish = words_of(Said(text), MOST, figures=True)
    except Unclear:
        return
    assert 0 < len(wish) <= MOST
    assert "\n" not in wish
    assert wish == wish.strip()
    assert any(not is_unseen(letter) for letter in wish)
    assert has_contact(wish) in (True, False)


@given(
    region=st.sampled_from(REGIONS),
    digits=DIGITS,
    around=st.sampled_from(WORDS),
    form=st.sampled_from(
        (phonenumbers.PhoneNumberFormat.E164, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    ),
)
def test_a_phone_is_found_in_any_digits_among_words(
    region: str, digits: dict[int, int], around: str, form: int
) -> None:
    kind = phonenumbers.PhoneNumberType.MOBILE
    example = phonenumbers.example_number_for_type(region, kind)
    assert example is not None
    written = phonenumbers.format_number(example, form).translate(digits)
    assert has_contact(around.format(written))


@pytest.mark.parametrize(
    "wish",
    ["050 123 4567", "https://x.ae", "www.x", "t.me/mona", "mona@mail.com", "@mona", "shop.AE"],
)
def test_ways_to_a_customer_are_found(wish: str) -> None:
    assert has_contact(f"من {wish} شكراً")


@pytest.mark.parametrize(
    "wish",
    [
        "12/12/2026",
        "عدد 24",
        "no nuts. no sugar",
        "7 سنوات",
        "2+3",
        "١٠٠ حبة",
        "مريم 2026",
        "3.5 kg",
    ],
)
def test_other_words_and_figures_are_not(wish: str) -> None:
    assert not has_contact(wish)
