"""Conversations: the question that an account is in, in the database alone."""

from __future__ import annotations

from sqlalchemy import BigInteger, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base


class Conversation(Base):
    """The state (JSON of a typed value) and its version, which grows with each change.

    Until `buyer_until` a member of staff orders here for `buyer_id`, who has telephoned: seconds
    since 1970, so that nobody pays for reading a moment with each turn.
    """

    __tablename__ = "conversations"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    state: Mapped[str | None]
    version: Mapped[int] = mapped_column(default=0)
    buyer_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    buyer_until: Mapped[int | None] = mapped_column(BigInteger)
