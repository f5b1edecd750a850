"""Updates heard: each is done once, and a redelivered one is answered from the stored reply."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Select,
    Update,
    bindparam,
    delete,
    exists,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Packed, partial_index, table_of
from models.kernel.portions import count_rows
from models.kernel.prepared import prepared
from models.messaging.accounts import Account
from models.messaging.deferred_updates import DeferredUpdate

KEPT = timedelta(days=7)
"""How long the words of messages that were sent or given up are kept, and what a page has done."""
MOST_REPLIES = 4
"""How many replies of an account hold their words: one is on its way, or one in each process."""


class ProcessedUpdate(Base):
    """An update that was done, under the platform's own id.

    `reply` is what it was answered with, as JSON; only the latest few of an account hold it.
    `message` is the one that was replaced by it, and `pressed` the press that did so: what stands
    for the buttons that the message had, and the pressed one's data.
    """

    __tablename__ = "heard_updates"
    __table_args__ = (
        partial_index("ix_heard_updates_replies", "account_id", "at", where="reply IS NOT NULL"),
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    update_key: Mapped[str] = mapped_column(primary_key=True)
    reply: Mapped[str | None] = mapped_column(Packed)
    at: Mapped[datetime] = mapped_column(index=True)
    message: Mapped[str | None]
    pressed: Mapped[str | None]


processed = table_of(ProcessedUpdate)
FORGET_PLACE = prepared(
    update(processed)
    .where(processed.c.account_id == bindparam("whose"), processed.c.update_key == bindparam("key"))
    .values(message=None, pressed=None)
)
KEEP = prepared(
    insert(processed).values(
        account_id=bindparam("account_id"),
        update_key=bindparam("update_key"),
        reply=bindparam("reply"),
        at=bindparam("at"),
        message=bindparam("message"),
        pressed=bindparam("pressed"),
    )
)


async def keep_processed(
    session: AsyncSession,
    account_id: int,
    update_key: str,
    reply: str,
    now: datetime,
    replaced: tuple[str | None, str | None] = (None, None),
) -> None:
    """Remember that the update was done, and its reply in the place of older ones.

    `replaced` is the message that shows the reply now, and the press that it answered. The
    account's conversation must be locked. Raises IntegrityError for one that was done already.
    """
    await drop_replies(session, account_id, but=MOST_REPLIES - 1)
    done = {"account_id": account_id, "update_key": update_key, "reply": reply, "at": now}
    done |= {"message": replaced[0], "pressed": replaced[1]}
    await session.execute(KEEP, done)


def latest_on(message: Any, column: ColumnElement[Any], account_id: Any) -> Select[Any]:
    """That column of the latest step whose reply the account's message shows, if it is kept yet."""
    return (
        select(column)
        .where(
            processed.c.account_id == account_id,
            processed.c.message == message,
            processed.c.reply.is_not(None),
        )
        .order_by(processed.c.at.desc(), processed.c.update_key.desc())
        .limit(1)
    )


async def reply_shown_on(session: AsyncSession, account_id: int, message: str) -> str | None:
    """The reply, as JSON, that the account's message shows by its latest step."""
    found = latest_on(message, processed.c.reply, account_id)
    kept: str | None = (await session.execute(found)).scalar()
    return kept


async def forget_place(session: AsyncSession, account_id: int, update_key: str) -> None:
    """Forget which message shows the reply of that update: it came as a new one."""
    await session.execute(FORGET_PLACE, {"whose": account_id, "key": update_key})


async def drop_replies(session: AsyncSession, account_id: int, but: int) -> None:
    """Drop the words of all but so many of the account's latest replies."""
    await session.execute(drop_statement(but), {"whose": account_id})


@cache
def drop_statement(but: int) -> Update:
    """The statement that drops the words of all but so many of one account's latest replies."""
    older = (
        select(processed.c.update_key)
        .where(processed.c.account_id == bindparam("whose"), processed.c.reply.is_not(None))
        .order_by(processed.c.at.desc(), processed.c.update_key.desc())
        .offset(but)
    )
    return prepared(
        update(processed)
        .where(processed.c.account_id == bindparam("whose"), processed.c.update_key.in_(older))
        .values(reply=None)
    )


async def forget_processed(session: AsyncSession, channel: str, before: datetime, most: int) -> int:
    """Forget `most` of the channel's updates that were heard before then (UTC); how many it were.

    What was heard since the oldest update that is put aside is kept: after a kill that one may be
    done already, and nobody knows but for this.
    """
    oldest_aside = select(func.min(DeferredUpdate.at)).where(DeferredUpdate.channel == channel)
    waits_since = await session.scalar(oldest_aside)
    if waits_since is not None:
        before = min(before, waits_since)
    on_channel = exists().where(
        Account.id == ProcessedUpdate.account_id, Account.channel == channel
    )
    old = (
        select(ProcessedUpdate.account_id, ProcessedUpdate.update_key)
        .where(ProcessedUpdate.at < before, on_channel)
        .order_by(ProcessedUpdate.at)
        .limit(most)
    )
    key = tuple_(ProcessedUpdate.account_id, ProcessedUpdate.update_key)
    return await count_rows(session, delete(ProcessedUpdate).where(key.in_(old)))
