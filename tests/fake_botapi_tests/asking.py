"""Short ways to write the parameters of a call, once the stage is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .stage import Stage

Parameters = Callable[[Stage], dict[str, Any]]
Case = tuple[str, Parameters, int, str]


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def press(label: str = "زر", data: str = "x") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


def text(**more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, "text": "نص", **more}


def under(*rows: list[dict[str, Any]]) -> Parameters:
    return text(reply_markup=inline(*rows))


def button(**fields: Any) -> Parameters:
    return under([{"text": "زر", **fields}])


def in_group(markup: dict[str, Any]) -> Parameters:
    def build(stage: Stage) -> dict[str, Any]:
        assert stage.group is not None
        return {"chat_id": stage.group.id, "text": "نص", "reply_markup": markup}

    return build


def on(key: str, **more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, "message_id": stage.ids[key], **more}


def here(**more: Any) -> Parameters:
    return lambda stage: {"chat_id": stage.mona.id, **more}


def bare(**more: Any) -> Parameters:
    return lambda _: dict(more)


def album(*kinds: str) -> Parameters:
    def build(stage: Stage) -> dict[str, Any]:
        ids = {"photo": stage.photo_id, "document": stage.document_id}
        media = [{"type": kind, "media": ids[kind]} for kind in kinds]
        return {"chat_id": stage.mona.id, "media": media}

    return build
