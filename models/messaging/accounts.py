"""Accounts: a person on a channel."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class Account(Base):
    """A person on a channel, under the channel's own id of them (never a phone number)."""

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    added_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]
