"""What a channel remembers of what it showed: uploaded files, and the pages of a long card."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Upload(Base):
    """A picture that a channel holds already, under the channel's own file id."""

    __tablename__ = "uploads"

    channel: Mapped[str] = mapped_column(primary_key=True)
    picture_key: Mapped[str] = mapped_column(primary_key=True)
    file_id: Mapped[str]
    at: Mapped[datetime]


class ShownPages(Base):
    """The further messages that a long card took, to be cleared when it is replaced."""

    __tablename__ = "shown_pages"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    message_ref: Mapped[str] = mapped_column(primary_key=True)
    page_refs: Mapped[str]
