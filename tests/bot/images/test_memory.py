"""A photo is taken in within a bounded memory, or refused before it is decoded."""

import math
import struct
import subprocess
import sys
import zlib
from typing import Any

import pytest
from PIL import Image

from bot.images.parts import values_kept
from tests.bot.images.test_photos import encoded
from tests.bot.images.unpacking import PEAKS

pytestmark = pytest.mark.skipif(not PEAKS.exists(), reason="the memory is read as Linux tells it")
MOST_MB = 150
REFUSED_MB = 16


def photo(
    megapixels: float, form: str, mode: str = "RGB", ratio: float = 4 / 3, **how: Any
) -> bytes:
    """A photo with shades in it, so many pixels large."""
    height = math.isqrt(int(megapixels * 1e6 / ratio))
    size = int(height * ratio), height
    return encoded(Image.linear_gradient("L").resize(size).convert(mode), form, **how)


def interlaced(side: int) -> bytes:
    """A PNG with an alpha channel in seven passes (www.w3.org/TR/png/#8Interlace)."""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2))
    rows = b""
    for left, top, across, down in (*passes, (0, 1, 1, 2)):
        wide, high = -((left - side) // across), -((top - side) // down)
        rows += (b"\0" + b"\x55" * wide * 4) * high

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 1))
    pixels = chunk(b"IDAT", zlib.compress(rows, 1))
    return b"\x89PNG\r\n\x1a\n" + header + pixels + chunk(b"IEND", b"")


def in_scans_of_one_plane(jpeg: bytes) -> bytes:
    """The same frame, of which the first scan holds one plane alone."""
    at = jpeg.index(b"\xff\xda")
    return jpeg[:at] + b"\xff\xda\0\x08\x01\x01\x00\0\x3f\0" + jpeg[at + 14 :]


def taken_in(data: bytes, *how: str) -> tuple[str, int]:
    """What became of it in a process of its own, and the megabytes that it took."""
    command = [sys.executable, "-m", "tests.bot.images.unpacking", *how]
    outcome, peak = subprocess.check_output(command, input=data, timeout=300).split()
    return outcome.decode(), int(peak)


LARGEST: dict[str, Any] = {
    "a square JPEG": lambda: photo(14.7, "JPEG", ratio=1, subsampling=0),
    "a wide JPEG": lambda: photo(39, "JPEG", ratio=6, subsampling=0),
    "a JPEG for print": lambda: photo(39, "JPEG", "CMYK"),
    "a progressive JPEG": lambda: photo(25, "JPEG", progressive=True),
    "a square progressive JPEG": lambda: photo(14.7, "JPEG", ratio=1, progressive=True),
    "a progressive JPEG of full colour": lambda: photo(
        12.5, "JPEG", progressive=True, subsampling=0
    ),
    "a progressive JPEG for print": lambda: photo(9.4, "JPEG", "CMYK", progressive=True),
    "a PNG": lambda: photo(12.5, "PNG", "RGBA"),
    "an interlaced PNG": lambda: interlaced(3500),
    "a WEBP": lambda: photo(8, "WEBP", "RGBA"),
    "an AVIF": lambda: photo(8, "AVIF", "RGBA", speed=10, subsampling="4:4:4"),
    "a GIF": lambda: photo(12.5, "GIF", "P"),
}
TOO_LARGE: dict[str, Any] = {
    "a progressive JPEG": lambda: photo(39, "JPEG", progressive=True, subsampling=0),
    "a progressive JPEG for print": lambda: photo(39, "JPEG", "CMYK", progressive=True),
    "a WEBP": lambda: photo(12.5, "WEBP"),
}


@pytest.mark.parametrize("kind", LARGEST)
def test_the_largest_photo_of_each_kind_takes_bounded_memory(kind: str) -> None:
    outcome, peak = taken_in(LARGEST[kind]())
    assert outcome == "taken"
    assert peak < MOST_MB


@pytest.mark.parametrize("kind", TOO_LARGE)
def test_what_would_take_more_is_refused_before_it_is_decoded(kind: str) -> None:
    data = TOO_LARGE[kind]()
    outcome, peak = taken_in(data)
    assert outcome == "PhotoTooLarge"
    assert peak < REFUSED_MB
    outcome, peak = taken_in(data, "unguarded")
    assert outcome == "taken"
    assert peak > MOST_MB


def test_only_a_jpeg_of_several_scans_is_kept_whole() -> None:
    colours = Image.new("RGB", (640, 480))
    assert values_kept(encoded(colours)) == 0
    assert values_kept(encoded(colours, subsampling=0)) == 0
    assert values_kept(encoded(colours, progressive=True)) == 640 * 480 * 3 // 2
    assert values_kept(encoded(colours, progressive=True, subsampling=0)) == 640 * 480 * 3
    assert values_kept(encoded(Image.new("L", (640, 480)), progressive=True)) == 640 * 480
    assert values_kept(in_scans_of_one_plane(encoded(colours, subsampling=0))) == 640 * 480 * 3
    for form in ("PNG", "GIF", "WEBP", "AVIF"):
        assert values_kept(encoded(colours, form)) == 0
