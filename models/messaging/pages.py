"""Messages of the chat page: numbered, stored, and fetched after a reconnect."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id


class PageMessage(Base):
    """One message of a pane. `change` grows with each new or replaced message of the account."""

    __tablename__ = "page_messages"
    __table_args__ = (Index("ix_page_messages_change", "account_id", "change"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    change: Mapped[int]
    mine: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str]
    owed_id: Mapped[int | None] = mapped_column(ForeignKey("owed_messages.id"))
    shown_at: Mapped[datetime | None]
    at: Mapped[datetime]
