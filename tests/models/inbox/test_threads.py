"""Questions to the centre on either database: asked, taken, answered, closed, erased, kept."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.answers import answer, close, let_go, point_out, take
from models.inbox.drafts import HandedOver, hand_over, hand_over_words, keep_draft
from models.inbox.erasure import CLOSED_AFTER, MEDIA_KEPT, count_kept, erase_questions, tidy_inbox
from models.inbox.queries import Shelf, count_on, is_any_late, messages_of, question_view
from models.inbox.tables import Draft, Question, QuestionMessage
from models.inbox.threads import Subject, Words, ask
from models.inbox.voices import UNUSED_FOR, forget_unused_voices, keep_voice, voice_bytes
from models.kernel.facts import FactRow, QuestionsErased, QuestionWaitsLong
from models.kernel.refusals import MovedOn, NotFound, TakenAlready
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.photo_cleanup import forget_unused_photos
from models.products.photos import keep_photo, photo_sizes
from models.reports.consistency import discrepancies
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.shelves import a_person

PHOTO, VOICE = "a" * 64, "b" * 64
HI = Words(text="مرحباً")


async def kinds(session: AsyncSession) -> list[str]:
    """What happened, by name."""
    rows = await session.scalars(select(FactRow).order_by(FactRow.id))
    return [type(row.fact).__name__ for row in rows]


async def test_a_question_goes_its_way(session: AsyncSession) -> None:
    mona, desk = await a_person(session), await a_person(session)
    asks, helps = acting(session, mona), acting(session, desk)
    first = await ask(asks, HI, Subject(), DEFAULT_TERMS)
    assert await ask(asks, Words(text="ثم"), Subject(), DEFAULT_TERMS) == first
    assert await kinds(session) == ["QuestionAsked"]
    await take(helps, first)
    await take(helps, first)
    assert await count_on(session, Shelf.mine, desk) == 1
    await let_go(helps, first)
    await answer(helps, first, "نعم", (await question_view(session, first)).version)
    assert await count_on(session, Shelf.open) == 0
    assert await ask(asks, HI, Subject(), DEFAULT_TERMS) == first
    view = await question_view(session, first)
    assert (view.state, view.taken_by) == ("open", None)
    await close(helps, first, view.version)
    await close(helps, first, 0)
    assert await ask(asks, HI, Subject(question_id=first), DEFAULT_TERMS) != first
    assert await kinds(session) == [
        *("QuestionAsked", "QuestionTaken", "QuestionLetGo", "QuestionAnswered"),
        *("QuestionAsked", "QuestionClosed", "QuestionAsked"),
    ]


async def test_only_what_is_open_is_taken(session: AsyncSession) -> None:
    mona, one, two = [await a_person(session) for _ in range(3)]
    question = await ask(acting(session, mona), HI, Subject(), DEFAULT_TERMS)
    await take(acting(session, one), question)
    with pytest.raises(TakenAlready) as refused:
        await take(acting(session, two), question)
    assert refused.value.state == "taken"
    await let_go(acting(session, two), question)
    assert (await question_view(session, question)).taken_by == one
    with pytest.raises(NotFound):
        await take(acting(session, two), 10**6)


async def test_what_was_said_meanwhile_refuses_answer_and_closing(session: AsyncSession) -> None:
    mona, desk = await a_person(session), await a_person(session)
    question = await ask(acting(session, mona), HI, Subject(), DEFAULT_TERMS)
    seen = (await question_view(session, question)).version
    await ask(acting(session, mona), Words(text="بل"), Subject(), DEFAULT_TERMS)
    helps = acting(session, desk)
    with pytest.raises(MovedOn) as refused:
        await answer(helps, question, "نعم", seen)
    assert refused.value.version == seen + 1
    with pytest.raises(MovedOn):
        await close(helps, question, seen)
    await answer(acting(session, desk), question, "نعم", seen + 1)


async def test_a_draft_is_handed_over_once_and_by_its_owner(session: AsyncSession) -> None:
    mona, other = await a_person(session), await a_person(session)
    token = await keep_draft(acting(session, mona), HI)
    with pytest.raises(NotFound):
        await hand_over(acting(session, other), token, DEFAULT_TERMS)
    first = await hand_over(acting(session, mona), token, DEFAULT_TERMS)
    again = await hand_over(acting(session, mona), token, DEFAULT_TERMS)
    assert (first.question_id, again.question_id) == (first.question_id,) * 2
    assert (first.again, again.again) == (False, True)
    assert len(await messages_of(session, first.question_id)) == 1


async def test_words_are_handed_over_once_since_they_were_typed(session: AsyncSession) -> None:
    mona, other = await a_person(session), await a_person(session)

    async def hands_over(person: int, since: datetime) -> HandedOver:
        asks = acting(session, person)
        return await hand_over_words(asks, HI.text, since, Subject(), DEFAULT_TERMS)

    first = await hands_over(mona, MORNING)
    assert await hands_over(mona, MORNING) == HandedOver(first.question_id, again=True)
    hers = await hands_over(other, MORNING)
    assert (hers.again, hers.question_id == first.question_id) == (False, False)
    assert not (await hands_over(mona, MORNING + timedelta(minutes=1))).again
    assert len(await messages_of(session, first.question_id)) == 2


async def test_a_token_is_never_given_twice(session: AsyncSession) -> None:
    """SQLite gives the number of the last row, when that is gone, to the next one."""
    mona = await a_person(session)
    token = await keep_draft(acting(session, mona), HI)
    number = await session.scalar(select(Draft.id))
    await session.execute(text("DELETE FROM question_drafts"))
    session.expunge_all()
    assert await keep_draft(acting(session, mona), Words(text="أخرى")) != token
    if session.get_bind().dialect.name == "sqlite":
        assert await session.scalar(select(Draft.id)) == number


async def test_lateness_is_recorded_once(session: AsyncSession) -> None:
    mona = await a_person(session)
    await ask(acting(session, mona), HI, Subject(), DEFAULT_TERMS)
    soon, late = MORNING + timedelta(minutes=119), MORNING + timedelta(hours=2)
    assert not await is_any_late(session, soon)
    assert await point_out(acting(session, None, soon)) == 0
    assert await is_any_late(session, late)
    assert await point_out(acting(session, None, late)) == 1
    assert not await is_any_late(session, late)
    assert await point_out(acting(session, None, late)) == 0
    assert (await kinds(session))[-1] == QuestionWaitsLong.__name__


async def test_erasing_leaves_nothing_of_hers_and_all_of_others(session: AsyncSession) -> None:
    mona, huda, desk = [await a_person(session) for _ in range(3)]
    shared = Words(text="صوت", voice=VOICE)
    await keep_voice(session, VOICE, b"OggS", 2, MORNING)
    hers = await ask(acting(session, mona), shared, Subject(), DEFAULT_TERMS)
    other = await ask(acting(session, huda), shared, Subject(), DEFAULT_TERMS)
    seen = (await question_view(session, hers)).version
    await answer(acting(session, desk), hers, "نعم", seen)
    await ask(acting(session, mona), HI, Subject(), DEFAULT_TERMS)
    await keep_draft(acting(session, mona), HI)
    assert await count_kept(session, mona) == 4
    await erase_questions(acting(session, mona), mona)
    assert await count_kept(session, mona) == 0
    assert all(each.is_erased for each in await messages_of(session, hers))
    assert (await question_view(session, hers)).state == "closed"
    assert [each.text for each in await messages_of(session, other)] == ["صوت"]
    assert await voice_bytes(session, VOICE) is not None
    await erase_questions(acting(session, huda), huda)
    assert await voice_bytes(session, VOICE) is None
    assert (await kinds(session))[-1] == QuestionsErased.__name__
    with pytest.raises(MovedOn):
        await answer(acting(session, desk), hers, "تأخرت", seen + 2)


async def test_media_are_kept_for_a_while_after_the_end(session: AsyncSession) -> None:
    mona, desk = await a_person(session), await a_person(session)
    await keep_voice(session, VOICE, b"OggS", 2, MORNING)
    await keep_photo(session, PHOTO, b"jpeg", 10, 10, MORNING)
    words = Words(text="هنا", voice=VOICE, photo=PHOTO)
    question = await ask(acting(session, mona), words, Subject(), DEFAULT_TERMS)
    await answer(acting(session, desk), question, "نعم", 1)
    await tidy_inbox(session, MORNING + CLOSED_AFTER)
    assert (await question_view(session, question)).state == "answered"
    ended = MORNING + CLOSED_AFTER + timedelta(seconds=1)
    seen = (await question_view(session, question)).version
    await tidy_inbox(session, ended)
    session.expire_all()
    closed = await question_view(session, question)
    assert (closed.state, closed.version, closed.moved_at) == ("closed", seen + 1, ended)
    await tidy_inbox(session, ended + MEDIA_KEPT)
    assert await voice_bytes(session, VOICE) is not None
    assert await forget_unused_photos(session, [PHOTO], ended) == 0
    await tidy_inbox(session, ended + MEDIA_KEPT + timedelta(seconds=1))
    assert await voice_bytes(session, VOICE) is None
    assert await forget_unused_photos(session, [PHOTO], ended) == 1
    assert [each.text for each in await messages_of(session, question)] == ["نعم", "هنا"]


async def test_a_draft_keeps_its_photo_and_its_voice_note(session: AsyncSession) -> None:
    mona = await a_person(session)
    await keep_voice(session, VOICE, b"OggS", 2, MORNING)
    await keep_photo(session, PHOTO, b"jpeg", 10, 10, MORNING)
    await keep_draft(acting(session, mona), Words(voice=VOICE, photo=PHOTO))
    later = MORNING + UNUSED_FOR + timedelta(seconds=1)
    assert await forget_unused_voices(session, later) == 0
    assert await forget_unused_photos(session, [PHOTO], later) == 0
    await session.execute(text("DELETE FROM question_drafts"))
    assert await forget_unused_voices(session, later) == 1
    assert await forget_unused_photos(session, [PHOTO], later) == 1
    assert await photo_sizes(session, [PHOTO]) == {}


@pytest.mark.parametrize(
    "change",
    [{"state": "lost"}, {"due_at": None}, {"state": "answered"}, {"state": "taken"}],
)
async def test_a_question_that_cannot_be_is_refused_by_the_database(
    scratch: AsyncSession, change: dict[str, object]
) -> None:
    mona = await a_person(scratch)
    await ask(acting(scratch, mona), HI, Subject(), DEFAULT_TERMS)
    with pytest.raises(IntegrityError):
        await scratch.execute(update(Question).values(change))


async def test_the_books_find_a_question_that_waits_for_nobody(scratch: AsyncSession) -> None:
    mona, desk = await a_person(scratch), await a_person(scratch)
    question = await ask(acting(scratch, mona), HI, Subject(), DEFAULT_TERMS)
    assert await discrepancies(scratch) == []
    lost = QuestionMessage(
        question_id=question, by_staff=True, author_id=desk, text="نعم", at=MORNING
    )
    scratch.add(lost)
    await scratch.flush()
    (found,) = await discrepancies(scratch)
    assert "question" in found
