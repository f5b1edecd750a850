"""The one stock, for hall and chat: it moves only here, and every movement is a row."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Movement(StrEnum):
    """Why stock moved."""

    taken_in = "taken-in"
    counted = "counted"
    sold = "sold"
    returned = "returned"


class StockMovement(Base):
    """One movement; the sum of an option's movements is what is on hand."""

    __tablename__ = "stock_movements"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), index=True)
    change: Mapped[int]
    why: Mapped[str]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    at: Mapped[datetime]


class MakingDay(Base):
    """How many pieces of a made-to-order product are promised for a day: a counted place."""

    __tablename__ = "making_days"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)
