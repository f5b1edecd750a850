"""Another number to be called, and another note for the courier: a question each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from handlers.dialog import questions
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question
from handlers.dialog.forms import Flow
from handlers.dialog.speech import Ask, Phrase, Reply, say
from handlers.dialog.turn import Turn
from handlers.ui.changing.sides import ChangeState, Side
from handlers.ui.pick_up import for_order
from models.orders.change_kinds import Change, NewNote, NewPhone

MOST_NOTE = 200


class PhoneState(ChangeState, frozen=True, kw_only=True):
    """Another number for an order; `emirate` is where it goes to."""

    emirate: str = ""
    phone: str | None = None


class NoteState(ChangeState, frozen=True, kw_only=True):
    """Another note for an order; `emirate` is where it goes to."""

    emirate: str = ""
    note: str | None = None


def phone_flow(side: Side, state: type[PhoneState], prompt: Ask) -> Flow[Any]:
    """Asks for the number; `prompt` is that for text where it is somebody else's."""
    asked = questions.phone("phone", ask_phone, prompt=prompt)
    return one_question_flow(side, state, asked, lambda s: NewPhone(require_answer(s.phone)))


def note_flow(side: Side, state: type[NoteState]) -> Flow[Any]:
    """Asks for the note, which may be none."""
    asked = questions.text("note", ask_note, most=MOST_NOTE, optional=True, figures=True)
    return one_question_flow(side, state, asked, lambda s: NewNote(s.note or ""))


def one_question_flow(
    side: Side, kind: type[Any], asked: Question[Any], change_of: Callable[[Any], Change]
) -> Flow[Any]:
    """Asks that alone, and does it: it costs nothing."""

    async def finish(turn: Turn, state: Any) -> Reply:
        async def anew() -> Reply:
            return await flow.repeat(turn, state)

        return await side.carry_out(turn, state, change_of(state), anew)

    flow: Flow[Any] = Flow(kind, (asked,), finish, allow=side.allow, left=side.leave)
    return flow


def ask_phone(state: PhoneState) -> Phrase:
    """The question for the number."""
    return for_order(state, say("change-ask-phone", number=state.called))


def ask_note(state: NoteState) -> Phrase:
    """The question for the note."""
    return for_order(state, say("change-ask-note", number=state.called))
