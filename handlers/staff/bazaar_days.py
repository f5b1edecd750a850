"""The questions about a bazaar's days: which day, and from when to when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import msgspec

from handlers.actions import Pick
from handlers.forms import Question, Unclear
from handlers.questions import Option, question, said_text
from handlers.reading_days import read_day, read_hours
from handlers.speech import Clock, Day, Phrase, What, say
from handlers.turn import Turn
from models.dubai import DUBAI, dubai_day, dubai_moment

DAYS_AHEAD = timedelta(days=730)
ENOUGH = "-"
USUAL = ("10:00-22:00", "16:00-22:00")


class Opening(msgspec.Struct, frozen=True):
    """One opening, both UTC."""

    opens_at: datetime
    closes_at: datetime


def day_question(
    ask: Phrase, *, further: Callable[[Any], bool] = lambda _state: False
) -> Question[Any]:
    """Which day; it stores an ISO date in `day`. `state.others` are the openings that are there.

    While the day is a `further` one there may be none, which stores ENOUGH.
    """

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        if further(state) and said == Pick(turn.version, ENOUGH):
            return ENOUGH
        today = dubai_day(turn.now)
        found = read_day(said.value if isinstance(said, Pick) else said_text(said), today)
        if found is None:
            raise Unclear(say("bazaars-what-day"))
        if not today <= found <= today + DAYS_AHEAD:
            wrong = "bazaars-day-past" if found < today else "bazaars-day-far"
            raise Unclear(say(wrong, day=Day(found)))
        return found.isoformat()

    async def options(turn: Turn, state: Any) -> list[Option]:
        enough = [(say("button-no-other-day"), ENOUGH)] if further(state) else []
        return [*next_days(turn, state), *enough]

    return question("day", ask, read, options=options)


def next_days(turn: Turn, state: Any) -> list[Option]:
    """The days that follow the last one, or follow today."""
    last = state.others[-1].opens_at if state.others else turn.now
    first = dubai_day(last)
    days = [first + timedelta(days=ahead) for ahead in range(1, 5)]
    return [(say("bazaars-one-day", day=Day(day)), day.isoformat()) for day in days]


def hours_question(ask: Phrase) -> Question[Any]:
    """From when to when on `state.day`; it stores what was typed in `hours`."""

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        typed = said.value if isinstance(said, Pick) else said_text(said)
        if read_hours(typed) is None:
            raise Unclear(say("bazaars-what-hours"))
        opening = opening_on(state.day, typed)
        if opening.closes_at <= turn.now:
            raise Unclear(say("bazaars-hours-past"))
        if any(meets(opening, other) for other in state.others):
            raise Unclear(say("bazaars-overlaps"))
        return typed

    return question("hours", ask, read, options=usual_hours)


async def usual_hours(_turn: Turn, state: Any) -> list[Option]:
    """The hours of the day before, else the usual ones."""
    kept = [hours_of(state.others[-1])] if state.others else USUAL
    return [(hours_label(state.day, hours), hours) for hours in kept]


def hours_of(opening: Opening) -> str:
    """The hours of an opening as they can be typed."""
    opens, closes = (at.astimezone(DUBAI) for at in msgspec.structs.astuple(opening))
    return f"{opens:%H:%M}-{closes:%H:%M}"


def hours_label(day: str, hours: str) -> Phrase:
    """Those hours in words."""
    opening = opening_on(day, hours)
    return say("bazaars-hours", opens=Clock(opening.opens_at), closes=Clock(opening.closes_at))


def opening_on(day: str, hours: str) -> Opening:
    """The opening of that day (ISO) in Dubai; it may close after midnight."""
    read = read_hours(hours)
    if read is None:
        raise LookupError("hours that were understood before are not now")
    opens, closes = read
    opening_day = date.fromisoformat(day)
    closing_day = opening_day if closes > opens else opening_day + timedelta(days=1)
    return Opening(dubai_moment(opening_day, opens), dubai_moment(closing_day, closes))


def meets(one: Opening, other: Opening) -> bool:
    """Whether two openings overlap."""
    return one.opens_at < other.closes_at and other.opens_at < one.closes_at
