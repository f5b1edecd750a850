"""The plan of deliveries in words: weekdays, windows, and what holds."""

from __future__ import annotations

from datetime import date, datetime

from handlers.dialog.speech import Amount, Name, Phrase, TimeOfDay, say
from handlers.ui.closed_days import closure_words, span_words
from handlers.ui.order_lines import stack, time_at
from handlers.ui.weekdays import in_line, weekday_names
from models.kernel.calendar import dubai_day
from models.kernel.shop_terms import DeliveryWindow
from models.orders.delivery_plan import WEEKDAYS, DeliveryPlan, Season, Week, Windows

SOME = 3
ANY_DAY = date(2026, 1, 5)


def hours_of(window: DeliveryWindow) -> Phrase:
    """From when to when."""
    starts, _, ends = window.key.partition("-")
    return say("delivery-hours", starts=clock(starts), ends=clock(ends))


def clock(at: str) -> TimeOfDay:
    """A time of day such as 16:00, as it is spoken."""
    return time_at(ANY_DAY, at)


def window_line(window: DeliveryWindow) -> Phrase:
    """A window, and how many orders go out in it."""
    return say("delivery-window", hours=hours_of(window), count=window.places)


NO_WINDOWS = say("delivery-no-windows")


def week_lines(week: Week, none: Phrase = NO_WINDOWS) -> list[Phrase]:
    """The windows of the week, a line for all weekdays that are alike; `none` for no windows."""
    alike: dict[Windows, list[int]] = {}
    for weekday in WEEKDAYS:
        alike.setdefault(week[weekday], []).append(weekday)
    return [
        say("delivery-day-line", days=weekday_names(days), windows=windows_words(windows, none))
        for windows, days in alike.items()
    ]


def windows_words(windows: Windows, none: Phrase) -> Phrase:
    """The hours of the windows in a line, or that there are none."""
    return in_line([hours_of(window) for window in windows]) if windows else none


def plan_words(plan: DeliveryPlan, now: datetime) -> Phrase:
    """What holds: the week, what is closed next, until when orders are taken, what is free."""
    season = plan.season_on(dubai_day(now))
    lines = [*season_lines(season), *week_lines(season.week if season else plan.week)]
    return stack(*lines, *closed_next(plan, now), *rule_lines(plan))


def season_lines(season: Season | None) -> list[Phrase]:
    """That another week holds now, and which."""
    return [] if season is None else [season_words(season)]


def season_words(season: Season) -> Phrase:
    """A week of its own: what for, from when to when."""
    days = span_words(season.first, season.last)
    return say("delivery-season", name=Name(season.name_ar, season.name_en), days=days)


def closed_next(plan: DeliveryPlan, now: datetime) -> list[Phrase]:
    """The next closed days."""
    today = dubai_day(now)
    ahead = [closure_words(shut) for shut in plan.closures if shut.last >= today]
    return ahead[:SOME]


def rule_lines(plan: DeliveryPlan) -> list[Phrase]:
    """The earliest and the last day, until when orders are taken, and from when it is free."""
    lines = [say("delivery-lead", days=plan.lead_days), say("delivery-ahead", days=plan.days_ahead)]
    lines += cutoff_lines(plan)
    if plan.free_above is not None:
        lines.append(say("delivery-free", amount=Amount(plan.free_above)))
    return lines


def cutoff_lines(plan: DeliveryPlan) -> list[Phrase]:
    """Until when an order for a window is taken; nothing where that is until it begins."""
    lines = []
    if plan.cutoff_at is not None:
        lines.append(say("delivery-cutoff-at", at=clock(f"{plan.cutoff_at:%H:%M}")))
    if plan.cutoff_hours:
        lines.append(say("delivery-cutoff-hours", hours=plan.cutoff_hours))
    return lines
