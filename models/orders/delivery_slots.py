"""Delivery windows, each with a counted number of places: how many orders go out in it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import CheckConstraint, Integer, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, dialect_of, insert_for, table_of
from models.kernel.calendar import dubai_day, dubai_moment
from models.kernel.prepared import prepared
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import HALL, DeliveryWindow
from models.orders.delivery_plan import ANYWHERE, DeliveryPlan, Target


class WindowDay(Base):
    """How many orders go out in a window of a day: a counted place.

    What is fetched at the hall is counted apart: its windows stand with `hall ` before their key.
    """

    __tablename__ = "window_days"
    __table_args__ = (CheckConstraint("taken >= 0", name="taken"),)

    day: Mapped[date] = mapped_column(primary_key=True)
    window: Mapped[str] = mapped_column(primary_key=True)
    taken: Mapped[int] = mapped_column(default=0)


class WindowSlot(msgspec.Struct, frozen=True):
    """A window (its key) of a day in Dubai, and how many places are left in it."""

    day: date
    window: str
    left: int = 0


def delivery_days(
    plan: DeliveryPlan, lead_days: int, now: datetime, to: Target = ANYWHERE
) -> tuple[date, date]:
    """The first and the last day for what takes so long to make and goes there.

    The last one is the plan's days ahead, and moves on with a longer making time.
    """
    today = dubai_day(now)
    first = today + timedelta(days=plan.lead_to(to, lead_days))
    last = max(today, first - timedelta(days=plan.lead_days)) + timedelta(days=plan.days_ahead)
    return first, last


def counted_as(window: str, to: Target) -> str:
    """The key under which the orders of that window (16:00-20:00) that go there are counted."""
    return f"{HALL} {window}" if to.at_hall else window


TAKEN = prepared(
    select(WindowDay.day, WindowDay.window, WindowDay.taken).where(
        WindowDay.day.between(bindparam("first"), bindparam("last"))
    )
)


async def free_windows(
    session: AsyncSession,
    plan: DeliveryPlan,
    lead_days: int,
    now: datetime,
    most: int = 6,
    to: Target = ANYWHERE,
) -> list[WindowSlot]:
    """The next windows that still take an order, for that making time (days) and that place."""
    first, last = delivery_days(plan, lead_days, now, to)
    lead = plan.lead_to(to, lead_days)
    rows = await session.execute(TAKEN, {"first": first, "last": last})
    taken = {(day, window): places for day, window, places in rows}
    days = (first + timedelta(days=more) for more in range((last - first).days + 1))
    slots = (
        WindowSlot(day, window.key, window.places - taken.get((day, counted_as(window.key, to)), 0))
        for day in days
        for window in plan.windows_on(day, to)
        if now < plan.taken_until(day, window, lead, to)
    )
    return [slot for slot in slots if slot.left > 0][:most]


def has_begun(slot: WindowSlot, now: datetime) -> bool:
    """Whether the window, of today's terms or of others, has begun at that moment (UTC)."""
    starts = time.fromisoformat(slot.window.partition("-")[0])
    return dubai_moment(slot.day, starts) <= now


def check_slot(
    plan: DeliveryPlan, slot: WindowSlot, lead_days: int, now: datetime, to: Target = ANYWHERE
) -> DeliveryWindow:
    """The slot's window, when it still takes an order for that making time (days) and that place.

    Whether it has a place left is seen when one is taken. Refuses: NoWindow.
    """
    window = plan.window_on(slot.day, slot.window, to)
    first, last = delivery_days(plan, lead_days, now, to)
    until = plan.taken_until(slot.day, window, plan.lead_to(to, lead_days), to)
    if not first <= slot.day <= last or until <= now:
        raise NoWindow
    return window


async def hold_place(
    session: AsyncSession, slot: WindowSlot, places: int, to: Target = ANYWHERE
) -> None:
    """Take one of the window's places for an order that goes there. Refuses: NoWindow."""
    if places <= 0:
        raise NoWindow
    window = counted_as(slot.window, to)
    named = {"day": slot.day, "window": window, "taken": 1, "places": places}
    held = await session.execute(take_place_statement(dialect_of(session)), named)
    if held.first() is None:
        raise NoWindow


@cache
def take_place_statement(dialect: str) -> Any:
    """The statement that takes a place where there is one."""
    windows = table_of(WindowDay)
    return prepared(
        insert_for(dialect, windows)
        .on_conflict_do_update(
            index_elements=["day", "window"],
            set_={"taken": windows.c.taken + 1},
            where=windows.c.taken < bindparam("places", type_=Integer),
        )
        .returning(windows.c.taken)
    )


async def free_place(session: AsyncSession, slot: WindowSlot, to: Target = ANYWHERE) -> None:
    """Give the place of an order that goes there back."""
    await session.execute(
        update(WindowDay)
        .where(WindowDay.day == slot.day, WindowDay.window == counted_as(slot.window, to))
        .values(taken=WindowDay.taken - 1)
    )


async def move_place(
    session: AsyncSession, old: WindowSlot, new: WindowSlot, places: int, to: Target = ANYWHERE
) -> None:
    """Give the old place back and take the new one, for an order that goes there.

    Refuses: NoWindow.

    The earlier window comes first: two orders that change places would wait for each other.
    """
    old_first = (old.day, old.window) <= (new.day, new.window)
    if old_first:
        await free_place(session, old, to)
    await hold_place(session, new, places, to)
    if not old_first:
        await free_place(session, old, to)
