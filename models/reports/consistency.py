"""Whether the books agree with each other: what the shop's rules promise, summed both ways."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from models.reports.fact_checks import FACT_CHECKS
from models.reports.family_checks import FAMILY_CHECKS
from models.reports.figures import Check
from models.reports.goods_checks import GOODS_CHECKS
from models.reports.hall_checks import HALL_CHECKS
from models.reports.inbox_checks import INBOX_CHECKS
from models.reports.money_checks import MONEY_CHECKS
from models.reports.order_checks import ORDER_CHECKS
from models.reports.purse_checks import PURSE_CHECKS
from models.reports.receipt_checks import RECEIPT_CHECKS
from models.reports.run_checks import RUN_CHECKS
from models.reports.stock_checks import STOCK_CHECKS

CHECKS: tuple[Check, ...] = (
    *FACT_CHECKS,
    *STOCK_CHECKS,
    *ORDER_CHECKS,
    *FAMILY_CHECKS,
    *MONEY_CHECKS,
    *PURSE_CHECKS,
    *RUN_CHECKS,
    *HALL_CHECKS,
    *RECEIPT_CHECKS,
    *GOODS_CHECKS,
    *INBOX_CHECKS,
)


async def discrepancies(session: AsyncSession) -> list[str]:
    """Every place where the books disagree, in plain English; none when all is right.

    While others write, ask in a `Database.snapshot`: an order that is placed between two of the
    sums would else show as a difference on PostgreSQL.
    """
    return [line for check in CHECKS for line in await differences(session, check)]


async def differences(session: AsyncSession, check: Check) -> list[str]:
    """Where the check's two figures differ."""
    expected = by_key(await session.execute(check.expected))
    found = by_key(await session.execute(check.found))
    return [
        f"{check.what} {', '.join(map(str, key))}: {found.get(key, 0)}, not {expected.get(key, 0)}"
        for key in sorted(expected.keys() | found.keys(), key=str)
        if found.get(key, 0) != expected.get(key, 0)
    ]


def by_key(rows: Iterable[Sequence[Any]]) -> dict[tuple[Any, ...], int]:
    """The last column of each row as a number, under all that stand before it."""
    return {tuple(row[:-1]): int(row[-1] or 0) for row in rows}
