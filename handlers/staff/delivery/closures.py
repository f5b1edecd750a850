"""Closed days: which there are, closing more of them, and delivering on them again."""

from __future__ import annotations

from datetime import date

from handlers.dialog.actions.delivery_plan import AddClosure, ListClosures, OpenDays
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.delivery.day_spans import day_key, days_question
from handlers.staff.delivery.names import MOST_NAME, both_names
from handlers.staff.delivery.overview import TO_PLAN, with_closed_orders
from handlers.staff.delivery.week import season_day
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


class AddingClosure(StateBase, frozen=True, kw_only=True, tag="delivery-closure.1"):
    """Days that are being closed: `days` are the first and the last (ISO), with a space between."""

    days: str | None = None
    name: str | None = None


@view(ListClosures, allow=Permission.delivery)
async def list_closures(turn: Turn, asked: ListClosures) -> Reply:
    """The closed days from today on, each with the way to open it again."""
    return reply(await closures_card(turn, page=asked.page), in_place=True)


async def closures_card(turn: Turn, first: Phrase | None = None, page: int = 0) -> Card:
    """The card of the closed days, with a word before it; a page beyond the last is the first."""
    plan, today = await turn.delivery_plan(), dubai_day(turn.now)
    ahead = [shut for shut in plan.closures if shut.last >= today]
    page = page if 0 <= page * PER_PAGE < len(ahead) else 0
    at = page * PER_PAGE
    shown = page_of(ahead[at : at + PER_PAGE + 1], lambda shut: shut, page, PER_PAGE)
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


async def leave_closing(turn: Turn, _state: AddingClosure) -> Reply:
    """Nothing is closed: the closed days as they are."""
    return reply(await closures_card(turn, say("form-left")))


CLOSING = Flow(
    AddingClosure,
    (
        days_question(
            say("delivery-ask-days"),
            lambda plan: plan.closures,
            lambda shut: say("delivery-days-over", closed=closure_words(shut)),
            single=True,
        ),
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
