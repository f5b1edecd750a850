"""A part of a recording, as players ask for it."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from bot.channels.web.ranges import part_of

WHOLE = b"0123456789"


def asked(value: str | None) -> Request:
    """A request for that range."""
    headers = [] if value is None else [(b"range", value.encode())]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": headers})


@pytest.mark.parametrize(
    ("wanted", "status", "body", "said"),
    [
        (None, 200, WHOLE, None),
        ("bytes=0-", 206, WHOLE, "bytes 0-9/10"),
        ("bytes=2-4", 206, b"234", "bytes 2-4/10"),
        ("bytes=8-99", 206, b"89", "bytes 8-9/10"),
        ("bytes=-3", 206, b"789", "bytes 7-9/10"),
        ("bytes=-99", 206, WHOLE, "bytes 0-9/10"),
        ("bytes=10-", 416, b"", "bytes */10"),
        ("bytes=-0", 416, b"", "bytes */10"),
        ("bytes=5-2", 416, b"", "bytes */10"),
        ("bytes=-", 200, WHOLE, None),
        ("bytes=0-1,3-4", 200, WHOLE, None),
        ("pages=1-2", 200, WHOLE, None),
    ],
)
def test_a_part(wanted: str | None, status: int, body: bytes, said: str | None) -> None:
    answer = part_of(asked(wanted), WHOLE, "audio/ogg", {"Cache-Control": "private"})
    assert (answer.status_code, answer.body) == (status, body)
    assert answer.headers.get("Content-Range") == said
    assert answer.headers["Cache-Control"] == "private"
