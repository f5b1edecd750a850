"""PNG files are read back as what they were made of."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bot.images.png import palette_png


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (1080, 8_000)])
@pytest.mark.parametrize("colours", [1, 2, 250])
def test_the_file_holds_the_pixels(size: tuple[int, int], colours: int) -> None:
    drawn = Image.radial_gradient("L").resize(size).convert("RGB").quantize(colours)
    with Image.open(BytesIO(palette_png(drawn)), formats=["PNG"]) as read:
        assert (read.mode, read.size) == ("P", size)
        assert read.tobytes() == drawn.tobytes()
        assert read.convert("RGB").tobytes() == drawn.convert("RGB").tobytes()
