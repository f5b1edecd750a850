"""What Telegram says of the files that it holds."""

from __future__ import annotations

from typing import Any

from telegram.error import BadRequest

from bot.channels.media import Held

_UNKNOWN_FILE = ("wrong file", "wrong remote file", "file reference")


def held_in(result: Any) -> Held | None:
    """The file that a sent or edited message shows; of a photo the largest size."""
    if not isinstance(result, dict):
        return None
    sizes = result.get("photo")
    file = sizes[-1] if sizes else result.get("document")
    return Held(file["file_id"], file["file_unique_id"]) if file else None


def is_file_unknown(error: Exception) -> bool:
    """Whether a call was refused because Telegram does not know the file's id any more."""
    return isinstance(error, BadRequest) and error.message.lower().startswith(_UNKNOWN_FILE)
