"""What is painted with few colours looks as with all of them."""

from __future__ import annotations

import pytest
from PIL import Image

from bot.images import sheet as sheets
from bot.images.palette import HOUSE
from bot.images.pen import stain
from bot.images.sheet import MOST_COLOURS, Colours, Sheet
from bot.images.typeset import fit, write
from tests.bot.images.pixels import farthest_apart

SIZE = (700, 200)
EDGES = 14
WORDS = fit("مُحَمَّد اللَّهِ 4938 Wg", 600, (64, 64), rtl=True, weight="bold")


def with_few() -> Image.Image:
    """Words and a mask on a ground, on a sheet."""
    sheet = Sheet(*SIZE, Colours((HOUSE.paper, HOUSE.ink)), HOUSE.paper)
    sheet.write(WORDS, 40, 10, HOUSE.ink, align="left")
    sheet.stain(Image.linear_gradient("L").resize((40, 40)), (20, 150), HOUSE.ink)
    return sheet.picture.convert("RGB")


def with_all() -> Image.Image:
    """The same with a colour of its own for each pixel."""
    image = Image.new("RGB", SIZE, HOUSE.paper)
    write(image, WORDS, 40, 10, HOUSE.ink, align="left")
    stain(image, Image.linear_gradient("L").resize((40, 40)), (20, 150), HOUSE.ink)
    return image


def test_edges_are_as_soft_as_with_all_colours() -> None:
    assert farthest_apart(with_few(), with_all()) < EDGES


def test_with_fewer_steps_they_would_not_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "STEPS", 3)
    assert farthest_apart(with_few(), with_all()) > EDGES


def test_what_is_written_stands_over_whatever_is_there() -> None:
    """The ground that a caller names is not looked for: where another is, only edges differ."""
    deep, paper, ink = HOUSE.deep, HOUSE.paper, HOUSE.ink
    sheet = Sheet(*SIZE, Colours((paper, ink), (deep, HOUSE.accent)), deep)
    sheet.write(WORDS, 40, 10, ink, align="left", on=paper)
    shown = sheet.picture.convert("RGB")
    between = {tuple(shade) for shade in sheets.shades(paper, ink)}
    between.add(tuple(sheets.pixel_of(deep)))
    assert {colour for _, colour in shown.getcolors() or []} <= between


def test_a_kept_picture_has_the_colours_that_are_left() -> None:
    colours = Colours((HOUSE.paper, HOUSE.ink))
    rainbow = Image.merge(
        "RGB", [Image.linear_gradient("L").rotate(90 * turn) for turn in (0, 1, 2)]
    )
    inlay = colours.inlay(rainbow)
    sheet = Sheet(256, 300, colours, HOUSE.paper)
    sheet.lay(inlay, (0, 0))
    sheet.fill((0, 256, 256, 300), HOUSE.ink)
    shown = sheet.picture.convert("RGB")
    assert len(inlay.palette) // 3 + len(colours.palette) // 3 <= MOST_COLOURS
    assert shown.getpixel((5, 290)) == tuple(sheets.pixel_of(HOUSE.ink))
    assert farthest_apart(shown.crop((0, 0, 256, 256)), rainbow) < 40
    assert len(shown.getcolors() or []) > 200
