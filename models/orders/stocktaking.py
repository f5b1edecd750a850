"""Stock-taking: what lies at the centre and is sold already."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.orders.states import UNPACKED
from models.orders.tables import Order, OrderLine


async def set_aside(session: AsyncSession, option_id: int) -> int:
    """How many pieces orders hold that are not packed yet."""
    held = (
        select(func.coalesce(func.sum(OrderLine.quantity), 0))
        .join(Order, Order.id == OrderLine.order_id)
        .where(
            OrderLine.option_id == option_id,
            OrderLine.struck_at.is_(None),
            Order.state.in_(UNPACKED),
        )
    )
    return int(await session.scalar(held) or 0)
