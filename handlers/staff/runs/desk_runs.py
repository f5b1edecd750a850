"""All runs, for the desk: which there are, one of them, and a run passed on to another courier."""

from __future__ import annotations

from handlers.dialog.actions.runs import (
    ChooseRun,
    ListRuns,
    ManageRun,
    PassRun,
    PlanRuns,
)
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.runs.screens import (
    courier_words,
    heading_of,
    page_of_stops,
    run_at_hand,
    run_words,
    stop_label,
)
from handlers.ui.board import board, leafing_rows
from handlers.ui.days import near_day
from handlers.ui.order_lines import time_at, window_label
from models.kernel.calendar import dubai_day
from models.kernel.paging import Page
from models.orders.run_queries import (
    RunBrief,
    couriers,
    loose_windows,
    open_runs,
)
from models.orders.run_tables import RunState
from models.orders.runs import pass_run
from models.people.access import Permission
from models.people.team import name_of

MOST_RUNS, MOST_WINDOWS, MOST_COURIERS = 12, 6, 20
ON_A_BUTTON = 16
TO_RUNS = Choice(say("button-runs"), ListRuns())


@view(ListRuns, allow=Permission.orders)
async def list_runs(turn: Turn, asked: ListRuns) -> Reply:
    """The runs that are not done, and the ways to spread what is packed and in none."""
    return reply(await runs_card(turn, asked.page), in_place=True)


async def runs_card(turn: Turn, page: int = 0) -> Card:
    """A page of the runs that are not done, and the windows with packed orders that are in none.

    A page beyond the last shows the first.
    """
    runs = await open_runs(turn.session)
    at = page if 0 <= page * MOST_RUNS < len(runs) else 0
    shown = runs[at * MOST_RUNS : (at + 1) * MOST_RUNS]
    loose = await loose_windows(turn.session)
    rows: list[Row] = [
        (
            Choice(
                say("runs-plan", count=count, window=window_label(day, window)),
                PlanRuns(day.isoformat(), window),
            ),
        )
        for day, window, count in loose[:MOST_WINDOWS]
    ]
    rows += [(await run_choice(turn, run),) for run in shown]
    rows += leafing_rows(Page(tuple(shown), at, (at + 1) * MOST_RUNS < len(runs)), ListRuns)
    words = say("runs", runs=len(runs), loose=sum(count for _, _, count in loose))
    return board(turn, "deliveries", say("runs-title"), words, *rows, (TO_DESK,))


async def run_choice(turn: Turn, run: RunBrief) -> Choice:
    """The way to a run: whose, when, how many stops are left."""
    label = await run_label(turn, run)
    return Choice(label, ManageRun(run.id))


async def run_label(turn: Turn, run: RunBrief) -> Phrase:
    """A run on a button."""
    return say(
        "runs-taken" if run.state == RunState.taken else "runs-planned",
        courier=courier_words(await name_of(turn.session, run.person_id), ON_A_BUTTON),
        count=run.left,
        day=near_day(run.day, dubai_day(turn.now)),
        starts=time_at(run.day, run.window.partition("-")[0]),
    )


@view(ManageRun, allow=Permission.orders)
async def manage_run(turn: Turn, asked: ManageRun) -> Reply:
    """One run. Refuses: NotFound."""
    return reply(await run_card(turn, asked.run_id, asked.page), in_place=True)


async def run_card(turn: Turn, run_id: int, page: int = 0) -> Card:
    """A run with its stops, each of which can be moved while it is packed. Refuses: NotFound."""
    run = await run_at_hand(turn, run_id)
    stops = page_of_stops(run, page)
    words = run_words(turn, run, heading_of(run, "run-of"), stops.items)
    choices = [
        (Choice(stop_label(at, stop), ChooseRun(stop.order_id)),) for at, stop in stops.items
    ]
    passing = Choice(say("button-pass-run"), PassRun(run.id, run.person_id))
    rows = (
        *choices,
        *leafing_rows(stops, lambda to: ManageRun(run.id, to)),
        (passing,) if run.stops else (),
        (TO_RUNS, TO_DESK),
    )
    return board(turn, "deliveries", say("runs-title"), words, *rows)


@step(PassRun, allow=Permission.orders)
async def pass_on(turn: Turn, asked: PassRun) -> Reply:
    """Ask to whom, or pass the run on; who comes second is told whose it is.

    Refuses: NotFound, for somebody who does not deliver too.
    """
    if not asked.to:
        return reply(await ask_courier(turn, asked), in_place=True)
    passed = await pass_run(turn.acting, asked.run_id, asked.was, asked.to)
    run = await run_at_hand(turn, asked.run_id)
    said = "runs-passed" if passed else "runs-passed-before"
    notice = say(said, courier=courier_words(run.courier))
    return reply(await run_card(turn, asked.run_id), in_place=True, notice=notice)


async def ask_courier(turn: Turn, asked: PassRun) -> Card:
    """Who else delivers, a button each. Refuses: NotFound."""
    run = await run_at_hand(turn, asked.run_id)
    others = [one for one in await couriers(turn.session) if one != run.person_id]
    rows = [
        (
            Choice(
                courier_words(await name_of(turn.session, person)),
                PassRun(run.id, run.person_id, person),
            ),
        )
        for person in others[:MOST_COURIERS]
    ]
    words = heading_of(run, "runs-pass-to" if others else "runs-nobody-else")
    back = (Choice(say("button-back"), ManageRun(run.id)), TO_DESK)
    return board(turn, "deliveries", say("runs-title"), words, *rows, back)
