"""The parts of a picture's file, counted before a decoder reads it.

A decoder reads every part, however many there are: of 20 MB of empty ones it made half a minute
and 700 MB, and 50 s of a JPEG of 160 kB that lays its pixels over each other 400 times.
"""

import re
from collections.abc import Callable, Iterator
from itertools import repeat

MOST_PARTS = 20_000
"""A PNG of 20 MB in its usual pieces has 2,500."""
MOST_SCANS = 32
"""How often a progressive JPEG refines its pixels: ten times, as a rule."""

_SCAN, _END = 0xDA, 0xD9
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
_MARKER = re.compile(rb"\xff[\x02-\xcf\xd9-\xfe]")  # no stuffed byte, filling or restart
_OTHER = 0


def is_endless(data: bytes) -> bool:
    """Whether a JPEG, PNG or GIF has more parts or scans than any photo; others are not judged."""
    walk = next((walk for start, walk in _WALKS.items() if data.startswith(start)), None)
    if walk is None:
        return False
    scans = 0
    for count, kind in enumerate(walk(data), start=1):
        scans += kind == _SCAN
        if count > MOST_PARTS or scans > MOST_SCANS:
            return True
    return False


def values_kept(data: bytes) -> int:
    """How many values, of two bytes each, a JPEG's decoder keeps until the last scan.

    There are none where one scan holds the whole picture, and none for other formats. The layout
    of frame and scan headers is that of ITU-T T.81, B.2.2 and B.2.3.
    """
    at, values, planes, progressive = 2, 0, 0, False
    while data.startswith(b"\xff\xd8") and (found := _MARKER.search(data, at)) is not None:
        kind, body = data[found.end() - 1], found.end()
        if kind in _FRAMES:
            values, planes, progressive = _values(data, body), data[body + 7], kind in _PROGRESSIVE
        elif kind == _SCAN:
            return values if progressive or data[body + 2] < planes else 0
        at = body + max(2, int.from_bytes(data[body : body + 2]))
    return 0


def _values(data: bytes, body: int) -> int:
    """The values of all planes of a frame whose header has its length at `body`."""
    height, width = (int.from_bytes(data[body + at : body + at + 2]) for at in (3, 5))
    steps = data[body + 9 : body + 8 + 3 * data[body + 7] : 3]
    finest = max(step >> 4 for step in steps) * max(step & 15 for step in steps)
    return width * height * sum((step >> 4) * (step & 15) for step in steps) // finest


def _jpeg(data: bytes) -> Iterator[int]:
    """The markers up to the end of the first picture; before its pixels, each stray byte too."""
    at, in_pixels = 2, False
    while (found := _MARKER.search(data, at)) is not None and data[found.end() - 1] != _END:
        if not in_pixels:
            yield from repeat(_OTHER, found.start() - at)
        kind = data[found.end() - 1]
        yield kind
        in_pixels = in_pixels or kind == _SCAN
        at = found.end() + max(2, int.from_bytes(data[found.end() : found.end() + 2]))
    if not in_pixels:
        yield from repeat(_OTHER, len(data) - at)


def _png(data: bytes) -> Iterator[int]:
    """The chunks (www.w3.org/TR/png/#5Chunk-layout)."""
    at = 8
    while at < len(data):
        yield _OTHER
        at += 12 + int.from_bytes(data[at : at + 4])


def _gif(data: bytes) -> Iterator[int]:
    """The blocks before the first picture, each in its pieces, and each stray byte."""
    flags = data[10] if len(data) > 10 else 0
    at = 13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0)
    while data[at : at + 1] not in (b"", b",", b";"):
        yield _OTHER
        if data[at] != ord("!"):
            at += 1
            continue
        at += 2
        while at < len(data) and data[at]:
            yield _OTHER
            at += 1 + data[at]
        at += 1


_WALKS: dict[bytes, Callable[[bytes], Iterator[int]]] = {
    b"\xff\xd8": _jpeg,
    b"\x89PNG": _png,
    b"GIF8": _gif,
}
