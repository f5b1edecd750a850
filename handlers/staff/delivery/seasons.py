"""Days with a week of their own, such as Ramadan: added, changed day by day, taken back."""

from __future__ import annotations

from datetime import date

from handlers.dialog.actions.delivery_plan import AddSeason, ListSeasons, RemoveSeason, ShowWeek
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.questions import text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Name, Phrase, Reply, Row, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.delivery.day_spans import day_key, days_question
from handlers.staff.delivery.names import MOST_NAME, both_names
from handlers.staff.delivery.overview import TITLE, TO_PLAN, with_closed_orders
from handlers.staff.delivery.week import season_day, week_card
from handlers.staff.delivery.words import season_words
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs, stack
from models.kernel.calendar import dubai_day
from models.kernel.refusals import AlreadyThere, NotFound
from models.orders.delivery_plan import Season
from models.orders.plan_changes import add_season, remove_season, season_from
from models.people.access import Permission

MOST_SEASONS = 8


class AddingSeason(StateBase, frozen=True, kw_only=True, tag="delivery-season.1"):
    """Days that get a week of their own: the first and the last (ISO), with a space between."""

    days: str | None = None
    name: str | None = None


@view(ListSeasons, allow=Permission.delivery)
async def list_seasons(turn: Turn, _asked: ListSeasons) -> Reply:
    """The weeks of their own that are not over."""
    return reply(await seasons_card(turn), in_place=True)


async def seasons_card(turn: Turn, first: Phrase | None = None) -> Card:
    """The card of these weeks, with a word before it."""
    plan, today = await turn.delivery_plan(), dubai_day(turn.now)
    ahead = [season for season in plan.seasons if season.last >= today]
    lines = [season_words(season) for season in ahead] or [say("delivery-seasons-none")]
    rows: list[Row] = [
        (change_choice(season), Choice(say("button-remove-season"), removal(season)))
        for season in ahead[:MOST_SEASONS]
    ]
    add: Row = (Choice(say("button-add-season"), AddSeason()),) if len(ahead) < MOST_SEASONS else ()
    words = paragraphs(say("delivery-seasons"), stack(*lines))
    return await with_closed_orders(turn, plan, first, words, add, *rows, (TO_PLAN,))


def change_choice(season: Season) -> Choice:
    """The way to the windows of the week."""
    name = Name(season.name_ar, season.name_en)
    return Choice(say("button-season-week", name=name), ShowWeek(day_key(season.first)))


def removal(season: Season) -> RemoveSeason:
    """The request to let the usual week hold on these days."""
    return RemoveSeason(day_key(season.first))


@step(RemoveSeason, allow=Permission.delivery)
async def take_season_away(turn: Turn, asked: RemoveSeason) -> Reply:
    """Let the usual week hold again; asked for once more unless `sure`."""
    first = season_day(asked.season)
    try:
        if first is None:
            raise NotFound("season")
        if not asked.sure:
            found = season_from(await turn.delivery_plan(), first)
            return reply(removal_card(turn, found), in_place=True)
        turn.plan = await remove_season(turn.acting, turn.terms, first)
        notice = say("delivery-season-removed")
    except NotFound:
        notice = say("delivery-season-gone")
    return reply(await seasons_card(turn), in_place=True, notice=notice)


def removal_card(turn: Turn, season: Season) -> Card:
    """Asks once before the usual week holds again."""
    words = paragraphs(say("delivery-season-sure"), season_words(season))
    sure = Choice(say("button-remove-season"), RemoveSeason(day_key(season.first), sure=True))
    back = Choice(say("button-back"), ListSeasons())
    return board(turn, "deliveries", TITLE, words, (sure,), (back,))


async def add_it(turn: Turn, state: AddingSeason) -> Reply:
    """Give the days a week of their own, and show it to be changed."""
    first, last = map(date.fromisoformat, require_answer(state.days).split(" "))
    names = both_names(require_answer(state.name))
    turn.leave()
    try:
        turn.plan = await add_season(turn.acting, turn.terms, first, last, *names)
    except AlreadyThere:
        return reply(await seasons_card(turn, say("delivery-season-there")))
    return reply(await week_card(turn, day_key(first), say("delivery-season-added")))


async def leave_adding(turn: Turn, _state: AddingSeason) -> Reply:
    """Nothing is added: the weeks as they are."""
    return reply(await seasons_card(turn, say("form-left")))


ADDING = Flow(
    AddingSeason,
    (
        days_question(
            say("delivery-ask-season"),
            lambda plan: plan.seasons,
            lambda season: say("delivery-season-over", season=season_words(season)),
        ),
        text("name", say("delivery-ask-season-name"), most=2 * MOST_NAME),
    ),
    add_it,
    allow=Permission.delivery,
    left=leave_adding,
)


@step(AddSeason, allow=Permission.delivery)
async def start_adding(turn: Turn, _asked: AddSeason) -> Reply:
    """Ask which days get a week of their own."""
    return await ADDING.start(turn, AddingSeason())
