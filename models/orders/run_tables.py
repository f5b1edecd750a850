"""Runs: the orders that one courier takes to the doors together, and in which order."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index


class RunState(StrEnum):
    """Where a run stands; a run without a stop that is left is done."""

    planned = "planned"
    taken = "taken"
    done = "done"


KNOWN_STATES = ", ".join(f"'{state}'" for state in RunState)
OPEN = "state <> 'done'"
LEFT = "ended_at IS NULL"


class Run(Base):
    """A courier's run in a window of a day."""

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint(f"state IN ({KNOWN_STATES})", name="state"),
        partial_index("ix_runs_open", "person_id", "day", "window", where=OPEN),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"))
    day: Mapped[date]
    window: Mapped[str]
    state: Mapped[str]
    made_at: Mapped[datetime]
    taken_at: Mapped[datetime | None]


class RunStop(Base):
    """An order in a run. It is in one run at most, until the stop has ended.

    `coming_at`: when the customer was told that the courier is on the way. `ended_at`: when the
    order was delivered, came back or was cancelled; a stop that is moved to another run is no
    longer there.
    """

    __tablename__ = "run_stops"
    __table_args__ = (
        CheckConstraint("position > 0", name="position"),
        Index("ix_run_stops_run_id_position", "run_id", "position"),
        partial_index("uq_run_stops_left", "order_id", where=LEFT, unique=True),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    position: Mapped[int]
    coming_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
