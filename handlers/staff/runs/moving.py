"""A packed order is put into another run, or into none, by hand."""

from __future__ import annotations

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.runs import ChooseRun, ManageRun, MoveStop
from handlers.dialog.layout import cut
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.runs.desk_runs import MOST_RUNS, TO_RUNS, run_card, run_label, runs_card
from handlers.staff.runs.screens import CUSTOMER, courier_words
from handlers.ui.board import board
from handlers.ui.order_lines import window_words
from handlers.ui.pick_up import for_order, state_words
from models.kernel.refusals import WrongState
from models.orders.queries import OrderView, order_for_staff
from models.orders.run_queries import RunBrief, open_runs, run_with
from models.orders.runs import move_stop
from models.orders.states import OrderState
from models.people.access import Permission
from models.people.team import name_of


@view(ChooseRun, allow=Permission.orders)
async def choose_run(turn: Turn, asked: ChooseRun) -> Reply:
    """The runs that the order can be put into. Refuses: NotFound."""
    return reply(await stop_card(turn, asked.order_id), in_place=True)


async def stop_card(turn: Turn, order_id: int) -> Card:
    """Where the order is now, and the runs that it can be put into while it is packed."""
    order = await order_for_staff(turn.session, order_id)
    now = await run_with(turn.session, order_id)
    rows: list[Row] = []
    if order.state == OrderState.packed and not order.at_hall:
        rows += [
            (Choice(await run_label(turn, run), MoveStop(order_id, run.id)),)
            for run in await others(turn, order, now)
        ]
    choices = bool(rows)
    if now is not None and order.state == OrderState.packed:
        rows.append((Choice(say("runs-out-of"), MoveStop(order_id, 0)),))
    this = Choice(say("button-this-order"), ManageOrder(order_id))
    back = Choice(say("button-back"), ManageRun(now.id)) if now else TO_RUNS
    words = await where_words(turn, order, now, choices=choices)
    return board(turn, "deliveries", say("runs-title"), words, *rows, (this, back), (TO_DESK,))


async def others(turn: Turn, order: OrderView, now: RunBrief | None) -> list[RunBrief]:
    """The other runs that are not done, those of the order's own window first."""
    runs = [run for run in await open_runs(turn.session) if now is None or run.id != now.id]
    own = (order.day, order.window)
    return sorted(runs, key=lambda run: (run.day, run.window) != own)[:MOST_RUNS]


async def where_words(
    turn: Turn, order: OrderView, now: RunBrief | None, *, choices: bool
) -> Phrase:
    """The order, whose run it is in, and what can be done."""
    where = say("runs-order-in-none")
    if now is not None:
        courier = courier_words(await name_of(turn.session, now.person_id))
        where = say("runs-order-in", courier=courier)
    asked = "runs-move-to" if choices else "runs-no-other"
    return say(
        "runs-order",
        number=Exact(order.number),
        name=cut(order.name, CUSTOMER),
        state=state_words(order),
        window=window_words(order.day, order.window),
        where=where,
        asked=say(asked if order.state == OrderState.packed else "runs-order-moved-on"),
    )


@step(MoveStop, allow=Permission.orders)
async def move(turn: Turn, asked: MoveStop) -> Reply:
    """Put the order into that run or into none. Refuses: NotFound.

    One that is packed no more stays where it is, which is said.
    """
    before = await run_with(turn.session, asked.order_id)
    notice = say("runs-moved" if asked.run_id else "runs-moved-out")
    try:
        await move_stop(turn.acting, asked.order_id, asked.run_id)
    except WrongState as stands:
        order = await order_for_staff(turn.session, asked.order_id)
        state = for_order(order, say(f"state-{stands.state}"))
        notice = say("deliveries-stands", state=state)
    at = asked.run_id or (before.id if before else 0)
    card = await run_card(turn, at) if at else await runs_card(turn)
    return reply(card, in_place=True, notice=notice)
