"""Phrases in words: escaped, isolated, counted, and natural in both languages."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handlers.dialog.parsing import as_typed
from handlers.dialog.rendering import (
    FSI,
    LRI,
    NBSP,
    PDI,
    RLM,
    bare,
    clock_words,
    day_words,
    message_of,
    moment_words,
    money_words,
    plain,
    words,
)
from handlers.dialog.speech import Amount, Day, Exact, Lines, Name, TimeOfDay, When, say
from models.kernel.money import Money
from models.people.people import Language
from tests.handlers.fitness import check_markup

LANGUAGES: tuple[Language, ...] = ("ar", "en")


def text(value: str) -> str:
    """What a person wrote, as it stands in an English line."""
    return words(say("paragraph", text=value), "en")


def test_what_people_write_is_escaped() -> None:
    assert text("<b>5 & 6</b>") == f"{FSI}&lt;b&gt;5 &amp; 6&lt;/b&gt;{PDI}"


def test_plain_words_hold_what_was_written() -> None:
    assert bare(say("paragraph", text="<b>5 & 6</b>"), "en") == "<b>5 & 6</b>"


def test_markup_of_the_message_goes_away_in_plain_words() -> None:
    phrase = say("product-name", name="دخون")
    assert words(phrase, "ar") == f"{RLM}<b>{FSI}دخون{PDI}</b>"
    assert bare(phrase, "ar") == "دخون"


def test_controls_that_people_type_cannot_turn_a_sentence() -> None:
    assert text("\u202eabc\u2066") == f"{FSI}abc{PDI}"


def test_joined_emoji_stay_whole() -> None:
    assert "👩\u200d👧" in text("👩\u200d👧")


def test_each_line_that_a_person_wrote_is_isolated_by_itself() -> None:
    assert text("one\n\ntwo") == f"{FSI}one{PDI}\n\n{FSI}two{PDI}"


def test_long_texts_and_private_letters_are_said_whole() -> None:
    for written in ("x" * 9_999, "\ue0000\ue001", "{ $text }"):
        assert bare(say("two-paragraphs", first=written, second="y"), "en") == f"{written}\n\ny"


def test_a_phrase_within_a_phrase_is_not_isolated() -> None:
    inner = say("audience-woman")
    assert words(say("package-empty-for", package="x", audience=inner), "en").endswith(
        "right now under “For women”."
    )


@given(st.text(max_size=80))
@example("<i> & <b>")
def test_nothing_written_breaks_the_markup(written: str) -> None:
    for value in (written, Name(written, written), Exact(written)):
        for language in LANGUAGES:
            check_markup(words(say("product-name", name=value), language))


@given(st.text(alphabet="ab <&>\n\u2066\u2069\u202e\u200fم", max_size=40))
def test_isolates_are_closed_on_each_line(written: str) -> None:
    for line in text(written).split("\n"):
        assert line.count(FSI) == line.count(PDI)


def test_a_name_is_said_in_the_readers_language() -> None:
    phrase = say("product-name", name=Name("دخون", "Dukhoon"))
    assert bare(phrase, "ar") == "دخون"
    assert bare(phrase, "en") == "Dukhoon"


def test_a_name_of_one_language_is_said_in_both() -> None:
    phrase = say("product-name", name=Name("دخون", ""))
    assert bare(phrase, "en") == "دخون"


def test_lines_stand_one_under_the_other() -> None:
    lines = Lines((say("audience-woman"), say("audience-child")))
    assert words(say("paragraph", text=lines), "ar") == "للمرأة\nللطفل"


# ---------------------------------------------------------------- direction


@pytest.mark.parametrize("written", ["5 قطع", "🌴 أهلاً", "Entaj", "(بازار)"])
def test_an_arabic_line_that_begins_otherwise_is_led_from_the_right(written: str) -> None:
    for phrase in (say("paragraph", text=written), say("search-row", name=written, price="x")):
        assert words(phrase, "ar").startswith(RLM)


def test_every_line_is_led_by_itself_and_empty_ones_are_not() -> None:
    phrase = say("two-paragraphs", first=say("language-en"), second=say("language-en"))
    assert words(phrase, "ar") == f"{RLM}English\n\n{RLM}English"


def test_a_line_that_begins_in_arabic_needs_no_mark() -> None:
    assert words(say("button-back"), "ar") == "رجوع"


def test_english_lines_and_labels_get_no_mark() -> None:
    assert RLM not in words(say("language-ar"), "en")
    assert plain(say("button-cart"), "ar") == "🛒 السلة"


def test_a_code_keeps_its_own_order() -> None:
    phrase = say("apology", reference=Exact("004-512"))
    assert f"{LRI}004-512{PDI}" in words(phrase, "ar")


# ---------------------------------------------------------------- money, counts, times


@pytest.mark.parametrize(
    ("fils", "ar", "en"),
    [
        (3500, "35 د.إ", "AED 35"),
        (3550, "35.50 د.إ", "AED 35.50"),
        (5, "0.05 د.إ", "AED 0.05"),
        (123456789, "1,234,567.89 د.إ", "AED 1,234,567.89"),
    ],
)
def test_money_is_spoken_in_dirhams(fils: int, ar: str, en: str) -> None:
    assert bare(say("amount", amount=Amount(Money(fils))), "ar") == ar
    assert bare(say("amount", amount=Amount(Money(fils))), "en") == en


def test_the_figure_of_an_amount_keeps_its_own_order() -> None:
    assert money_words(Money(-2550), "ar") == f"{LRI}-25.50{PDI}{NBSP}د.إ"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_figure_and_its_unit_stand_on_one_line(language: Language) -> None:
    at = datetime(2025, 11, 23, 12, 30, tzinfo=UTC)
    for value in (Amount(Money(101500)), TimeOfDay(at)):
        said = words(say("paragraph", text=value), language)
        assert NBSP in said
        assert " " not in said
        assert NBSP not in bare(say("paragraph", text=value), language)


@pytest.mark.parametrize(
    ("left", "ar"),
    [
        (1, "بقيت قطعة واحدة فقط."),
        (2, "بقيت قطعتان فقط."),
        (3, "بقيت 3 قطع فقط."),
        (11, "بقيت 11 قطعة فقط."),
        (100, "بقيت 100 قطعة فقط."),
    ],
)
def test_arabic_counts(left: int, ar: str) -> None:
    assert bare(say("product-few-left", left=left), "ar") == ar


def test_digits_are_western_in_both_languages() -> None:
    for language in LANGUAGES:
        assert "1,234" in bare(say("button-cart-count", count=1234), language)


def test_a_day_has_its_weekday_and_no_marks() -> None:
    assert day_words(date(2025, 11, 23), "ar") == "الأحد 23 نوفمبر"
    assert day_words(date(2025, 11, 23), "en") == "Sunday 23 November"


@pytest.mark.parametrize(
    ("hour", "ar", "en"),
    [
        (0, "12:30 ليلاً", "12:30 am"),
        (5, "5:30 صباحاً", "5:30 am"),
        (11, "11:30 صباحاً", "11:30 am"),
        (12, "12:30 ظهراً", "12:30 pm"),
        (16, "4:30 عصراً", "4:30 pm"),
        (20, "8:30 مساءً", "8:30 pm"),
        (23, "11:30 مساءً", "11:30 pm"),
    ],
)
def test_the_time_of_day_is_dubais(hour: int, ar: str, en: str) -> None:
    at = datetime(2025, 11, 23, (hour - 4) % 24, 30, tzinfo=UTC)
    assert clock_words(at, "ar") == ar.replace(" ", NBSP)
    assert clock_words(at, "en") == en.replace(" ", NBSP)


def test_a_moment_late_in_utc_is_the_next_day_in_dubai() -> None:
    at = datetime(2025, 11, 23, 21, 0, tzinfo=UTC)
    assert moment_words(at, "ar") == f"الاثنين 24 نوفمبر، 1:00{NBSP}ليلاً"
    assert moment_words(at, "en").startswith("Monday 24 November, 1:00")


def test_days_and_times_are_isolated_in_a_sentence() -> None:
    at = datetime(2025, 11, 23, 12, 0, tzinfo=UTC)
    for value in (Day(at.date()), When(at), TimeOfDay(at)):
        said = words(say("paragraph", text=value), "en")
        assert said.startswith(FSI)
        assert said.endswith(PDI)


# ---------------------------------------------------------------- faults, and what is typed


def test_a_message_that_is_not_there_is_a_defect() -> None:
    with pytest.raises(LookupError):
        words(say("no-such-message"), "ar")


def test_a_missing_argument_is_a_defect() -> None:
    with pytest.raises(LookupError, match="product-name"):
        words(say("product-name"), "ar")


@pytest.mark.parametrize(
    ("label", "typed"),
    [("🛒 السلة", "السلة"), ("✅ Checkout", "checkout"), ("‹ السابق", " السابق "), ("١٢", "12")],
)
def test_a_label_is_typed_without_its_icon(label: str, typed: str) -> None:
    assert as_typed(label) == as_typed(typed) != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_the_files_nothing_but_the_words_is_kept(language: Language) -> None:
    assert message_of("product-add", language).span is None
