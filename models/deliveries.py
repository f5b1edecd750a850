"""Deliveries: windows with counted places, and an order's way to the door."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class WindowDay(Base):
    """How many orders go out in a window of a day: a counted place."""

    __tablename__ = "window_days"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    window: Mapped[str] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)
