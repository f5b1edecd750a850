"""Accounts: a person on a channel."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id


class Account(Base):
    """A person on a channel, under the channel's own id of them (never a phone number).

    `menu` names the command menu that the channel was last told to show them, empty for the one
    that everybody has.
    """

    __tablename__ = "accounts"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    added_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]
    menu: Mapped[str] = mapped_column(default="")


async def account_of(session: AsyncSession, channel: str, external_id: str) -> int | None:
    """The id of the account under the channel's own id of a person; None before they spoke."""
    found: int | None = await session.scalar(
        select(Account.id).where(Account.channel == channel, Account.external_id == external_id)
    )
    return found
