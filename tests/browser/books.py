"""A look into the running shop's database."""

from __future__ import annotations

from sqlalchemy import func, select

from models.kernel.database import Database
from models.messaging.outbox import OwedMessage
from models.orders.tables import Order, OrderLine


async def orders(database: Database) -> list[tuple[str, str]]:
    """Number and state of every order."""
    async with database.read() as session:
        rows = await session.execute(select(Order.number, Order.state).order_by(Order.id))
        return [(number, state) for number, state in rows]


async def families_of(database: Database) -> set[int]:
    """The families of whatever was ordered."""
    async with database.read() as session:
        return set(await session.scalars(select(OrderLine.family_id)))


async def outcomes(database: Database) -> dict[str | None, int]:
    """How many owed messages came to which end."""
    async with database.read() as session:
        counted = select(OwedMessage.outcome, func.count()).group_by(OwedMessage.outcome)
        rows: list[tuple[str | None, int]] = [
            (outcome, count) for outcome, count in await session.execute(counted)
        ]
        return dict(rows)
