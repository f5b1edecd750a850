"""A name that is changed: what it was is shown and can be kept, in either language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import KEEP
from handlers.dialog.questions import AnswerOption, Applies, always, question, words_of
from handlers.dialog.speech import Phrase, What, say
from handlers.dialog.turn import Turn


def kept_text(
    language: str, asks: Callable[[Any], str], most: int, *, applies: Applies = always
) -> Question[Any]:
    """A text in that language, or what it was (`was_ar`, `was_en` of the state) by a button.

    `asks` names the phrase that asks, without its language. It stores a str in `ar` or `en`.
    """

    def was(state: Any) -> str:
        kept: str = getattr(state, f"was_{language}")
        return kept

    def ask(state: Any) -> Phrase:
        return say(f"{asks(state)}-{language}", was=was(state))

    async def read(_turn: Turn, state: Any, said: What | Pick) -> str:
        if isinstance(said, Pick) and said.value == KEEP:
            return was(state)
        return words_of(said, most)

    async def options(_turn: Turn, state: Any) -> list[AnswerOption]:
        # Once it is answered, the form itself offers to keep that answer.
        return [(say("button-keep"), KEEP)] if getattr(state, language) is None else []

    return question(language, ask, read, options=options, applies=applies)
