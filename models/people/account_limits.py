"""Accounts that managers have put on hold, or blocked: what they order waits, or is not taken."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base


class AccountLimit(StrEnum):
    """What a manager has decided of an account; the values are stored."""

    held = "held"  # its new orders wait for a manager's yes
    blocked = "blocked"  # it places no new orders


class AccountLimitRow(Base):
    """The limit of a person's account; a person without a row has none."""

    __tablename__ = "account_limits"
    __table_args__ = (CheckConstraint("kind IN ('held', 'blocked')", name="kind"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    kind: Mapped[str]
    since: Mapped[datetime]
