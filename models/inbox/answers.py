"""The team's side of a question: taking it, answering, and closing it without an answer.

Whoever answers or closes names the version that was read: what was said meanwhile is never passed
over in silence.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import select, update

from models.inbox.tables import WAITING, Question, QuestionMessage, QuestionState
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import (
    QuestionAnswered,
    QuestionClosed,
    QuestionLetGo,
    QuestionTaken,
    QuestionWaitsLong,
    record,
)
from models.kernel.refusals import MovedOn, NotFound, TakenAlready

AT_ONCE = 50


async def take(acting: Acting, question_id: int) -> None:
    """See to the question from now on; done twice it is done once.

    Refuses NotFound, and TakenAlready where somebody else does or nothing waits there any more.
    """
    if await move(acting, question_id, QuestionState.open, QuestionState.taken, acting.person_id):
        record(acting, QuestionTaken(question_id))
        return
    found = await question_now(acting, question_id)
    if (found.state, found.taken_by) != (QuestionState.taken, acting.person_id):
        raise TakenAlready(found.state)


async def let_go(acting: Acting, question_id: int) -> None:
    """Leave the question to the others again, where it is the person's own."""
    if await move(acting, question_id, QuestionState.taken, QuestionState.open, None):
        record(acting, QuestionLetGo(question_id))


async def move(
    acting: Acting, question_id: int, at: QuestionState, to: QuestionState, taken_by: int | None
) -> bool:
    """Move a question on from there; False where it stands elsewhere, or is another's."""
    moving = update(Question).where(Question.id == question_id, Question.state == at)
    if at is QuestionState.taken:
        moving = moving.where(Question.taken_by == acting.person_id)
    moving = moving.values(state=to, taken_by=taken_by).returning(Question.id)
    moved = await acting.session.execute(moving.execution_options(synchronize_session=BY_ROW))
    return moved.first() is not None


async def answer(acting: Acting, question_id: int, text: str, seen: int) -> int:
    """Answer the question as it was at that version; the id of the answer.

    Refuses NotFound, and MovedOn where more was said since then.
    """
    await settle(acting, question_id, seen, state=QuestionState.answered, taken_by=acting.person_id)
    said = QuestionMessage(
        question_id=question_id,
        by_staff=True,
        author_id=acting.person_id,
        text=text,
        at=acting.now,
    )
    acting.session.add(said)
    await acting.session.flush()
    order_id = await acting.session.scalar(
        select(Question.order_id).where(Question.id == question_id)
    )
    record(acting, QuestionAnswered(question_id, said.id, order_id))
    return said.id


async def close(acting: Acting, question_id: int, seen: int) -> None:
    """Close the question as it was at that version; closed already it stays so.

    Refuses NotFound, and MovedOn where more was said since then.
    """
    was = (await question_now(acting, question_id)).state
    if was == QuestionState.closed:
        return
    await settle(acting, question_id, seen, state=QuestionState.closed)
    record(acting, QuestionClosed(question_id, unanswered=was in WAITING))


async def settle(acting: Acting, question_id: int, seen: int, **values: Any) -> None:
    """Let the question wait no more, unless it has moved on from that version.

    One that was erased and closed meanwhile has moved on as well.
    """
    settling = (
        update(Question)
        .where(Question.id == question_id, Question.version == seen)
        .values(
            version=Question.version + 1,
            moved_at=acting.now,
            due_at=None,
            pointed_out_at=None,
            **values,
        )
        .returning(Question.id)
    )
    settled = await acting.session.execute(settling.execution_options(synchronize_session=BY_ROW))
    if settled.first() is None:
        raise MovedOn((await question_now(acting, question_id)).version)


async def question_now(acting: Acting, question_id: int) -> Question:
    """The question as it stands now. Refuses NotFound."""
    found = select(Question).where(Question.id == question_id)
    question = await acting.session.scalar(found.execution_options(populate_existing=True))
    if question is None:
        raise NotFound("question")
    return question


async def point_out(acting: Acting) -> int:
    """Record of each question that waits longer than it should that it does, once; how many."""
    late = (
        select(Question)
        .where(
            Question.state.in_(WAITING),
            Question.due_at <= acting.now,
            Question.pointed_out_at.is_(None),
        )
        .order_by(Question.due_at)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    found = list(await acting.session.scalars(late))
    for question in found:
        question.pointed_out_at = acting.now
        record(acting, QuestionWaitsLong(question.id))
    await acting.session.flush()
    return len(found)
