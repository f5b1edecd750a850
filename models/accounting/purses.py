"""The purses: the cash that people carry for the centre, as accounts of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.ledger import PURSE, Balance, LedgerEntry, purse_account
from models.kernel.money import NOTHING, Money
from models.kernel.paging import Page, page_of
from models.kernel.rows import RowReader


class Purse(msgspec.Struct, frozen=True):
    """The cash that a person carries; below nothing where more was handed over than was taken."""

    person_id: int
    amount: Money


class PurseEntry(msgspec.Struct, frozen=True):
    """What came into a purse, or left it (below nothing): by an order, a handing over, a charge."""

    event: str
    order_id: int | None
    amount: Money
    at: datetime


ENTRY = RowReader(
    PurseEntry,
    event=LedgerEntry.event,
    order_id=LedgerEntry.order_id,
    amount=LedgerEntry.amount,
    at=LedgerEntry.at,
)


async def purse_of(session: AsyncSession, person_id: int) -> Money:
    """The cash that the person carries."""
    kept = select(Balance.amount).where(Balance.account == purse_account(person_id))
    return await session.scalar(kept) or NOTHING


async def open_purses(session: AsyncSession) -> list[Purse]:
    """The purses that are not empty, by their people."""
    kept = select(Balance.account, Balance.amount).where(
        # A range, so that the key is read and not every account.
        Balance.account >= PURSE,
        Balance.account < PURSE[:-1] + chr(ord(PURSE[-1]) + 1),
        Balance.amount != NOTHING,
    )
    rows = await session.execute(kept)
    found = [Purse(int(account.removeprefix(PURSE)), amount) for account, amount in rows]
    return sorted(found, key=lambda purse: purse.person_id)


async def purse_entries(
    session: AsyncSession, person_id: int, page: int, per_page: int
) -> Page[PurseEntry]:
    """What came into the purse and left it, newest first."""
    mine = select(*ENTRY.columns).where(LedgerEntry.account == purse_account(person_id))
    some = mine.order_by(LedgerEntry.id.desc()).limit(per_page + 1).offset(page * per_page)
    rows: Sequence[Any] = (await session.execute(some)).all()
    return page_of(rows, ENTRY.read, page, per_page)
