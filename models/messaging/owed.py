"""The tables of what is owed: the messages, what is next for each account, what is being owed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, and_, case
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index

NEWS = "fact:"
"""What the keys of news begin with: it keeps its worth, unlike a reminder or a late reply."""
REPLIES = "reply:"
"""What the keys of late replies begin with: somebody is waiting for each."""
URGENCIES = (0, 1, 2)
"""Late replies, news, and the rest, in the order in which they are claimed."""
PORTION = 100
"""How many accounts or messages one transaction is about at most."""
# Written out, since SQLite uses a partial index only for the very words of its condition.
OPEN = "done_at IS NULL"
UNSENT = "outcome IN ('blocked', 'gave-up')"
BLOCKED = "outcome = 'blocked'"
IN_WORDS = "done_at IS NOT NULL AND reply <> ''"
WAITS = "message_id IS NOT NULL"
LEASED = "leased"


class OwedMessage(Base):
    """A reply that is owed to an account. `key` makes each thing owed once.

    It is open until `done_at`; `outcome` is then sent, waiting (stored for a page that has not
    shown it yet), blocked, gave-up, passed or withdrawn. `until` is when it loses its worth: it is
    not sent from then on.
    """

    __tablename__ = "owed_messages"
    __table_args__ = (
        partial_index("ix_owed_messages_account", "account_id", "id", where=OPEN),
        partial_index("ix_owed_messages_unsent", "id", where=UNSENT),
        partial_index("ix_owed_messages_blocked", "account_id", "id", where=BLOCKED),
        partial_index("ix_owed_messages_in_words", "done_at", where=IN_WORDS),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    key: Mapped[str] = mapped_column(unique=True)
    reply: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(default="")
    outcome: Mapped[str | None]
    done_at: Mapped[datetime | None]
    until: Mapped[datetime | None]


class AccountQueue(Base):
    """What is next for an account: its oldest open message, none when nothing is open.

    `ready_at` is when that may be claimed: once it is due or has lost its worth, or, while it is
    `leased`, once the lease runs out. `as_of` is when `ready_at` was set: on a clock that was set
    back since then, it tells how long the pause was. `urgency` is that of the most urgent message
    since the queue was last empty: what comes before it must not hold it up. Whoever changes which
    messages of an account are open holds its row.
    """

    __tablename__ = "account_queues"
    __table_args__ = (
        partial_index(
            *("ix_account_queues_next", "channel", "urgency", "ready_at", "message_id"),
            where=WAITS,
        ),
        partial_index("ix_account_queues_as_of", "as_of", where=WAITS),
        partial_index("ix_account_queues_leased", "channel", where=LEASED),
    )

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    channel: Mapped[str]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("owed_messages.id"))
    urgency: Mapped[int]
    ready_at: Mapped[datetime]
    as_of: Mapped[datetime]
    leased: Mapped[bool]


class Broadcast(Base):
    """Something that concerns many accounts and is done in portions; its row goes with the last.

    `what` is "owe" (`reply` to the subscribers who have been so since `since_before`, but for the
    person `but_id`, each under `key` with the account's id behind), "withdraw" (what is owed under
    keys that begin with `key`) or "reopen" (news that was kept for the account `account_id`).
    `position` is the last person or account that is done with.
    """

    __tablename__ = "broadcasts"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    what: Mapped[str]
    key: Mapped[str]
    reply: Mapped[str] = mapped_column(default="")
    until: Mapped[datetime | None]
    news: Mapped[bool] = mapped_column(default=False)
    since_before: Mapped[datetime | None]
    but_id: Mapped[int | None] = mapped_column(Id)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("accounts.id"))
    position: Mapped[int] = mapped_column(Id, default=0)


def open_ones(message_ids: Collection[int]) -> ColumnElement[bool]:
    """Those of these messages that are open, whatever they may be changed to meanwhile.

    Without statistics PostgreSQL takes the index of what is open for the smallest, and would read
    all of it to find an id: it is of no use where nothing is said of `done_at`.
    """
    return and_(OwedMessage.id.in_(sorted(message_ids)), OwedMessage.outcome.is_(None))


def urgency() -> ColumnElement[int]:
    """How urgent a message is, by its key."""
    key = OwedMessage.key
    return case((key.startswith(REPLIES), 0), (key.startswith(NEWS), 1), else_=2)


def ready_at() -> ColumnElement[Any]:
    """When a message may be claimed that is not leased: to be sent, or to be closed."""
    until, due_at = OwedMessage.until, OwedMessage.due_at
    return case((until < due_at, until), else_=due_at)
