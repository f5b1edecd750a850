"""To owe a message: it is written with what it tells of, behind its account's others."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import dialect_of, insert_for, table_of
from models.kernel.prepared import prepared
from models.messaging.owed import OwedMessage
from models.messaging.queues import line_up


class Owing(NamedTuple):
    """A reply (JSON) for an account, under its key; it waits where the account `blocked` us."""

    account_id: int
    key: str
    reply_json: str
    blocked: bool = False


async def owe(
    session: AsyncSession,
    account_id: int,
    key: str,
    reply_json: str,
    now: datetime,
    due_at: datetime | None = None,
    *,
    blocked: bool = False,
) -> bool:
    """Owe the account a reply, to be sent at once or from `due_at` (UTC) on.

    What is owed to somebody who has `blocked` us waits until `mark_unblocked`. Each key is owed
    once: False when it was owed before, and nothing is changed.
    """
    owing = Owing(account_id, key, reply_json, blocked)
    return bool(await owe_each(session, [owing], now, due_at))


async def owe_each(
    session: AsyncSession,
    all_owed: Iterable[Owing],
    now: datetime,
    due_at: datetime | None = None,
) -> int:
    """Owe each of them as `owe` does, in their order; how many were not owed before."""
    added, first = 0, dict[int, int]()
    for owing in all_owed:
        values = {
            "account_id": owing.account_id,
            "key": owing.key,
            "reply": owing.reply_json,
            "made_at": now,
            "due_at": due_at or now,
            "tries": 0,
            "trouble": "",
            "outcome": "blocked" if owing.blocked else None,
            "done_at": now if owing.blocked else None,
            "until": None,
        }
        made = (await session.execute(owe_statement(dialect_of(session)), values)).scalar()
        added += made is not None
        if made is not None and not owing.blocked:
            first.setdefault(owing.account_id, made)
    if first:
        # What is behind it in the same account's queue is found when it is done.
        await line_up(session, list(first.values()), now)
    return added


@cache
def owe_statement(dialect: str) -> Any:
    """The statement that owes a message whose key is new; its id comes out."""
    owed = table_of(OwedMessage)
    values = {each.name: bindparam(each.name, type_=each.type) for each in owed.c}
    del values["id"]
    inserting = insert_for(dialect, owed).values(values)
    owing = inserting.on_conflict_do_nothing(index_elements=["key"])
    return prepared(owing.returning(owed.c.id))


async def owed_id(session: AsyncSession, key: str) -> int:
    """The id of what is owed under that key; raises NoResultFound."""
    found = await session.execute(select(OwedMessage.id).where(OwedMessage.key == key))
    return found.scalar_one()
