"""What managers can press about the plan of deliveries.

A season is named by its first day, a closure by its days: six digits each (261202). The week that
holds always has none, and that of fetching at the hall is named `hall`.
"""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowDeliveryPlan(ActionBase, frozen=True, tag="v"):
    """What holds this week, what is closed next, and the ways to change it."""


class ShowWeek(ActionBase, frozen=True, tag="vw"):
    """The windows of each weekday."""

    season: str = ""


class ShowWeekday(ActionBase, frozen=True, tag="vd"):
    """The windows of one weekday (0 is Monday), to be changed."""

    weekday: int
    season: str = ""


class RemoveWindow(ActionBase, frozen=True, tag="v-"):
    """Deliver no more in that window of a weekday."""

    weekday: int
    key: str
    season: str = ""


class CopyWeekday(ActionBase, frozen=True, tag="vy"):
    """Give every other weekday but Friday the windows of that one; asked for unless `sure`."""

    weekday: int
    season: str = ""
    sure: bool = False


class ChangePlan(ActionBase, frozen=True, tag="vc"):
    """Ask for a part's new value: window, fee, lead, ahead, cutoff, free, zone-fee, hall-place, ….

    `key` is the weekday of a window, the emirate of a fee, the number of an area.
    """

    part: str
    key: str = ""
    season: str = ""


class ListClosures(ActionBase, frozen=True, tag="vl"):
    """The closed days from today on."""

    page: int = 0


class AddClosure(ActionBase, frozen=True, tag="v+"):
    """Close days: asks which ones, and why."""


class OpenDays(ActionBase, frozen=True, tag="vo"):
    """Deliver again on days that were closed."""

    first: str
    last: str


class ListFees(ActionBase, frozen=True, tag="vf"):
    """The fee of each emirate."""


class ListClosedOrders(ActionBase, frozen=True, tag="vs"):
    """The orders whose window the plan does not have any more."""

    page: int = 0


class AskForWindows(ActionBase, frozen=True, tag="va"):
    """Ask every customer of these orders for another window, who was not asked yet."""


class ListZones(ActionBase, frozen=True, tag="vz"):
    """The areas with terms of their own."""


class ShowZone(ActionBase, frozen=True, tag="vn"):
    """One of these areas, to be changed."""

    number: int


class AddZone(ActionBase, frozen=True, tag="vp"):
    """Give an area terms of its own: asks which one."""


class DeliverToZone(ActionBase, frozen=True, tag="vt"):
    """Deliver to an area on that weekday, or no more."""

    number: int
    weekday: int
    on: bool


class RemoveZone(ActionBase, frozen=True, tag="vr"):
    """Let an area have its emirate's terms again; asked for once more unless `sure`."""

    number: int
    sure: bool = False


class ListSeasons(ActionBase, frozen=True, tag="ve"):
    """The weeks of their own that are not over."""


class AddSeason(ActionBase, frozen=True, tag="vm"):
    """Give days a week of their own: asks which ones."""


class RemoveSeason(ActionBase, frozen=True, tag="vq"):
    """Let the usual week hold on these days; asked for once more unless `sure`."""

    season: str
    sure: bool = False


class ShowPickUp(ActionBase, frozen=True, tag="vh"):
    """How orders are fetched at the hall."""


class SwitchPickUp(ActionBase, frozen=True, tag="vx"):
    """Let orders be fetched at the hall from now on, or take no new ones for it."""

    on: bool


DeliveryPlanAction = (
    ShowDeliveryPlan
    | ShowWeek
    | ShowWeekday
    | RemoveWindow
    | CopyWeekday
    | ChangePlan
    | ListClosures
    | AddClosure
    | OpenDays
    | ListFees
    | ListClosedOrders
    | AskForWindows
    | ListZones
    | ShowZone
    | AddZone
    | DeliverToZone
    | RemoveZone
    | ListSeasons
    | AddSeason
    | RemoveSeason
    | ShowPickUp
    | SwitchPickUp
)
