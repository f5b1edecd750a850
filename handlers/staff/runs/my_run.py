"""The courier's own run: taken out with one tap, then stop after stop."""

from __future__ import annotations

from itertools import islice

import msgspec

from handlers.dialog.actions.cash import HandCash, ShowMyDay
from handlers.dialog.actions.runs import (
    ListMyRuns,
    PlaceStop,
    SayComing,
    ShowMyRun,
    ShowStop,
    TakeRun,
)
from handlers.dialog.router import step, view
from handlers.dialog.speech import Amount, Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.runs.screens import (
    heading_of,
    page_of_stops,
    run_at_hand,
    run_words,
    stop_card,
    stop_choices,
)
from handlers.ui.board import board, leafing_rows
from handlers.ui.order_lines import window_label
from models.accounting.purses import purse_of
from models.kernel.money import NOTHING
from models.kernel.paging import page_of
from models.kernel.refusals import NotAllowed, WrongState
from models.orders.run_queries import RunBrief, RunView, run_done_with, runs_of
from models.orders.run_tables import RunState
from models.orders.runs import announce_coming, place_stop, take_run
from models.orders.states import OrderState
from models.people.access import Permission

MOST_OTHERS, MOST_RUNS = 4, 8


@view(ShowMyRun, allow=Permission.deliver)
async def show_my_run(turn: Turn, asked: ShowMyRun) -> Reply:
    """The run that was asked for, while it is the person's own; else the next one of theirs."""
    return reply(await my_run_card(turn, asked.run_id, asked.page), in_place=True)


async def my_run_card(turn: Turn, run_id: int = 0, page: int = 0) -> Card:
    """The person's run with its stops, or that there is none."""
    mine = await runs_of(turn.session, turn.person_id)
    if not mine:
        return board(turn, "deliveries", say("run-title"), say("run-none"), (TO_DESK,))
    chosen = next((run for run in mine if run.id == run_id), mine[0])
    run = await run_at_hand(turn, chosen.id)
    stops = page_of_stops(run, page)
    words = run_words(turn, run, heading_of(run, "run"), stops.items)
    rows = (
        take_row(run),
        *stop_choices(run, stops.items),
        *leafing_rows(stops, lambda at: ShowMyRun(run.id, at)),
        *other_rows(mine, run.id),
        (TO_DESK,),
    )
    return board(turn, "deliveries", say("run-title"), words, *rows)


def take_row(run: RunView) -> Row:
    """The one tap that takes all out that is packed, while anything is."""
    if not run.waiting:
        return ()
    return (Choice(say("button-take-run", count=len(run.waiting)), TakeRun(run.id)),)


def other_rows(mine: list[RunBrief], shown: int) -> list[Row]:
    """The ways to the courier's next other runs, and to all of them where there are more."""
    others = [run for run in mine if run.id != shown]
    rows: list[Row] = [(run_choice("run-other", run),) for run in others[:MOST_OTHERS]]
    if len(others) > MOST_OTHERS:
        rows.append((Choice(say("button-my-runs", count=len(mine)), ListMyRuns()),))
    return rows


def run_choice(label: str, run: RunBrief) -> Choice:
    """The way to one of the courier's runs."""
    return Choice(say(label, window=window_label(run.day, run.window)), ShowMyRun(run.id))


@view(ListMyRuns, allow=Permission.deliver)
async def list_my_runs(turn: Turn, asked: ListMyRuns) -> Reply:
    """A page of the person's runs; one beyond the last shows the first."""
    mine = await runs_of(turn.session, turn.person_id)
    at = asked.page if 0 <= asked.page * MOST_RUNS < len(mine) else 0
    shown = page_of(mine[at * MOST_RUNS :][: MOST_RUNS + 1], lambda run: run, at, MOST_RUNS)
    rows = [(run_choice("run-mine", run),) for run in shown.items]
    words = say("runs-mine", count=len(mine))
    leafing = leafing_rows(shown, ListMyRuns)
    card = board(turn, "deliveries", say("run-title"), words, *rows, *leafing, (TO_DESK,))
    return reply(card, in_place=True)


@step(TakeRun, allow=Permission.deliver)
async def take(turn: Turn, asked: TakeRun) -> Reply:
    """Take the run out; the first stop comes beneath. Refuses: NotFound, NotAllowed.

    A doubled tap takes nothing more, and shows the run as it stands.
    """
    taken = await take_run(turn.acting, asked.run_id)
    run = await run_at_hand(turn, asked.run_id)
    card = await my_run_card(turn, asked.run_id)
    notice = took_words(len(taken.out), len(taken.left))
    following = first_out(turn, run) if taken.out else ()
    return reply(card, *following, in_place=True, notice=notice)


def took_words(out: int, left: int) -> Phrase:
    """How many orders went out, and how many had moved on."""
    if left:
        return say("run-taken-but", count=out, left=left)
    return say("run-taken", count=out) if out else say("run-taken-before")


async def own_run(turn: Turn, run_id: int) -> RunView:
    """The run, which is the person's own. Refuses: NotFound, NotAllowed."""
    run = await run_at_hand(turn, run_id)
    if run.person_id != turn.person_id:
        raise NotAllowed
    return run


@view(ShowStop, allow=Permission.deliver)
async def show_stop(turn: Turn, asked: ShowStop) -> Reply:
    """One stop of the person's run; one that has ended shows the run. Refuses: NotAllowed."""
    return await stop_reply(turn, asked.run_id, asked.order_id)


async def stop_reply(turn: Turn, run_id: int, order_id: int, notice: Phrase | None = None) -> Reply:
    """The stop as it stands; the run where it has ended. Refuses: NotFound, NotAllowed."""
    run = await own_run(turn, run_id)
    at = next((at for at, stop in enumerate(run.stops, 1) if stop.order_id == order_id), 0)
    if not at:
        return reply(await my_run_card(turn, run_id), in_place=True, notice=say("run-stop-gone"))
    return reply(stop_card(turn, run, at), in_place=True, notice=notice)


@step(PlaceStop, allow=Permission.deliver)
async def place(turn: Turn, asked: PlaceStop) -> Reply:
    """Move the stop within the person's run. Refuses: NotFound, NotAllowed."""
    run = await own_run(turn, asked.run_id)
    if any(stop.order_id == asked.order_id for stop in run.stops):
        await place_stop(turn.acting, asked.run_id, asked.order_id, asked.at)
    return await stop_reply(turn, asked.run_id, asked.order_id)


@step(SayComing, allow=Permission.deliver)
async def say_coming(turn: Turn, asked: SayComing) -> Reply:
    """Tell the customer, once, that the courier comes now. Refuses: NotFound, NotAllowed."""
    run = await own_run(turn, asked.run_id)
    notice = say("run-told-before")
    if any(stop.order_id == asked.order_id for stop in run.stops):
        try:
            told = await announce_coming(turn.acting, asked.order_id)
        except WrongState as stands:
            notice = say("deliveries-stands", state=say(f"state-{stands.state}"))
        else:
            notice = say("run-told" if told else "run-told-before")
    return await stop_reply(turn, asked.run_id, asked.order_id, notice)


async def next_stop(turn: Turn, order_id: int) -> tuple[Card, ...]:
    """What comes after the stop of that order, which has just ended.

    It is the next stop of the person's run that is under way; and the word that a run of theirs is
    done, where this stop was its last.
    """
    mine = await runs_of(turn.session, turn.person_id)
    under_way = [run for run in mine if run.state == RunState.taken]
    last = await run_done_with(turn.session, order_id, turn.now)
    done = (await done_card(turn),) if last == turn.person_id else ()
    if not under_way:
        return done
    return (*done, *first_out(turn, await run_at_hand(turn, under_way[0].id)))


async def done_card(turn: Turn) -> Card:
    """The run is done: the cash that the person carries now, and the way to hand it over."""
    carried = await purse_of(turn.session, turn.person_id)
    hand: Row = (Choice(say("button-hand-cash"), HandCash()),) if carried > NOTHING else ()
    day = Choice(say("button-my-day"), ShowMyDay())
    words = say("run-done", carried=Amount(carried))
    return board(turn, "deliveries", say("run-title"), words, hand, (day, TO_DESK))


async def with_next_stop(turn: Turn, done: Reply, order_id: int) -> Reply:
    """The reply to that order's stop, which ended, and after it what comes next in the run."""
    return msgspec.structs.replace(done, cards=(*done.cards, *await next_stop(turn, order_id)))


def first_out(turn: Turn, run: RunView) -> tuple[Card, ...]:
    """The card of the run's first stop whose order is out; none where none is."""
    out = (at for at, stop in enumerate(run.stops, 1) if stop.state == OrderState.out)
    return tuple(stop_card(turn, run, at) for at in islice(out, 1))
