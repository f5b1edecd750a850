"""One reply to as many people as there may be, and how it is taken back: in portions.

Each portion is a transaction of its own, since everybody who writes waits for it on SQLite. How
far it is stands in the same transaction, so that after a kill it goes on where it was.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    case,
    delete,
    literal,
    select,
    true,
    update,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.reminders import Subscribers, subscribers
from models.kernel.base import Moment, insert_into, table_of
from models.kernel.prepared import prepared
from models.messaging.accounts import Account
from models.messaging.outbox import reopen
from models.messaging.owed import PORTION, AccountQueue, Broadcast, OwedMessage
from models.messaging.queues import by_index, hold, hold_many, line_up, refresh
from models.messaging.withdrawing import close_withdrawn

ANY_BEGUN = prepared(select(table_of(Broadcast).c.id).limit(1))


async def begin_to_owe(
    session: AsyncSession,
    to: Subscribers,
    key: str,
    reply_json: str,
    *,
    until: datetime | None = None,
    news: bool = False,
) -> None:
    """Owe one reply to every account of these people, as `owe_many` does; `carry_on` does it."""
    session.add(
        Broadcast(
            what="owe",
            key=key,
            reply=reply_json,
            until=until,
            news=news,
            since_before=to.since_before,
            but_id=to.but,
        )
    )
    await session.flush()


async def withdraw(session: AsyncSession, key: str) -> None:
    """Send nothing more of what has an `until` and is owed under keys that begin so.

    It may be owed again. What is being sent at this moment cannot be called back, but is not tried
    once more. From the commit on nothing of it is claimed; `carry_on` closes it. No portion is done
    until then, since it might be one of what is withdrawn.
    """
    await hold_many(session)
    begun = Broadcast.key.startswith(key, autoescape=True), Broadcast.until.is_not(None)
    await session.execute(
        delete(Broadcast)
        .where(Broadcast.what == "owe", *begun)
        .execution_options(synchronize_session=False)
    )
    session.add(Broadcast(what="withdraw", key=key))
    await session.flush()


async def is_any_begun(session: AsyncSession) -> bool:
    """Whether `carry_on` would find anything to do; it only looks."""
    return await session.scalar(ANY_BEGUN) is not None


async def carry_on(session: AsyncSession, now: datetime, most: int = PORTION) -> int | None:
    """Do a portion of what was begun first; None when nothing is left to be done.

    How many messages it made or closed. What was begun later waits, so that everybody hears in
    order, and what is withdrawn is so before it is owed anew.
    """
    await hold_many(session)
    await by_index(session)
    first = select(Broadcast).order_by(Broadcast.id).limit(1)
    row = (await session.scalars(first)).first()
    if row is None:
        return None
    match row.what:
        case "owe":
            done, last = await _owe_portion(session, row, now, most)
        case "withdraw":
            done, last = await _withdraw_portion(session, row, now, most)
        case _:
            done, last = await _reopen_portion(session, row, now)
    if last is None:
        await session.delete(row)
    else:
        row.position = last
    await session.flush()
    return done


async def _owe_portion(
    session: AsyncSession, row: Broadcast, now: datetime, most: int
) -> tuple[int, int | None]:
    """How many messages were owed, and the last person they were owed to; None behind the end."""
    if row.since_before is None or (row.until is not None and row.until <= now):
        return 0, None
    people = subscribers(row.since_before, row.but_id)
    (person_id,) = people.selected_columns
    portion = people.where(person_id > row.position).order_by(person_id).limit(most)
    found = list(await session.scalars(portion))
    if not found:
        return 0, None
    made = await owe_many(session, found, row.key, row.reply, now, until=row.until, news=row.news)
    return made, found[-1] if len(found) == most else None


async def owe_many(
    session: AsyncSession,
    person_ids: Select[int] | Collection[int],
    key: str,
    reply_json: str,
    now: datetime,
    *,
    until: datetime | None = None,
    news: bool = False,
) -> int:
    """Owe one reply to every account of these few people; how many messages that made.

    Each account's key is `key` with its id behind, and is owed once. From `until` (UTC) on it is
    not sent any more. Who has blocked us is left out, unless it is `news`, which waits for them
    until `mark_unblocked`. It is one statement: one for each account held SQLite's write lock for
    long.
    """
    blocked = Account.blocked_at.is_not(None)
    made_at = literal(now, Moment())
    values: dict[str, ColumnElement[Any]] = {
        "account_id": Account.__table__.c.id,
        "key": literal(key) + cast_to(Account.id, String),
        "reply": literal(reply_json),
        "made_at": made_at,
        "due_at": made_at,
        "tries": literal(0),
        "trouble": literal(""),
        "outcome": case((blocked, "blocked")),
        "done_at": case((blocked, made_at)),
        "until": literal(until, Moment()),
    }
    accounts = (
        select(*values.values())
        .where(Account.person_id.in_(person_ids), true() if news else ~blocked)
        .order_by(Account.id)
        .with_for_update(read=True, of=Account)
    )
    inserting = insert_into(session, OwedMessage).from_select(list(values), accounts)
    owing = inserting.on_conflict_do_nothing(index_elements=["key"]).returning(OwedMessage.id)
    made = list(await session.scalars(owing))
    if made:
        await line_up(session, made, now)
    return len(made)


async def _withdraw_portion(
    session: AsyncSession, row: Broadcast, now: datetime, most: int
) -> tuple[int, int | None]:
    """How many messages were closed, and the last account looked at; None behind the end."""
    waiting = (
        select(AccountQueue.account_id)
        .where(AccountQueue.account_id > row.position, AccountQueue.message_id.is_not(None))
        .order_by(AccountQueue.account_id)
        .limit(most)
    )
    accounts = list(await session.scalars(waiting))
    await hold(session, accounts)
    free, leased = await _perishable(session, accounts, row.key)
    if free:
        await close_withdrawn(session, [one.id for one in free], now)
        await refresh(session, [one.account_id for one in free])
    if leased:
        ending = update(OwedMessage).where(OwedMessage.id.in_([one.id for one in leased]))
        await session.execute(ending.values(until=now).execution_options(synchronize_session=False))
    return len(free), accounts[-1] if len(accounts) == most else None


async def _perishable(
    session: AsyncSession, account_ids: Sequence[int], key: str
) -> tuple[list[Any], list[Any]]:
    """What is open of these accounts under keys that begin so: what is free, what is leased."""
    found = (
        select(
            OwedMessage.id,
            OwedMessage.account_id,
            (AccountQueue.leased & (AccountQueue.message_id == OwedMessage.id)).label("leased"),
        )
        .join(AccountQueue, AccountQueue.account_id == OwedMessage.account_id)
        .where(
            OwedMessage.account_id.in_(account_ids),
            OwedMessage.done_at.is_(None),
            OwedMessage.until.is_not(None),
            OwedMessage.key.startswith(key, autoescape=True),
        )
    )
    rows = (await session.execute(found)).all()
    return [row for row in rows if not row.leased], [row for row in rows if row.leased]


async def _reopen_portion(
    session: AsyncSession, row: Broadcast, now: datetime
) -> tuple[int, int | None]:
    """How many messages were opened again; who has blocked us once more keeps theirs closed."""
    takes = select(Account.id).where(Account.id == row.account_id, Account.blocked_at.is_(None))
    account_id = await session.scalar(takes.with_for_update(read=True))
    opened = 0 if account_id is None else await reopen(session, account_id, now)
    return opened, 0 if opened == PORTION else None
