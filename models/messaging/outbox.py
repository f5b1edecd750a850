"""The outbox: messages owed, sent at least once, in order for each account."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal, cast

import msgspec
from sqlalchemy import (
    CursorResult,
    ForeignKey,
    Index,
    Select,
    and_,
    case,
    exists,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, aliased, mapped_column

from models.kernel.base import Base, Id
from models.kernel.portions import count_rows
from models.kernel.upsert import insert_into
from models.messaging.accounts import Account
from models.people.people import Language, Person

NEWS = "fact:"
"""What the keys of news begin with: it keeps its worth, unlike a reminder or a late reply."""
REPLIES = "reply:"
"""What the keys of late replies begin with: somebody is waiting for each."""
# Written out, since SQLite uses a partial index only for the very words of its condition.
UNSENT = "outcome IN ('blocked', 'gave-up')"
WITH_WORDS = "reply <> ''"


class OwedMessage(Base):
    """A reply that is owed to an account. `key` makes each thing owed once.

    It is open until `done_at`; `outcome` is then sent, waiting (stored for a page that has not
    shown it yet), blocked, gave-up, passed or withdrawn. `until` is when it loses its worth: it is
    not sent from then on.
    """

    __tablename__ = "owed_messages"
    __table_args__ = (
        Index(
            "ix_owed_messages_open",
            "due_at",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index(
            "ix_owed_messages_account",
            "account_id",
            "id",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index(
            "ix_owed_messages_until",
            "until",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
        Index(
            "ix_owed_messages_unsent",
            "id",
            sqlite_where=text(UNSENT),
            postgresql_where=text(UNSENT),
        ),
        Index(
            "ix_owed_messages_words",
            "done_at",
            sqlite_where=text(WITH_WORDS),
            postgresql_where=text(WITH_WORDS),
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    key: Mapped[str] = mapped_column(unique=True)
    reply: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str | None]
    done_at: Mapped[datetime | None]
    until: Mapped[datetime | None]


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


class Addressee(msgspec.Struct, frozen=True):
    """An account of a person, and whether they have blocked us."""

    account_id: int
    person_id: int
    language: Language
    blocked: bool = False


async def all_accounts_of(session: AsyncSession, person_ids: Collection[int]) -> list[Addressee]:
    """The accounts of these people, in order; who blocks us or not stays so until the commit."""
    held = (
        select(Account.id, Account.person_id, Person.language, Account.blocked_at.is_not(None))
        .join(Person, Person.id == Account.person_id)
        .where(Account.person_id.in_(sorted(set(person_ids))))
        .order_by(Account.id)
        .with_for_update(read=True, of=Account)
    )
    rows: Iterable[Sequence[Any]] = await session.execute(held)
    return [Addressee(*row) for row in rows]


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
    values = {
        "account_id": account_id,
        "key": key,
        "reply": reply_json,
        "made_at": now,
        "due_at": due_at or now,
        "tries": 0,
        "trouble": "",
        "outcome": "blocked" if blocked else None,
        "done_at": now if blocked else None,
    }
    inserting = insert_into(session, OwedMessage).values(values)
    owing = inserting.on_conflict_do_nothing(index_elements=["key"])
    added = await session.execute(owing.returning(OwedMessage.id))
    return added.first() is not None


async def owed_id(session: AsyncSession, key: str) -> int:
    """The id of what is owed under that key; raises NoResultFound."""
    found = await session.execute(select(OwedMessage.id).where(OwedMessage.key == key))
    return found.scalar_one()


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
    Two senders never hold the same message: the second one's conditional update finds it leased
    already. Each claim counts as a try. `but` are those that the caller is still sending, whatever
    has become of their leases. What has lost its worth meanwhile is closed instead.
    """
    passed = (OwedMessage.until <= now, _is_free(now), OwedMessage.id.not_in(sorted(but)))
    await _close(session, and_(*passed), "passed", now)
    claimed = await session.execute(
        update(OwedMessage)
        .where(
            OwedMessage.id.in_(
                _next_of_each(channel, now, but).order_by(_urgency(), OwedMessage.id).limit(most)
            ),
            OwedMessage.done_at.is_(None),
            _is_free(now),
        )
        .values(leased_until=now + timedelta(seconds=seconds), tries=OwedMessage.tries + 1)
        .returning(OwedMessage.id)
        .execution_options(synchronize_session=False)
    )
    return await _leased(session, sorted(claimed.scalars()))


async def is_any_due(
    session: AsyncSession, channel: str, now: datetime, but: Collection[int] = ()
) -> bool:
    """Whether `lease` would claim anything, or close it; it only looks."""
    found = _next_of_each(channel, now, but).limit(1)
    return (await session.execute(found)).first() is not None


async def free_leases(
    session: AsyncSession, channels: Collection[str], but: Collection[int] = ()
) -> int:
    """Free what a sender that is gone had claimed in these channels; how many messages it was.

    For the one process that may send, and knows that no other does. `but` are its own.
    """
    theirs = exists().where(
        Account.id == OwedMessage.account_id, Account.channel.in_(sorted(channels))
    )
    freed = await session.execute(
        update(OwedMessage)
        .where(
            OwedMessage.done_at.is_(None),
            OwedMessage.leased_until.is_not(None),
            OwedMessage.id.not_in(sorted(but)),
            theirs,
        )
        .values(leased_until=None)
        .execution_options(synchronize_session=False)
    )
    return cast(CursorResult[Any], freed).rowcount


async def release(session: AsyncSession, message_ids: Collection[int]) -> None:
    """Hand back messages that were claimed and are not being sent after all."""
    await session.execute(
        update(OwedMessage)
        .where(OwedMessage.id.in_(sorted(message_ids)), OwedMessage.done_at.is_(None))
        .values(leased_until=None)
        .execution_options(synchronize_session=False)
    )


def _urgency() -> Any:
    key = OwedMessage.key
    return case((key.startswith(REPLIES), 0), (key.startswith(NEWS), 1), else_=2)


def _next_of_each(channel: str, now: datetime, but: Collection[int]) -> Select[int]:
    """The ids of the messages that may be sent now, each the oldest open one of its account."""
    older = aliased(OwedMessage)
    is_oldest = ~exists().where(
        older.account_id == OwedMessage.account_id,
        older.id < OwedMessage.id,
        older.done_at.is_(None),
    )
    return (
        select(OwedMessage.id)
        .join(Account, Account.id == OwedMessage.account_id)
        .where(
            Account.channel == channel,
            OwedMessage.done_at.is_(None),
            OwedMessage.due_at <= now,
            _is_free(now),
            OwedMessage.id.not_in(sorted(but)),
            is_oldest,
        )
    )


def _is_free(now: datetime) -> Any:
    return or_(OwedMessage.leased_until.is_(None), OwedMessage.leased_until <= now)


async def _leased(session: AsyncSession, ids: list[int]) -> list[Leased]:
    found = (
        select(
            OwedMessage.id,
            OwedMessage.account_id,
            Account.external_id,
            Person.language,
            OwedMessage.reply,
            OwedMessage.tries,
            OwedMessage.until,
        )
        .join(Account, Account.id == OwedMessage.account_id)
        .join(Person, Person.id == Account.person_id)
        .where(OwedMessage.id.in_(ids))
        .order_by(_urgency(), OwedMessage.id)
    )
    rows = (await session.execute(found)).all()
    return [
        Leased(id_, account, external, spoken, reply, tries, until)
        for id_, account, external, spoken, reply, tries, until in rows
    ]


async def mark_sent(
    session: AsyncSession,
    message_id: int,
    now: datetime,
    outcome: Literal["sent", "waiting"] = "sent",
) -> None:
    """The message has arrived, or waits on a page that has not shown it yet."""
    await _close(session, OwedMessage.id == message_id, outcome, now)


async def mark_passed(session: AsyncSession, message_id: int, now: datetime) -> None:
    """It has lost its worth, and was not sent."""
    await _close(session, OwedMessage.id == message_id, "passed", now)


async def mark_failed(
    session: AsyncSession,
    message_id: int,
    retry_at: datetime,
    trouble: str,
    rest: str | None = None,
    *,
    counts: bool = True,
) -> None:
    """It did not arrive: again from `retry_at` (UTC) on, and only `rest` where a part did.

    `counts` is False where it only has to wait: then it was no try.
    """
    values: dict[str, Any] = {"due_at": retry_at, "leased_until": None, "trouble": trouble}
    if not counts:
        values["tries"] = OwedMessage.tries - 1
    if rest is not None:
        values["reply"] = rest
    await session.execute(
        update(OwedMessage)
        .where(OwedMessage.id == message_id, OwedMessage.done_at.is_(None))
        .values(values)
    )


async def mark_blocked(session: AsyncSession, account_id: int, now: datetime) -> None:
    """The person does not want our messages: none that is open is sent any more."""
    await session.execute(update(Account).where(Account.id == account_id).values(blocked_at=now))
    await _close(session, OwedMessage.account_id == account_id, "blocked", now)


async def mark_unblocked(session: AsyncSession, account_id: int, now: datetime) -> None:
    """The person takes our messages again: the news of meanwhile is brought after all.

    News whose words were forgotten since then, or that has lost its worth, stays with what could
    not be sent.
    """
    await session.execute(update(Account).where(Account.id == account_id).values(blocked_at=None))
    await session.execute(
        update(OwedMessage)
        .where(
            text(UNSENT),
            OwedMessage.account_id == account_id,
            OwedMessage.outcome == "blocked",
            OwedMessage.key.startswith(NEWS),
            OwedMessage.reply != "",
            or_(OwedMessage.until.is_(None), OwedMessage.until > now),
        )
        .values(outcome=None, done_at=None, due_at=now, tries=0, trouble="")
        .execution_options(synchronize_session=False)
    )


async def give_up(session: AsyncSession, message_id: int, now: datetime, trouble: str) -> None:
    """It cannot be sent: it goes into the list that staff see."""
    await _close(session, OwedMessage.id == message_id, "gave-up", now, trouble=trouble)


async def _close(
    session: AsyncSession, which: Any, outcome: str, now: datetime, **more: str
) -> None:
    await session.execute(
        update(OwedMessage)
        .where(which, OwedMessage.done_at.is_(None))
        .values(outcome=outcome, done_at=now, leased_until=None, **more)
        .execution_options(synchronize_session=False)
    )


async def forget_words(session: AsyncSession, before: datetime, most: int) -> int:
    """Drop the words of `most` of the messages that were done with before then (UTC).

    Out comes how many it were. Their rows stay, since they keep a thing from being owed twice.
    """
    old = (
        select(OwedMessage.id)
        .where(OwedMessage.done_at < before, text(WITH_WORDS))
        .order_by(OwedMessage.done_at)
        .limit(most)
    )
    emptied = update(OwedMessage).where(OwedMessage.id.in_(old)).values(reply="")
    return await count_rows(session, emptied)
