"""Text is broken, shrunk and cut so that it stays within its width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from bot.images import typeset
from bot.images.text import font, length
from bot.images.typeset import fit, wrap, write
from tests.bot.images.pixels import farthest_apart

WORDS = st.lists(
    st.sampled_from(["قهوة", "عربية", "بالهيل", "Coffee", "(500", "غ)", "٣"]), max_size=25
)


def test_the_beginning_of_a_sentence_is_on_the_first_line() -> None:
    lines = wrap("قهوة عربية بالهيل والزعفران", font("bold", 60), 420, rtl=True)
    assert len(lines) > 1
    assert lines[0].startswith("قهوة")
    assert lines[-1].endswith("والزعفران")


def test_line_ends_are_kept() -> None:
    assert wrap("one\ntwo three", font("bold", 20), 900, rtl=False) == ["one", "two three"]


@given(WORDS, st.integers(120, 900), st.booleans())
def test_lines_hold_every_word_in_order_and_keep_to_the_width(
    words: list[str], width: int, rtl: bool
) -> None:
    face = font("regular", 30)
    lines = wrap(" ".join(words), face, width, rtl)
    assert " ".join(lines).split() == words
    assert all(length(line, face, rtl) <= width for line in lines)


@given(st.text(max_size=120), st.integers(1, 3), st.booleans())
def test_whatever_is_typed_fits(text: str, lines: int, rtl: bool) -> None:
    setting = fit(text, 400, (60, 24), rtl=rtl, lines=lines, weight="bold")
    assert len(setting.lines) <= lines
    assert setting.width <= 400
    assert 24 <= setting.size <= 60


def test_short_text_is_large_and_long_text_smaller_and_then_cut() -> None:
    short, longer, absurd = (
        fit("طِيب " * times, 500, (60, 24), rtl=True, lines=2, weight="bold")
        for times in (1, 10, 200)
    )
    assert short.size == 60
    assert 24 < longer.size < 60
    assert absurd.size == 24
    assert absurd.lines[-1].endswith("…")
    assert not longer.lines[-1].endswith("…")


def test_a_word_wider_than_the_line_is_broken_not_lost() -> None:
    lines = wrap("x" * 100, font("regular", 30), 200, rtl=False)
    assert "".join(lines) == "x" * 100
    assert len(lines) > 1


@pytest.mark.parametrize(("align", "x"), [("left", 50), ("right", 350), ("centre", 200)])
def test_ink_stays_where_it_was_aligned(align: str, x: int) -> None:
    sheet = Image.new("L", (400, 200))
    setting = fit("مُحَمَّد اللَّهِ", 300, (40, 40), rtl=True, weight="bold")
    foot = write(sheet, setting, x, 60, "white", align=align)
    left, top, right, bottom = sheet.getbbox() or (0, 0, 0, 0)
    assert left >= 46
    assert right <= 354
    assert top >= 50
    assert bottom <= foot + 4


def test_the_kasra_is_drawn_beneath_its_letter() -> None:
    def ink(text: str) -> tuple[int, ...]:
        sheet = Image.new("L", (300, 200))
        setting = fit(text, 300, (80, 80), rtl=True, weight="bold")
        write(sheet, setting, 250, 20, "white", align="right")
        return sheet.crop((200, 0, 300, 200)).getbbox() or ()

    plain, marked = ink("طيب"), ink("طِيب")
    assert marked[:3] == plain[:3]
    assert marked[3] > plain[3] + 4


@given(
    text=st.one_of(st.text(max_size=40), st.sampled_from(["إيصَالُ الطَّلَبِ", "ض W (1) قهوة"])),
    size=st.integers(20, 100),
    x=st.integers(-40, 400),
    rtl=st.booleans(),
    align=st.sampled_from(["left", "right", "centre"]),
)
def test_a_line_that_is_kept_looks_as_if_it_were_drawn_in_its_place(
    text: str, size: int, x: int, rtl: bool, align: str
) -> None:
    setting = fit(text, 300, (size, size), rtl=rtl, weight="bold")
    kept, drawn = (Image.new("RGB", (360, 200), "#f3e9d8") for _ in range(2))
    write(kept, setting, x, 20, "#123456", align=align)
    for index, line in enumerate(setting.lines):
        width = length(line, setting.face, setting.rtl)
        start = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        place = (start, 20 + setting.baseline_of(index))
        typeset._write_line(ImageDraw.Draw(drawn), line, setting, place, "#123456")
    assert farthest_apart(kept, drawn) <= 2, "where a mark lies on a letter they are blended first"
