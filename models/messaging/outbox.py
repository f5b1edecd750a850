"""The outbox: messages owed, sent at least once, in order for each account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class OwedMessage(Base):
    """A reply that is owed to an account. `key` makes each thing owed once.

    It is open until `done_at`; `outcome` is then sent, waiting (stored for a page that has not
    shown it yet), blocked or gave-up.
    """

    __tablename__ = "owed_messages"
    __table_args__ = (
        Index(
            "ix_owed_messages_open",
            "due_at",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index(
            "ix_owed_messages_account",
            "account_id",
            "id",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    key: Mapped[str] = mapped_column(unique=True)
    reply: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str | None]
    done_at: Mapped[datetime | None]
