"""Lines of text set into a given width, and drawn from a baseline."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from bot.images.pen import stain
from bot.images.text import Weight, clean, font, glyphs, length, runs_rtl

LEADING = 1.42
"""The distance of two baselines, in sizes of the font."""
_STOOP = 0.72
"""How far the size may sink before the text is given another line."""
_ELLIPSIS = "…"
_BELOW = "\u064d\u0650"
_SHADDA = "\u0651"


@dataclass(frozen=True)
class Setting:
    """Text that was fitted: logical lines, with the size and direction they are drawn in."""

    lines: tuple[str, ...]
    weight: Weight
    size: int
    rtl: bool

    @property
    def face(self) -> ImageFont.FreeTypeFont:
        """The font in which the lines are drawn."""
        return font(self.weight, self.size)

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return round(len(self.lines) * self.size * LEADING)

    @property
    def baseline(self) -> int:
        """Pixels from the top of the first line to the baseline of the last."""
        return self.baseline_of(len(self.lines) - 1)

    def baseline_of(self, line: int) -> int:
        """Pixels from the top of the first line to the baseline of that one, counted from 0."""
        return round(line * self.size * LEADING + self.size * 1.02)

    @property
    def width(self) -> float:
        """Pixels of the longest line."""
        return max((length(line, self.face, self.rtl) for line in self.lines), default=0.0)


@lru_cache(maxsize=512)
def fit(
    text: str, width: int, sizes: tuple[int, int], *, rtl: bool, lines: int = 1, weight: Weight
) -> Setting:
    """`text` in at most `lines` lines of `width` pixels.

    Fewer lines are worth a somewhat smaller size. What is too long even in the smallest size ends
    in an ellipsis.
    """
    text = clean(text, rtl)
    own = runs_rtl(text, rtl)
    largest, smallest = sizes
    for allowed in range(1, lines + 1):
        least = smallest if allowed == lines else max(smallest, round(largest * _STOOP))
        for size in range(largest, least - 1, -4):
            broken = _whole_words(text, font(weight, size), width, own)
            if broken is not None and len(broken) <= allowed:
                return Setting(tuple(broken), weight, size, own)
    face = font(weight, smallest)
    broken = wrap(text, face, width, own)
    if len(broken) > lines:
        broken[lines - 1 :] = [_cut(" ".join(broken[lines - 1 :]), face, width, own)]
    return Setting(tuple(broken), weight, smallest, own)


def _whole_words(
    text: str, face: ImageFont.FreeTypeFont, width: int, rtl: bool
) -> list[str] | None:
    """The lines, or None where a single word is already wider than they are."""
    if text and "\n" not in text and length(text, face, rtl) <= width:
        return [text]
    if any(length(word, face, rtl) > width for word in text.split()):
        return None
    return wrap(text, face, width, rtl)


def wrap(text: str, face: ImageFont.FreeTypeFont, width: int, rtl: bool) -> list[str]:
    """Logical lines no wider than `width`, broken at spaces, or within a word that has to be."""
    broken: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            candidate = f"{line} {word}".strip()
            if length(candidate, face, rtl) <= width:
                line = candidate
                continue
            if line:
                broken.append(line)
            *full, line = _pieces(word, face, width, rtl)
            broken.extend(full)
        if line:
            broken.append(line)
    return broken


def _pieces(word: str, face: ImageFont.FreeTypeFont, width: int, rtl: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and length(pieces[-1] + character, face, rtl) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _cut(text: str, face: ImageFont.FreeTypeFont, width: int, rtl: bool) -> str:
    """The longest beginning of `text` that leaves room for an ellipsis; of several words, whole."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if length(text[:middle].rstrip() + _ELLIPSIS, face, rtl) <= width:
            low = middle
        else:
            high = middle - 1
    if low < len(text) and not text[low].isspace() and " " in text[:low]:
        low = text.rindex(" ", 0, low)
    return text[:low].rstrip() + _ELLIPSIS


def write(
    image: Image.Image, setting: Setting, x: int, top: int, colour: str, *, align: str
) -> int:
    """Draws the lines from `top` down and returns the foot of the last, in pixels.

    `x` is the left end, the right end or the middle of every line, as `align` says
    (`left`, `right`, `centre`).
    """
    for line, start, baseline in placed_lines(setting, x, top, align=align):
        mask, left, above = _kept_line(line)
        if mask is not None:
            stain(image, mask, (start + left, baseline - above), colour)
    return top + setting.height


class Line(NamedTuple):
    """One line as it is drawn, starting `shift` of a pixel after a whole one."""

    text: str
    weight: Weight
    size: int
    rtl: bool
    shift: float


def placed_lines(
    setting: Setting, x: int, top: int, *, align: str
) -> Iterator[tuple[Line, int, int]]:
    """Each line with the pixel where it starts and its baseline, as `write` draws it."""
    for index, text in enumerate(setting.lines):
        width = length(text, setting.face, setting.rtl)
        start = x - {"left": 0.0, "right": width, "centre": width / 2}[align]
        whole = math.floor(start)
        line = Line(text, setting.weight, setting.size, setting.rtl, round(start - whole, 6))
        yield line, whole, top + setting.baseline_of(index)


def draw_line(line: Line) -> tuple[Image.Image | None, int, int]:
    """The line as a mask; None where it shows nothing.

    Beside it stands where its corner is: so many pixels right of the start and above the baseline.
    """
    setting = Setting((line.text,), line.weight, line.size, line.rtl)
    room = 2 * line.size  # for marks and slants beyond the line's own box
    width = math.ceil(length(line.text, setting.face, line.rtl))
    sheet = Image.new("L", (width + 2 * room, 2 * room + line.size))
    base = room + line.size
    start = (room + line.shift, base)
    _write_line(ImageDraw.Draw(sheet), line.text, setting, start, "white")
    box = sheet.getbbox()
    if box is None:
        return None, 0, 0
    return sheet.crop(box), box[0] - room, base - box[1]


@lru_cache(maxsize=64)
def _kept_line(line: Line) -> tuple[Image.Image | None, int, int]:
    """See `draw_line`; most lines of a banner are those of every banner."""
    return draw_line(line)


def _write_line(
    draw: ImageDraw.ImageDraw,
    line: str,
    setting: Setting,
    start: tuple[float, int],
    colour: str,
) -> None:
    shaped = glyphs(line, setting.rtl)
    text = "".join(glyph for glyph, _ in shaped)
    draw.text(start, text, fill=colour, font=setting.face, anchor="ls")
    for index, (glyph, vowels) in enumerate(shaped):
        if vowels:
            x = start[0] + setting.face.getlength(text[:index])
            _write_vowels(draw, glyph, vowels, setting, (x, start[1]), colour)


def _write_vowels(
    draw: ImageDraw.ImageDraw,
    glyph: str,
    vowels: str,
    setting: Setting,
    start: tuple[float, int],
    colour: str,
) -> None:
    """Stacks the marks over and under their letter, which the basic layout cannot do."""
    gap = max(1, setting.size // 16)
    _, above, _, below = _ink(glyph, setting.weight, setting.size)
    middle = start[0] + setting.face.getlength(glyph) / 2
    for vowel in sorted(set(vowels), key=lambda mark: mark != _SHADDA):
        left, top, right, bottom = _ink(vowel, setting.weight, setting.size)
        if vowel in _BELOW:
            y = max(0, below + gap - top)
            below = y + bottom
        else:
            y = min(0, above - gap - bottom)
            above = y + top
        draw.text(
            (middle - (left + right) / 2, start[1] + y),
            vowel,
            fill=colour,
            font=setting.face,
            anchor="ls",
        )


@lru_cache(maxsize=1024)
def _ink(glyph: str, weight: Weight, size: int) -> tuple[int, int, int, int]:
    """The box that one glyph really inks, from its origin on the baseline."""
    room = size * 3
    sheet = Image.new("L", (room * 2, room * 2))
    ImageDraw.Draw(sheet).text((room, room), glyph, fill=255, font=font(weight, size), anchor="ls")
    left, top, right, bottom = sheet.getbbox() or (room, room, room, room)
    return left - room, top - room, right - room, bottom - room
