"""QR codes: the dark squares of a link, in whole pixels."""

from functools import lru_cache

import segno
from PIL import Image

MAX_LINK = 300
"""Characters; a longer link needs squares too fine for a phone to read."""
QUIET = 4
"""Squares that stay light on every side, or readers do not find the code."""
_MASK = 2
"""Any of the eight is read alike; to draw and judge all of them took a quarter of a receipt."""


@lru_cache(maxsize=64)
def qr_squares(link: str) -> Image.Image:
    """The link as a mask of mode ``L``, a pixel a square and without its quiet border."""
    code = segno.make_qr(link, error="m", mask=_MASK)
    count = len(code.matrix)
    dark = Image.frombytes("L", (count, count), b"".join(code.matrix))
    return dark.point([0] + [255] * 255)


@lru_cache(maxsize=8)
def qr_mask(link: str, square: int) -> Image.Image:
    """The link with its quiet border: a mask of its dark squares, `square` pixels wide each.

    In colours those that are kept would take four times the memory.
    """
    squares = qr_squares(link)
    sheet = Image.new("L", (squares.width + 2 * QUIET, squares.height + 2 * QUIET))
    sheet.paste(squares, (QUIET, QUIET))
    side = sheet.width * square
    return sheet.resize((side, side), Image.Resampling.NEAREST)
