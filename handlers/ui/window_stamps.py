"""A delivery window as ten digits, for button data."""

from __future__ import annotations

from datetime import datetime

from models.kernel.calendar import DUBAI
from models.orders.delivery_plan import DeliveryPlan, Target
from models.orders.delivery_slots import WindowSlot

STAMP = "%y%m%d%H%M"


def stamp_of(slot: WindowSlot) -> str:
    """A window as ten digits, for button data: its day and the hour at which it starts."""
    return f"{slot.day:%y%m%d}{slot.window[:5].replace(':', '')}"


def moment_of(stamp: str) -> datetime | None:
    """The moment at which the window of a stamp begins, or None for what is none."""
    if not (stamp.isascii() and stamp.isdigit()):
        return None
    try:
        return datetime.strptime(stamp, STAMP).replace(tzinfo=DUBAI)
    except ValueError:
        return None


def slot_of(stamp: str, plan: DeliveryPlan, to: Target) -> WindowSlot | None:
    """The window of a stamp, or None for one that the plan does not have."""
    start = moment_of(stamp)
    if start is None:
        return None
    day = start.date()
    keys = [each.key for each in plan.windows_on(day, to) if each.starts == start.time()]
    return WindowSlot(day, keys[0]) if keys else None
