"""A shelf's picture: every product in its own place, its photo cut well and never enlarged."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import groupby

import pytest
from PIL import Image

from bot.images.draw import draw, drawing
from bot.images.shelf import WIDTH, shelf_size
from handlers.dialog.pictures import ProductShelf, ShelfArt, photos_in

LONG = "هريس باللحم البلدي على الطريقة الإماراتية القديمة مع السمن البلدي والبهارات الطازجة"
RED, WHITE = (255, 0, 0), (255, 255, 255)


def item(number: int, photo: str = "") -> ShelfArt:
    """A product of a shelf."""
    return ShelfArt(number, LONG, "1,135.50 د.إ", "atayeb", LONG, photo, "يُصنع حسب الطلب")


def jpeg(width: int, height: int, edge: int = 0) -> bytes:
    """A red photo with a white edge of so many pixels."""
    photo = Image.new("RGB", (width, height), WHITE)
    photo.paste(RED, (edge, edge, width - edge, height - edge))
    out = BytesIO()
    photo.save(out, "JPEG", quality=95)
    return out.getvalue()


def reds(picture: ProductShelf, photos: Mapping[str, bytes]) -> tuple[int, int, int, int]:
    """The box of all that is as red as the photo."""
    red, green, _ = drawing(picture, photos).convert("RGB").split()
    both = red.point([255 * (value > 230) for value in range(256)])
    both.paste(0, mask=green.point([255 * (value > 40) for value in range(256)]))
    box = both.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("rtl", [True, False])
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_a_shelf_of_any_length_is_as_large_as_it_says(count: int, rtl: bool) -> None:
    picture = ProductShelf(tuple(item(number) for number in range(1, count + 1)), rtl)
    file = draw(picture)
    assert Image.open(BytesIO(file)).size == shelf_size(count)
    assert draw(picture) == file


@pytest.mark.parametrize(("rtl", "right"), [(True, True), (False, False)])
def test_the_first_stands_where_the_language_begins(rtl: bool, right: bool) -> None:
    picture = ProductShelf((item(1, "x"), item(2)), rtl)
    left, _, end, _ = reds(picture, {"x": jpeg(800, 600)})
    assert (left > WIDTH // 2) is right
    assert (end > WIDTH // 2) is right


def test_a_large_photo_fills_its_place_from_its_middle() -> None:
    left, top, right, foot = reds(
        ProductShelf((item(1, "x"), item(2))), {"x": jpeg(1280, 1280, 300)}
    )
    assert right - left < 510
    assert abs((left + right) // 2 - (WIDTH - 20 - 255)) < 8
    assert foot - top > 200, "its upper and lower edge are cut away"


def test_a_small_photo_is_not_enlarged() -> None:
    left, top, right, foot = reds(ProductShelf((item(1, "x"), item(2))), {"x": jpeg(120, 90)})
    assert right - left <= 122
    assert foot - top <= 92


LONGEST = {True: LONG, False: "Gypsy jugs: pots for spiced Emirati yoghurt, painted by hand, large"}
OF_TWO_LINES = {
    True: "مخمرية العود والزعفران الملكية الفاخرة",
    False: "Royal oud and saffron mukhammaria",
}


@pytest.mark.parametrize("names", [LONGEST, OF_TWO_LINES])
@pytest.mark.parametrize("rtl", [True, False])
def test_a_name_of_two_lines_leaves_the_price_alone(rtl: bool, names: dict[bool, str]) -> None:
    price = "1,135.50 د.إ" if rtl else "AED 1,135.50"
    shown = ShelfArt(1, names[rtl], price, "atayeb", "")
    picture = drawing(ProductShelf((shown, shown), rtl)).convert("RGB")
    words = picture.crop((38, picture.height - 20 - 180, 500, picture.height - 20))
    paper = words.getpixel((0, 0))
    inked = [
        any(words.getpixel((x, y)) != paper for x in range(words.width))
        for y in range(words.height)
    ]
    runs = [(on, len(list(rows))) for on, rows in groupby(inked)]
    assert sum(height for on, height in runs if on) > 90, (
        "there are a name in two lines and a price"
    )
    at_price = max(at for at, (on, _) in enumerate(runs) if on)
    assert runs[at_price - 1][1] >= 10, "between the name and the price"


@pytest.mark.parametrize("photos", [{}, {"x": b"no picture"}])
def test_a_photo_that_cannot_be_had_is_drawn_instead(photos: dict[str, bytes]) -> None:
    drawn, bare = ProductShelf((item(1, "x"),)), ProductShelf((item(1),))
    assert photos_in(drawn) == ("x",)
    assert draw(drawn, photos) == draw(bare)


def test_what_is_sold_out_is_seen_to_be() -> None:
    for_sale = ShelfArt(1, "دخون", "35 د.إ", "teeb", "دخون")
    gone = ShelfArt(1, "دخون", "35 د.إ", "teeb", "دخون", sold_out=True)
    assert draw(ProductShelf((for_sale,))) != draw(ProductShelf((gone,)))
