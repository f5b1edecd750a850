"""What is next for each account: kept as data, and found by an index whatever is owed beside it.

Whoever opens or closes messages of an account holds its queue before and refreshes it after, so
that of two who do so at once the second sees what the first has done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    Integer,
    Select,
    and_,
    bindparam,
    case,
    false,
    func,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import Base, Moment, dialect_of, insert_for, insert_into, table_of
from models.kernel.prepared import prepared
from models.messaging.accounts import Account
from models.messaging.owed import (
    LEASED,
    URGENCIES,
    AccountQueue,
    OwedMessage,
    ready_at,
    urgency,
)

SET_BACK_AT_ONCE = 200
MANY = 20210715
"""Any number that nothing else on the same PostgreSQL locks."""
# Left are nested loops that look up each row by its key.
PLANS = ("seqscan", "bitmapscan", "hashjoin", "mergejoin", "material")
queues = AccountQueue.__table__.c
# Put together once: to build a statement anew costs more than to run it.
READY = (
    queues.channel == bindparam("channel"),
    queues.ready_at <= bindparam("now"),
    queues.message_id.is_not(None),
    queues.message_id.not_in(bindparam("but", expanding=True)),
)
FIRST_READY = prepared(
    select(queues.message_id)
    .where(queues.urgency == bindparam("level"), *READY)
    .order_by(queues.ready_at, queues.message_id)
    .limit(bindparam("room", type_=Integer))
    .with_for_update(skip_locked=True)
)
LEASE = prepared(
    update(table_of(AccountQueue))
    .where(queues.account_id.in_(bindparam("accounts", expanding=True)))
    .values(leased=True, ready_at=bindparam("until"), as_of=bindparam("now"))
)
ANY_READY = prepared(
    select(queues.account_id)
    .where(queues.urgency.in_(bindparam("levels", expanding=True)), *READY)
    .limit(1)
)
OF_THE_FUTURE = select(
    queues.account_id, queues.message_id, queues.leased, queues.ready_at, queues.as_of
).where(queues.as_of > bindparam("now"), queues.message_id.is_not(None))
"""The queues that were set when the clock was later than it is now."""
ANY_OF_THE_FUTURE = prepared(OF_THE_FUTURE.limit(1))
SOME_OF_THE_FUTURE = prepared(
    OF_THE_FUTURE.order_by(queues.as_of).limit(SET_BACK_AT_ONCE).with_for_update(skip_locked=True)
)


class SetBack(NamedTuple):
    """A queue of `OF_THE_FUTURE`."""

    account_id: int
    message_id: int
    leased: bool
    ready_at: datetime
    as_of: datetime


def is_postgres(session: AsyncSession) -> bool:
    """Whether the session's database is PostgreSQL."""
    return session.get_bind().dialect.name == "postgresql"


async def by_index(session: AsyncSession) -> None:
    """Find rows by an index until the commit, whatever PostgreSQL believes of its tables.

    It plans by statistics that may be those of an empty table, and keeps the plan.
    """
    if is_postgres(session):
        off = (func.set_config(f"enable_{plan}", "off", True) for plan in PLANS)
        await session.execute(select(*off))


async def hold_many(session: AsyncSession) -> None:
    """Be the only one, until the commit, who holds the queues of many accounts.

    On PostgreSQL two who hold them in different orders would wait for each other.
    """
    if is_postgres(session):
        await session.execute(select(func.pg_advisory_xact_lock(MANY)))


async def hold(session: AsyncSession, account_ids: Iterable[int]) -> None:
    """Nobody else opens or closes messages of these accounts until the commit.

    On SQLite whoever writes is alone already.
    """
    if is_postgres(session):
        await by_index(session)
        held = select(queues.account_id).where(queues.account_id.in_(sorted(set(account_ids))))
        await session.execute(held.order_by(queues.account_id).with_for_update())


async def line_up(session: AsyncSession, message_ids: Collection[int], now: datetime) -> None:
    """Put new messages, at most one an account, at the end of their accounts' queues.

    What is open of an account comes before it, but for what was given its id later, and is as
    urgent as it from then on: news does not wait until it is the turn of a reminder before it.
    """
    await by_index(session)
    asked = {"messages": sorted(message_ids), "now": now}
    await session.execute(line_up_statement(dialect_of(session)), asked)


@cache
def line_up_statement(dialect: str) -> Any:
    """The statement that puts `messages` at the end of their accounts' queues."""
    values: dict[str, Any] = {
        "account_id": OwedMessage.account_id,
        "channel": Account.channel,
        "message_id": OwedMessage.id,
        "urgency": urgency(),
        "ready_at": ready_at(),
        "as_of": bindparam("now", type_=Moment()),
        "leased": false(),
    }
    messages: BindParameter[int] = bindparam("messages", expanding=True)
    new = (
        select(*values.values())
        .join(Account, Account.id == OwedMessage.account_id)
        .where(OwedMessage.id.in_(messages), OwedMessage.outcome.is_(None))
        .order_by(OwedMessage.account_id)
    )
    inserting = insert_for(dialect, table_of(AccountQueue)).from_select(list(values), new)
    given = inserting.excluded
    is_empty = queues.message_id.is_(None)
    is_first = or_(is_empty, and_(queues.message_id > given.message_id, ~queues.leased))
    is_urgent = given.urgency < queues.urgency
    newer = {
        name: case((is_first, given[name]), else_=queues[name])
        for name in values
        if name != "account_id"
    }
    newer["urgency"] = case((or_(is_empty, is_urgent), given.urgency), else_=queues.urgency)
    return prepared(
        inserting.on_conflict_do_update(
            index_elements=["account_id"], set_=newer, where=or_(is_first, is_urgent)
        )
    )


async def make_queue(session: AsyncSession, account_id: int, now: datetime) -> None:
    """An empty queue for an account that has none yet."""
    values: dict[str, Any] = {
        "account_id": Account.id,
        "channel": Account.channel,
        "urgency": literal(URGENCIES[-1]),
        "ready_at": literal(now, Moment()),
        "as_of": literal(now, Moment()),
        "leased": false(),
    }
    account = select(*values.values()).where(Account.id == account_id)
    making = insert_into(session, AccountQueue).from_select(list(values), account)
    await session.execute(making.on_conflict_do_nothing(index_elements=["account_id"]))


async def refresh(
    session: AsyncSession, account_ids: Iterable[int], due_since: datetime | None = None
) -> None:
    """Let each of these queues, which are held, name its account's oldest open message.

    One that is leased stays where it is until it is done with. `due_since` (UTC) is when it was
    set for when they are due; without it that was when they were made.
    """
    asked = {"accounts": sorted(set(account_ids))}
    rows = [row for row in await session.execute(_beside_oldest(), asked) if _moves(row)]
    emptied = [row.account_id for row in rows if row.oldest is None]
    if emptied:
        await session.execute(
            update(AccountQueue)
            .where(AccountQueue.account_id.in_(emptied))
            .values(message_id=None, leased=False)
            .execution_options(synchronize_session=False)
        )
    oldest = {row.oldest: row for row in rows if row.oldest is not None}
    if oldest:
        found = select(
            *(OwedMessage.id, OwedMessage.made_at),
            *(urgency().label("urgency"), ready_at().label("ready_at")),
        ).where(OwedMessage.id.in_(sorted(oldest)))
        firsts = [
            _queue_row(oldest[one.id], one, due_since) for one in await session.execute(found)
        ]
        await set_each(session, AccountQueue, firsts)


@cache
def _beside_oldest() -> Select[Any]:
    """Some queues as they stand, whether what they name is open, and what is the oldest."""
    named = (
        select(OwedMessage.done_at.is_(None))
        .where(OwedMessage.id == queues.message_id)
        .scalar_subquery()
    )
    oldest = (
        select(OwedMessage.id)
        .where(OwedMessage.account_id == queues.account_id, OwedMessage.done_at.is_(None))
        .order_by(OwedMessage.id)
        .limit(1)
        .scalar_subquery()
    )
    return select(
        *(queues.account_id, queues.message_id, queues.urgency, queues.as_of, queues.leased),
        *(named.label("is_open"), oldest.label("oldest")),
    ).where(queues.account_id.in_(bindparam("accounts", expanding=True)))


def _moves(row: Any) -> bool:
    return not (row.leased and row.is_open)


def _queue_row(row: Any, first: Any, due_since: datetime | None) -> dict[str, Any]:
    """The queue as it is when this message is its first; as urgent as before, until it is empty."""
    urgency = first.urgency if row.message_id is None else min(row.urgency, first.urgency)
    return {
        "account_id": row.account_id,
        "message_id": first.id,
        "urgency": urgency,
        "ready_at": first.ready_at,
        "as_of": row.as_of if first.id == row.message_id else due_since or first.made_at,
        "leased": False,
    }


async def set_each(
    session: AsyncSession, table: type[Base], rows: Sequence[dict[str, Any]]
) -> None:
    """Set many rows of the table in one go; each names its key and what becomes of it."""
    setting = update(table).execution_options(synchronize_session=None)
    await session.execute(setting, list(rows))


async def first_ready(
    session: AsyncSession, channel: str, now: datetime, most: int, but: Collection[int]
) -> list[int]:
    """What is next for up to `most` accounts, most urgent first; nobody else gets it meanwhile."""
    found: list[int] = []
    for level in URGENCIES:
        room = most - len(found)
        if room <= 0:
            break
        asked = {"level": level, "room": room, **_ready_values(channel, now, but)}
        found += [row[0] for row in await session.execute(FIRST_READY, asked)]
    return found


async def take_leases(
    session: AsyncSession, account_ids: Collection[int], now: datetime, seconds: float
) -> None:
    """Lease what is next for these accounts, which nobody else has."""
    until = now + timedelta(seconds=seconds)
    asked = {"accounts": sorted(account_ids), "until": until, "now": now}
    await session.execute(LEASE, asked)


def _ready_values(channel: str, now: datetime, but: Collection[int]) -> dict[str, Any]:
    """The values of `READY`."""
    return {"channel": channel, "now": now, "but": sorted(but)}


async def is_any_ready(
    session: AsyncSession, channel: str, now: datetime, but: Collection[int]
) -> bool:
    """Whether `first_ready` would find anything, or the clock was set back; it only looks."""
    await by_index(session)
    asked = {"levels": list(URGENCIES), **_ready_values(channel, now, but)}
    if (await session.execute(ANY_READY, asked)).first() is not None:
        return True
    return (await session.execute(ANY_OF_THE_FUTURE, {"now": now})).first() is not None


async def keep_pauses(session: AsyncSession, now: datetime) -> None:
    """After the clock was set back: no message waits longer from now on than its own pause."""
    rows = [SetBack(*row) for row in await session.execute(SOME_OF_THE_FUTURE, {"now": now})]
    if not rows:
        return
    owed = select(OwedMessage.id, OwedMessage.due_at, OwedMessage.until)
    owed = owed.where(OwedMessage.id.in_([row.message_id for row in rows]))
    messages = {one.id: one for one in await session.execute(owed)}
    changes, dues = [], []
    for row in rows:
        message = messages[row.message_id]
        due_at = now + max(message.due_at - row.as_of, timedelta())
        ready = now + (row.ready_at - row.as_of) if row.leased else due_at
        if message.until is not None and not row.leased:
            ready = min(ready, message.until)
        changes.append({"account_id": row.account_id, "ready_at": ready, "as_of": now})
        dues.append({"id": row.message_id, "due_at": due_at})
    await set_each(session, AccountQueue, changes)
    await set_each(session, OwedMessage, dues)


async def leased_ones(
    session: AsyncSession, channels: Collection[str], but: Collection[int]
) -> dict[int, int]:
    """The messages in these channels that are leased, and are none of `but`, by their accounts."""
    await by_index(session)
    found = select(queues.account_id, queues.message_id).where(
        text(LEASED),
        queues.channel.in_(sorted(channels)),
        queues.message_id.not_in(sorted(but)),
    )
    rows = await session.execute(found)
    return {row.account_id: row.message_id for row in rows}


async def end_leases(
    session: AsyncSession, account_ids: Collection[int], message_ids: Collection[int]
) -> None:
    """Lease these messages to nobody any more; their accounts are held."""
    await session.execute(
        update(AccountQueue)
        .where(
            AccountQueue.account_id.in_(sorted(account_ids)),
            AccountQueue.message_id.in_(sorted(message_ids)),
        )
        .values(leased=False)
        .execution_options(synchronize_session=False)
    )
    await refresh(session, account_ids)
