"""No drawn picture stays in memory: it is drawn once, and known by its file's id from then on."""

import gc

import pytest
from PIL import Image

from bot.images.draw import draw, drawing
from handlers.dialog.pictures import Banner, Drawn, ProductArt

PICTURES = [
    Banner("السوق", "عطور وبخور", "teeb", "package"),
    Banner("Cart", icon="cart", rtl=False),
    ProductArt("دخون", "بيت العود", "٣٥ درهماً", "teeb"),
]


def kept_of(size: tuple[int, int]) -> int:
    """How many pictures in colour of that size anybody holds."""
    gc.collect()
    held = [each for each in gc.get_objects() if type(each) is Image.Image]
    return sum(each.mode == "RGB" and each.size == size for each in held)


@pytest.mark.parametrize("picture", PICTURES)
def test_nobody_holds_the_pixels_of_what_was_drawn(picture: Drawn) -> None:
    drawn = drawing(picture)
    size = drawn.size
    assert kept_of(size) == 1
    del drawn
    assert draw(picture)
    assert kept_of(size) == 0
