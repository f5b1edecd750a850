"""The ledger: double entry, append-only; every event sums to zero.

Credits are negative, debits positive. What is due to a family is the credit of her account.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    String,
    UniqueConstraint,
    bindparam,
    insert,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id, dialect_of, insert_for, table_of
from models.kernel.money import NOTHING, Money, MoneyColumn, total

CASH = "cash"
DELIVERY_FEES = "delivery-fees"
CASH_DIFFERENCE = "cash-difference"
CENTRE_LOSSES = "centre-losses"
"""What the centre pays families for things that nobody bought in the end."""
EXTRA = "extra:"
"""What the accounts of surcharges and discounts begin with."""
BY_ORDER = "order:"
"""What the events of orders begin with."""


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


class Balance(Base):
    """What an account's entries come to, kept as they are booked; `by_orders` what orders booked.

    It is read where all of time is asked for, however many entries there are.
    """

    __tablename__ = "balances"

    account: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    by_orders: Mapped[Money]


def family_account(family_id: int) -> str:
    """The account of what is due to a family."""
    return f"family:{family_id}"


def extra_account(kind: str) -> str:
    """The account of what an order costs beside items and fee: a surcharge, or the discount."""
    return f"{EXTRA}{kind}"


async def book(
    acting: Acting, event: str, sides: Mapping[str, Money], *, order_id: int | None = None
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
            "at": acting.now,
            "order_id": order_id,
            "actor_id": acting.actor_id,
        }
        for account, amount in sorted(sides.items())
        if amount
    ]
    if rows:
        await acting.session.execute(insert(table_of(LedgerEntry)), rows)
        await move_balances(acting.session, rows)


async def move_balances(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let the accounts' balances follow what was booked, in the order of their names."""
    named: dict[str, Any] = {}
    for at, row in enumerate(rows):
        by_order = row["amount"] if row["event"].startswith(BY_ORDER) else NOTHING
        named |= {f"of{at}": row["account"], f"by{at}": row["amount"], f"orders{at}": by_order}
    await session.execute(move_balances_statement(dialect_of(session), len(rows)), named)


@cache
def move_balances_statement(dialect: str, count: int) -> Any:
    """The statement that moves so many balances."""
    balances = table_of(Balance)
    rows = [
        {
            "account": bindparam(f"of{at}", type_=String),
            "amount": bindparam(f"by{at}", type_=MoneyColumn),
            "by_orders": bindparam(f"orders{at}", type_=MoneyColumn),
        }
        for at in range(count)
    ]
    adding = insert_for(dialect, balances).values(rows)
    figures = ("amount", "by_orders")
    return adding.on_conflict_do_update(
        index_elements=["account"],
        set_={name: balances.c[name] + adding.excluded[name] for name in figures},
    )


async def book_delivery(
    acting: Acting, order_id: int, asked: Mapping[str, Money], taken: Money
) -> None:
    """An order was delivered: the cash that was taken, and all that was asked for, by account.

    That is each family in full, the fee and every other part. What the cash differs from it by is
    the centre's, never a family's.
    """
    sides = {account: -amount for account, amount in asked.items()}
    sides |= {CASH: taken, CASH_DIFFERENCE: total(asked.values()) - taken}
    event = f"order:{order_id}:delivered"
    await book(acting, event, sides, order_id=order_id)


async def due_to(session: AsyncSession, family_id: int) -> Money:
    """What is due to a family now."""
    return (await due_to_all(session, [family_id]))[family_id]


async def due_to_all(session: AsyncSession, family_ids: Collection[int]) -> dict[int, Money]:
    """What is due to each of the families now."""
    accounts = {family_account(family_id): family_id for family_id in family_ids}
    kept = select(Balance.account, Balance.amount).where(Balance.account.in_(accounts))
    due = dict.fromkeys(family_ids, NOTHING)
    return due | {accounts[row[0]]: -row[1] for row in await session.execute(kept)}


async def family_earnings(session: AsyncSession, family_id: int) -> Money:
    """What a family earned by sales in all; payouts do not lessen it."""
    kept = select(Balance.by_orders).where(Balance.account == family_account(family_id))
    return -(await session.scalar(kept) or NOTHING)
