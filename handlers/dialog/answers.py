"""What a form adds to a ready-made question, and how its end reads the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.speech import Reply, What
from handlers.dialog.turn import Turn

T = TypeVar("T")


def and_then(question: Question[Any], by: Callable[[Turn, Any], Any]) -> Question[Any]:
    """The question; after its answer `by` makes the state, or raises Unclear."""

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await question.take(turn, state, said)
        return taken if isinstance(taken, Reply) else by(turn, taken)

    return replace(question, take=take)


def require_answer(value: T | None) -> T:
    """An answer that the end of a form relies on."""
    if value is None:
        raise LookupError("a form ends when every question is answered")
    return value
