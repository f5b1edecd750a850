"""Closed days: which there are, closing more of them, and delivering on them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.delivery_plan import AddClosure, ListClosures, OpenDays
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow, Question, Unclear
from handlers.dialog.layout import cut
from handlers.dialog.questions import AnswerOption, question, said_text, text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Day, Phrase, Reply, Row, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.delivery.overview import TO_PLAN, with_closed_orders
from handlers.staff.delivery.reading import read_span
from handlers.staff.delivery.week import SEASON, season_day
from handlers.ui.board import leafing_rows
from handlers.ui.closed_days import closure_words, span_words
from handlers.ui.order_lines import paragraphs, stack
from models.kernel.calendar import dubai_day
from models.kernel.paging import page_of
from models.kernel.refusals import AlreadyThere, NotFound
from models.orders.delivery_plan import Closure
from models.orders.plan_changes import close_days, open_days
from models.people.access import Permission

PER_PAGE = 6
MOST_NAME = 60
LONGEST, FURTHEST = timedelta(days=92), timedelta(days=730)
NEXT_DAYS = 4


class AddingClosure(StateBase, frozen=True, kw_only=True, tag="delivery-closure.1"):
    """Days that are being closed: `days` are the first and the last (ISO), with a space between."""

    days: str | None = None
    name: str | None = None


@view(ListClosures, allow=Permission.delivery)
async def list_closures(turn: Turn, asked: ListClosures) -> Reply:
    """The closed days from today on, each with the way to open it again."""
    return reply(await closures_card(turn, page=asked.page), in_place=True)


async def closures_card(turn: Turn, first: Phrase | None = None, page: int = 0) -> Card:
    """The card of the closed days, with a word before it."""
    plan, today = await turn.delivery_plan(), dubai_day(turn.now)
    ahead = [shut for shut in plan.closures if shut.last >= today]
    at = max(0, page) * PER_PAGE
    shown = page_of(ahead[at : at + PER_PAGE + 1], lambda shut: shut, max(0, page), PER_PAGE)
    lines = [closure_words(shut) for shut in shown.items] or [say("delivery-nothing-closed")]
    openings: list[Row] = [(opening_choice(shut),) for shut in shown.items]
    add = Choice(say("button-close-days"), AddClosure())
    words = paragraphs(say("delivery-closures"), stack(*lines))
    rows = ((add,), *openings, *leafing_rows(shown, ListClosures), (TO_PLAN,))
    return await with_closed_orders(turn, plan, first, words, *rows)


def opening_choice(shut: Closure) -> Choice:
    """The way to deliver on these days again."""
    days = span_words(shut.first, shut.last)
    return Choice(
        say("button-open-days", days=days), OpenDays(*map(day_key, (shut.first, shut.last)))
    )


def day_key(day: date) -> str:
    """A day for button data."""
    return day.strftime(SEASON)


@step(OpenDays, allow=Permission.delivery)
async def open_again(turn: Turn, asked: OpenDays) -> Reply:
    """Deliver on these days again; asked for twice it is only shown. Refuses: NotFound."""
    first, last = season_day(asked.first), season_day(asked.last)
    if first is None or last is None:
        raise NotFound("closure")
    try:
        turn.plan = await open_days(turn.acting, turn.terms, first, last)
        notice = say("delivery-days-opened")
    except NotFound:
        notice = say("delivery-days-open-already")
    return reply(await closures_card(turn), in_place=True, notice=notice)


def days_question() -> Question[Any]:
    """Which day or days; it stores both ends in `days`."""

    async def read(turn: Turn, _state: Any, said: What | Pick) -> str:
        today = dubai_day(turn.now)
        span = read_span(said.value if isinstance(said, Pick) else said_text(said), today)
        if span is None:
            raise Unclear(say("delivery-what-days"))
        first, last = span
        if first < today or last > today + FURTHEST:
            raise Unclear(say("delivery-days-past" if first < today else "delivery-days-far"))
        if last - first > LONGEST:
            raise Unclear(say("delivery-days-long", days=span_words(first, last)))
        for shut in (await turn.delivery_plan()).closures:
            if first <= shut.last and shut.first <= last:
                raise Unclear(say("delivery-days-over", closed=closure_words(shut)))
        return f"{first.isoformat()} {last.isoformat()}"

    async def options(turn: Turn, _state: Any) -> Sequence[AnswerOption]:
        today = dubai_day(turn.now)
        days = [today + timedelta(days=more) for more in range(1, NEXT_DAYS + 1)]
        return [(say("day", day=Day(day)), day.isoformat()) for day in days]

    return question("days", say("delivery-ask-days"), read, options=options)


async def close_them(turn: Turn, state: AddingClosure) -> Reply:
    """Close the days; the answer says how many open orders lie in them."""
    first, last = map(date.fromisoformat, require_answer(state.days).split(" "))
    ar, en = both_names(require_answer(state.name))
    try:
        turn.plan = await close_days(turn.acting, turn.terms, Closure(first, last, ar, en))
        said = say("delivery-days-closed", days=span_words(first, last))
    except AlreadyThere:
        said = say("delivery-days-closed-before")
    turn.leave()
    return reply(await closures_card(turn, said))


def both_names(typed: str) -> tuple[str, str]:
    """The Arabic and the English name: what was typed, or what stands on either side of a stroke.

    One that has a single name is called by it in both languages.
    """
    parts = [cut(part, MOST_NAME) for part in typed.split("/") if part.strip()]
    if len(parts) == 2:
        ar, en = sorted(parts, key=lambda part: not is_arabic(part))
        return ar, en
    name = cut(typed, MOST_NAME)
    return (name, "") if is_arabic(name) else ("", name)


def is_arabic(text: str) -> bool:
    """Whether a text has Arabic letters."""
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


async def leave_closing(turn: Turn, _state: AddingClosure) -> Reply:
    """Nothing is closed: the closed days as they are."""
    return reply(await closures_card(turn, say("form-left")))


CLOSING = Flow(
    AddingClosure,
    (
        days_question(),
        text("name", say("delivery-ask-closed-name"), most=2 * MOST_NAME, optional=True),
    ),
    close_them,
    allow=Permission.delivery,
    left=leave_closing,
)


@step(AddClosure, allow=Permission.delivery)
async def start_closing(turn: Turn, _asked: AddClosure) -> Reply:
    """Ask which days are to be closed, and why."""
    return await CLOSING.start(turn, AddingClosure())
