"""What people type is read as it was meant, or not at all."""

from __future__ import annotations

import unicodedata
from datetime import date

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.dialog.meanings import Meaning
from handlers.dialog.no_answer import says_nothing
from handlers.dialog.parsing import (
    NoPhone,
    has_letters,
    read_count,
    read_phone,
    read_shared_phone,
    read_words,
)
from handlers.dialog.parsing_amounts import price_meant, read_price
from handlers.dialog.parsing_counts import DAYS, PIECES, Nouns, read_quantity
from handlers.dialog.parsing_places import place_named
from handlers.dialog.parsing_windows import time_wanted
from handlers.ui.phones import country_of
from models.kernel.money import Money

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
DIGITS = st.sampled_from([{}, ARABIC, PERSIAN])
CONTROLS = st.sampled_from(["", "\u200f", "\u2066", "\u202b", "\ufeff"])
CURRENCY = st.sampled_from(["", " درهم", " د.إ", "د.إ.", " دراهم", " AED", "Dhs ", " dirhams"])
dirhams = st.integers(0, 999_999)
mobiles = st.from_regex(r"\A5[024568][1-9][0-9]{6}\Z")


@given(count=st.integers(0, 1_000_000), digits=DIGITS, control=CONTROLS)
def test_a_count_is_read_in_any_digits(count: int, digits: dict[int, int], control: str) -> None:
    assert read_count(f" {control}{count}".translate(digits)) == count


@given(
    count=st.integers(0, 999_999),
    digits=DIGITS,
    control=CONTROLS,
    of=st.sampled_from((PIECES, DAYS)),
)
def test_how_many_is_read_in_any_digits(
    count: int, digits: dict[int, int], control: str, of: Nouns
) -> None:
    for written in (f"{count}", f"{count:,}"):
        assert read_quantity(f" {control}{written}".translate(digits), of=of) == count


@pytest.mark.parametrize(
    ("typed", "many"),
    [("درزنين", 24), ("نص درزن", 6), ("2 dozen", 24), ("علبة واحدة", 1), ("حبتين اثنين", 2),
     ("١،٠٠٠", 1000), ("خمس حبات", 5), ("العدد 5", 5)],
)  # fmt: skip
def test_how_many_pieces(typed: str, many: int) -> None:
    assert read_quantity(typed) == many


@pytest.mark.parametrize(
    "typed", ["5 آلاف", "1.000", "-1", "5 حاجات", "درزن ونص", "أسبوع", "٪" * 10_000]
)
def test_how_many_in_doubt(typed: str) -> None:
    assert read_quantity(typed) is None


def test_weeks_are_days() -> None:
    assert [read_quantity(typed, 30, DAYS) for typed in ("أسبوعين", "2 weeks", "6 weeks")] == [
        14,
        14,
        None,
    ]


@pytest.mark.parametrize(
    "typed", ["", "-1", "1.5", "²", "1_000", "1e3", "five", "1 000", "1,000", "9" * 30, "½"]
)
def test_what_is_no_count(typed: str) -> None:
    assert read_count(typed) is None


def test_a_count_has_its_most() -> None:
    assert read_count("50", most=50) == 50
    assert read_count("51", most=50) is None


@given(whole=dirhams, fils=st.integers(0, 99), digits=DIGITS, currency=CURRENCY, control=CONTROLS)
def test_a_price_is_read_in_any_digits_with_any_currency(
    whole: int, fils: int, digits: dict[int, int], currency: str, control: str
) -> None:
    price = Money.dirhams(whole, fils)
    for written in (f"{whole}.{fils:02d}", f"{whole:,}.{fils:02d}"):
        assert read_price(f"{control}{written.translate(digits)}{currency}") == price
    arabic = (
        f"{whole:,}".replace(",", "٬").translate(ARABIC) + "٫" + f"{fils:02d}".translate(ARABIC)
    )
    assert read_price(arabic + currency) == price


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("25", Money.dirhams(25)),
        ("25.5", Money.dirhams(25, 50)),
        ("٢٥٫٥٠ درهماً", Money.dirhams(25, 50)),
        ("1,250 د.إ", Money.dirhams(1250)),
        ("AED 35", Money.dirhams(35)),
    ],
)
def test_prices_as_people_write_them(typed: str, price: Money) -> None:
    assert read_price(typed) == price


@pytest.mark.parametrize(
    "typed",
    ["25,50", "25.505", "-25", "+25", "1e3", "1_000", "²", "25 50", "1,25,000", ".50", "25.", "",
     "درهم", "free", "12345678", "0x10", "٢٥٬٥٠", "1.250", "2درهم5", "نص", "25 درهم 5",
     "25.50 ونص", "5 آلاف", "25 - 30", "٪" * 10_000],
)  # fmt: skip
def test_a_doubtful_price_is_not_guessed(typed: str) -> None:
    assert read_price(typed) is None


@pytest.mark.parametrize(
    ("typed", "likely"),
    [
        ("25,50", Money.dirhams(25, 50)),
        ("٢٥٬٥٠", Money.dirhams(25, 50)),
        ("١،٢٥٠", Money.dirhams(1250)),
        ("25درهم50", Money.dirhams(25, 50)),
        ("25 درهم 50", Money.dirhams(25, 50)),
        ("ألف ونص", Money.dirhams(1000, 50)),
    ],
)
def test_a_price_in_doubt_is_known_but_not_taken(typed: str, likely: Money) -> None:
    assert read_price(typed) is None
    assert price_meant(typed) == Meaning(likely, sure=False)


@given(whole=dirhams, fils=st.integers(1, 99), digits=DIGITS, comma=st.sampled_from(",،٬"))
def test_an_amount_with_a_comma_is_never_a_hundred_times_more(
    whole: int, fils: int, digits: dict[int, int], comma: str
) -> None:
    typed = f"{whole}{comma}{fils:02d}".translate(digits)
    assert price_meant(typed) == Meaning(Money.dirhams(whole, fils), sure=False)


AMOUNT_PARTS = ("25", "5", "50", ",", "،", ".", " ", "درهم", "و", "نص", "فلس", "خمسة", "مية", "ألف",
                "ب", "/-", "د.إ", "AED", "and", "five", "إلا")  # fmt: skip


@given(parts=st.lists(st.sampled_from(AMOUNT_PARTS), max_size=7), gap=st.sampled_from(["", " "]))
def test_what_an_amount_was_read_as_is_read_again(parts: list[str], gap: str) -> None:
    meant = price_meant(gap.join(parts))
    if meant is not None:
        assert price_meant(str(meant.value)) == Meaning(meant.value)


@given(text=st.text(max_size=40))
def test_no_text_makes_a_reader_fail(text: str) -> None:
    price = read_price(text)
    assert price is None or price.fils >= 0
    count = read_count(text)
    assert count is None or count >= 0
    assert count is None or read_quantity(text) == count
    phone = read_phone(text)
    assert isinstance(phone, NoPhone) or phone.startswith("+")


@given(mobile=mobiles, digits=DIGITS, control=CONTROLS)
def test_a_mobile_is_read_from_any_usual_form(
    mobile: str, digits: dict[int, int], control: str
) -> None:
    e164 = f"+971{mobile}"
    if not phonenumbers.is_valid_number(phonenumbers.parse(e164)):
        return
    spaced = f"{mobile[:2]} {mobile[2:5]} {mobile[5:]}"
    for written in (
        f"0{mobile}",
        mobile,
        f"00971{mobile}",
        e164,
        f"+971 {spaced}",
        f"0{spaced}".replace(" ", "-"),
    ):
        assert read_phone(control + written.translate(digits)) == e164
    assert read_shared_phone(f"971{mobile}") == e164
    assert read_shared_phone(e164) == e164


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("+96650123", NoPhone.wrong_abroad),
        ("0044 7911", NoPhone.wrong_abroad),
        ("966501234567", NoPhone.not_a_number),
        ("+966800111222", NoPhone.wrong_abroad),
        ("050123", NoPhone.not_a_number),
        ("0501234567 ext. 5", NoPhone.not_a_number),
        ("call me", NoPhone.not_a_number),
        ("0" * 500, NoPhone.not_a_number),
        ("8001234", NoPhone.not_reachable),
        ("", NoPhone.not_a_number),
    ],
)
def test_a_number_that_cannot_be_taken_says_why(typed: str, why: NoPhone) -> None:
    assert read_phone(typed) is why


@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("+966501234567", "+966501234567"),
        ("00968 9212 3456", "+96892123456"),
        ("٠٠٩٦٥ ٥٠٠١٢٣٤٥", "+96550012345"),
        ("+973 3600 1234", "+97336001234"),
        ("+974 3312 3456", "+97433123456"),
        ("+44 7911 123456", "+447911123456"),
        ("رقمي ‎+966 50 123 4567", "+966501234567"),
    ],
)
def test_a_number_from_abroad_is_read_where_its_country_code_is_written(
    typed: str, e164: str
) -> None:
    assert read_phone(typed) == e164


def test_a_shared_number_from_abroad_is_one() -> None:
    assert read_shared_phone("966501234567") == "+966501234567"


@given(
    region=st.sampled_from(("SA", "OM", "KW", "BH", "QA", "GB", "IN", "US")),
    digits=DIGITS,
    control=CONTROLS,
)
def test_the_example_of_a_country_is_read_and_named(
    region: str, digits: dict[int, int], control: str
) -> None:
    kind = phonenumbers.PhoneNumberType.MOBILE
    example = phonenumbers.example_number_for_type(region, kind)
    assert example is not None
    written = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    e164 = phonenumbers.format_number(example, phonenumbers.PhoneNumberFormat.E164)
    assert read_phone(control + written.translate(digits)) == e164
    country = country_of(e164)
    assert country is not None
    assert country.ar
    assert country.en


@given(text=st.text(max_size=80))
def test_words_hold_nothing_that_turns_a_screen_around(text: str) -> None:
    for lines in (False, True):
        kept = read_words(text, lines=lines)
        assert kept == kept.strip()
        assert not any(unicodedata.bidirectional(letter) in BIDI_CONTROLS for letter in kept)
        in_rows = kept.replace("\n", "")
        assert all(unicodedata.category(letter) not in ("Cc", "Cs") for letter in in_rows)


BIDI_CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  دار   الورد \n", "دار الورد"),
        ("\u202eevil\u202c", "evil"),
        ("a\x00b\x07", "ab"),
        ("cafe\u0301", "café"),
    ],
)
def test_words_are_kept_on_one_line_without_controls(typed: str, kept: str) -> None:
    assert read_words(typed) == kept


def test_lines_are_kept_where_they_are_asked_for() -> None:
    assert read_words("one  two \r\n\n\n\n three", lines=True) == "one two\n\nthree"


@pytest.mark.parametrize(
    ("text", "letters"),
    [("نعم", True), ("ok", True), ("🎁🎁", False), ("123", False), ("؟!", False)],
)
def test_signs_alone_are_nothing_to_read(text: str, letters: bool) -> None:
    assert has_letters(text) is letters


WHEN_PARTS = ("بكرة", "الجمعة", "4", "مارس", "العصر", "الساعة", "5", "م", "،", "رمضان", "في", "at")


@given(parts=st.lists(st.sampled_from(WHEN_PARTS), max_size=7), text=st.text(max_size=20))
def test_whatever_is_typed_for_a_time_is_read_or_asked_again(parts: list[str], text: str) -> None:
    for typed in (" ".join(parts), "".join(parts), text):
        wanted = time_wanted(typed, date(2026, 3, 2))
        assert wanted is None or wanted.day or wanted.hours
        place_named(typed)
        says_nothing(typed)
