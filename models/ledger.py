"""The ledger: double entry, append-only; every event sums to zero.

Credits are negative, debits positive. What is due to a family is the credit of her account.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.money import Money


class LedgerEntry(Base):
    """One side of an event. An event's account appears once, so an event is booked once."""

    __tablename__ = "ledger_entries"
    __table_args__ = (UniqueConstraint("event", "account"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    event: Mapped[str]
    account: Mapped[str] = mapped_column(index=True)
    amount: Mapped[Money]
    at: Mapped[datetime]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
