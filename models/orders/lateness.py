"""Windows that pass with an order still at the centre: noted once for each order and window."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, ForeignKey, and_, exists, func, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, insert_into
from models.kernel.calendar import DUBAI, dubai_day, dubai_moment
from models.kernel.facts import WindowPassed, record
from models.orders.delivery_slots import WindowSlot
from models.orders.queries import OrderView
from models.orders.states import MOVABLE
from models.orders.tables import Order

LOOKS_BACK = timedelta(days=3)
"""What has been late for longer is told of no more, as after a long pause of the shop."""
ENDS_AT = 7
"""The place (from 1) in a window's key, 16:00-20:00, at which its end begins."""


class WindowPass(Base):
    """A window that passed with the order still at the centre, of which everybody was told."""

    __tablename__ = "window_passes"

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    window: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[datetime]


def has_passed(day: date, window: str, now: datetime) -> bool:
    """Whether that window (16:00-20:00) of a day in Dubai has ended at `now` (UTC)."""
    return dubai_moment(day, time.fromisoformat(window[ENDS_AT - 1 :])) <= now


def passed_at(now: datetime) -> ColumnElement[bool]:
    """The condition on orders that their window has ended at `now` (UTC)."""
    today, clock = dubai_day(now), f"{now.astimezone(DUBAI):%H:%M}"
    ends = func.substr(Order.window, ENDS_AT)
    return and_(Order.day <= today, or_(Order.day < today, ends <= clock))


def is_still_late(order: OrderView, passed: WindowSlot) -> bool:
    """Whether the order is at the centre still, in the window that has passed."""
    slot = (passed.day, passed.window)
    return order.state in MOVABLE and (order.day, order.window) == slot


async def note_passed(acting: Acting, most: int = 100) -> int:
    """Note what became late since the last look, and record it; how many orders those are.

    Called late or twice, or by two processes at once, it does no harm: each is noted once.
    """
    session = acting.session
    noted_before = exists().where(
        WindowPass.order_id == Order.id,
        WindowPass.day == Order.day,
        WindowPass.window == Order.window,
    )
    late = (
        select(Order.id, Order.day, Order.window)
        .where(Order.state.in_(MOVABLE), Order.day >= dubai_day(acting.now - LOOKS_BACK))
        .where(passed_at(acting.now), ~noted_before)
        .order_by(Order.id)
        .limit(most)
    )
    noted = 0
    for order_id, day, window in (await session.execute(late)).all():
        if await note(acting, order_id, day, window):
            record(acting, WindowPassed(order_id, day, window))
            noted += 1
    return noted


async def note(acting: Acting, order_id: int, day: date, window: str) -> bool:
    """Note that the window has passed for the order; False where it was noted before."""
    noting = insert_into(acting.session, WindowPass).values(
        order_id=order_id, day=day, window=window, at=acting.now
    )
    noted = await acting.session.execute(
        noting.on_conflict_do_nothing().returning(WindowPass.order_id)
    )
    return noted.first() is not None
