"""What is kept of questions, and for how long: erased when asked for, and media after a while."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import Draft, Question, QuestionMessage, QuestionState
from models.inbox.voices import UNUSED_FOR, forget_unused_voices, forget_voices
from models.kernel.acting import Acting
from models.kernel.facts import QuestionsErased, record
from models.kernel.portions import count_rows

CLOSED_AFTER = timedelta(days=14)
"""An answered question to which nothing is added for so long is closed."""
MEDIA_KEPT = timedelta(days=30)
"""Photos and voice notes are kept for so long after their question was closed."""


def of_person(person_id: int) -> Select[int]:
    """The ids of a person's questions."""
    return select(Question.id).where(Question.person_id == person_id)


async def count_kept(session: AsyncSession, person_id: int) -> int:
    """How many messages are kept in the person's questions, and drafts that were not sent."""
    has_words = or_(
        QuestionMessage.text != "", QuestionMessage.photo != "", QuestionMessage.voice != ""
    )
    said = select(func.count()).where(
        QuestionMessage.question_id.in_(of_person(person_id)), has_words
    )
    drafts = select(func.count()).where(Draft.person_id == person_id, Draft.question_id.is_(None))
    counted = select(said.scalar_subquery() + drafts.scalar_subquery())
    count: int = (await session.execute(counted)).scalar_one()
    return count


async def erase_questions(acting: Acting, person_id: int) -> None:
    """Erase all that the person has written and got in answer; what was open is closed.

    The threads stay, empty: staff see that they were erased. Voice notes go at once, photos with
    the next housekeeping, since a photo may be in use elsewhere.
    """
    session = acting.session
    own = (
        select(Question.id)
        .where(Question.person_id == person_id)
        .order_by(Question.id)
        .with_for_update()
    )
    ids = list(await session.scalars(own))
    said = QuestionMessage.question_id.in_(ids)
    voices = set(await session.scalars(select(QuestionMessage.voice).where(said)))
    voices |= set(await session.scalars(select(Draft.voice).where(Draft.person_id == person_id)))
    emptying = update(QuestionMessage).where(said)
    await count_rows(session, emptying.values(text="", photo="", voice=""))
    closing = update(Question).where(Question.id.in_(ids), Question.state != QuestionState.closed)
    await count_rows(
        session,
        closing.values(
            state=QuestionState.closed,
            due_at=None,
            version=Question.version + 1,
            moved_at=acting.now,
        ),
    )
    await count_rows(session, delete(Draft).where(Draft.person_id == person_id))
    await forget_voices(session, voices - {""})
    record(acting, QuestionsErased(person_id))


async def close_old(session: AsyncSession, before: datetime, now: datetime) -> int:
    """Close now (UTC) what was answered before then, with nothing added since; how many."""
    old = Question.state == QuestionState.answered, Question.moved_at < before
    closing = update(Question).where(*old)
    return await count_rows(
        session,
        closing.values(state=QuestionState.closed, version=Question.version + 1, moved_at=now),
    )


async def forget_media(session: AsyncSession, before: datetime) -> int:
    """Let go of photos and voice notes of questions closed before then (UTC); how many messages."""
    closed = select(Question.id).where(
        Question.state == QuestionState.closed, Question.moved_at < before
    )
    held = or_(QuestionMessage.photo != "", QuestionMessage.voice != "")
    emptying = update(QuestionMessage).where(held, QuestionMessage.question_id.in_(closed))
    return await count_rows(session, emptying.values(photo="", voice=""))


async def tidy_inbox(session: AsyncSession, now: datetime) -> None:
    """Close what was answered long ago, and let go of what is kept for a while only."""
    await close_old(session, now - CLOSED_AFTER, now)
    await forget_media(session, now - MEDIA_KEPT)
    await forget_unused_voices(session, now - UNUSED_FOR)
