"""Adding a bazaar, question by question, and a day to one that is there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.bazaars import AddBazaar, AddBazaarDay
from handlers.dialog.answers import and_then, require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.layout import short
from handlers.dialog.questions import AnswerOption, Pin, choice, pin_of, question, text
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Card, Lines, Name, Reply, SharedPlace, What, reply, say
from handlers.dialog.states import DraftableBase, StateBase
from handlers.dialog.turn import Turn
from handlers.staff.bazaars.bazaars import (
    MOST_DAYS,
    back_to_bazaar,
    bazaar_card,
    days_left,
    opening_line,
)
from handlers.staff.bazaars.days import (
    ENOUGH,
    Opening,
    day_question,
    fit_hours,
    hours_question,
    opening_on,
)
from handlers.staff.desk.desk import back_to_desk
from models.bazaars.bazaars import bazaar
from models.bazaars.editing import NewBazaar, add_bazaar, add_day
from models.people.access import Permission

MOST_NAME = 80


class Hours(msgspec.Struct, frozen=True):
    """A day (ISO date) with its hours as they were typed."""

    day: str
    hours: str


class AddingBazaar(DraftableBase, frozen=True, kw_only=True, tag="add-bazaar.1"):
    """A bazaar that is being added; `day` and `hours` are the last day's, `days` those before."""

    name_ar: str | None = None
    name_en: str | None = None
    place_ar: str | None = None
    place_en: str | None = None
    pin: Pin | str | None = None
    days: tuple[Hours, ...] = ()
    day: str | None = None
    hours: str | None = None
    more: str | None = None

    @property
    def others(self) -> tuple[Opening, ...]:
        """The openings before the last one, in order."""
        found = (opening_on(given.day, given.hours) for given in self.days)
        return tuple(sorted(found, key=lambda opening: opening.opens_at))

    @property
    def openings(self) -> tuple[Opening, ...]:
        """Every opening, in order."""
        last = opening_on(require_answer(self.day), require_answer(self.hours))
        return tuple(sorted((*self.others, last), key=lambda opening: opening.opens_at))


def pin_question() -> Question[Any]:
    """The question where the bazaar is on the map; it can be skipped."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Pin:
        if not isinstance(said, SharedPlace):
            raise Unclear(say("bazaars-needs-pin"))
        return pin_of(said)

    return question("pin", say("bazaars-ask-pin"), read, prompt=Ask.place, skipped="")


def more_question() -> Question[Any]:
    """The question what comes next: another day, the last one taken back, or done."""
    asked = choice("more", say("bazaars-ask-more", days=Lines(())), what_next, per_row=1)

    async def ask(turn: Turn, state: AddingBazaar) -> Card:
        words = say("bazaars-ask-more", days=days_so_far(state))
        return msgspec.structs.replace(await asked.ask(turn, state), text=words)

    return and_then(replace(asked, ask=ask), go_on_with)


async def what_next(_turn: Turn, state: AddingBazaar) -> list[AnswerOption]:
    """The choices: done, another day while there is room, the last one taken back."""
    room = len(state.days) + 1 < MOST_DAYS
    another = [(say("button-another-day"), "add")] if room else []
    drop = (say("button-drop-last-day"), "drop")
    return [(say("button-bazaar-done"), "done"), *another, drop]


def go_on_with(_turn: Turn, state: AddingBazaar) -> AddingBazaar:
    """The state after the choice of what comes next."""
    if state.more == "add":
        given = Hours(require_answer(state.day), require_answer(state.hours))
        return msgspec.structs.replace(
            state, days=(*state.days, given), day=None, hours=None, more=None
        )
    return without_last(state) if state.more == "drop" else state


def without_last(state: AddingBazaar) -> AddingBazaar:
    """The state without its last day: the one before is the last, or the first is asked for."""
    change = msgspec.structs.replace
    if not state.days:
        return change(state, day=None, hours=None, more=None)
    *earlier, last = state.days
    return change(state, days=tuple(earlier), day=last.day, hours=last.hours, more=None)


def or_enough(turn: Turn, state: AddingBazaar) -> AddingBazaar:
    """The state, with the days before where there is no other one."""
    if state.day == ENOUGH:
        return without_last(state)
    fitted: AddingBazaar = fit_hours(turn, state)
    return fitted


def days_so_far(state: AddingBazaar) -> Lines:
    """The days that were given, a line each."""
    lines = (opening_line(day.opens_at, day.closes_at) for day in state.openings)
    return Lines(tuple(lines))


def what_it_is_about(state: AddingBazaar) -> Name | None:
    """The bazaar that is being added, once it has a name."""
    if not state.name_ar:
        return None
    return short(state.name_ar, state.name_en or "")


async def open_bazaar(turn: Turn, state: AddingBazaar) -> Reply:
    """Add the bazaar with its days, and show its card."""
    pin = state.pin if isinstance(state.pin, Pin) else None
    new = NewBazaar(
        name_ar=require_answer(state.name_ar),
        name_en=require_answer(state.name_en),
        place_ar=require_answer(state.place_ar),
        place_en=require_answer(state.place_en),
        latitude=pin.latitude if pin else None,
        longitude=pin.longitude if pin else None,
    )
    acting = turn.acting
    bazaar_id = await add_bazaar(acting, new)
    for day in state.openings:
        await add_day(acting, bazaar_id, day.opens_at, day.closes_at)
    turn.leave()
    return reply(await bazaar_card(turn, bazaar_id, say("bazaars-saved")))


ADDING = Flow(
    AddingBazaar,
    (
        text("name_ar", say("bazaars-ask-name-ar"), most=MOST_NAME),
        text("name_en", say("bazaars-ask-name-en"), most=MOST_NAME),
        text("place_ar", say("bazaars-ask-place-ar"), most=MOST_NAME),
        text("place_en", say("bazaars-ask-place-en"), most=MOST_NAME),
        pin_question(),
        and_then(
            day_question(say("bazaars-ask-day"), further=lambda state: bool(state.days)), or_enough
        ),
        hours_question(say("bazaars-ask-hours")),
        more_question(),
    ),
    open_bazaar,
    allow=Permission.bazaars,
    keep=say("draft-bazaar"),
    about=what_it_is_about,
    left=back_to_desk,
)


@step(AddBazaar, allow=Permission.bazaars)
async def start_adding(turn: Turn, _asked: AddBazaar) -> Reply:
    """Ask for the new bazaar's name."""
    return await ADDING.start(turn, AddingBazaar())


class AddingDay(StateBase, frozen=True, kw_only=True, tag="add-bazaar-day.1"):
    """A day that is being added to a bazaar; `others` are those that it has."""

    bazaar_id: int
    others: tuple[Opening, ...] = ()
    day: str | None = None
    hours: str | None = None


async def open_day(turn: Turn, state: AddingDay) -> Reply:
    """Add the day and show the bazaar's card. Refuses: AlreadyThere, NotFound."""
    opening = opening_on(require_answer(state.day), require_answer(state.hours))
    await add_day(turn.acting, state.bazaar_id, opening.opens_at, opening.closes_at)
    turn.leave()
    return reply(await bazaar_card(turn, state.bazaar_id, say("bazaars-day-added")))


ADDING_DAY = Flow(
    AddingDay,
    (day_question(say("bazaars-ask-day")), hours_question(say("bazaars-ask-hours"))),
    open_day,
    allow=Permission.bazaars,
    left=back_to_bazaar,
)


@step(AddBazaarDay, allow=Permission.bazaars)
async def start_adding_day(turn: Turn, asked: AddBazaarDay) -> Reply:
    """Ask for a further day of the bazaar, while its card has room. Refuses: NotFound."""
    found = await bazaar(turn.session, asked.bazaar_id)
    if len(days_left(found, turn.now)) >= MOST_DAYS:
        notice = say("bazaars-enough-days", most=MOST_DAYS)
        return reply(await bazaar_card(turn, found.id), in_place=True, notice=notice)
    days = tuple(Opening(day.opens_at, day.closes_at) for day in found.days)
    state = AddingDay(bazaar_id=asked.bazaar_id, others=days)
    return await ADDING_DAY.start(turn, state)
