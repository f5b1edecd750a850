"""What the ledger comes to, by the kinds of its accounts."""

from __future__ import annotations

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import Balance
from models.kernel.money import NOTHING, Money


class KindOfAccount(msgspec.Struct, frozen=True):
    """All accounts of a kind, such as `family`: how many, and what they come to.

    Debits are positive, credits negative: what is due to the families is below nothing.
    """

    what: str
    accounts: int
    amount: Money


async def balance_sheet(session: AsyncSession) -> list[KindOfAccount]:
    """Every kind of account by its name; the amounts of all of them sum to zero."""
    sums: dict[str, tuple[int, Money]] = {}
    for account, amount in await session.execute(select(Balance.account, Balance.amount)):
        kind = account.partition(":")[0]
        accounts, so_far = sums.get(kind, (0, NOTHING))
        sums[kind] = (accounts + 1, so_far + amount)
    return [KindOfAccount(kind, *of_kind) for kind, of_kind in sorted(sums.items())]
