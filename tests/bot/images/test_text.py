"""The order of glyphs: the traps that were met, and what holds for every text."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from bot.images.draw import draw
from bot.images.text import clean, font, glyphs, has_glyph, runs_rtl, visual
from handlers.dialog.pictures import ProductArt
from handlers.dialog.rendering import bare
from handlers.dialog.speech import Amount, say
from models.kernel.money import Money

ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ", min_size=1, max_size=12)
ANYTHING = st.text(max_size=60)
MIXED = st.text("ابلميسabcXYZ0123٤٥٦ ()[]{}<>«».,:-+/%!؟،", max_size=30)


def letters(drawn: str) -> str:
    """Glyphs from left to right, as the logical letters they show."""
    return unicodedata.normalize("NFKC", drawn)


@pytest.mark.parametrize(
    ("line", "from_left_to_right"),
    [
        ("كريم", "ميرك"),
        ("كريم abc", "abc ميرك"),
        ("(كريم)", "(ميرك)"),
        ("كريم (abc) كريم", "ميرك (abc) ميرك"),
        ("abc (كريم)", "(ميرك) abc"),
        ("علبة [500 غ]", "[غ 500] ةبلع"),
        ("«بازار»", "«رازاب»"),
        ("عود 50%", "%50 دوع"),
        ("35.00 د.إ", "إ.د 35.00"),
        ("رقم \u2066+971 50 123 4567\u2069", "+971 50 123 4567 مقر"),
        ("يوم \u206605-12-2025\u2069", "05-12-2025 موي"),
        ("أ \u2066-25.50\u2069", "-25.50 أ"),
        ("٥٠٠ غرام", "مارغ ٥٠٠"),
    ],
)
def test_lines_that_run_from_the_right(line: str, from_left_to_right: str) -> None:
    assert letters(visual(line, rtl=True)) == from_left_to_right


@pytest.mark.parametrize(
    ("line", "from_left_to_right"),
    [
        ("Honey (500 g)", "Honey (500 g)"),
        ("Oud (عود) oil", "Oud (دوع) oil"),
        ("AED 35.00", "AED 35.00"),
        ("a(ب)c", "a(ب)c"),
    ],
)
def test_lines_that_run_from_the_left(line: str, from_left_to_right: str) -> None:
    assert letters(visual(line, rtl=False)) == from_left_to_right


def test_without_an_isolate_a_phone_after_arabic_is_reordered() -> None:
    assert letters(visual("رقم +971 50 123", rtl=True)) == "123 50 971+ مقر"


def test_letters_take_the_form_of_their_place() -> None:
    assert visual("ببب", rtl=True) == "\ufe90\ufe92\ufe91"


def test_lam_alef_is_one_glyph() -> None:
    assert visual("سلا", rtl=True) == "\ufefc\ufeb3"


@pytest.mark.parametrize("word", ["الله", "ريال", "محمد", "صلى الله عليه وسلم"])
def test_words_are_never_replaced_by_a_sign(word: str) -> None:
    assert not [glyph for glyph in visual(word, rtl=True) if "\ufdf0" <= glyph <= "\ufdfd"]


def test_the_layout_engine_does_not_depend_on_the_host() -> None:
    assert font("bold", 20).layout_engine == ImageFont.Layout.BASIC


def test_the_kasra_of_teeb_stays_with_its_letter() -> None:
    assert glyphs("طِيب", rtl=True) == (("\ufe90", ""), ("\ufef4", ""), ("\ufec3", "\u0650"))


def test_vowel_marks_do_not_disturb_order_or_joining() -> None:
    assert visual("مُحَمَّد (طِيب)", rtl=True) == visual("محمد (طيب)", rtl=True)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("خبّاز 👩🏽‍🍳 ماهر", "خبّاز ماهر"),
        ("☕️ Coffee", "Coffee"),
        ("a\tb\u00a0 c", "a b c"),
        ("one\r\n\n two ", "one\ntwo"),
        ("e\u0301", "é"),
        ("\ufedf\ufe98\ufeae", "لتر"),
        ("\ufdf2", "الله"),
        ("﷽ بيت العود", "بسم الله الرحمن الرحيم بيت العود"),
        ("﷿", "عز وجل"),
        ("﴿نور﴾", "﴿نور﴾"),
        ("\ufd40\ufd4f عود \ufbc3\ufdd0", "عود"),
        ("z\u0335\u0321algo", "zalgo"),
        ("漢字", ""),
        ("\x00\x1b[0m", "[0m"),
    ],
)
def test_what_cannot_be_drawn_is_left_out(typed: str, kept: str) -> None:
    assert clean(typed, rtl=True) == kept


def test_the_new_dirham_sign_is_written_out() -> None:
    assert clean("35 \u20c3", rtl=True) == "35 د.إ"
    assert clean("\u20c3 35", rtl=False) == "AED 35"


@pytest.mark.parametrize(
    ("text", "rtl_picture", "runs"),
    [
        ("Honey Cake (500g)", True, False),
        ("عسل (500)", False, True),
        ("عسل Honey", True, True),
        ("عسل Honey", False, False),
        ("+971 50 123 4567", True, False),
        ("", True, False),
    ],
)
def test_a_foreign_name_runs_its_own_way(text: str, rtl_picture: bool, runs: bool) -> None:
    assert runs_rtl(text, rtl_picture) is runs


@given(ARABIC)
def test_an_arabic_word_is_drawn_backwards_letter_by_letter(word: str) -> None:
    drawn = unicodedata.normalize("NFC", letters(visual(word, rtl=True)[::-1]))
    assert drawn == unicodedata.normalize("NFC", word)


@given(MIXED, st.booleans())
def test_ordering_loses_and_adds_nothing(line: str, rtl: bool) -> None:
    mirror = str.maketrans("([{<«", ")]}>»")
    drawn = letters(visual(line, rtl))
    assert sorted(drawn.translate(mirror)) == sorted(line.translate(mirror))


@given(st.text("abcXYZ0123 ()[]{}<>.,:-+/%!", max_size=30))
def test_english_stays_as_it_is(line: str) -> None:
    assert visual(line, rtl=False) == line


@given(st.text("ابتسيم ", max_size=12), st.sampled_from(["()", "[]", "{}", "<>", "«»"]))
def test_brackets_always_embrace(inner: str, pair: str) -> None:
    drawn = visual(f"ب{pair[0]}م{inner}م{pair[1]}ب", rtl=True)
    assert drawn.index(pair[0]) < drawn.index(pair[1])


@given(ANYTHING, st.booleans())
def test_anything_typed_becomes_glyphs_that_the_fonts_hold(text: str, rtl: bool) -> None:
    for line in clean(text, rtl).split("\n"):
        assert all(has_glyph(glyph) for glyph in visual(line, rtl))


def test_every_character_there_is_becomes_glyphs_that_the_fonts_hold() -> None:
    """The presentation forms that are their own NFKC are among them."""
    shown = 0
    for start in range(0, sys.maxunicode, 0x1000):
        line = clean(" ".join(map(chr, range(start, start + 0x1000))), rtl=True).replace("\n", " ")
        assert clean(line, rtl=True) == line
        drawn = visual(line, rtl=True)
        assert all(map(has_glyph, drawn))
        shown += len(drawn.split())
    assert shown > 1000


@pytest.mark.parametrize("name", ["﷽", "﴿﴾", "\ufd40\ufd4f", "\ufbb2", "\ufbc3", "\ufe73"])
def test_a_sign_alone_breaks_no_picture(name: str) -> None:
    assert draw(ProductArt(name, name, name, "teeb", name))


@given(ANYTHING, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, rtl: bool) -> None:
    once = clean(text, rtl)
    assert clean(once, rtl) == once


def test_both_weights_hold_the_same_characters() -> None:
    """`has_glyph` asks the regular weight alone."""
    bold = font("bold", 24)
    missing = bytes(bold.getmask("\U0010ffff"))
    drawable = [chr(code) for code in range(0x21, 0x3000) if has_glyph(chr(code))]
    inked = [character for character in drawable if bytes(font("regular", 24).getmask(character))]
    assert len(inked) > 500
    assert [character for character in inked if bytes(bold.getmask(character)) == missing] == []


def test_the_sign_of_what_was_handed_back_stays_in_front_of_it() -> None:
    back = bare(say("amount", amount=Amount(-Money.dirhams(1080))), "ar")
    assert letters(visual(clean(back, rtl=True), rtl=True)).endswith(" -1,080")
    assert clean("-80 AED", rtl=False) == "-80 AED"
    assert letters(visual(back, rtl=True)).endswith(" 1,080-"), "what the isolates hold back"
