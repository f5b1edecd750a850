"""What is said of a note: the family confirms it or says what is wrong, and staff answer that.

Who says nothing is asked once more, on the next day at ten in Dubai.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.note_tables import GoodsNote, NoteState
from models.hall.refusals import NoteAnswered
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.facts import NoteAskedAgain, NoteConfirmed, NoteDisputed, NoteSettled, record
from models.kernel.refusals import NotFound

ASKED_AT = time(10)
"""At which time of the next day in Dubai who has said nothing is asked once more."""


async def confirm_note(acting: Acting, note_id: int) -> None:
    """The family says that the note is right; said twice, it is said once.

    Refuses: NotFound, and NoteAnswered where she has said that something is wrong.
    """
    said = {"state": NoteState.confirmed.value, "said_by": acting.person_id}
    if not await say_of(acting, note_id, NoteState.open, {**said, "said_at": acting.now}):
        await require_state(acting.session, note_id, NoteState.confirmed)
        return
    record(acting, NoteConfirmed(note_id, await family_of_note(acting.session, note_id)))


async def dispute_note(acting: Acting, note_id: int, word: str) -> None:
    """The family says what is wrong with the note. The goods stay as they are booked.

    Refuses: NotFound, and NoteAnswered where she has answered already. ValueError without a word.
    """
    if not word:
        raise ValueError("whoever says that a note is wrong says what is")
    said = {"state": NoteState.disputed.value, "said_by": acting.person_id, "word": word}
    if not await say_of(acting, note_id, NoteState.open, {**said, "said_at": acting.now}):
        raise NoteAnswered(await state_of_note(acting.session, note_id))
    record(acting, NoteDisputed(note_id, await family_of_note(acting.session, note_id), word))


async def settle_note(acting: Acting, note_id: int, answer: str) -> None:
    """Staff answer what the family said of the note; what is to be moved has a note of its own.

    Refuses: NotFound, and NoteAnswered where it waits for no answer. ValueError without one.
    """
    if not answer:
        raise ValueError("a note is settled by an answer")
    settled = {"state": NoteState.settled.value, "answer": answer}
    if not await say_of(acting, note_id, NoteState.disputed, settled):
        raise NoteAnswered(await state_of_note(acting.session, note_id))
    record(acting, NoteSettled(note_id, await family_of_note(acting.session, note_id), answer))


async def say_of(acting: Acting, note_id: int, was: NoteState, said: Mapping[str, Any]) -> bool:
    """Keep what is said of the note that is in that state; False where it is in another."""
    changed = await acting.session.execute(
        update(GoodsNote)
        .where(GoodsNote.id == note_id, GoodsNote.state == was.value)
        .values(said)
        .returning(GoodsNote.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return changed.first() is not None


async def state_of_note(session: AsyncSession, note_id: int) -> NoteState:
    """The state of the note. Refuses: NotFound."""
    state = await session.scalar(select(GoodsNote.state).where(GoodsNote.id == note_id))
    if state is None:
        raise NotFound("note")
    return NoteState(state)


async def require_state(session: AsyncSession, note_id: int, wanted: NoteState) -> None:
    """Refuses: NotFound, and NoteAnswered where the note is in another state."""
    state = await state_of_note(session, note_id)
    if state is not wanted:
        raise NoteAnswered(state)


async def family_of_note(session: AsyncSession, note_id: int) -> int:
    """Whose goods the note is about."""
    found = select(GoodsNote.family_id).where(GoodsNote.id == note_id)
    family_id: int = (await session.scalars(found)).one()
    return family_id


def is_unanswered(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions on notes that are to be asked of once more at `now` (UTC)."""
    today = dubai_day(now)
    day = today if now >= dubai_moment(today, ASKED_AT) else today - timedelta(days=1)
    return (
        GoodsNote.state == NoteState.open.value,
        GoodsNote.state.in_((NoteState.open.value, NoteState.disputed.value)),
        GoodsNote.asked_again_at.is_(None),
        GoodsNote.at < dubai_moment(day, time(0)),
    )


async def is_any_unanswered(session: AsyncSession, now: datetime) -> bool:
    """Whether a family is to be asked once more."""
    found = select(GoodsNote.id).where(*is_unanswered(now)).limit(1)
    return await session.scalar(found) is not None


async def ask_again(acting: Acting, most: int = 100) -> int:
    """Ask the families of unanswered notes once more; how many notes those are.

    Called twice, or by two processes at once, it does no harm: each is asked of once.
    """
    due = select(GoodsNote.id).where(*is_unanswered(acting.now)).order_by(GoodsNote.id).limit(most)
    asked = await acting.session.execute(
        update(GoodsNote)
        .where(
            GoodsNote.id.in_(due.with_for_update().scalar_subquery()), *is_unanswered(acting.now)
        )
        .values(asked_again_at=acting.now)
        .returning(GoodsNote.id, GoodsNote.family_id)
        .execution_options(synchronize_session=False)
    )
    rows = asked.all()
    for note_id, family_id in sorted(rows, key=lambda row: row.id):
        record(acting, NoteAskedAgain(note_id, family_id))
    return len(rows)
