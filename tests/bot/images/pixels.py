"""What the pixels of coloured pictures are."""

from __future__ import annotations

from PIL import Image, ImageChops


def pixel(image: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    """The colour of one pixel, band by band."""
    found = image.getpixel(at)
    assert isinstance(found, tuple), "it has one band alone"
    return found


def farthest_apart(one: Image.Image, other: Image.Image) -> int:
    """How far two pictures differ in the band and the pixel where they differ most, of 255."""
    extremes = ImageChops.difference(one, other).getextrema()
    bands = [band for band in extremes if isinstance(band, tuple)]
    assert len(bands) == len(extremes), "they have one band alone"
    return max(high for _, high in bands)
