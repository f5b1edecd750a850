"""Names that are too short to tell of one person: taken out of what the team was shown.

Two people may be called منى: so a message that holds such a name stays, is sent where it is owed,
and has a line in its place. Nobody else loses more than that, and only in what was shown before.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

from models.privacy.marks import as_json

NOBODY = "—"
"""What stands for the name."""


def without_names(stored: str, names: Collection[str]) -> str | None:
    """The stored JSON of a message without these names; None where it holds none of them.

    A name is an argument of a phrase, or all that somebody wrote.
    """
    if not any(as_json(name) in stored for name in names):
        return None
    decoded = msgspec.json.decode(stored)
    taken = taken_out(decoded, names)
    return None if taken == decoded else msgspec.json.encode(taken).decode()


def taken_out(value: Any, names: Collection[str]) -> Any:
    """The decoded JSON without the names; whatever else is written so stays."""
    match value:
        case {"args": dict() as args, **rest}:
            without = {key: NOBODY if each in names else each for key, each in texts(args)}
            return {**taken_out(rest, names), "args": {**taken_out(args, names), **without}}
        case {"type": "own", "text": text} if text in names:
            return {**value, "text": NOBODY}
        case dict():
            return {key: taken_out(each, names) for key, each in value.items()}
        case list():
            return [taken_out(each, names) for each in value]
    return value


def texts(args: dict[str, Any]) -> list[tuple[str, str]]:
    """The arguments that are texts."""
    return [(key, each) for key, each in args.items() if isinstance(each, str)]
