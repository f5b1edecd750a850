"""A price label: its words on the right, its QR code and the short code on the left.

It is black on white, for any printer; where a reader finds nothing, the short code is typed.
"""

from dataclasses import dataclass

from PIL import Image

from bot.images.qr import QUIET, qr_squares
from bot.images.typeset import Setting, fit, write
from handlers.dialog.pictures import LabelArt

DPI = 300
SIZE = (827, 437)
"""Of one label in a chat, in pixels: 70 by 37 mm."""
EDGE = 53
_BLACK, _WHITE = "#000000", "#ffffff"
_SCALES = (1.0, 0.9, 0.8, 0.7, 0.62, 0.55, 0.5)
_LEAST = 22
"""The smallest letters, in pixels: 5 points."""
_QR_SHARE = 0.45
"""Of the label's width, at most."""
_GAP = 12


@dataclass(frozen=True)
class Line:
    """A part of a label's words: how large it stands, and in how many lines at most."""

    text: str
    size: int
    lines: int = 1
    bold: bool = False

    def setting(self, width: int, scale: float) -> Setting:
        """The part in lines of `width` pixels, so many times its size."""
        largest = max(round(self.size * scale), _LEAST)
        weight = "bold" if self.bold else "regular"
        sizes = (largest, max(round(largest * 0.75), _LEAST))
        return fit(self.text, width, sizes, rtl=True, lines=self.lines, weight=weight)


def draw_label(
    label: LabelArt, link: str, size: tuple[int, int] = SIZE, edge: int = EDGE
) -> Image.Image:
    """The label in mode ``L``, at 300 dots an inch; `size` and its empty `edge` are in dots."""
    image = Image.new("L", size, _WHITE)
    width, height = size[0] - 2 * edge, size[1] - 2 * edge
    beside = _draw_code(image, label, link, (edge, edge, width, height))
    words = _words(label, width - beside, height)
    top = edge + (height - sum(each.height for each in words)) // 2
    for each in words:
        top = write(image, each, size[0] - edge, top, _BLACK, align="right")
    return image


def _draw_code(
    image: Image.Image, label: LabelArt, link: str, box: tuple[int, int, int, int]
) -> int:
    """The QR code with the short code beneath it; how much of the width they take."""
    left, top, width, height = box
    squares = qr_squares(link)
    code = fit(label.code, width, (40, _LEAST), rtl=False, weight="bold")
    foot = code.height
    square = min(
        (height - foot) // (squares.height + QUIET // 2),
        int(width * _QR_SHARE) // (squares.width + QUIET),
    )
    side = squares.width * square
    dark = squares.resize((side, side), Image.Resampling.NEAREST)
    y = top + (height - side - square * QUIET // 2 - foot) // 2
    image.paste(0, (left, y, left + side, y + side), dark)
    below = y + side + square * QUIET // 2
    write(image, code, left + side // 2, below, _BLACK, align="centre")
    return side + square * QUIET + _GAP


def _words(label: LabelArt, width: int, height: int) -> list[Setting]:
    """The label's words, as large as all of them have room for; the longest are cut."""
    words: list[Setting] = []
    for lines, scale in (*((3, scale) for scale in _SCALES), (2, _SCALES[-1])):
        parts = (
            Line(label.name, 56, lines, bold=True),
            Line(label.option, 42, lines - 1),
            Line(label.name_en, 30, lines - 1),
            Line(label.brand, 32),
            Line(label.price, 84, bold=True),
        )
        words = [part.setting(width, scale) for part in parts if part.text]
        if sum(each.height for each in words) <= height:
            break
    return words
