"""What managers change in the plan of deliveries, one thing at a time; each change is a fact.

Every operation gives the plan as it is then. Refuses: NotFound where a thing is not there (any
more), AlreadyThere where it would lie over another one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Any, Literal, Protocol, TypeVar

import msgspec

from models.kernel.acting import Acting
from models.kernel.facts import DeliveryPlanChanged
from models.kernel.money import Money
from models.kernel.refusals import AlreadyThere, NotFound
from models.kernel.shop_terms import EMIRATES, DeliveryWindow, ShopTerms
from models.orders.delivery_plan import (
    WEEKDAYS,
    Closure,
    DeliveryPlan,
    Season,
    Week,
    Windows,
    in_order,
)
from models.orders.saved_plan import change_plan

put = msgspec.structs.replace


class Span(Protocol):
    """Days from first to last."""

    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date: ...


WeekOf = date | Literal["hall"] | None
"""Whose week it is: the one that holds always, a season's by its first day, or the hall's."""
D = TypeVar("D", bound=Span)
Tell = Callable[[DeliveryPlan], DeliveryPlanChanged]


async def add_window(
    acting: Acting,
    terms: ShopTerms,
    weekday: int,
    window: DeliveryWindow,
    season: WeekOf = None,
) -> DeliveryPlan:
    """Deliver in that window on that weekday (0 is Monday), or let orders be fetched in it.

    Refuses AlreadyThere where it would lie over another window of that day.
    """

    def add(windows: Windows) -> Windows:
        if any(lie_over(window, other) for other in windows):
            raise AlreadyThere("window")
        return in_order((*windows, window))

    told = DeliveryPlanChanged("window-added", weekday_key(weekday, season), now=window_key(window))
    return await change_weekday(acting, terms, weekday, season, add, lambda _before: told)


async def remove_window(
    acting: Acting, terms: ShopTerms, weekday: int, key: str, season: WeekOf = None
) -> DeliveryPlan:
    """Deliver no more in the window of that key on that weekday. Refuses: NotFound."""

    def remove(windows: Windows) -> Windows:
        kept = tuple(window for window in windows if window.key != key)
        if kept == windows:
            raise NotFound("window")
        return kept

    told = DeliveryPlanChanged("window-removed", weekday_key(weekday, season), was=key)
    return await change_weekday(acting, terms, weekday, season, remove, lambda _before: told)


async def copy_weekday(
    acting: Acting,
    terms: ShopTerms,
    weekday: int,
    to: Sequence[int],
    season: WeekOf = None,
) -> DeliveryPlan:
    """Give those weekdays the windows of that one. Refuses: NotFound."""

    def copy(week: Week) -> Week:
        return tuple(week[weekday] if day in to else week[day] for day in WEEKDAYS)

    check_weekday(weekday)
    told = DeliveryPlanChanged("week-copied", weekday_key(weekday, season))
    return await change_week(acting, terms, season, copy, lambda _before: told)


async def change_weekday(
    acting: Acting,
    terms: ShopTerms,
    weekday: int,
    season: WeekOf,
    change: Callable[[Windows], Windows],
    tell: Tell,
) -> DeliveryPlan:
    """Change the windows of one weekday, always, in a season or at the hall."""
    check_weekday(weekday)

    def change_day(week: Week) -> Week:
        return tuple(change(week[day]) if day == weekday else week[day] for day in WEEKDAYS)

    return await change_week(acting, terms, season, change_day, tell)


async def change_week(
    acting: Acting,
    terms: ShopTerms,
    season: WeekOf,
    change: Callable[[Week], Week],
    tell: Tell,
) -> DeliveryPlan:
    """Change the week that holds always, the hall's, or that of the season that begins so."""

    def change_it(plan: DeliveryPlan) -> DeliveryPlan:
        if season is None:
            return put(plan, week=change(plan.week))
        if isinstance(season, str):
            return put(plan, pick_up=put(plan.pick_up, week=change(plan.pick_up.week)))
        found = season_from(plan, season)
        changed = put(found, week=change(found.week))
        seasons = tuple(changed if each is found else each for each in plan.seasons)
        return put(plan, seasons=seasons)

    return await change_plan(acting, terms, change_it, tell)


async def close_days(acting: Acting, terms: ShopTerms, closure: Closure) -> DeliveryPlan:
    """Deliver nothing on these days. Refuses AlreadyThere where one of them is closed already."""
    told = DeliveryPlanChanged("closed", span_key(closure), now=closure.name_ar or closure.name_en)
    return await change_plan(
        acting,
        terms,
        lambda plan: put(plan, closures=with_span(plan.closures, closure, "closure")),
        lambda _before: told,
    )


async def open_days(acting: Acting, terms: ShopTerms, first: date, last: date) -> DeliveryPlan:
    """Deliver again on the days that were closed as one. Refuses: NotFound."""
    told = DeliveryPlanChanged("opened", span_key(Closure(first, last)))
    return await change_plan(
        acting,
        terms,
        lambda plan: put(plan, closures=without_span(plan.closures, first, last, "closure")),
        lambda _before: told,
    )


async def add_season(
    acting: Acting, terms: ShopTerms, first: date, last: date, name_ar: str, name_en: str
) -> DeliveryPlan:
    """Give these days a week of their own, which begins as the one that holds always.

    Refuses AlreadyThere where one of them has one already.
    """

    def add(plan: DeliveryPlan) -> DeliveryPlan:
        season = Season(first, last, plan.week, name_ar, name_en)
        return put(plan, seasons=with_span(plan.seasons, season, "season"))

    told = DeliveryPlanChanged(
        "season-added", span_key(Closure(first, last)), now=name_ar or name_en
    )
    return await change_plan(acting, terms, add, lambda _before: told)


async def remove_season(acting: Acting, terms: ShopTerms, first: date) -> DeliveryPlan:
    """Let the week that holds always hold again from that day on. Refuses: NotFound."""

    def remove(plan: DeliveryPlan) -> DeliveryPlan:
        found = season_from(plan, first)
        return put(plan, seasons=tuple(each for each in plan.seasons if each is not found))

    told = DeliveryPlanChanged("season-removed", first.isoformat())
    return await change_plan(acting, terms, remove, lambda _before: told)


async def set_fee(acting: Acting, terms: ShopTerms, emirate: str, fee: Money) -> DeliveryPlan:
    """Deliver to that emirate for that fee. Refuses: NotFound."""
    if emirate not in EMIRATES:
        raise NotFound("emirate")
    return await change_plan(
        acting,
        terms,
        lambda plan: put(plan, fees={**plan.fees, emirate: fee}),
        lambda plan: DeliveryPlanChanged("fee", emirate, str(plan.fees[emirate]), str(fee)),
    )


async def set_rule(acting: Acting, terms: ShopTerms, **rule: Any) -> DeliveryPlan:
    """Set lead_days, days_ahead, free_above or both parts of the cut-off."""

    def tell(plan: DeliveryPlan) -> DeliveryPlanChanged:
        before = {part: getattr(plan, part) for part in rule}
        return DeliveryPlanChanged(
            next(iter(rule)).replace("_", "-"), was=values_key(before), now=values_key(rule)
        )

    return await change_plan(acting, terms, lambda plan: put(plan, **rule), tell)


async def set_cutoff(
    acting: Acting, terms: ShopTerms, hours: int = 0, at: time | None = None
) -> DeliveryPlan:
    """Take orders until so many hours before a window, or until a time of the last day for it."""
    return await set_rule(acting, terms, cutoff_hours=hours, cutoff_at=at)


def check_weekday(weekday: int) -> None:
    """Refuse (NotFound) what is no weekday."""
    if weekday not in WEEKDAYS:
        raise NotFound("weekday")


def season_from(plan: DeliveryPlan, first: date) -> Season:
    """The season that begins on that day. Refuses: NotFound."""
    for season in plan.seasons:
        if season.first == first:
            return season
    raise NotFound("season")


def with_span(spans: Sequence[D], new: D, what: str) -> tuple[D, ...]:
    """The spans with one more, in order. Refuses: AlreadyThere."""
    if any(new.first <= span.last and span.first <= new.last for span in spans):
        raise AlreadyThere(what)
    return tuple(sorted((*spans, new), key=lambda span: span.first))


def without_span(spans: Sequence[D], first: date, last: date, what: str) -> tuple[D, ...]:
    """The spans without the one of these days. Refuses: NotFound."""
    kept = tuple(span for span in spans if (span.first, span.last) != (first, last))
    if len(kept) == len(spans):
        raise NotFound(what)
    return kept


def lie_over(one: DeliveryWindow, other: DeliveryWindow) -> bool:
    """Whether two windows of a day have hours in common."""
    return one.starts < other.ends and other.starts < one.ends


def window_key(window: DeliveryWindow) -> str:
    """A window and its places, for a fact: 16:00-20:00 30."""
    return f"{window.key} {window.places}"


def weekday_key(weekday: int, season: WeekOf) -> str:
    """A weekday for a fact, with the first day of its season or the hall where it is one's."""
    return f"{weekday}" if season is None else f"{weekday} {season}"


def span_key(span: Span) -> str:
    """The days of a span for a fact: 2026-12-02 2026-12-03."""
    return f"{span.first.isoformat()} {span.last.isoformat()}"


def values_key(values: Mapping[str, Any]) -> str:
    """Values for a fact; what is not set is left out."""
    return " ".join(str(value) for value in values.values() if value is not None)
