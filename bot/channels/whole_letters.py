"""JSON in which half a letter stands: what msgspec refuses to read, and could not write."""

from __future__ import annotations

import json


def whole_letters(text: str) -> bytes:
    """The JSON text without the halves of letters (lone surrogates) in its strings.

    Whoever cuts a text between the halves of an emoji sends one. Raises ValueError for what is no
    JSON, and RecursionError for what is nested too deeply.
    """
    return json.dumps(json.loads(text), ensure_ascii=False).encode(errors="ignore")
