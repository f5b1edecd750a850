"""Who was erased: nothing of them but the number that their orders' figures stand under."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, partial_index

UNSWEPT = "swept_at IS NULL"


class Erasure(Base):
    """A person of whom nothing is kept since then, by whom, and since when there was the person.

    A number goes to somebody else where a backup is put back, so a person is known by number and
    first day together. `marks` (JSON) are what is still to be looked for in what the team was
    shown; they are empty once that is done (`swept_at`). `by_id` is empty where a backup was put
    back and the erasing was done again. `then_id` is the new person, of whom nothing is known, who
    has had the chats since.
    """

    __tablename__ = "erasures"
    __table_args__ = (partial_index("ix_erasures_unswept", "person_id", where=UNSWEPT),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    person_since: Mapped[datetime]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    then_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    marks: Mapped[str] = mapped_column(default="", server_default="")
    swept_at: Mapped[datetime | None]
