"""Stock-taking: what is on hand is set by a count of what lies there."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.states import UNPACKED
from models.orders.tables import Order, OrderLine
from models.products.stock import Movement, Take, lock_stocked, staff_move


async def count_stock(
    acting: Acting, option_id: int, counted: int, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """Set what is on hand by a count of what lies there; out comes the difference that it made.

    What orders hold that are not packed yet lies there too and is sold already, so it is taken
    off: else an honest count would sell it again. Fewer pieces than that leave nothing on hand.
    Refuses: NotFound (also for what is made to order or withdrawn). ValueError for less than
    nothing.
    """
    if counted < 0:
        raise ValueError(f"nobody counts {counted} pieces")
    was = await lock_stocked(acting.session, option_id)
    change = max(counted - await set_aside(acting.session, option_id), 0) - was
    await staff_move(acting, Take(option_id, change), Movement.counted, terms)
    return change


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
