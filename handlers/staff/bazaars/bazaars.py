"""The bazaars as staff see them: the list, one with its days, days taken off, hidden or shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from handlers.dialog.actions.audit import BazaarHistory
from handlers.dialog.actions.bazaars import (
    AddBazaar,
    AddBazaarDay,
    ChangeBazaar,
    HideBazaar,
    ListBazaars,
    ManageBazaar,
    RemoveBazaarDay,
)
from handlers.dialog.forms import both
from handlers.dialog.layout import cut, in_rows, short
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import (
    Card,
    Choice,
    Day,
    Lines,
    LinkChoice,
    Phrase,
    Reply,
    Row,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.bazaars.days import hours_words
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.maps import map_url
from handlers.ui.board import board, leafing_rows
from models.bazaars.bazaars import BazaarView, OpeningDay, bazaar, bazaar_day, bazaars
from models.bazaars.editing import remove_day, set_hidden
from models.kernel.calendar import dubai_day
from models.kernel.paging import page_or_first
from models.kernel.refusals import NotFound
from models.people.access import Permission

PER_PAGE = 8
MOST_DAYS = 14
NAME = 50
TO_BAZAARS = Choice(say("button-bazaars"), ListBazaars())

command("bazaars", lambda _rest: ListBazaars())


@view(ListBazaars, allow=Permission.bazaars)
async def list_bazaars(turn: Turn, asked: ListBazaars) -> Reply:
    """The bazaars, a button each; a page beyond the last is the first."""
    page = await page_or_first(lambda at: bazaars(turn.session, at, PER_PAGE, turn.now), asked.page)
    named = [
        (Choice(say("bazaars-row", name=short(item.name_ar, item.name_en)), ManageBazaar(item.id)),)
        for item in page.items
    ]
    words = say("bazaars" if page.items else "bazaars-none")
    add = Choice(say("button-add-bazaar"), AddBazaar())
    rows = (*named, *leafing_rows(page, ListBazaars), (add,), (TO_DESK,))
    return reply(board(turn, "bazaar", say("bazaars-title"), words, *rows), in_place=True)


@view(ManageBazaar, allow=Permission.bazaars)
async def manage_bazaar(turn: Turn, asked: ManageBazaar) -> Reply:
    """One bazaar with its days, and what can be done with it."""
    return reply(await bazaar_card(turn, asked.bazaar_id), in_place=True)


async def bazaar_card(turn: Turn, bazaar_id: int, first: Phrase | None = None) -> Card:
    """The bazaar's card for staff, with a word before it. Refuses: NotFound."""
    found = await bazaar(turn.session, bazaar_id)
    words = say(
        "bazaars-card",
        name_ar=cut(found.name_ar, NAME),
        name_en=cut(found.name_en, NAME),
        place_ar=cut(found.place_ar, NAME),
        place_en=cut(found.place_en, NAME),
        seen=seen_by_customers(found),
        days=days_of(found, turn.now),
    )
    shown = words if first is None else both(first, words)
    return board(turn, "bazaar", say("bazaars-title"), shown, *rows_of(turn, found))


async def back_to_bazaar(turn: Turn, state: Any) -> Reply:
    """A form about a bazaar was left: its card, as it was."""
    return reply(await bazaar_card(turn, state.bazaar_id, say("form-left")))


def seen_by_customers(found: BazaarView) -> Phrase:
    """The words whether customers see the bazaar: one without days they do not."""
    if found.hidden:
        return say("bazaars-hidden")
    return say("bazaars-shown" if found.days else "bazaars-shown-later")


def days_of(found: BazaarView, now: datetime) -> Lines:
    """The bazaar's days, a line each."""
    shown = days_on_card(found, now)
    lines = tuple(opening_line(day.opens_at, day.closes_at) for day in shown)
    return Lines(lines or (say("bazaars-no-days"),))


def days_on_card(found: BazaarView, now: datetime) -> tuple[OpeningDay, ...]:
    """The bazaar's days; where they are more than a card holds, those that are not over."""
    if len(found.days) <= MOST_DAYS:
        return found.days
    return days_left(found, now)[:MOST_DAYS] or found.days[-MOST_DAYS:]


def days_left(found: BazaarView, now: datetime) -> tuple[OpeningDay, ...]:
    """The bazaar's days that are not over, in order."""
    return tuple(day for day in found.days if day.closes_at > now)


def opening_line(opens_at: datetime, closes_at: datetime) -> Phrase:
    """A day with its hours, in Dubai."""
    day = Day(dubai_day(opens_at))
    return say("bazaars-day", day=day, hours=hours_words(opens_at, closes_at))


def rows_of(turn: Turn, found: BazaarView) -> tuple[Row, ...]:
    """The rows of what can be done with a bazaar."""
    days = [
        Choice(
            say("button-remove-day", day=Day(dubai_day(day.opens_at))),
            removal_request(day),
        )
        for day in days_on_card(found, turn.now)
    ]
    seen = Choice(
        say("button-show-bazaar" if found.hidden else "button-hide-bazaar"),
        HideBazaar(found.id, not found.hidden),
    )
    room = len(days_left(found, turn.now)) < MOST_DAYS
    add: Row = (Choice(say("button-add-day"), AddBazaarDay(found.id)),) if room else ()
    pin: Row = ()
    if found.latitude is not None and found.longitude is not None:
        pin = (LinkChoice(say("button-map"), map_url(found.latitude, found.longitude)),)
    parts = tuple(
        Choice(say(f"bazaars-change-{part}"), ChangeBazaar(found.id, part))
        for part in ("name", "place", "pin")
    )
    history = Choice(say("button-history"), BazaarHistory(found.id))
    return (add, *in_rows(days, 2), parts, (seen, *pin), (history,), (TO_BAZAARS, TO_DESK))


@step(HideBazaar, allow=Permission.bazaars)
async def hide_bazaar(turn: Turn, asked: HideBazaar) -> Reply:
    """Hide the bazaar from customers, or show it again.

    Hiding one that is to open is asked for once more unless `sure`: many people are told of it.
    Refuses: NotFound.
    """
    found = await bazaar(turn.session, asked.bazaar_id)
    if asked.hidden and not asked.sure and is_awaited(found, turn.now):
        return reply(hide_card(turn, found), in_place=True)
    await set_hidden(turn.acting, asked.bazaar_id, asked.hidden)
    found = await bazaar(turn.session, asked.bazaar_id)
    shown = "bazaars-now-shown" if found.days else "bazaars-shown-later"
    notice = say("bazaars-now-hidden" if asked.hidden else shown)
    return reply(await bazaar_card(turn, asked.bazaar_id), in_place=True, notice=notice)


def is_awaited(found: BazaarView, now: datetime) -> bool:
    """Whether people can see that the bazaar is to open."""
    return not found.hidden and any(day.opens_at > now for day in found.days)


def hide_card(turn: Turn, found: BazaarView) -> Card:
    """The card that asks whether the bazaar is really to be hidden."""
    days = days_of(found, turn.now)
    words = both(say("bazaars-hide-sure", days=days), say("bazaars-told"))
    yes = Choice(say("button-hide-bazaar"), HideBazaar(found.id, True, sure=True))
    no = Choice(say("button-back"), ManageBazaar(found.id))
    return board(turn, "bazaar", say("bazaars-title"), words, (yes, no))


@step(RemoveBazaarDay, allow=Permission.bazaars)
async def take_day_off(turn: Turn, asked: RemoveBazaarDay) -> Reply:
    """Take a day off; asked for once more unless `sure`. Refuses: NotFound.

    Whoever asks for it after somebody else is shown the days that are left.
    """
    try:
        day = await bazaar_day(turn.session, asked.day_id)
        if asked.opens not in (0, int(day.opens_at.timestamp())):
            raise NotFound("day")
        if not asked.sure:
            found = await bazaar(turn.session, day.bazaar_id)
            told = day.opens_at > turn.now and not found.hidden
            return reply(sure_card(turn, day, told=told), in_place=True)
        bazaar_id = await remove_day(turn.acting, day.id)
        notice = say("bazaars-day-removed")
    except NotFound:
        bazaar_id, notice = asked.bazaar_id, say("bazaars-day-gone")
    return reply(await bazaar_card(turn, bazaar_id), in_place=True, notice=notice)


def sure_card(turn: Turn, day: OpeningDay, *, told: bool) -> Card:
    """Whether the day is really to be taken off; `told` when people hear of it."""
    line = opening_line(day.opens_at, day.closes_at)
    words = say("bazaars-sure", day=line)
    if told:
        words = both(words, say("bazaars-told"))
    yes = Choice(say("button-remove-day-sure"), removal_request(day, sure=True))
    no = Choice(say("button-back"), ManageBazaar(day.bazaar_id))
    return board(turn, "bazaar", say("bazaars-title"), words, (yes, no))


def removal_request(day: OpeningDay, *, sure: bool = False) -> RemoveBazaarDay:
    """The request to take that very day off."""
    return RemoveBazaarDay(day.id, sure, day.bazaar_id, int(day.opens_at.timestamp()))
