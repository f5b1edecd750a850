"""Parts of what is served: players ask for the end of a recording to learn how long it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

_RANGE = re.compile("bytes=([0-9]{0,12})-([0-9]{0,12})")


def part_of(request: Request, whole: bytes, mime: str, headers: Mapping[str, str]) -> Response:
    """The bytes, or the one part of them that is asked for (RFC 9110, section 14).

    Of several parts, and of what is no range, all is sent: a server may pass a Range over.
    """
    told = {**headers, "Accept-Ranges": "bytes"}
    found = _RANGE.fullmatch(request.headers.get("Range", ""))
    if found is None or not (found[1] or found[2]):
        return Response(whole, media_type=mime, headers=told)
    size = len(whole)
    first = int(found[1]) if found[1] else max(0, size - int(found[2]))
    last = min(int(found[2]), size - 1) if found[1] and found[2] else size - 1
    if first > last:
        return Response(status_code=416, headers={**told, "Content-Range": f"bytes */{size}"})
    told["Content-Range"] = f"bytes {first}-{last}/{size}"
    return Response(whole[first : last + 1], status_code=206, media_type=mime, headers=told)
