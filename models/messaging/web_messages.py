"""Messages of the chat page: numbered, stored, and fetched after a reconnect."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    ForeignKey,
    Index,
    UniqueConstraint,
    delete,
    exists,
    func,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, insert_into
from models.kernel.portions import count_rows
from models.kernel.rows import RowReader
from models.messaging.owed import OwedMessage
from models.messaging.queues import hold, refresh

AT_ONCE = 200
"""Messages that a page fetches at a time."""


class PageCount(Base):
    """How many changes a person's page has seen; its row is the lock of the page."""

    __tablename__ = "page_counts"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    changes: Mapped[int] = mapped_column(default=0)


class PageMessage(Base):
    """One message of a page. `change` is new with each new or replaced message of the account.

    `body` is the channel's own JSON. `owed_id` and `part` name the owed message and its part, so
    that a notice that is sent again is not shown twice; `shown_at` is when a page had it on its
    screen, and stays empty where nothing was owed.
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
    """An act of the page (its own id) whose answer is stored: a resend is only acknowledged.

    `notice` is the short word that its answer came with.
    """

    __tablename__ = "page_acts"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    act: Mapped[str] = mapped_column(primary_key=True)
    notice: Mapped[str] = mapped_column(default="")
    at: Mapped[datetime] = mapped_column(index=True)


class WebMessageView(msgspec.Struct, frozen=True):
    """A message as the page fetches it; `is_owed` until a page has said that it was shown."""

    id: int
    change: int
    mine: bool
    body: str
    at: datetime
    is_owed: bool = False


VIEW = RowReader(
    WebMessageView,
    id=PageMessage.id,
    change=PageMessage.change,
    mine=PageMessage.mine,
    body=PageMessage.body,
    at=PageMessage.at,
    is_owed=PageMessage.owed_id.is_not(None) & PageMessage.shown_at.is_(None),
)


async def open_page(session: AsyncSession, account_id: int) -> int:
    """Begin to count the changes of an account's page, unless that was done before.

    How many there were; the page is locked until the commit.
    """
    opening = insert_into(session, PageCount).values(account_id=account_id, changes=0)
    await session.execute(opening.on_conflict_do_nothing(index_elements=["account_id"]))
    held = select(PageCount.changes).where(PageCount.account_id == account_id).with_for_update()
    return (await session.execute(held)).scalar_one()


async def is_page_empty(session: AsyncSession, account_id: int) -> bool:
    """Whether nothing was ever shown on the account's page."""
    found = select(PageMessage.id).where(PageMessage.account_id == account_id).limit(1)
    return (await session.scalar(found)) is None


async def next_change(session: AsyncSession, account_id: int) -> int:
    """The number of the page's next change; the page is locked until the commit.

    Raises NoResultFound unless the page is open.
    """
    counted = update(PageCount).where(PageCount.account_id == account_id)
    counted = counted.values(changes=PageCount.changes + 1)
    return (await session.execute(counted.returning(PageCount.changes))).scalar_one()


async def notice_of(session: AsyncSession, account_id: int, act: str) -> str | None:
    """The notice of an act whose answer is stored (perhaps empty), or None while it is not."""
    found = select(PageAct.notice).where(PageAct.account_id == account_id, PageAct.act == act)
    return (await session.execute(found)).scalar_one_or_none()


async def store_act(
    session: AsyncSession, account_id: int, act: str, notice: str, now: datetime
) -> None:
    """Remember that the act's answer is stored."""
    session.add(PageAct(account_id=account_id, act=act, notice=notice, at=now))
    await session.flush()


async def forget_acts(session: AsyncSession, before: datetime, most: int) -> int:
    """Forget `most` of the acts answered before then (UTC); how many it were.

    A page resends an act until it is acknowledged, so only one that was open since then could come
    again.
    """
    old = (
        select(PageAct.account_id, PageAct.act)
        .where(PageAct.at < before)
        .order_by(PageAct.at)
        .limit(most)
    )
    key = tuple_(PageAct.account_id, PageAct.act)
    return await count_rows(session, delete(PageAct).where(key.in_(old)))


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
    session: AsyncSession, account_id: int, message_id: int, body: str, seen: int = 0
) -> bool:
    """Show `body` in the place of one of the account's messages; False when there is none.

    Nor is it replaced where something else took its place after the change that the page had
    `seen`; 0 where that is not known.
    """
    change = await next_change(session, account_id)
    unchanged = (PageMessage.change <= seen) | (PageMessage.body == body)
    replaced = await session.execute(
        update(PageMessage)
        .where(
            PageMessage.id == message_id,
            PageMessage.account_id == account_id,
            PageMessage.mine.is_(False),
            *((unchanged,) if seen else ()),
        )
        .values(body=body, change=change)
        .returning(PageMessage.id)
    )
    return replaced.first() is not None


async def lines_after(session: AsyncSession, account_id: int, change: int) -> list[WebMessageView]:
    """What is new or replaced since that change, oldest change first, `AT_ONCE` at most.

    A page that has seen nothing (0) gets the newest; one that comes back gets all, in steps.
    """
    found = select(*VIEW.columns).where(
        PageMessage.account_id == account_id, PageMessage.change > change
    )
    if change:
        rows = await session.execute(found.order_by(PageMessage.change).limit(AT_ONCE))
    else:
        rows = await session.execute(found.order_by(PageMessage.id.desc()).limit(AT_ONCE))
    return sorted(map(VIEW.read, rows), key=lambda line: line.change)


async def body_of(session: AsyncSession, message_id: int) -> str | None:
    """The body of a message."""
    found = select(PageMessage.body).where(PageMessage.id == message_id)
    return (await session.execute(found)).scalar()


async def any_unshown(session: AsyncSession, account_id: int, message_ids: Sequence[int]) -> bool:
    """Whether `mark_shown` would mark anything; it only looks."""
    found = select(PageMessage.id).where(*_unshown_clauses(account_id, message_ids)).limit(1)
    return (await session.scalar(found)) is not None


async def mark_shown(
    session: AsyncSession, account_id: int, message_ids: Sequence[int], now: datetime
) -> None:
    """The page has shown these: an owed message of which all parts were shown counts as sent.

    It is closed even when the sender has not yet marked it as waiting, so that the two may come in
    either order. The account's queue is held first: of two tabs that show a part each, the second
    must see what the first has shown.
    """
    await hold(session, [account_id])
    shown = await session.execute(
        update(PageMessage)
        .where(*_unshown_clauses(account_id, message_ids))
        .values(shown_at=now)
        .returning(PageMessage.owed_id)
    )
    owed = sorted({row.owed_id for row in shown})
    if not owed:
        return
    unshown_part = exists().where(
        PageMessage.owed_id == OwedMessage.id, PageMessage.shown_at.is_(None)
    )
    is_open = OwedMessage.outcome.is_(None) | (OwedMessage.outcome == "waiting")
    await session.execute(
        update(OwedMessage)
        .where(OwedMessage.id.in_(owed), is_open, ~unshown_part)
        .values(outcome="sent", done_at=func.coalesce(OwedMessage.done_at, now))
        .execution_options(synchronize_session=False)
    )
    await refresh(session, [account_id])


def _unshown_clauses(account_id: int, message_ids: Sequence[int]) -> tuple[Any, ...]:
    """The owed messages among these that no page of the account has shown."""
    return (
        PageMessage.account_id == account_id,
        PageMessage.id.in_(sorted(message_ids)),
        PageMessage.owed_id.is_not(None),
        PageMessage.shown_at.is_(None),
    )
