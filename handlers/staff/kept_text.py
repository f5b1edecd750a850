"""A name that is changed: what it was can be kept, in either language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.actions import Pick
from handlers.forms import KEEP, Question
from handlers.questions import Applies, Asked, Option, always, question, words_of
from handlers.speech import What, say
from handlers.turn import Turn


def kept_text(
    at: str, ask: Asked, was: Callable[[Any], str], most: int, *, applies: Applies = always
) -> Question[Any]:
    """A text with letters in it, or what it was by a button; it stores a str."""

    async def read(_turn: Turn, state: Any, said: What | Pick) -> str:
        if isinstance(said, Pick) and said.value == KEEP:
            return was(state)
        return words_of(said, most)

    async def options(_turn: Turn, state: Any) -> list[Option]:
        # Once it is answered, the form itself offers to keep that answer.
        return [(say("button-keep"), KEEP)] if getattr(state, at) is None else []

    return question(at, ask, read, options=options, applies=applies)
