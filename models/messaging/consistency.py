"""Whether what is next for each account agrees with what is owed to it."""

from __future__ import annotations

from sqlalchemy import Integer, cast, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.messaging.accounts import Account
from models.messaging.owed import AccountQueue, OwedMessage, ready_at, urgency
from models.reports.consistency import differences
from models.reports.figures import Check

IS_OPEN = OwedMessage.done_at.is_(None)
LEASED = select(AccountQueue.account_id).where(AccountQueue.leased)
NAMED = (
    select(AccountQueue.account_id, literal(1))
    .join(OwedMessage, OwedMessage.id == AccountQueue.message_id)
    .join(Account, Account.id == AccountQueue.account_id)
    .where(IS_OPEN)
)
CHECKS = (
    Check(
        "oldest open message of account",
        select(OwedMessage.account_id, func.min(OwedMessage.id))
        .where(IS_OPEN, OwedMessage.account_id.not_in(LEASED))
        .group_by(OwedMessage.account_id),
        select(AccountQueue.account_id, AccountQueue.message_id).where(
            AccountQueue.message_id.is_not(None), ~AccountQueue.leased
        ),
    ),
    Check(
        "whether what is next is an open message of the same account and channel, no less urgent",
        select(AccountQueue.account_id, literal(1)).where(AccountQueue.message_id.is_not(None)),
        NAMED.where(
            OwedMessage.account_id == AccountQueue.account_id,
            AccountQueue.urgency <= urgency(),
            AccountQueue.channel == Account.channel,
        ),
    ),
    Check(
        "whether what is next and not leased is ready when it is due",
        NAMED.where(~AccountQueue.leased),
        NAMED.where(~AccountQueue.leased, AccountQueue.ready_at == ready_at()),
    ),
    Check(
        "leases of nothing",
        select(AccountQueue.account_id, cast(literal(0), Integer)),
        select(AccountQueue.account_id, cast(literal(1), Integer)).where(
            AccountQueue.leased, AccountQueue.message_id.is_(None)
        ),
    ),
)


async def queue_discrepancies(session: AsyncSession) -> list[str]:
    """Every queue that disagrees with the messages, in plain English; none when all is right.

    As with the books, ask again before believing it, or ask while nothing is written.
    """
    return [line for check in CHECKS for line in await differences(session, check)]
