"""One reply to as many people as there may be, and how it is taken back."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Select,
    String,
    case,
    literal,
    or_,
    select,
    true,
    update,
)
from sqlalchemy import cast as cast_to
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import Moment
from models.kernel.upsert import insert_into
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage


async def owe_many(
    session: AsyncSession,
    person_ids: Select[int],
    key: str,
    reply_json: str,
    now: datetime,
    *,
    until: datetime | None = None,
    news: bool = False,
) -> int:
    """Owe one reply to every account of these people; how many messages that made.

    Each account's key is `key` with its id behind, and is owed once. From `until` (UTC) on it is
    not sent any more. Who has blocked us is left out, unless it is `news`, which waits for them
    until `mark_unblocked`. It is one statement: one for each account held SQLite's write lock for
    seconds.
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
    owing = inserting.on_conflict_do_nothing(index_elements=["key"])
    return cast(CursorResult[Any], await session.execute(owing)).rowcount


async def withdraw(session: AsyncSession, key: str, now: datetime) -> None:
    """Send nothing more of what has an `until` and is owed under keys that begin so.

    It may be owed again. What is being sent at this moment cannot be called back, but is not tried
    once more.
    """
    open_ones = (
        OwedMessage.key.startswith(key, autoescape=True),
        OwedMessage.until.is_not(None),
        OwedMessage.done_at.is_(None),
    )
    free = or_(OwedMessage.leased_until.is_(None), OwedMessage.leased_until <= now)
    freed_key = OwedMessage.key + ":withdrawn:" + cast_to(OwedMessage.id, String)
    closing = update(OwedMessage).where(*open_ones, free)
    await session.execute(
        closing.values(
            outcome="withdrawn", done_at=now, leased_until=None, key=freed_key
        ).execution_options(synchronize_session=False)
    )
    leased = update(OwedMessage).where(*open_ones)
    await session.execute(leased.values(until=now).execution_options(synchronize_session=False))
