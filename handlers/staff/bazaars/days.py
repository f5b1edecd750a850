"""The questions about a bazaar's days: which day, and from when to when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, SayBack, Unclear
from handlers.dialog.parsing_days import day_meant
from handlers.dialog.parsing_hours import hours_meant, read_hours
from handlers.dialog.questions import AnswerOption, question, said_text
from handlers.dialog.speech import Day, Phrase, TimeOfDay, What, say
from handlers.dialog.turn import Turn
from models.kernel.calendar import DUBAI, dubai_day, dubai_moment

DAYS_AHEAD = timedelta(days=730)
LONGEST = timedelta(hours=14)
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
        meant = day_meant(said.value if isinstance(said, Pick) else said_text(said), today)
        if meant is None:
            raise Unclear(say("bazaars-what-day"))
        found = meant.value
        if not today <= found <= today + DAYS_AHEAD:
            wrong = "bazaars-day-past" if found < today else "bazaars-day-far"
            raise Unclear(say(wrong, day=Day(found)))
        if not meant.sure:
            raise SayBack(found.isoformat(), say("bazaars-one-day", day=Day(found)))
        return found.isoformat()

    async def options(turn: Turn, state: Any) -> list[AnswerOption]:
        enough = [(say("button-no-other-day"), ENOUGH)] if further(state) else []
        return [*next_days(turn, state), *enough]

    return question("day", ask, read, options=options)


def next_days(turn: Turn, state: Any) -> list[AnswerOption]:
    """The days that follow the last one, or follow today where that has passed."""
    today = dubai_day(turn.now)
    first = max(today, dubai_day(state.others[-1].opens_at)) if state.others else today
    days = [first + timedelta(days=ahead) for ahead in range(1, 5)]
    return [(say("bazaars-one-day", day=Day(day)), day.isoformat()) for day in days]


def hours_question(ask: Phrase) -> Question[Any]:
    """From when to when on `state.day`; it stores them in `hours`, as 16:00-22:00."""

    async def read(turn: Turn, state: Any, said: What | Pick) -> str:
        meant = hours_meant(said.value if isinstance(said, Pick) else said_text(said))
        if meant is None:
            raise Unclear(say("bazaars-what-hours"))
        typed = typed_hours(meant.value)
        wrong = what_is_wrong(state, typed, turn.now)
        if wrong is not None:
            raise Unclear(wrong)
        if not meant.sure:
            raise SayBack(typed, hours_label(state.day, typed))
        return typed

    return question("hours", ask, read, options=usual_hours)


def what_is_wrong(state: Any, typed: str, now: datetime) -> Phrase | None:
    """Why those hours cannot be on `state.day`; None where they can."""
    opening = opening_on(state.day, typed)
    if opening.closes_at - opening.opens_at > LONGEST:
        return say("bazaars-hours-long", hours=hours_label(state.day, typed))
    if opening.closes_at <= now:
        return say("bazaars-hours-past")
    if any(meets(opening, other) for other in state.others):
        return say("bazaars-overlaps")
    return None


def fit_hours(turn: Turn, state: Any) -> Any:
    """The state; hours given before that cannot be on its new day are asked for anew."""
    if state.hours is None or what_is_wrong(state, state.hours, turn.now) is None:
        return state
    return msgspec.structs.replace(state, hours=None)


async def usual_hours(_turn: Turn, state: Any) -> list[AnswerOption]:
    """The hours of the day before, else the usual ones."""
    kept = [hours_of(state.others[-1])] if state.others else USUAL
    return [(hours_label(state.day, hours), hours) for hours in kept]


def hours_of(opening: Opening) -> str:
    """The hours of an opening as they can be typed."""
    opens, closes = (at.astimezone(DUBAI).time() for at in msgspec.structs.astuple(opening))
    return typed_hours((opens, closes))


def typed_hours(hours: tuple[time, time]) -> str:
    """From when to when, as it can be typed without doubt."""
    opens, closes = hours
    return f"{opens:%H:%M}-{closes:%H:%M}"


def hours_label(day: str, hours: str) -> Phrase:
    """The hours of an opening in words."""
    opening = opening_on(day, hours)
    return hours_words(opening.opens_at, opening.closes_at)


def hours_words(opens_at: datetime, closes_at: datetime) -> Phrase:
    """From when to when, and that it closes on the next day where it does so after midnight."""
    overnight = dubai_day(closes_at - timedelta(seconds=1)) > dubai_day(opens_at)
    said = "bazaars-hours-overnight" if overnight else "bazaars-hours"
    return say(said, opens=TimeOfDay(opens_at), closes=TimeOfDay(closes_at))


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
