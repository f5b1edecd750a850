"""Questions as they are looked at: one with its messages, and the lists of the inbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.inbox.tables import WAITING, Question, QuestionMessage, QuestionState, Voice
from models.kernel.paging import Page, page_of
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.orders.queries import STANDING_LINES, of_first_line
from models.orders.tables import Order, OrderLine
from models.people.people import SavedAddress
from models.products.tables import Product

MOST_MESSAGES = 200


class Shelf(StrEnum):
    """The lists of the inbox."""

    open = "open"
    mine = "mine"
    answered = "answered"


class QuestionView(msgspec.Struct, frozen=True):
    """A question; `name` is the one on the order, else on the last order, empty where none is.

    `number` is the order's, `product_ar` and `product_en` the product's names; each may be empty.
    `first_ar`, `first_en` and `things` name the order: its first thing, and how many there are.
    """

    id: int
    person_id: int
    state: str
    version: int
    name: str
    number: str
    product_ar: str
    product_en: str
    order_id: int | None
    product_id: int | None
    taken_by: int | None
    moved_at: datetime
    due_at: datetime | None
    first_ar: str
    first_en: str
    things: int


class MessageView(msgspec.Struct, frozen=True):
    """One message of a question; `seconds` are those of its voice note, 0 without one."""

    id: int
    question_id: int
    by_staff: bool
    author_id: int
    text: str
    photo: str
    voice: str
    at: datetime
    seconds: int

    @property
    def is_erased(self) -> bool:
        """Whether nothing is left of what was said."""
        return not (self.text or self.photo or self.voice)


QUESTION = RowReader(
    QuestionView,
    id=Question.id,
    person_id=Question.person_id,
    state=Question.state,
    version=Question.version,
    name=func.coalesce(Order.name, SavedAddress.name, ""),
    number=func.coalesce(Order.number, ""),
    product_ar=func.coalesce(Product.name_ar, ""),
    product_en=func.coalesce(Product.name_en, ""),
    order_id=Question.order_id,
    product_id=Question.product_id,
    taken_by=Question.taken_by,
    moved_at=Question.moved_at,
    due_at=Question.due_at,
    first_ar=func.coalesce(of_first_line(OrderLine.name_ar), ""),
    first_en=func.coalesce(of_first_line(OrderLine.name_en), ""),
    things=STANDING_LINES,
)
FOUND = (
    select(*QUESTION.columns)
    .select_from(Question)
    .outerjoin(Order, Order.id == Question.order_id)
    .outerjoin(Product, Product.id == Question.product_id)
    .outerjoin(SavedAddress, SavedAddress.person_id == Question.person_id)
)
MESSAGE = RowReader(
    MessageView,
    id=QuestionMessage.id,
    question_id=QuestionMessage.question_id,
    by_staff=QuestionMessage.by_staff,
    author_id=QuestionMessage.author_id,
    text=QuestionMessage.text,
    photo=QuestionMessage.photo,
    voice=QuestionMessage.voice,
    at=QuestionMessage.at,
    seconds=func.coalesce(Voice.seconds, 0),
)
MESSAGES = (
    select(*MESSAGE.columns)
    .select_from(QuestionMessage)
    .outerjoin(Voice, Voice.hash == QuestionMessage.voice)
)


async def question_view(session: AsyncSession, question_id: int) -> QuestionView:
    """Any question. Refuses NotFound."""
    found = await session.execute(FOUND.where(Question.id == question_id))
    row: Sequence[Any] | None = found.first()
    if row is None:
        raise NotFound("question")
    return QUESTION.read(row)


async def messages_of(session: AsyncSession, question_id: int) -> list[MessageView]:
    """The question's messages, the newest first, `MOST_MESSAGES` at most."""
    found = MESSAGES.where(QuestionMessage.question_id == question_id)
    newest = found.order_by(QuestionMessage.id.desc()).limit(MOST_MESSAGES)
    rows: Sequence[Sequence[Any]] = (await session.execute(newest)).all()
    return [MESSAGE.read(row) for row in rows]


async def message_view(session: AsyncSession, message_id: int) -> MessageView:
    """One message. Refuses NotFound."""
    found = await session.execute(MESSAGES.where(QuestionMessage.id == message_id))
    row: Sequence[Any] | None = found.first()
    if row is None:
        raise NotFound("message")
    return MESSAGE.read(row)


async def questions_on(
    session: AsyncSession, shelf: Shelf, person_id: int, page: int, per_page: int
) -> Page[QuestionView]:
    """A page of a list: what waits longest first, of the answered what was answered last."""
    order = Question.moved_at.desc() if shelf is Shelf.answered else Question.due_at
    found = FOUND.where(*on_shelf(shelf, person_id)).order_by(order, Question.id)
    rows: Sequence[Sequence[Any]] = (
        await session.execute(found.offset(page * per_page).limit(per_page + 1))
    ).all()
    return page_of(rows, QUESTION.read, page, per_page)


def on_shelf(shelf: Shelf, person_id: int) -> tuple[ColumnElement[bool], ...]:
    """What the questions of a list have in common; `person_id` is whose inbox it is."""
    match shelf:
        case Shelf.open:
            return (Question.state.in_(WAITING),)
        case Shelf.mine:
            return (Question.state == QuestionState.taken, Question.taken_by == person_id)
        case Shelf.answered:
            return (Question.state == QuestionState.answered,)


async def count_on(session: AsyncSession, shelf: Shelf, person_id: int = 0) -> int:
    """How many questions are on a list."""
    counted = select(func.count()).select_from(Question).where(*on_shelf(shelf, person_id))
    return (await session.execute(counted)).scalar_one()


async def is_any_late(session: AsyncSession, now: datetime) -> bool:
    """Whether a question waits longer than it should and nobody was told; it only looks."""
    late = select(Question.id).where(
        Question.state.in_(WAITING), Question.due_at <= now, Question.pointed_out_at.is_(None)
    )
    return (await session.execute(late.limit(1))).first() is not None
