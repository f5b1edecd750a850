"""Readers of QR codes that share nothing with what draws them, and what a printer does to ink.

One is ZXing, the other the reader of ZBar, which cheap scanners use.
"""

from __future__ import annotations

import deqr
import zxingcpp
from PIL import Image, ImageFilter

PAPER_GREY = 0.25
BLUR_DOTS = 1.0
TURNED_DEGREES = 2.0


def zxing(image: Image.Image) -> list[str]:
    """What ZXing reads in the picture."""
    return [found.text for found in zxingcpp.read_barcodes(image.convert("L"))]


def zbar(image: Image.Image) -> list[str]:
    """What ZBar reads in the picture."""
    codes = deqr.QRdecDecoder().decode(image.convert("L"))
    return [str(part.data) for code in codes for part in code.data_entries]


READERS = (zxing, zbar)


def printed(image: Image.Image) -> Image.Image:
    """The picture as a camera sees it on paper: a little askew, blurred and with a grey noise."""
    grey = image.convert("L")
    turned = grey.rotate(TURNED_DEGREES, Image.Resampling.BICUBIC, fillcolor=255)
    blurred = turned.filter(ImageFilter.GaussianBlur(BLUR_DOTS))
    return Image.blend(blurred, Image.effect_noise(grey.size, 60), PAPER_GREY)
