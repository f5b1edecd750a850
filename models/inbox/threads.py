"""A person's side of a question: asking, and adding to what was asked."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from sqlalchemy import Select, func, select

from models.inbox.hours import answer_due
from models.inbox.tables import WAITING, Question, QuestionMessage, QuestionState
from models.kernel.acting import Acting
from models.kernel.facts import QuestionAsked, record
from models.kernel.refusals import NotFound, TooManyMessages, TooManyQuestions
from models.kernel.shop_terms import ShopTerms
from models.orders.tables import Order
from models.products.tables import Product

MOST_OPEN = 5
"""Questions of one person that are not closed."""
MOST_A_DAY = 30
"""Messages of one person within a day."""
MOST_TEXT = 3000
"""Characters of one message."""
A_DAY = timedelta(days=1)


class Words(msgspec.Struct, frozen=True):
    """What is handed over: a text, and a photo or a voice note by its hash; not all are empty."""

    text: str = ""
    photo: str = ""
    voice: str = ""


class Subject(msgspec.Struct, frozen=True):
    """What a message belongs to: a question, an order or a product; none: what was asked last."""

    question_id: int | None = None
    order_id: int | None = None
    product_id: int | None = None


async def ask(acting: Acting, words: Words, about: Subject, terms: ShopTerms) -> int:
    """Hand words to the centre; the id of their question, a new one unless one is going on.

    A fact tells of it where the question begins to wait. Refuses NotFound (the order is not theirs,
    the product is not there), TooManyQuestions, TooManyMessages.
    """
    await check_messages(acting)
    question = await going_on(acting, about) or await open_question(acting, about, terms)
    said = QuestionMessage(
        question_id=question.id,
        by_staff=False,
        author_id=acting.person_id,
        text=words.text,
        photo=words.photo,
        voice=words.voice,
        at=acting.now,
    )
    acting.session.add(said)
    question.version += 1
    question.moved_at = acting.now
    await acting.session.flush()
    if question.version == 1 or question.state not in WAITING:
        question.state, question.taken_by = QuestionState.open, None
        question.due_at, question.pointed_out_at = answer_due(acting.now, terms), None
        record(acting, QuestionAsked(question.id, said.id, question.order_id))
        await acting.session.flush()
    return question.id


async def check_messages(acting: Acting) -> None:
    """Refuse (TooManyMessages) what is more than a person may write within a day."""
    written = select(func.count()).where(
        QuestionMessage.question_id == Question.id,
        Question.person_id == acting.person_id,
        QuestionMessage.by_staff.is_(False),
        QuestionMessage.at > acting.now - A_DAY,
    )
    if (await acting.session.execute(written)).scalar_one() >= MOST_A_DAY:
        raise TooManyMessages(MOST_A_DAY)


def not_closed(person_id: int) -> Select[Question]:
    """The person's questions that are not closed, those that moved last first."""
    own = select(Question).where(Question.person_id == person_id)
    own = own.where(Question.state != QuestionState.closed)
    return own.order_by(Question.moved_at.desc(), Question.id.desc())


async def going_on(acting: Acting, about: Subject) -> Question | None:
    """The question that a message goes on with, locked; None where it begins a new one."""
    own = not_closed(acting.person_id)
    if about.question_id is not None:
        own = own.where(Question.id == about.question_id)
    elif about.order_id is not None:
        own = own.where(Question.order_id == about.order_id)
    elif about.product_id is not None:
        own = own.where(Question.product_id == about.product_id)
    found: Question | None = await acting.session.scalar(own.limit(1).with_for_update())
    return found


async def open_question(acting: Acting, about: Subject, terms: ShopTerms) -> Question:
    """A new question about that. Refuses NotFound, TooManyQuestions."""
    session = acting.session
    open_ones = select(func.count()).select_from(not_closed(acting.person_id).subquery())
    if (await session.execute(open_ones)).scalar_one() >= MOST_OPEN:
        raise TooManyQuestions(MOST_OPEN)
    order_id, product_id = await subject_of(acting, about)
    question = Question(
        person_id=acting.person_id,
        order_id=order_id,
        product_id=product_id,
        opened_at=acting.now,
        moved_at=acting.now,
        state=QuestionState.open,
        version=0,
        due_at=answer_due(acting.now, terms),
    )
    session.add(question)
    await session.flush()
    return question


async def subject_of(acting: Acting, about: Subject) -> tuple[int | None, int | None]:
    """The order and the product of a new question; those of the closed one that it goes on with.

    Refuses NotFound for an order or a question that is not the person's own.
    """
    session, person_id = acting.session, acting.person_id
    if about.question_id is not None:
        before = await session.get(Question, about.question_id)
        if before is None or before.person_id != person_id:
            raise NotFound("question")
        return before.order_id, before.product_id
    if about.order_id is not None:
        own = select(Order.id).where(Order.id == about.order_id, Order.person_id == person_id)
        if await session.scalar(own) is None:
            raise NotFound("order")
    if about.product_id is not None:
        there = select(Product.id).where(Product.id == about.product_id)
        if await session.scalar(there.with_for_update(read=True, key_share=True)) is None:
            raise NotFound("product")
    return about.order_id, about.product_id
