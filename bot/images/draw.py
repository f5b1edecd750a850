"""Every drawn picture, as the bytes of a JPEG or a PNG.

A receipt has few colours, and a PNG of those takes less time and a third of the room. Of the other
pictures a PNG takes six to eight times the processor time of a JPEG, more than the drawing itself,
and Telegram makes a JPEG of it anyway; with full colours for every pixel the letters keep their
edges.
"""

from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import assert_never

from PIL import Image

from bot.images.banner import draw_banner
from bot.images.cash_sheet import draw_cash_sheet
from bot.images.hall_receipt import draw_hall_receipt
from bot.images.label import draw_label
from bot.images.png import palette_png
from bot.images.product_card import draw_product_card
from bot.images.receipt import draw_receipt
from bot.images.shelf import draw_shelf
from handlers.dialog.links import Address
from handlers.dialog.pictures import (
    Banner,
    CashSheet,
    Drawn,
    HallReceipt,
    LabelArt,
    ProductArt,
    ProductShelf,
    Receipt,
)

QUALITY = 88
NO_PHOTOS: Mapping[str, bytes] = MappingProxyType({})
FULL_COLOURS = 0
"""Pillow's name for one colour a pixel (4:4:4)."""


def draw(picture: Drawn, photos: Mapping[str, bytes] = NO_PHOTOS, address: Address = str) -> bytes:
    """The picture's file within Telegram's limits: 10 MB, sides of 10,000 together, 1 to 20.

    It is a PNG of a receipt, a JPEG of anything else. Equal pictures give equal bytes. `photos` are
    the files of the photos that it holds, by their hashes; `address` makes of the payload of its
    link what its QR code says (not given: the payload itself).
    """
    pixels = drawing(picture, photos, address)
    if pixels.mode == "P":
        return palette_png(pixels)
    out = BytesIO()
    pixels.save(out, "JPEG", quality=QUALITY, subsampling=FULL_COLOURS)
    return out.getvalue()


def drawing(
    picture: Drawn, photos: Mapping[str, bytes] = NO_PHOTOS, address: Address = str
) -> Image.Image:
    """The picture's own pixels, before they are encoded."""
    match picture:
        case Banner():
            return draw_banner(picture)
        case ProductArt():
            return draw_product_card(picture)
        case ProductShelf():
            return draw_shelf(picture, photos)
        case Receipt():
            return draw_receipt(picture)
        case HallReceipt(payload=payload):
            return draw_hall_receipt(picture, address(payload) if payload else "")
        case LabelArt(payload=payload):
            return draw_label(picture, address(payload))
        case CashSheet():
            return draw_cash_sheet(picture)
        case _:
            assert_never(picture)
