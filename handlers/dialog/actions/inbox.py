"""What staff can press about the questions to the centre."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ListQuestions(ActionBase, frozen=True, tag="ql"):
    """A list of the inbox: open, mine or answered."""

    shelf: str = "open"
    page: int = 0


class ShowQuestion(ActionBase, frozen=True, tag="qo"):
    """One question with its messages; from page 1 on, earlier ones."""

    question_id: int
    page: int = 0


class ShowSent(ActionBase, frozen=True, tag="qm"):
    """The photo or the voice note of a message."""

    message_id: int


class TakeQuestion(ActionBase, frozen=True, tag="qt"):
    """See to a question, or (not `on`) leave it to the others again."""

    question_id: int
    on: bool = True


class AnswerQuestion(ActionBase, frozen=True, tag="qr"):
    """Answer a question as it was read at that version: asks for the words."""

    question_id: int
    version: int


class CloseQuestion(ActionBase, frozen=True, tag="qx"):
    """A question needs no answer, as it was read at that version."""

    question_id: int
    version: int


InboxAction = (
    ListQuestions | ShowQuestion | ShowSent | TakeQuestion | AnswerQuestion | CloseQuestion
)
