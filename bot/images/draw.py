"""Every drawn picture, as the bytes of a PNG."""

from io import BytesIO
from typing import assert_never

from PIL import Image

from bot.images.banner import draw_banner
from bot.images.product_card import draw_product_card
from bot.images.receipt import draw_receipt
from handlers.dialog.pictures import Banner, Drawn, ProductArt, Receipt


def draw(picture: Drawn) -> bytes:
    """The picture as a PNG within Telegram's limits: 10 MB, sides of 10,000 together, 1 to 20.

    Equal pictures give equal bytes.
    """
    return _png(_image(picture))


def _image(picture: Drawn) -> Image.Image:
    match picture:
        case Banner():
            return draw_banner(picture)
        case ProductArt():
            return draw_product_card(picture)
        case Receipt():
            return draw_receipt(picture)
        case _:
            assert_never(picture)


def _png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG", compress_level=4)
    return out.getvalue()
