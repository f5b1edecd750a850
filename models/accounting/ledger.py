"""The ledger: double entry, append-only; every event sums to zero.

Credits are negative, debits positive. What is due to a family is the credit of her account.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id
from models.kernel.money import NOTHING, Money, total

CASH = "cash"
DELIVERY_FEES = "delivery-fees"
CASH_DIFFERENCE = "cash-difference"


class LedgerEntry(Base):
    """One side of an event. An event's account appears once, so an event is booked once."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        UniqueConstraint("event", "account"),
        CheckConstraint("amount <> 0", name="amount"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    event: Mapped[str]
    account: Mapped[str] = mapped_column(index=True)
    amount: Mapped[Money]
    at: Mapped[datetime]
    order_id: Mapped[int | None] = mapped_column(ForeignKey("orders.id"), index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))


def family_account(family_id: int) -> str:
    """The account of what is due to a family."""
    return f"family:{family_id}"


async def book(
    session: AsyncSession,
    event: str,
    sides: Mapping[str, Money],
    now: datetime,
    *,
    order_id: int | None = None,
    actor_id: int | None = None,
) -> None:
    """Write an event's sides down; a side of nothing is left out.

    Raises ValueError unless the sides sum to zero, and IntegrityError for an event that is booked
    already: both are defects of the caller.
    """
    if total(sides.values()) != NOTHING:
        raise ValueError(f"{event} does not sum to zero: {dict(sides)}")
    rows = [
        {
            "event": event,
            "account": account,
            "amount": amount,
            "at": now,
            "order_id": order_id,
            "actor_id": actor_id,
        }
        for account, amount in sorted(sides.items())
        if amount
    ]
    if rows:
        await session.execute(insert(LedgerEntry), rows)


async def book_delivery(
    session: AsyncSession,
    order_id: int,
    families: Mapping[int, Money],
    fee: Money,
    taken: Money,
    actor_id: int | None,
    now: datetime,
) -> None:
    """An order was delivered: the cash that was taken, the fee, and each family in full.

    What the cash differs from the total by is the centre's, never a family's.
    """
    asked = total(families.values()) + fee
    sides = {family_account(family_id): -amount for family_id, amount in families.items()}
    sides |= {CASH: taken, DELIVERY_FEES: -fee, CASH_DIFFERENCE: asked - taken}
    event = f"order:{order_id}:delivered"
    await book(session, event, sides, now, order_id=order_id, actor_id=actor_id)


async def balance(
    session: AsyncSession,
    account: str,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Money:
    """The account's balance of a time (from `since`, before `until`, UTC), or of all time."""
    summed = select(func.coalesce(func.sum(LedgerEntry.amount), 0)).where(
        LedgerEntry.account == account
    )
    if since is not None:
        summed = summed.where(LedgerEntry.at >= since)
    if until is not None:
        summed = summed.where(LedgerEntry.at < until)
    found = await session.scalar(summed)
    return found if isinstance(found, Money) else Money(int(found or 0))


async def due_to(session: AsyncSession, family_id: int) -> Money:
    """What is due to a family now."""
    return -await balance(session, family_account(family_id))


async def earned(
    session: AsyncSession,
    family_id: int,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Money:
    """What a family earned by sales in a time (UTC); payouts do not lessen it."""
    summed = select(func.coalesce(func.sum(LedgerEntry.amount), 0)).where(
        LedgerEntry.account == family_account(family_id), LedgerEntry.event.like("order:%")
    )
    if since is not None:
        summed = summed.where(LedgerEntry.at >= since)
    if until is not None:
        summed = summed.where(LedgerEntry.at < until)
    found = await session.scalar(summed)
    return -found if isinstance(found, Money) else Money(-int(found or 0))
