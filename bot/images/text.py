"""From logical text to the string of glyphs that a left-to-right drawing needs.

`visual` is not idempotent: it is called once for each line, where the line is drawn.
"""

import re
import unicodedata
from functools import lru_cache
from pathlib import Path
from typing import Literal

from arabic_reshaper import ArabicReshaper
from bidi import get_display
from bidi.mirror import MIRRORED
from PIL import ImageFont

Weight = Literal["regular", "bold"]

_FONTS = Path(__file__).parent / "fonts"
_FILES: dict[Weight, str] = {"regular": "Vazirmatn-Regular.ttf", "bold": "Vazirmatn-Bold.ttf"}
_JOINER = "\u034f"
_SIGNED = re.compile(r"(?<!\S)[-+][0-9](?:[0-9.,]*[0-9])?")
_CONTROLS = re.compile("[\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
_DIRHAM_SIGN = "\u20c3"
_PHRASES = {
    "\ufdfd": "بسم الله الرحمن الرحيم",
    "\ufdfe": "سبحانه وتعالى",
    "\ufdff": "عز وجل",
}
"""Signs in the place of phrases that the font does not hold and Unicode does not spell out."""
_BRACKET = re.compile(f"{_JOINER}(.)|(.)(?<=[{re.escape(''.join(MIRRORED))}]){_JOINER}")
_RESHAPER = ArabicReshaper(
    {
        "delete_harakat": False,
        "support_ligatures": True,
        "ARABIC LIGATURE ALLAH": False,
        "use_unshaped_instead_of_isolated": True,
    }
)


@lru_cache(maxsize=128)
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Vazirmatn at `size` pixels.

    The layout engine is named: with the other one, which Pillow takes wherever FriBidi is
    installed, reshaped words come out mirrored.
    """
    return ImageFont.truetype(_FONTS / _FILES[weight], size, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=1)
def _empty_box() -> bytes:
    return bytes(font("regular", 24).getmask("\U0010ffff"))


@lru_cache(maxsize=4096)
def has_glyph(character: str) -> bool:
    """Whether the font can draw this one character, which otherwise shows as a box."""
    return character == " " or bytes(font("regular", 24).getmask(character)) != _empty_box()


def clean(text: str, rtl: bool) -> str:
    """`text` without what the font cannot draw: emoji, stray marks, unknown scripts.

    Letters that came in presentation forms are taken back to their logical selves. Direction
    controls stay, since they decide the order; line ends become `\\n`. In a picture that runs
    `rtl` a signed number is isolated, or its sign would jump behind it.
    """
    text = unicodedata.normalize("NFC", text).replace(_DIRHAM_SIGN, "د.إ" if rtl else "AED")
    text = _SIGNED.sub("\u2066\\g<0>\u2069", text) if rtl else text
    lines = ("".join(_drawable_form(character) for character in line) for line in text.splitlines())
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _drawable_form(character: str) -> str:
    if "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc":
        spelt = _PHRASES.get(character) or unicodedata.normalize("NFKC", character)
        return "".join(map(_drawable, spelt))
    return _drawable(character)


def _drawable(character: str) -> str:
    """The character, a space in the place of white ones, or nothing."""
    if character in "\u200b\u200d\ufeff":  # glue of emoji, which would leave double spaces
        return ""
    if _CONTROLS.match(character):
        return character
    category = unicodedata.category(character)
    if category[0] == "Z" or category == "Cc":
        return " "
    if character in _VOWELS:
        return character
    if category[0] in "MC" or not has_glyph(character):
        return ""
    return character


def runs_rtl(text: str, rtl: bool) -> bool:
    """The direction of a paragraph within a picture that runs `rtl`.

    A foreign name in a picture runs its own way, so that its brackets and full stop stay where
    its writer put them; a number without letters always runs left to right.
    """
    letters = {unicodedata.bidirectional(character) for character in text}
    arabic, latin = bool(letters & {"R", "AL"}), "L" in letters
    return arabic if not (arabic and latin) else rtl


def visual(line: str, rtl: bool) -> str:
    """One line, already cleaned, as its glyphs from left to right, without its vowel marks."""
    return "".join(glyph for glyph, _ in glyphs(line, rtl))


@lru_cache(maxsize=1024)
def glyphs(line: str, rtl: bool) -> tuple[tuple[str, str], ...]:
    """The glyphs of one line from left to right, each with the vowel marks that it carries.

    The ordering library does not mirror brackets. Each bracket is given a mark that follows it:
    where the mark comes out in front, the bracket stood in right-to-left text and is mirrored.
    Vowel marks come out in front of their letters in the same way.
    """
    marked = "".join(
        character + _JOINER if character in MIRRORED else character
        for character in _RESHAPER.reshape(line)
    )
    ordered = get_display(marked, base_dir="R" if rtl else "L")
    drawn = _CONTROLS.sub("", _BRACKET.sub(_upright, ordered))
    found: list[tuple[str, str]] = []
    vowels = ""
    for character in drawn:
        if character in _VOWELS:
            vowels += character
        elif has_glyph(character):
            found.append((character, vowels))
            vowels = ""
    return tuple(found)


def _upright(bracket: re.Match[str]) -> str:
    return MIRRORED[bracket[1]] if bracket[1] else bracket[2]


@lru_cache(maxsize=1024)
def length(line: str, face: ImageFont.FreeTypeFont, rtl: bool) -> float:
    """The width in pixels of one logical line when it is drawn."""
    return face.getlength(visual(line, rtl))
