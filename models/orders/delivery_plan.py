"""The plan of deliveries: on which days, in which windows, how far ahead, and what it costs where.

What is fetched at the hall has windows and a lead of its own in it, and costs nothing more.

It is a value. Before managers have saved one (`models.orders.saved_plan`), the shop's settings give
the first. Days are days in Dubai; a week has seven lists of windows, Monday's first.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

import msgspec

from models.kernel.calendar import dubai_moment
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NoWindow
from models.kernel.shop_terms import HALL, DeliveryWindow, ShopTerms
from models.people.addresses import Destination

Windows = tuple[DeliveryWindow, ...]
Week = tuple[Windows, ...]
WEEKDAYS = range(7)
FRIDAY = 4
PRAYER = (time(12), time(14))
"""Kept free on Fridays: the prayer, between 12:30 and 13:30, with the way there and back."""
LEAST_WINDOW = 60


class Target(NamedTuple):
    """Where an order goes to, as far as the plan tells it apart: `zone` 0 is none of the zones."""

    emirate: str = ""
    zone: int = 0

    @property
    def at_hall(self) -> bool:
        """Whether its customer fetches it at the hall."""
        return self.emirate == HALL


ANYWHERE = Target()


def target_of(destination: Destination) -> Target:
    """The target of a destination."""
    return Target(destination.emirate, destination.zone or 0)


class Closure(msgspec.Struct, frozen=True):
    """Days from first to last on which nothing is delivered; one of the names may be empty."""

    first: date
    last: date
    name_ar: str = ""
    name_en: str = ""


class Season(msgspec.Struct, frozen=True):
    """Days from first to last that have a week of their own, as Ramadan does."""

    first: date
    last: date
    week: Week
    name_ar: str = ""
    name_en: str = ""


class Zone(msgspec.Struct, frozen=True):
    """An area of an emirate with terms of its own; no weekdays means every day.

    `id` is given once in a plan, and never again to another one.
    """

    id: int
    emirate: str
    name_ar: str
    name_en: str
    fee: Money
    weekdays: tuple[int, ...] = ()
    lead_days: int = 0


class PickUp(msgspec.Struct, frozen=True):
    """Fetching at the hall: where that is, its own week of windows, and its own lead.

    Only while it is `offered` new orders are taken for it; those that there are keep their windows.
    """

    offered: bool = False
    place_ar: str = ""
    place_en: str = ""
    week: Week = tuple(() for _ in WEEKDAYS)
    lead_days: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether it can be offered: there is a place, and a window at least."""
        return bool(self.place_ar or self.place_en) and any(self.week)


class DeliveryPlan(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that managers decide about deliveries; fees are by emirate.

    An order for a window is taken until `cutoff_hours` before it begins. With `cutoff_at` also only
    until that time of the last day on which it can be ordered: later ones count as the next day's.
    """

    fees: dict[str, Money]
    week: Week
    lead_days: int = 1
    days_ahead: int = 14
    cutoff_hours: int = 0
    cutoff_at: time | None = None
    free_above: Money | None = None
    closures: tuple[Closure, ...] = ()
    seasons: tuple[Season, ...] = ()
    zones: tuple[Zone, ...] = ()
    last_zone: int = 0
    pick_up: PickUp = PickUp()

    def fee(self, to: Target) -> Money:
        """What a delivery there costs: a zone's own fee, else the emirate's; none at the hall."""
        if to.at_hall:
            return NOTHING
        zone = self.zone(to)
        return self.fees[to.emirate] if zone is None else zone.fee

    def fee_for(self, items: Money, to: Target) -> Money:
        """The fee for goods of that worth: nothing from `free_above` on."""
        free = self.free_above is not None and items >= self.free_above
        return NOTHING if free else self.fee(to)

    def zone(self, to: Target) -> Zone | None:
        """The zone that it goes to, where there is still one in that emirate."""
        found = (zone for zone in self.zones if zone.id == to.zone)
        return next((zone for zone in found if zone.emirate == to.emirate), None)

    def zones_in(self, emirate: str) -> tuple[Zone, ...]:
        """The zones of the emirate."""
        return tuple(zone for zone in self.zones if zone.emirate == emirate)

    def lead_to(self, to: Target, lead_days: int = 0) -> int:
        """The days before the earliest delivery there, of what takes so many days to make."""
        if to.at_hall:
            return max(self.pick_up.lead_days, lead_days)
        zone = self.zone(to)
        return max(self.lead_days, lead_days, zone.lead_days if zone else 0)

    def closure_on(self, day: date) -> Closure | None:
        """The closure that the day lies in."""
        return next((shut for shut in self.closures if shut.first <= day <= shut.last), None)

    def season_on(self, day: date) -> Season | None:
        """The season that the day lies in."""
        return next((each for each in self.seasons if each.first <= day <= each.last), None)

    def windows_on(self, day: date, to: Target = ANYWHERE) -> Windows:
        """The windows of that day for deliveries there, the earliest first; none when closed."""
        zone = self.zone(to)
        if self.closure_on(day):
            return ()
        if to.at_hall:
            return self.pick_up.week[day.weekday()]
        if zone is not None and zone.weekdays and day.weekday() not in zone.weekdays:
            return ()
        season = self.season_on(day)
        return (season.week if season else self.week)[day.weekday()]

    def window_on(self, day: date, key: str, to: Target = ANYWHERE) -> DeliveryWindow:
        """The window of that key on that day. Refuses: NoWindow."""
        for window in self.windows_on(day, to):
            if window.key == key:
                return window
        raise NoWindow

    def serves(self, day: date, key: str, to: Target) -> bool:
        """Whether there is such a window on that day for deliveries there, full or not."""
        return any(window.key == key for window in self.windows_on(day, to))

    def takes_orders(self, to: Target) -> bool:
        """Whether new orders are taken for there at all: at the hall, while that is offered."""
        return self.pick_up.offered or not to.at_hall

    def taken_until(
        self, day: date, window: DeliveryWindow, lead: int, to: Target = ANYWHERE
    ) -> datetime:
        """The moment (UTC) up to which an order for that window is taken, `lead` days before it.

        What is fetched can be ordered on its own day, where it needs no lead.
        """
        begins = dubai_moment(day, window.starts) - timedelta(hours=self.cutoff_hours)
        if self.cutoff_at is None:
            return begins
        last_day = day - timedelta(days=lead if to.at_hall else max(1, lead))
        return min(begins, dubai_moment(last_day, self.cutoff_at))

    def at_once(self) -> DeliveryPlan:
        """The plan for what is ordered and packed already: a window counts until it begins."""
        zones = tuple(msgspec.structs.replace(zone, lead_days=0) for zone in self.zones)
        pick_up = msgspec.structs.replace(self.pick_up, lead_days=0)
        return msgspec.structs.replace(
            self, lead_days=0, cutoff_hours=0, cutoff_at=None, zones=zones, pick_up=pick_up
        )


def plan_of_terms(terms: ShopTerms) -> DeliveryPlan:
    """The first plan, as the settings give it: every day alike, but for Friday's prayer."""
    return DeliveryPlan(
        fees=terms.fees,
        week=week_of(terms.windows),
        lead_days=terms.lead_days,
        days_ahead=terms.days_ahead,
    )


def week_of(windows: Windows) -> Week:
    """A week that has these windows every day; Friday's are kept off the prayer."""
    every = in_order(windows)
    friday = tuple(kept for window in every if (kept := beside_prayer(window)) is not None)
    return tuple(friday if weekday == FRIDAY else every for weekday in WEEKDAYS)


def in_order(windows: Windows) -> Windows:
    """The windows, the earliest first."""
    return tuple(sorted(windows, key=lambda window: window.starts))


def beside_prayer(window: DeliveryWindow) -> DeliveryWindow | None:
    """The window as far as it lies before Friday's prayer, or else after it; None for neither."""
    before, after = PRAYER
    if window.ends <= before or window.starts >= after:
        return window
    if minutes(before) - minutes(window.starts) >= LEAST_WINDOW:
        return msgspec.structs.replace(window, ends=before)
    if minutes(window.ends) - minutes(after) >= LEAST_WINDOW:
        return msgspec.structs.replace(window, starts=after)
    return None


def minutes(at: time) -> int:
    """The minutes of the day that have passed at that time."""
    return at.hour * 60 + at.minute
