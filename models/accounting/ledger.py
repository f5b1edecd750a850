"""The ledger: double entry, append-only; every event sums to zero.

Credits are negative, debits positive. What is due to a family is the credit of her account.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

import msgspec
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
from models.kernel.prepared import prepared

CASH = "cash"
"""The centre's till."""
PURSE = "purse:"
"""What the accounts of the cash that people carry begin with."""
TILL = "till:"
"""What the accounts of the tills in the hall begin with."""
CARD = "card"
"""What went through the card terminal in the hall."""
DELIVERY_FEES = "delivery-fees"
CASH_DIFFERENCE = "cash-difference"
ROUNDING = "rounding"
"""What coins cannot pay of what orders come to."""
CENTRE_LOSSES = "centre-losses"
"""What the centre pays families for things that nobody bought in the end."""
EXTRA = "extra:"
"""What the accounts of surcharges and discounts begin with."""
BY_ORDER = "order:"
"""What the events of orders begin with."""
BY_SALE = "sale:"
"""What the events of sales in the hall begin with."""


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
    """What an account's entries come to, kept as they are booked.

    `by_orders` is what orders and sales in the hall booked of it.
    It is read where all of time is asked for, however many entries there are.
    """

    __tablename__ = "balances"

    account: Mapped[str] = mapped_column(primary_key=True)
    amount: Mapped[Money]
    by_orders: Mapped[Money]


entries = table_of(LedgerEntry)
ADD_ENTRY = prepared(
    insert(entries).values(
        {each.name: bindparam(each.name) for each in entries.c if each.name != "id"}
    )
)


def family_account(family_id: int) -> str:
    """The account of what is due to a family."""
    return f"family:{family_id}"


def purse_account(person_id: int) -> str:
    """The account of the cash that a person carries for the centre."""
    return f"{PURSE}{person_id}"


def till_account(till_id: int) -> str:
    """The account of the cash in a till of the hall."""
    return f"{TILL}{till_id}"


def cash_account(person_id: int | None) -> str:
    """Where the cash lies that this person takes or pays out: a purse, or the house's own till."""
    return CASH if person_id is None else purse_account(person_id)


def extra_account(kind: str) -> str:
    """The account of what an order costs beside items and fee: a surcharge, or the discount."""
    return f"{EXTRA}{kind}"


class Booking(msgspec.Struct, frozen=True):
    """An event with its sides by their accounts; `order_id` where it is about an order."""

    event: str
    sides: Mapping[str, Money]
    order_id: int | None = None


async def book(
    acting: Acting, event: str, sides: Mapping[str, Money], *, order_id: int | None = None
) -> None:
    """Write an event's sides down; a side of nothing is left out.

    Raises ValueError unless the sides sum to zero, and IntegrityError for an event that is booked
    already: both are defects of the caller.
    """
    await book_all(acting, [Booking(event, sides, order_id)])


async def book_all(acting: Acting, bookings: Iterable[Booking]) -> None:
    """Write several events down at once, as `book` does; the balances are moved once for all.

    One event after another would take an early account after a later one, and wait in a circle.
    """
    rows = [row for booking in bookings for row in rows_of(acting, booking)]
    if rows:
        await acting.session.execute(ADD_ENTRY, rows)
        await move_balances(acting.session, rows)


def rows_of(acting: Acting, booking: Booking) -> list[dict[str, Any]]:
    """The entries of the event. ValueError unless they sum to zero."""
    if total(booking.sides.values()) != NOTHING:
        raise ValueError(f"{booking.event} does not sum to zero: {dict(booking.sides)}")
    return [
        {
            "event": booking.event,
            "account": account,
            "amount": amount,
            "at": acting.now,
            "order_id": booking.order_id,
            "actor_id": acting.actor_id,
        }
        for account, amount in sorted(booking.sides.items())
        if amount
    ]


async def move_balances(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Let the accounts' balances follow what was booked, in the order of their names."""
    moved: dict[str, tuple[Money, Money]] = {}
    for row in rows:
        by_order = row["amount"] if row["event"].startswith((BY_ORDER, BY_SALE)) else NOTHING
        amount, orders = moved.get(row["account"], (NOTHING, NOTHING))
        moved[row["account"]] = (amount + row["amount"], orders + by_order)
    named: dict[str, Any] = {}
    for at, (account, (amount, orders)) in enumerate(sorted(moved.items())):
        named |= {f"of{at}": account, f"by{at}": amount, f"orders{at}": orders}
    await session.execute(move_balances_statement(dialect_of(session), len(moved)), named)


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
    return prepared(
        adding.on_conflict_do_update(
            index_elements=["account"],
            set_={name: balances.c[name] + adding.excluded[name] for name in figures},
        )
    )


class CashTaken(msgspec.Struct, frozen=True):
    """The cash that was taken for an order, beside what was `due` in coins; and who has it.

    `holder_id` is None where it lies in the centre's till.
    """

    amount: Money
    due: Money
    holder_id: int | None

    def sides(self, asked: Money) -> dict[str, Money]:
        """What is booked of it where an order comes to so much.

        What coins cannot pay and what was not taken is the centre's, never a family's.
        """
        return {
            cash_account(self.holder_id): self.amount,
            ROUNDING: asked - self.due,
            CASH_DIFFERENCE: self.due - self.amount,
        }


async def book_delivery(
    acting: Acting, order_id: int, asked: Mapping[str, Money], cash: CashTaken
) -> None:
    """An order was delivered: the cash that was taken, and all that was asked for, by account.

    That is each family in full, the fee and every other part.
    """
    sides = {account: -amount for account, amount in asked.items()}
    sides |= cash.sides(total(asked.values()))
    event = f"order:{order_id}:delivered"
    await book(acting, event, sides, order_id=order_id)


async def due_to(session: AsyncSession, family_id: int) -> Money:
    """What is due to a family now."""
    return (await due_to_all(session, [family_id]))[family_id]


AMOUNTS_OF = prepared(
    select(Balance.account, Balance.amount).where(
        Balance.account.in_(bindparam("accounts", expanding=True))
    )
)


async def due_to_all(session: AsyncSession, family_ids: Collection[int]) -> dict[int, Money]:
    """What is due to each of the families now."""
    accounts = {family_account(family_id): family_id for family_id in family_ids}
    due = dict.fromkeys(family_ids, NOTHING)
    kept = await session.execute(AMOUNTS_OF, {"accounts": list(accounts)})
    return due | {accounts[row[0]]: -row[1] for row in kept}


async def family_earnings(session: AsyncSession, family_id: int) -> Money:
    """What a family earned by sales in all; payouts do not lessen it."""
    kept = select(Balance.by_orders).where(Balance.account == family_account(family_id))
    return -(await session.scalar(kept) or NOTHING)
