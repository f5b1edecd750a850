"""Messages of the chat page: numbered, stored, and fetched after a reconnect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec
from sqlalchemy import ForeignKey, Index, UniqueConstraint, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Id
from models.messaging.outbox import OwedMessage


class PageCount(Base):
    """How many changes a person's page has seen; its row is the lock of the page."""

    __tablename__ = "page_counts"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    changes: Mapped[int] = mapped_column(default=0)


class PageMessage(Base):
    """One message of a page. `change` is new with each new or replaced message of the account.

    `body` is the channel's own JSON. `owed` names the owed message and its part, so that a notice
    that is sent again is not shown twice.
    """

    __tablename__ = "page_messages"
    __table_args__ = (
        Index("ix_page_messages_change", "account_id", "change"),
        UniqueConstraint("owed_id", "part"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    change: Mapped[int]
    mine: Mapped[bool] = mapped_column(default=False)
    body: Mapped[str]
    owed_id: Mapped[int | None] = mapped_column(ForeignKey("owed_messages.id"))
    part: Mapped[int] = mapped_column(default=0)
    shown_at: Mapped[datetime | None]
    at: Mapped[datetime]


class PageAct(Base):
    """An act of the page (its own id) whose answer is stored: a resend is only acknowledged."""

    __tablename__ = "page_acts"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    act: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Line(msgspec.Struct, frozen=True):
    """A message as the page fetches it."""

    id: int
    change: int
    mine: bool
    body: str
    at: datetime


async def next_change(session: AsyncSession, account_id: int) -> int:
    """The number of the page's next change; the page is locked until the commit."""
    counted = update(PageCount).where(PageCount.account_id == account_id)
    counted = counted.values(changes=PageCount.changes + 1)
    changes = await session.scalar(counted.returning(PageCount.changes))
    return 0 if changes is None else changes


async def open_page(session: AsyncSession, account_id: int) -> None:
    """Begin to count the changes of an account's page, unless that was done before."""
    if await session.get(PageCount, account_id) is None:
        session.add(PageCount(account_id=account_id, changes=0))
        await session.flush()


async def was_done(session: AsyncSession, account_id: int, act: str) -> bool:
    """Whether the act's answer is stored."""
    return await session.get(PageAct, (account_id, act)) is not None


async def store_act(session: AsyncSession, account_id: int, act: str, now: datetime) -> None:
    """Remember that the act's answer is stored."""
    session.add(PageAct(account_id=account_id, act=act, at=now))
    await session.flush()


async def add_message(
    session: AsyncSession,
    account_id: int,
    body: str,
    now: datetime,
    *,
    mine: bool = False,
    owed_id: int | None = None,
    part: int = 0,
) -> None:
    """Put a message at the end of the page; an owed one only the first time."""
    if owed_id is not None and await holds(session, owed_id, part):
        return
    change = await next_change(session, account_id)
    session.add(
        PageMessage(
            account_id=account_id,
            change=change,
            mine=mine,
            body=body,
            owed_id=owed_id,
            part=part,
            at=now,
        )
    )
    await session.flush()


async def holds(session: AsyncSession, owed_id: int, part: int) -> bool:
    """Whether that part of an owed message is on the page already."""
    found = select(PageMessage.id).where(PageMessage.owed_id == owed_id, PageMessage.part == part)
    return (await session.scalar(found)) is not None


async def replace_message(
    session: AsyncSession, account_id: int, message_id: int, body: str
) -> bool:
    """Show `body` in the place of one of the account's messages; False when there is none."""
    change = await next_change(session, account_id)
    replaced = await session.execute(
        update(PageMessage)
        .where(
            PageMessage.id == message_id,
            PageMessage.account_id == account_id,
            PageMessage.mine.is_(False),
        )
        .values(body=body, change=change)
        .returning(PageMessage.id)
    )
    return replaced.first() is not None


async def lines_after(
    session: AsyncSession, account_id: int, change: int, most: int = 200
) -> list[Line]:
    """What is new or replaced since that change, oldest change first.

    A page that has seen nothing (0) gets the newest `most` messages.
    """
    found = select(
        PageMessage.id, PageMessage.change, PageMessage.mine, PageMessage.body, PageMessage.at
    ).where(PageMessage.account_id == account_id, PageMessage.change > change)
    newest = found.order_by(PageMessage.change.desc()).limit(most)
    rows = (await session.execute(newest)).all()
    return sorted((Line(*row) for row in rows), key=lambda line: line.change)


async def body_of(session: AsyncSession, message_id: int) -> str | None:
    """The body of a message."""
    found = select(PageMessage.body).where(PageMessage.id == message_id)
    return (await session.execute(found)).scalar()


async def mark_shown(
    session: AsyncSession, account_id: int, message_ids: Sequence[int], now: datetime
) -> None:
    """The page has shown these: owed messages among them count as sent from now on."""
    shown = await session.execute(
        update(PageMessage)
        .where(
            PageMessage.account_id == account_id,
            PageMessage.id.in_(sorted(message_ids)),
            PageMessage.shown_at.is_(None),
        )
        .values(shown_at=now)
        .returning(PageMessage.owed_id)
    )
    owed = sorted({row.owed_id for row in shown if row.owed_id is not None})
    if owed:
        await session.execute(
            update(OwedMessage)
            .where(OwedMessage.id.in_(owed), OwedMessage.outcome == "waiting")
            .values(outcome="sent")
        )
