"""A change of the plan of deliveries in words: which part, and what it was and is."""

from __future__ import annotations

import re
from datetime import date

from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Arg, Day, Phrase, say
from handlers.ui.closed_days import span_words
from handlers.ui.order_lines import time_at
from handlers.ui.weekdays import weekday_name, weekday_names
from models.kernel.facts import DeliveryPlanChanged
from models.kernel.money import read_money
from models.kernel.shop_terms import EMIRATES, HALL
from models.orders.delivery_plan import WEEKDAYS

ABOUT = 40
IS_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ANY_DAY = date(2026, 1, 5)
PLAN_PARTS = (
    *("window-added", "window-removed", "week-copied"),
    *("closed", "opened", "season-added", "season-removed"),
    *("fee", "lead-days", "days-ahead", "free-above", "cutoff-hours"),
    *("zone-added", "zone-removed", "zone-fee", "zone-lead-days", "zone-weekdays"),
    *("hall-offered", "hall-closed", "hall-place", "hall-lead-days"),
)
HOURS = ("window-added", "window-removed")
SUMS = ("fee", "free-above", "zone-fee")
DAYS = ("lead-days", "days-ahead", "zone-lead-days", "hall-lead-days")


def plan_part(fact: DeliveryPlanChanged) -> Phrase:
    """The part that was changed, and of what; one of another day is called by its key."""
    if fact.what not in PLAN_PARTS:
        return say("changed-other", part=cut(fact.what, ABOUT))
    return say(f"changed-plan-{fact.what}", about=about_words(fact.about))


def about_words(about: str) -> Arg:
    """A weekday (with its season), days, an emirate or an area, of the fact's own key."""
    days = [date.fromisoformat(part) for part in about.split() if IS_DAY.fullmatch(part)]
    first, *_ = about.split() or [""]
    if first.isdecimal() and int(first) in WEEKDAYS:
        weekday = weekday_name(int(first))
        if about.endswith(HALL):
            return say("changed-plan-of-hall", weekday=weekday)
        return (
            say("changed-plan-of-season", weekday=weekday, first=Day(days[0])) if days else weekday
        )
    if days:
        return span_words(days[0], days[-1])
    return say(f"emirate-{about}") if about in EMIRATES else cut(about, ABOUT)


def plan_value(what: str, value: str) -> Arg | None:
    """One value of a part of the plan; None where none was kept."""
    if not value:
        return say("delivery-free-never") if what == "free-above" else None
    if what in HOURS:
        starts, _, ends = value.partition(" ")[0].partition("-")
        return say("delivery-hours", starts=time_at(ANY_DAY, starts), ends=time_at(ANY_DAY, ends))
    if what in SUMS:
        return Amount(read_money(value))
    if what in DAYS:
        return say("history-lead-count", count=int(value))
    if what == "zone-weekdays":
        days = [int(digit) for digit in value if digit.isdecimal()]
        return weekday_names(days or WEEKDAYS)
    return cutoff_words(value) if what == "cutoff-hours" else cut(value, ABOUT)


def cutoff_words(value: str) -> Phrase:
    """Until when orders are taken: so many hours before, and until an hour of the last day."""
    hours, _, at = value.partition(" ")
    if at:
        return say("delivery-cutoff-at", at=time_at(ANY_DAY, at[:5]))
    return say("delivery-cutoff-hours", hours=int(hours))
