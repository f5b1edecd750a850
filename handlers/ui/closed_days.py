"""Closed days in words: which, why, and that nothing is delivered on a day that was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from handlers.dialog.speech import Day, Name, Phrase, say
from handlers.ui.pick_up import Placed, for_order
from models.kernel.calendar import dubai_day
from models.orders.delivery_plan import Closure, DeliveryPlan
from models.orders.delivery_slots import WindowSlot


def closure_words(shut: Closure) -> Phrase:
    """From when to when it is closed, and why where that was said."""
    days = span_words(shut.first, shut.last)
    if not (shut.name_ar or shut.name_en):
        return say("closed-nameless", days=days)
    return say("closed-named", days=days, name=Name(shut.name_ar, shut.name_en))


def span_words(first: date, last: date) -> Phrase:
    """One day, or from one to the other."""
    if first == last:
        return say("day", day=Day(first))
    return say("days-from-to", first=Day(first), last=Day(last))


def closed_days(
    plan: DeliveryPlan, now: datetime, free: Sequence[WindowSlot], order: Placed
) -> list[Phrase]:
    """What is closed between today and the last of the order's free windows, a line each."""
    today = dubai_day(now)
    last = free[-1].day if free else today
    return [
        for_order(order, closure_words(shut))
        for shut in plan.closures
        if today <= shut.last and shut.first <= last
    ]


def why_not(plan: DeliveryPlan, day: date, order: Placed) -> Phrase:
    """Why the order cannot have that day: it is closed, or has no time left."""
    shut = plan.closure_on(day)
    why = say("closed-no-time", day=Day(day)) if shut is None else closure_words(shut)
    return for_order(order, why)
