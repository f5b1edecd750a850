"""Questions of people to the centre: threads of messages, and what is not handed over yet."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index


class QuestionState(StrEnum):
    """Where a question stands: it waits for anybody, for who has taken it, or for nobody."""

    open = "open"
    taken = "taken"
    answered = "answered"
    closed = "closed"


WAITING = (QuestionState.open, QuestionState.taken)
KNOWN_STATES = ", ".join(f"'{state}'" for state in QuestionState)
IS_WAITING = "state IN ('open', 'taken')"


class Question(Base):
    """One thread between a person and the centre, perhaps about an order or a product.

    `version` grows with every message and with the closing. While it waits, `due_at` is the moment
    by which it should be answered, and `pointed_out_at` when it was said that this has passed.
    `taken_by` sees to it, or gave the last answer.
    """

    __tablename__ = "questions"
    __table_args__ = (
        CheckConstraint(f"state IN ({KNOWN_STATES})", name="state"),
        CheckConstraint(f"({IS_WAITING}) = (due_at IS NOT NULL)", name="due"),
        CheckConstraint("state <> 'taken' OR taken_by IS NOT NULL", name="taken"),
        partial_index("ix_questions_due_at", "due_at", where=IS_WAITING),
        Index("ix_questions_state_moved_at", "state", "moved_at"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("products.id"))
    opened_at: Mapped[datetime]
    moved_at: Mapped[datetime]
    state: Mapped[str]
    taken_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    version: Mapped[int] = mapped_column(default=0)
    due_at: Mapped[datetime | None]
    pointed_out_at: Mapped[datetime | None]


class QuestionMessage(Base):
    """What was said in a question: words, a photo or a voice note by its hash, or several of them.

    One in which there is nothing was erased. `by_staff` tells an answer, by `author_id`.
    """

    __tablename__ = "question_messages"
    __table_args__ = (
        partial_index("ix_question_messages_photo", "photo", where="photo <> ''"),
        partial_index("ix_question_messages_voice", "voice", where="voice <> ''"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    by_staff: Mapped[bool]
    author_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    text: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    voice: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime]


class Draft(Base):
    """What a person sent outside a question: it waits for the tap that hands it to the centre.

    `token` is what the button carries; it is never given twice. Handed over it is empty, and
    `question_id` says where it went.
    """

    __tablename__ = "question_drafts"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"))
    text: Mapped[str] = mapped_column(default="")
    photo: Mapped[str] = mapped_column(default="")
    voice: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(index=True)
    question_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id"))


class Voice(Base):
    """A voice note, Opus in OGG, under the hash of its bytes; `seconds` is how long it is."""

    __tablename__ = "voices"

    hash: Mapped[str] = mapped_column(primary_key=True)
    ogg: Mapped[bytes] = mapped_column(LargeBinary)
    seconds: Mapped[int]
    added_at: Mapped[datetime]
