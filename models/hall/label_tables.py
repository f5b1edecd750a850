"""Labels: at which price the label of an option was printed last."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base
from models.kernel.money import Money


class PrintedLabel(Base):
    """The newest label of an option: out of date where its price is another one by now."""

    __tablename__ = "printed_labels"
    __table_args__ = (CheckConstraint("price > 0", name="price"),)

    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), primary_key=True)
    price: Mapped[Money]
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
