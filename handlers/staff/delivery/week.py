"""The windows of each weekday: looked at, taken away, copied to the other days."""

from __future__ import annotations

from datetime import date, datetime

from handlers.dialog.actions.delivery_plan import (
    ChangePlan,
    CopyWeekday,
    RemoveWindow,
    ShowWeek,
    ShowWeekday,
)
from handlers.dialog.layout import in_rows
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.delivery.overview import TITLE, TO_PLAN, with_closed_orders
from handlers.staff.delivery.words import (
    NO_WINDOWS,
    hours_of,
    season_words,
    week_lines,
    window_line,
)
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from handlers.ui.weekdays import weekday_name
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import HALL
from models.orders.delivery_plan import FRIDAY, WEEKDAYS, DeliveryPlan, Week, Windows
from models.orders.plan_changes import (
    WeekOf,
    check_weekday,
    copy_weekday,
    remove_window,
    season_from,
)
from models.people.access import Permission

MOST_WINDOWS = 6
SEASON = "%y%m%d"


def week_named(season: str) -> WeekOf:
    """Whose week a button names: a season's, the hall's, or the one that holds always.

    Refuses: NotFound for what names none.
    """
    return HALL if season == HALL else season_day(season)


def season_day(season: str) -> date | None:
    """The first day of the season that a button names; None for the week that holds always.

    Refuses: NotFound for what names no day.
    """
    if not season:
        return None
    try:
        return datetime.strptime(season, SEASON).date()  # noqa: DTZ007  a day, no moment
    except ValueError:
        raise NotFound("season") from None


def week_in(plan: DeliveryPlan, season: str) -> Week:
    """The week that a button names. Refuses: NotFound."""
    if season == HALL:
        return plan.pick_up.week
    first = season_day(season)
    return plan.week if first is None else season_from(plan, first).week


def season_line(plan: DeliveryPlan, season: str) -> list[Phrase]:
    """Whose week it is, where it is a season's or the hall's."""
    if season == HALL:
        return [say("pick-up-week")]
    first = season_day(season)
    return [] if first is None else [season_words(season_from(plan, first))]


def day_lines(windows: Windows, season: str) -> list[Phrase]:
    """The windows of a weekday, a line each; or that there are none in that week."""
    none = "pick-up-none-that-day" if season == HALL else "delivery-none-that-day"
    return [window_line(window) for window in windows] or [say(none)]


@view(ShowWeek, allow=Permission.delivery)
async def show_week(turn: Turn, asked: ShowWeek) -> Reply:
    """The windows of the week, a button for each weekday. Refuses: NotFound."""
    return reply(await week_card(turn, asked.season), in_place=True)


async def week_card(turn: Turn, season: str = "", first: Phrase | None = None) -> Card:
    """The card of the week, with a word before it. Refuses: NotFound."""
    plan = await turn.delivery_plan()
    week = week_in(plan, season)
    days = [Choice(weekday_name(day), ShowWeekday(day, season)) for day in WEEKDAYS]
    none = say("pick-up-no-windows") if season == HALL else NO_WINDOWS
    lines = stack(*season_line(plan, season), *week_lines(week, none))
    words = paragraphs(say("delivery-week"), lines)
    shown = words if first is None else paragraphs(first, words)
    return board(turn, "deliveries", TITLE, shown, *in_rows(days, 3), (TO_PLAN,))


@view(ShowWeekday, allow=Permission.delivery)
async def show_weekday(turn: Turn, asked: ShowWeekday) -> Reply:
    """One weekday with its windows. Refuses: NotFound."""
    return reply(await weekday_card(turn, asked.weekday, asked.season), in_place=True)


async def weekday_card(
    turn: Turn, weekday: int, season: str = "", first: Phrase | None = None
) -> Card:
    """The card of one weekday, with a word before it. Refuses: NotFound."""
    check_weekday(weekday)
    plan = await turn.delivery_plan()
    windows = week_in(plan, season)[weekday]
    lines = day_lines(windows, season)
    head = say("delivery-weekday", day=weekday_name(weekday))
    words = paragraphs(stack(head, *season_line(plan, season)), stack(*lines))
    removals: list[Row] = [
        (
            Choice(
                say("button-remove-window", hours=hours_of(window)),
                RemoveWindow(weekday, window.key, season),
            ),
        )
        for window in windows
    ]
    add = Choice(say("button-add-window"), ChangePlan("window", str(weekday), season))
    room: Row = (add,) if len(windows) < MOST_WINDOWS else ()
    copy = Choice(say("button-copy-weekday"), CopyWeekday(weekday, season))
    back = Choice(say("button-delivery-week"), ShowWeek(season))
    rows = (room, *removals, (copy,), (back, TO_PLAN))
    return await with_closed_orders(turn, plan, first, words, *rows)


@step(RemoveWindow, allow=Permission.delivery)
async def take_window_away(turn: Turn, asked: RemoveWindow) -> Reply:
    """Deliver no more in that window; the answer says how many orders lie in it. Refuses: NotFound.

    Whoever asks for it after somebody else is shown the windows that are left.
    """
    season = week_named(asked.season)
    try:
        turn.plan = await remove_window(turn.acting, turn.terms, asked.weekday, asked.key, season)
        notice = say("delivery-window-removed")
    except NotFound as refusal:
        if refusal.what != "window":
            raise
        notice = say("delivery-window-gone")
    card = await weekday_card(turn, asked.weekday, asked.season)
    return reply(card, in_place=True, notice=notice)


@step(CopyWeekday, allow=Permission.delivery)
async def copy_to_others(turn: Turn, asked: CopyWeekday) -> Reply:
    """Give every other day but Friday these windows; asked for once more unless `sure`.

    Refuses: NotFound.
    """
    check_weekday(asked.weekday)
    if not asked.sure:
        return reply(await copy_question(turn, asked), in_place=True)
    others = [day for day in WEEKDAYS if day != FRIDAY]
    season = week_named(asked.season)
    turn.plan = await copy_weekday(turn.acting, turn.terms, asked.weekday, others, season)
    card = await weekday_card(turn, asked.weekday, asked.season)
    return reply(card, in_place=True, notice=say("delivery-week-copied"))


async def copy_question(turn: Turn, asked: CopyWeekday) -> Card:
    """Asks once before the windows of all other days are replaced. Refuses: NotFound."""
    windows = week_in(await turn.delivery_plan(), asked.season)[asked.weekday]
    lines = day_lines(windows, asked.season)
    words = paragraphs(say("delivery-copy-sure"), stack(*lines))
    sure = CopyWeekday(asked.weekday, asked.season, sure=True)
    back = Choice(say("button-back"), ShowWeekday(asked.weekday, asked.season))
    return board(
        turn, "deliveries", TITLE, words, (Choice(say("button-copy-weekday"), sure),), (back,)
    )
