"""Voice notes as phones record them: Opus in OGG (RFC 3533, RFC 7845), here of silence."""

from __future__ import annotations

import struct
from functools import cache

SERIAL = 0x454E54
SILENCE = b"\xf8\xff\xfe"
"""One packet of Opus: 20 ms in one frame, with nothing to hear (CELT, full band, mono)."""
PACKETS_A_SECOND, SAMPLES = 50, 960


@cache
def crc_table() -> tuple[int, ...]:
    """The table of OGG's checksum: polynomial 0x04c11db7, neither reflected nor inverted."""
    table = []
    for byte in range(256):
        value = byte << 24
        for _ in range(8):
            value = (value << 1 ^ 0x04C11DB7 if value & 0x80000000 else value << 1) & 0xFFFFFFFF
        table.append(value)
    return tuple(table)


def checksum(page: bytes) -> int:
    """The checksum of a page whose own field is zero."""
    value = 0
    for byte in page:
        value = (value << 8 ^ crc_table()[value >> 24 ^ byte]) & 0xFFFFFFFF
    return value


def page(kind: int, granule: int, number: int, packets: list[bytes]) -> bytes:
    """A page of whole packets, each under 255 bytes."""
    lacing = bytes(len(packet) for packet in packets)
    head = struct.pack("<4sBBQIIIB", b"OggS", 0, kind, granule, SERIAL, number, 0, len(lacing))
    whole = head + lacing + b"".join(packets)
    return whole[:22] + struct.pack("<I", checksum(whole)) + whole[26:]


def voice_note(seconds: int = 1, salt: int = 0) -> bytes:
    """A voice note of so many seconds; another `salt` makes other bytes of it."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, 312, 48_000, 0, 0)
    vendor = b"tests" + str(salt).encode()
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", 0)
    pages = [page(2, 0, 0, [head]), page(0, 0, 1, [tags])]
    for second in range(1, seconds + 1):
        last = 4 if second == seconds else 0
        granule = second * PACKETS_A_SECOND * SAMPLES
        pages.append(page(last, granule, second + 1, [SILENCE] * PACKETS_A_SECOND))
    return b"".join(pages)
