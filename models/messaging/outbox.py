"""The outbox: what is owed is claimed, sent at least once, in order for each account."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Literal, NamedTuple, cast

import msgspec
from sqlalchemy import ColumnElement, CursorResult, and_, bindparam, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.base import table_of
from models.kernel.portions import count_rows
from models.kernel.prepared import prepared
from models.messaging.accounts import Account
from models.messaging.owed import (
    BLOCKED,
    IN_WORDS,
    NEWS,
    PORTION,
    UNSENT,
    Broadcast,
    OwedMessage,
    open_ones,
)
from models.messaging.queues import (
    by_index,
    end_leases,
    first_ready,
    hold,
    hold_many,
    is_any_ready,
    keep_pauses,
    leased_ones,
    make_queue,
    refresh,
    take_leases,
)
from models.messaging.withdrawing import close_withdrawn, withdrawn_keys
from models.people.people import Language, Person

__all__ = ["NEWS", "UNSENT", "OwedMessage"]
ROUNDS = 5
Sent = Literal["sent", "waiting"]


class Leased(msgspec.Struct, frozen=True):
    """A message to be sent now: whom to, in which language, and the how-manieth try it is.

    `reply` is the JSON of `handlers.dialog.speech`; from `until` (UTC) on it is not to be sent any
    more.
    """

    id: int
    account_id: int
    external_id: str
    language: Language
    reply: str
    tries: int
    until: datetime | None = None


class Found(NamedTuple):
    """A message that is next for its account, and whom to."""

    id: int
    account_id: int
    reply: str
    tries: int
    until: datetime | None
    key: str
    external_id: str
    language: str


owed, accounts, people = table_of(OwedMessage), table_of(Account), table_of(Person)
OF_THESE = owed.c.id.in_(bindparam("ids", expanding=True))
FOUND: Any = prepared(
    select(*(owed.c[name] for name in Found._fields[:6]), accounts.c.external_id, people.c.language)
    .join_from(owed, accounts, accounts.c.id == owed.c.account_id)
    .join(people, people.c.id == accounts.c.person_id)
    .where(OF_THESE)
)
TRY = prepared(update(owed).where(OF_THESE).values(tries=owed.c.tries + 1))


async def lease(
    session: AsyncSession,
    channel: str,
    now: datetime,
    most: int,
    seconds: float,
    but: Collection[int] = (),
) -> list[Leased]:
    """Claim up to `most` messages of a channel for so many seconds, at most one an account.

    It is always the account's oldest open message; while that one is leased or not due yet,
    nothing newer overtakes it. Among accounts late replies come first, then news, then the rest.
    Two senders never hold the same message: what the first one claims or holds, the second one
    passes over. Each claim counts as a try. `but` are those that the caller is still sending,
    whatever has become of their leases. What has lost its worth meanwhile, or was withdrawn, is
    closed instead; where that is very much, the next calls do the rest.
    """
    await by_index(session)
    await keep_pauses(session, now)
    withdrawn = await withdrawn_keys(session)
    for left in reversed(range(ROUNDS)):
        found = await _read_messages(session, await first_ready(session, channel, now, most, but))
        worthy = await _worthy(session, found, withdrawn, now)
        if not left or len(worthy) == len(found):
            break
    return await _lease_messages(session, worthy, now, seconds)


async def is_any_due(
    session: AsyncSession, channel: str, now: datetime, but: Collection[int] = ()
) -> bool:
    """Whether `lease` would claim anything, or close it; it only looks."""
    return await is_any_ready(session, channel, now, but)


async def free_leases(
    session: AsyncSession, channels: Collection[str], but: Collection[int] = ()
) -> int:
    """Free what a sender that is gone had claimed in these channels; how many messages it was.

    For the one process that may send, and knows that no other does. `but` are its own.
    """
    await hold_many(session)
    theirs = await leased_ones(session, channels, but)
    await hold(session, theirs)
    await end_leases(session, theirs, theirs.values())
    return len(theirs)


async def release(session: AsyncSession, message_ids: Collection[int]) -> None:
    """Hand back messages that were claimed and are not being sent after all."""
    await end_leases(session, await _hold_accounts(session, message_ids), message_ids)


async def _read_messages(session: AsyncSession, ids: Sequence[int]) -> list[Found]:
    """The rows of the messages of these ids, in that order."""
    if not ids:
        return []
    by_id = {row[0]: Found(*row) for row in await session.execute(FOUND, {"ids": ids})}
    return [by_id[id_] for id_ in ids]


async def _worthy(
    session: AsyncSession, rows: Sequence[Found], withdrawn: tuple[str, ...], now: datetime
) -> list[Found]:
    """The rows of messages that are still to be sent; the others are closed."""
    gone = [row for row in rows if row.until is not None and row.key.startswith(withdrawn)]
    passed = [row for row in rows if row.until is not None and row.until <= now and row not in gone]
    if gone:
        await close_withdrawn(session, [row.id for row in gone], now)
    if passed:
        await _close(session, open_ones([row.id for row in passed]), "passed", now)
    closed = {row.account_id for row in (*gone, *passed)}
    if closed:
        await refresh(session, closed)
    return [row for row in rows if row.account_id not in closed]


async def _lease_messages(
    session: AsyncSession, rows: Sequence[Found], now: datetime, seconds: float
) -> list[Leased]:
    """Lease these, and count one more try of each."""
    if rows:
        await take_leases(session, [row.account_id for row in rows], now, seconds)
        await session.execute(TRY, {"ids": [row.id for row in rows]})
    return [
        Leased(
            id=row.id,
            account_id=row.account_id,
            external_id=row.external_id,
            language=row.language,
            reply=row.reply,
            tries=row.tries + 1,
            until=row.until,
        )
        for row in rows
    ]


async def mark_sent(
    session: AsyncSession, message_id: int, now: datetime, outcome: Sent = "sent"
) -> None:
    """The message has arrived, or waits on a page that has not shown it yet."""
    await mark_all_sent(session, {message_id: outcome}, now)


async def mark_all_sent(session: AsyncSession, outcomes: Mapping[int, Sent], now: datetime) -> None:
    """Each of these messages has arrived, or waits on a page that has not shown it yet."""
    accounts = await _hold_accounts(session, outcomes)
    for outcome in sorted(set(outcomes.values())):
        those = [id_ for id_, found in outcomes.items() if found == outcome]
        await _close(session, open_ones(those), outcome, now)
    await refresh(session, accounts)


async def mark_passed(session: AsyncSession, message_id: int, now: datetime) -> None:
    """Close a message that has lost its worth, and was not sent."""
    await _close_one(session, message_id, "passed", now)


async def give_up(session: AsyncSession, message_id: int, now: datetime, trouble: str) -> None:
    """Close a message that cannot be sent: it goes into the list that staff see."""
    await _close_one(session, message_id, "gave-up", now, trouble=trouble)


async def mark_failed(
    session: AsyncSession,
    message_id: int,
    retry_at: datetime,
    trouble: str,
    rest: str | None = None,
    *,
    counts: bool = True,
) -> None:
    """Owe again, from `retry_at` (UTC) on, what did not arrive; only `rest` where a part did.

    `counts` is False where it only has to wait: then it was no try.
    """
    values: dict[str, Any] = {"due_at": retry_at, "trouble": trouble}
    if not counts:
        values["tries"] = OwedMessage.tries - 1
    if rest is not None:
        values["reply"] = rest
    accounts = await _hold_accounts(session, [message_id])
    await session.execute(
        update(OwedMessage)
        .where(open_ones([message_id]))
        .values(values)
        .execution_options(synchronize_session=False)
    )
    await end_leases(session, accounts, [message_id])


async def mark_blocked(session: AsyncSession, account_id: int, now: datetime) -> None:
    """The person does not want our messages: none that is open is sent any more."""
    await session.execute(update(Account).where(Account.id == account_id).values(blocked_at=now))
    await hold(session, [account_id])
    theirs = and_(OwedMessage.account_id == account_id, OwedMessage.done_at.is_(None))
    await _close(session, theirs, "blocked", now)
    await refresh(session, [account_id])


async def mark_unblocked(session: AsyncSession, account_id: int, now: datetime) -> None:
    """The person takes our messages again: the news of meanwhile is brought after all.

    News whose words were forgotten since then, or that has lost its worth, stays with what could
    not be sent. Of very much news the rest follows in portions.
    """
    await session.execute(update(Account).where(Account.id == account_id).values(blocked_at=None))
    if await reopen(session, account_id, now) == PORTION:
        session.add(Broadcast(what="reopen", key=NEWS, account_id=account_id))
        await session.flush()


async def reopen(session: AsyncSession, account_id: int, now: datetime) -> int:
    """Bring a portion of the news after all that was kept for the account; how many these were."""
    await make_queue(session, account_id, now)
    await hold(session, [account_id])
    kept = (
        select(OwedMessage.id)
        .where(
            text(BLOCKED),
            OwedMessage.account_id == account_id,
            OwedMessage.key.startswith(NEWS),
            OwedMessage.reply != "",
            or_(OwedMessage.until.is_(None), OwedMessage.until > now),
        )
        .order_by(OwedMessage.id)
        .limit(PORTION)
    )
    opening = update(OwedMessage).where(OwedMessage.id.in_(kept.scalar_subquery()))
    opened = await session.execute(
        opening.values(
            outcome=None, done_at=None, due_at=now, tries=0, trouble=""
        ).execution_options(synchronize_session=False)
    )
    await refresh(session, [account_id], now)
    return cast(CursorResult[Any], opened).rowcount


async def _hold_accounts(session: AsyncSession, message_ids: Collection[int]) -> list[int]:
    """The accounts of these messages, now held."""
    if len(message_ids) > 1:
        await hold_many(session)
    await by_index(session)
    found = select(OwedMessage.account_id).where(OwedMessage.id.in_(sorted(message_ids)))
    accounts = list(await session.scalars(found))
    await hold(session, accounts)
    return accounts


async def _close_one(
    session: AsyncSession, message_id: int, outcome: str, now: datetime, **more: str
) -> None:
    accounts = await _hold_accounts(session, [message_id])
    await _close(session, open_ones([message_id]), outcome, now, **more)
    await refresh(session, accounts)


async def _close(
    session: AsyncSession, which: ColumnElement[bool], outcome: str, now: datetime, **more: str
) -> None:
    """Close these open ones; their accounts are held, and their queues to be refreshed."""
    await session.execute(
        update(OwedMessage)
        .where(which)
        .values(outcome=outcome, done_at=now, **more)
        .execution_options(synchronize_session=False)
    )


async def forget_words(session: AsyncSession, before: datetime, most: int = PORTION) -> int:
    """Drop the words of up to `most` messages that were done with before then (UTC); how many.

    Their rows stay, since they keep a thing from being owed twice.
    """
    await by_index(session)
    oldest = (
        select(OwedMessage.id)
        .where(text(IN_WORDS), OwedMessage.done_at < before)
        .order_by(OwedMessage.done_at)
        .limit(most)
    )
    chosen = OwedMessage.id.in_(oldest.scalar_subquery())
    return await count_rows(session, update(OwedMessage).where(chosen).values(reply=""))
