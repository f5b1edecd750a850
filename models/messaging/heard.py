"""Updates heard: each is done once, and a redelivered one is answered from the stored reply."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class HeardUpdate(Base):
    """An update that was done, under the platform's own id, with the reply that it had."""

    __tablename__ = "heard_updates"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    update_key: Mapped[str] = mapped_column(primary_key=True)
    reply: Mapped[str | None]
    at: Mapped[datetime] = mapped_column(index=True)
