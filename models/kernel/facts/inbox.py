"""Questions to the centre, and what became of them."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class QuestionAsked(FactBase, frozen=True, tag="question-asked"):
    """A question to the centre begins to wait with that message; the words stay in its row."""

    question_id: int
    message_id: int
    order_id: int | None = None


class QuestionAnswered(FactBase, frozen=True, tag="question-answered"):
    """The team answered by that message; the words stay in its row."""

    question_id: int
    message_id: int
    order_id: int | None = None


class QuestionTaken(FactBase, frozen=True, tag="question-taken"):
    """The actor sees to the question from now on."""

    question_id: int


class QuestionLetGo(FactBase, frozen=True, tag="question-let-go"):
    """The actor leaves the question to the others again."""

    question_id: int


class QuestionClosed(FactBase, frozen=True, tag="question-closed"):
    """The question needs no answer (any more); `unanswered`: who asked was waiting for one."""

    question_id: int
    unanswered: bool = False


class QuestionWaitsLong(FactBase, frozen=True, tag="question-waits-long"):
    """The moment has passed by which the question should have been answered."""

    question_id: int


class QuestionsErased(FactBase, frozen=True, tag="questions-erased"):
    """The person had erased all that was said in their questions."""

    person_id: int
