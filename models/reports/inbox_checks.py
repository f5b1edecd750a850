"""What is kept twice of questions: whether they wait for an answer."""

from __future__ import annotations

from sqlalchemy import func, literal, select

from models.inbox.tables import WAITING, Question, QuestionMessage
from models.reports.figures import Check

INBOX_CHECKS = (
    Check(
        "messages of who asked, last in waiting question",
        select(Question.id, literal(1)).where(Question.state.in_(WAITING)),
        select(QuestionMessage.question_id, literal(1))
        .join(Question, Question.id == QuestionMessage.question_id)
        .where(
            Question.state.in_(WAITING),
            QuestionMessage.by_staff.is_(False),
            QuestionMessage.id.in_(
                select(func.max(QuestionMessage.id)).group_by(QuestionMessage.question_id)
            ),
        ),
    ),
)
