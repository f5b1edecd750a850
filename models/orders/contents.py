"""What an order holds, as a few digits: whether it still holds what somebody has seen."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.orders.queries import OrderView
from models.orders.tables import OrderLine

Held = tuple[int, int, str]
"""An option, its pieces and its wish."""


def contents_of(order: OrderView) -> str:
    """Six hex digits over the things of the order, their pieces and their wishes."""
    return digits((line.option_id, line.quantity, line.wish) for line in order.live_lines)


def digits(held: Iterable[Held]) -> str:
    """Six hex digits over what is held, in any order."""
    return hashlib.sha256(msgspec.json.encode(sorted(held))).hexdigest()[:6]


async def contents_now(session: AsyncSession, order_ids: Collection[int]) -> dict[int, str]:
    """The digits of `contents_of` for each of the orders, in one statement."""
    lines = select(
        OrderLine.order_id, OrderLine.option_id, OrderLine.quantity, OrderLine.wish
    ).where(
        OrderLine.order_id.in_(order_ids),
        OrderLine.struck_at.is_(None),
        OrderLine.returned_at.is_(None),
    )
    held: dict[int, list[Held]] = {order_id: [] for order_id in order_ids}
    for row in await session.execute(lines):
        held[row[0]].append((row[1], row[2], row[3]))
    return {order_id: digits(things) for order_id, things in held.items()}
