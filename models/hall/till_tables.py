"""Tills: the drawer that a seller opens at an edition, and the cash put into it or taken out."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index
from models.kernel.money import Money


class TillState(StrEnum):
    """Where a till stands; the values are stored, and are named in phrases."""

    open = "open"
    counted = "counted"  # nothing is sold any more; its cash waits to be handed over
    closed = "closed"


STATES = ", ".join(f"'{state}'" for state in TillState)


class Till(Base):
    """One till, from its opening to its closing; it is one person's at a time.

    `opening_float` (fils) came out of the centre's own till. `receipts` is how many sales have a
    number of it: its receipts are numbered from 1 without a gap. `counted` is how many there were
    of each note and coin, by its fils, as JSON; None before it is counted. `told_at` is when the
    managers heard that it was left open.
    """

    __tablename__ = "tills"
    __table_args__ = (
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint("opening_float >= 0", name="opening_float"),
        CheckConstraint("receipts >= 0", name="receipts"),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed"),
        partial_index("ix_tills_person", "person_id", where="state <> 'closed'", unique=True),
        Index("ix_tills_opened_at", "opened_at"),
        Index("ix_tills_person_id", "person_id"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    bazaar_id: Mapped[int] = mapped_column(ForeignKey("bazaars.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str]
    opened_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    opened_at: Mapped[datetime]
    opening_float: Mapped[Money]
    receipts: Mapped[int] = mapped_column(default=0, server_default="0")
    counted: Mapped[str | None]
    counted_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    told_at: Mapped[datetime | None]


class TillMovement(Base):
    """Cash put into a till (above nothing) or taken out of it, and why; fils."""

    __tablename__ = "till_movements"
    __table_args__ = (
        CheckConstraint("amount <> 0", name="amount"),
        CheckConstraint("reason <> ''", name="explained"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    till_id: Mapped[int] = mapped_column(ForeignKey("tills.id"), index=True)
    amount: Mapped[Money]
    reason: Mapped[str]
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
