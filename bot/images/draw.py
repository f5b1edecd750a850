"""Every drawn picture, as the bytes of a JPEG.

A PNG of it takes six to eight times the processor time, more than the drawing itself, and Telegram
makes a JPEG of it anyway. With full colours for every pixel the letters keep their edges.
"""

from io import BytesIO
from typing import assert_never

from PIL import Image

from bot.images.banner import draw_banner
from bot.images.product_card import draw_product_card
from bot.images.receipt import draw_receipt
from handlers.dialog.pictures import Banner, Drawn, ProductArt, Receipt

QUALITY = 88
FULL_COLOURS = 0
"""Pillow's name for one colour a pixel (4:4:4)."""


def draw(picture: Drawn) -> bytes:
    """The picture as a JPEG within Telegram's limits: 10 MB, sides of 10,000 together, 1 to 20.

    Equal pictures give equal bytes.
    """
    out = BytesIO()
    drawing(picture).save(out, "JPEG", quality=QUALITY, subsampling=FULL_COLOURS)
    return out.getvalue()


def drawing(picture: Drawn) -> Image.Image:
    """The picture's own pixels, before they are encoded."""
    match picture:
        case Banner():
            return draw_banner(picture)
        case ProductArt():
            return draw_product_card(picture)
        case Receipt():
            return draw_receipt(picture)
        case _:
            assert_never(picture)
