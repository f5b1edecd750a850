"""The questions for another address of an order, where it lies in the same emirate."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from handlers.dialog import questions
from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question
from handlers.dialog.questions import Pin
from handlers.dialog.speech import Phrase, Reply, What, say
from handlers.dialog.turn import Turn
from models.orders.readdressing import Place

SAME, OTHER = "same", "other"

Elsewhere = Callable[[Turn, Any], Awaitable[Reply]]


def address_questions(elsewhere: Elsewhere) -> tuple[Question[Any], ...]:
    """Whether it is the same emirate, and where; of another one the fee would be another.

    Then `elsewhere` goes on, and asks for all of the place.
    """
    return same_question(elsewhere), questions.place("where", ask_where)


def same_question(elsewhere: Elsewhere) -> Question[Any]:
    """Whether the right address lies in the same emirate."""
    asked = questions.choice("same", ask_same, emirates, per_row=1)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        taken = await asked.take(turn, state, said)
        if isinstance(taken, Reply) or taken.same == SAME:
            return taken
        return await elsewhere(turn, state)

    return replace(asked, take=take)


async def emirates(_turn: Turn, state: Any) -> list[questions.AnswerOption]:
    """The emirate that the order goes to, or another one."""
    emirate = say(f"emirate-{state.emirate}")
    return [(say("address-same", emirate=emirate), SAME), (say("address-other"), OTHER)]


def ask_same(state: Any) -> Phrase:
    """The question for the emirate."""
    return say(
        "address-ask-same",
        number=state.called,
        emirate=say(f"emirate-{state.emirate}"),
    )


def ask_where(state: Any) -> Phrase:
    """The question for the address or a pin."""
    return say("address-ask-where", number=state.called)


def place_of(where: Pin | str | None) -> Place:
    """What was answered as the place of an order. LookupError where nothing was."""
    if where is None:
        raise LookupError("a form ends when every question is answered")
    return Place(where) if isinstance(where, str) else Place("", where.latitude, where.longitude)
