"""Subscriptions: who wants to be reminded, and which reminders have gone out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Subscription(Base):
    """A person who wants a topic's notices ("bazaar": reminders of each opening)."""

    __tablename__ = "subscriptions"

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class ReminderSent(Base):
    """A reminder of an opening that was handed to everyone: unique per opening and distance."""

    __tablename__ = "reminders_sent"

    day_id: Mapped[int] = mapped_column(ForeignKey("bazaar_days.id"), primary_key=True)
    ahead: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]
