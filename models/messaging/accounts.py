"""Accounts: a person on a channel."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ForeignKey, UniqueConstraint, false, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index
from models.kernel.rows import RowReader
from models.people.people import Language, Person


class Account(Base):
    """A person on a channel, under the channel's own id of them (never a phone number).

    `menu` names the command menu that the channel was last told to show them, empty for the one
    that everybody has. `menu_due`: what the person may do has changed, and the menu perhaps too.
    """

    __tablename__ = "accounts"
    __table_args__ = (
        UniqueConstraint("channel", "external_id"),
        partial_index("ix_accounts_menu_due", "id", where="menu_due"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    channel: Mapped[str]
    external_id: Mapped[str]
    added_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]
    menu: Mapped[str] = mapped_column(default="")
    menu_due: Mapped[bool] = mapped_column(default=False, server_default=false())


class MenuDue(msgspec.Struct, frozen=True):
    """An account whose menu is to be looked at: the channel's own id of it, and its language."""

    account_id: int
    external_id: str
    language: Language


MENU_DUE = RowReader(
    MenuDue, account_id=Account.id, external_id=Account.external_id, language=Person.language
)


async def account_of(session: AsyncSession, channel: str, external_id: str) -> int | None:
    """The id of the account under the channel's own id of a person; None before they spoke."""
    found: int | None = await session.scalar(
        select(Account.id).where(Account.channel == channel, Account.external_id == external_id)
    )
    return found


async def mark_menus_due(session: AsyncSession, person_id: int) -> None:
    """What the person may do has changed: the menus of their accounts are to be looked at."""
    own = update(Account).where(Account.person_id == person_id).values(menu_due=True)
    await session.execute(own.execution_options(synchronize_session=False))


async def menus_due(session: AsyncSession, channel: str, most: int) -> list[MenuDue]:
    """The channel's accounts whose menus are to be looked at, in order."""
    due = (
        select(*MENU_DUE.columns)
        .join(Person, Person.id == Account.person_id)
        .where(text("menu_due"), Account.channel == channel)
        .order_by(Account.id)
        .limit(most)
    )
    rows: Iterable[Sequence[Any]] = await session.execute(due)
    return [MENU_DUE.read(row) for row in rows]


async def menu_not_wanted(session: AsyncSession, account_id: int) -> None:
    """The channel cannot show the account any menu: it is looked at when the person acts."""
    own = update(Account).where(Account.id == account_id).values(menu_due=False)
    await session.execute(own.execution_options(synchronize_session=False))
