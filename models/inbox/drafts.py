"""What was sent outside a question: kept for a while, for the one tap that hands it over."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import Draft, Question, QuestionMessage
from models.inbox.threads import Subject, Words, ask
from models.kernel.acting import Acting
from models.kernel.portions import count_rows
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import ShopTerms

MOST_KEPT = 5
"""Of one person: an older one makes room for a newer."""
LASTS = timedelta(days=1)
FOLLOWS = "."
"""Stands in the token of a further photo of an album, behind the token of the first."""
MOST_OF_ALBUM = 10
ALBUM_WITHIN = timedelta(minutes=2)
"""So long after the first one of an album a further photo belongs to it."""
FILES_WITHIN = timedelta(minutes=10)
"""In so long a time a person may leave `MOST_KEPT` photos and voice notes unsent."""


class HandedOver(msgspec.Struct, frozen=True):
    """Where a draft went, and whether it had gone there before."""

    question_id: int
    again: bool = False


async def keep_draft(acting: Acting, words: Words, order_id: int | None = None) -> str:
    """Keep what was sent; the token by which it is handed over."""
    session, person_id = acting.session, acting.person_id
    kept = draft_of(acting, secrets.token_urlsafe(12), words, order_id)
    session.add(kept)
    await session.flush()
    newest = (
        select(Draft.id)
        .where(Draft.person_id == person_id, Draft.token.not_like(f"%{FOLLOWS}%"))
        .order_by(Draft.id.desc())
        .limit(MOST_KEPT)
        .subquery()
    )
    oldest = select(func.min(newest.c.id)).scalar_subquery()
    await count_rows(session, delete(Draft).where(Draft.person_id == person_id, Draft.id < oldest))
    return kept.token


def draft_of(acting: Acting, token: str, words: Words, order_id: int | None) -> Draft:
    """The row of what was sent."""
    return Draft(
        token=token,
        person_id=acting.person_id,
        order_id=order_id,
        text=words.text,
        photo=words.photo,
        voice=words.voice,
        at=acting.now,
    )


async def join_album(acting: Acting, words: Words, terms: ShopTerms) -> None:
    """Let a further photo of an album wait beside its first one, or go where that went already.

    Where that was not taken, neither is this. Refuses TooManyMessages.
    """
    session, since = acting.session, acting.now - ALBUM_WITHIN
    said = await session.execute(
        select(QuestionMessage.question_id, QuestionMessage.at)
        .where(
            QuestionMessage.author_id == acting.person_id,
            QuestionMessage.by_staff.is_(False),
            QuestionMessage.photo != "",
            QuestionMessage.at > since,
        )
        .order_by(QuestionMessage.id.desc())
        .limit(1)
    )
    sent = said.first()
    first = await session.scalar(
        select(Draft)
        .where(
            Draft.person_id == acting.person_id,
            Draft.photo != "",
            Draft.token.not_like(f"%{FOLLOWS}%"),
            Draft.at > since,
        )
        .order_by(Draft.id.desc())
        .limit(1)
    )
    if sent is not None and (first is None or first.at <= sent.at):
        await ask(acting, words, Subject(question_id=sent.question_id), terms)
    elif first is not None and len(await further_of(session, first)) < MOST_OF_ALBUM - 1:
        token = f"{first.token}{FOLLOWS}{secrets.token_urlsafe(6)}"
        session.add(draft_of(acting, token, words, first.order_id))
        await session.flush()


async def further_of(session: AsyncSession, first: Draft) -> list[Draft]:
    """The further photos of the album that begins with that one, in their order."""
    own = select(Draft).where(
        Draft.person_id == first.person_id,
        Draft.id > first.id,
        Draft.token.startswith(f"{first.token}{FOLLOWS}", autoescape=True),
    )
    return list(await session.scalars(own.order_by(Draft.id)))


async def may_send_file(session: AsyncSession, person_id: int, now: datetime) -> bool:
    """Whether another photo or voice note is taken in: not while so many lie there unsent."""
    lately = select(func.count()).where(
        Draft.person_id == person_id,
        Draft.at > now - FILES_WITHIN,
        or_(Draft.photo != "", Draft.voice != ""),
        Draft.token.not_like(f"%{FOLLOWS}%"),
    )
    return (await session.execute(lately)).scalar_one() < MOST_KEPT


async def hand_over(acting: Acting, token: str, terms: ShopTerms) -> HandedOver:
    """Hand the person's draft to the centre, once however often it is asked for; an album whole.

    Refuses NotFound where there is none of theirs (any more), TooManyQuestions, TooManyMessages.
    """
    own = select(Draft).where(Draft.token == token, Draft.person_id == acting.person_id)
    draft = await acting.session.scalar(own.with_for_update())
    if draft is None:
        raise NotFound("draft")
    if draft.question_id is not None:
        return HandedOver(draft.question_id, again=True)
    words = Words(draft.text, draft.photo, draft.voice)
    question_id = await ask(acting, words, Subject(order_id=draft.order_id), terms)
    for each in await further_of(acting.session, draft):
        further = Words(each.text, each.photo)
        await ask(acting, further, Subject(question_id=question_id), terms)
        await acting.session.delete(each)
    draft.question_id = question_id
    draft.text = draft.photo = draft.voice = ""
    await acting.session.flush()
    return HandedOver(question_id)


async def hand_over_words(
    acting: Acting, text: str, since: datetime, about: Subject, terms: ShopTerms
) -> HandedOver:
    """Hand a text to the centre that was typed then (UTC), once however often it is asked for.

    The turn holds the conversation, so that of two presses at once one comes after the other.
    Refuses NotFound (the order is not theirs), TooManyQuestions, TooManyMessages.
    """
    before = await sent_since(acting, text, since)
    if before is not None:
        return HandedOver(before, again=True)
    return HandedOver(await ask(acting, Words(text=text), about, terms))


async def sent_since(acting: Acting, text: str, since: datetime) -> int | None:
    """The question to which the person has said exactly that since then (UTC), if any."""
    own = (
        select(QuestionMessage.question_id)
        .join(Question, Question.id == QuestionMessage.question_id)
        .where(
            Question.person_id == acting.person_id,
            QuestionMessage.by_staff.is_(False),
            QuestionMessage.text == text,
            QuestionMessage.photo == "",
            QuestionMessage.voice == "",
            QuestionMessage.at >= since,
        )
        .order_by(QuestionMessage.id.desc())
        .limit(1)
    )
    found: int | None = await acting.session.scalar(own)
    return found


async def forget_drafts(session: AsyncSession, before: datetime, most: int) -> int:
    """Forget `most` of the drafts from before then (UTC); how many it were."""
    old = select(Draft.id).where(Draft.at < before).order_by(Draft.at).limit(most)
    return await count_rows(session, delete(Draft).where(Draft.id.in_(old)))
