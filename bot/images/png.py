"""Pictures of a byte a pixel as PNG files (www.w3.org/TR/png), packed by ISA-L.

Pillow's own PNG of a receipt takes more than twice as long, nearly all of it in zlib.
"""

import struct

from isal import isal_zlib
from PIL import Image

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEVEL = 1
_BY_PALETTE = 3
_STRIP = 56


def palette_png(picture: Image.Image) -> bytes:
    """The file of a picture in mode ``P``. Equal pictures give equal bytes."""
    width, height = picture.size
    header = struct.pack(">IIBBBBB", width, height, 8, _BY_PALETTE, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", bytes(picture.getpalette() or ())),
        (b"IDAT", _compress(picture)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(*part) for part in parts)


def _compress(picture: Image.Image) -> bytes:
    """The rows, a strip at a time: memory for all of them at once is dearer than packing them."""
    width, height = picture.size
    packer = isal_zlib.compressobj(_LEVEL)
    strips = []
    for top in range(0, height, _STRIP):
        # In each row the pixels follow a byte for the filter, of which 0 is none.
        rows = picture.crop((-1, top, width, min(top + _STRIP, height)))
        strips.append(packer.compress(rows.tobytes()))
    return b"".join((*strips, packer.flush()))


def _chunk(kind: bytes, body: bytes) -> bytes:
    check = isal_zlib.crc32(body, isal_zlib.crc32(kind))
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)
