"""Every pictograph of the words has a glyph in the fonts that the page brings along.

Many machines have no emoji. `NotoEmoji.ttf` is Noto Emoji cut to what the words use and may come to
use (fontTools' `pyftsubset --text-file`), with ✓ drawn as ✔: a new pictograph is cut in anew.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from PIL import ImageFont

import bot.channels.web
import bot.images
import locales

WORDS = sorted(Path(locales.__file__).parent.glob("*/*.ftl"))
FONTS = (
    Path(bot.images.__file__).parent / "fonts" / "Vazirmatn-Regular.ttf",
    Path(bot.channels.web.__file__).parent / "static" / "NotoEmoji.ttf",
)
NO_SUCH_LETTER = "\U0010ffff"


def has_glyph(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    """Whether the font draws the letter otherwise than one that it does not have."""
    return bytes(font.getmask(letter)) != bytes(font.getmask(NO_SUCH_LETTER))


def is_pictograph(letter: str) -> bool:
    """Emoji, dingbats, arrows and the like."""
    return unicodedata.category(letter) in ("So", "Sm") and ord(letter) > 0xFF


@pytest.mark.parametrize("file", WORDS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_pictograph_can_be_drawn(file: Path) -> None:
    fonts = [ImageFont.truetype(font, 32) for font in FONTS]
    used = {letter for letter in file.read_text(encoding="utf-8") if is_pictograph(letter)}
    missing = [letter for letter in used if not any(has_glyph(font, letter) for font in fonts)]
    assert missing == []


def test_a_pictograph_that_no_font_has_is_noticed() -> None:
    fonts = [ImageFont.truetype(font, 32) for font in FONTS]
    assert is_pictograph("🦖")
    assert not any(has_glyph(font, "🦖") for font in fonts)
    assert has_glyph(fonts[1], "🛒")
