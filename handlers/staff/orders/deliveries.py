"""The orders as staff work on them: how many wait, which ones, each one, and one tap onward."""

from __future__ import annotations

import re

from handlers.dialog.actions import Action, cut_words
from handlers.dialog.actions.deliveries import (
    AskOrder,
    FindOrder,
    FindOrders,
    ListDeliveries,
    ManageOrder,
    MoveOrder,
    ShowPicking,
)
from handlers.dialog.forms import both, open_question
from handlers.dialog.layout import in_rows
from handlers.dialog.parsing import has_letters, read_any_phone, western
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import (
    Card,
    Choice,
    Exact,
    Reply,
    Row,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, orders_waiting
from handlers.staff.desk.reach import courier_alone, state_listed, states_in_reach
from handlers.staff.orders.list_screen import list_card
from handlers.staff.orders.no_chat import for_customer
from handlers.staff.orders.screen import TO_DELIVERIES, lines_card, order_card
from handlers.ui.board import board
from handlers.ui.pick_up import for_order
from models.kernel.refusals import ContentsChanged, NotAllowed, NotFound, WrongState
from models.orders.fulfilment import advance
from models.orders.lists import OrderList, orders_listed
from models.orders.queries import (
    OrderView,
    order_by_number,
    order_for_staff,
)
from models.orders.run_queries import run_with
from models.orders.states import CLOSED, ONWARD, OrderState
from models.people.access import Permission

MOST_NUMBER = 20
SIX_DIGITS = re.compile(r"\D*([0-9]{6})\D*")


def read_rest(rest: str) -> Action:
    """`/deliveries`: the overview; with a number, a phone or a name behind it what that finds."""
    return sought(rest) if western(rest) else ListDeliveries()


def sought(typed: str) -> FindOrder | FindOrders:
    """What is looked for: the order of a number (six digits of any script), else phone or name."""
    figures = "".join(western(typed).split())
    found = SIX_DIGITS.fullmatch(figures)
    if found:
        return FindOrder(found[1])
    if read_any_phone(typed) is not None or has_letters(typed):
        return FindOrders(cut_words(typed))
    return FindOrder(figures[:MOST_NUMBER])


command("deliveries", read_rest)


@view(ListDeliveries, allow=Permission.deliver)
async def list_deliveries(turn: Turn, asked: ListDeliveries) -> Reply:
    """The orders in a state, or how many there are in each.

    Refuses: NotAllowed for a state that is not the person's to list.
    """
    if not asked.state:
        return reply(await overview(turn), in_place=True)
    if asked.state not in states_to_list(turn):
        raise NotAllowed
    return reply(await list_card(turn, asked), in_place=True)


def states_to_list(turn: Turn) -> tuple[str, ...]:
    """The states whose orders the person may list: closed ones are the desk's to look up."""
    closed = CLOSED if Permission.orders in turn.standing.permissions else ()
    return tuple(state.value for state in (*states_in_reach(turn.standing), *closed))


async def overview(turn: Turn) -> Card:
    """How many orders there are in each open state, and the ways to the lists."""
    counts = await orders_waiting(turn)
    lists = [
        Choice(
            say("state-with-count", state=state_listed(turn, state), count=counts[state]),
            ListDeliveries(state),
        )
        if state in counts
        else Choice(say("deliveries-list", state=state_listed(turn, state)), ListDeliveries(state))
        for state in states_to_list(turn)
    ]
    words = say("deliveries", count=sum(counts.values()))
    if open_question(turn) is None:
        words = both(words, say("deliveries-how"))
    may_pick = Permission.orders in turn.standing.permissions
    picking: Row = (Choice(say("button-picking"), ShowPicking()),) if may_pick else ()
    find: Row = (Choice(say("button-find-order"), AskOrder()),)
    rows = (*in_rows(lists, 2), find, picking, (TO_DESK,))
    return board(turn, "deliveries", say("deliveries-title"), words, *rows)


async def next_rows(turn: Turn, *states: OrderState, but: int = 0) -> tuple[Row, ...]:
    """The way to the next order, of the first of the states that holds any `but` that one.

    It leads to the only order there, or to the list; there is none where nothing is left.
    """
    for state in states:
        listed = OrderList(state, courier_id=courier_alone(turn))
        found = (await orders_listed(turn.session, listed, turn.now, 3)).items
        others = [order for order in found if order.id != but]
        if others:
            only = len(others) == 1
            to: Action = ManageOrder(others[0].id) if only else ListDeliveries(state)
            return ((Choice(say("button-next-delivery"), to),),)
    return ()


@view(ManageOrder, allow=Permission.deliver)
async def manage_order(turn: Turn, asked: ManageOrder) -> Reply:
    """One order. Refuses: NotFound, NotAllowed before it is packed for those who only deliver."""
    order = await order_in_reach(turn, asked.order_id)
    if asked.page > 0:
        return reply(lines_card(turn, order, asked.page), in_place=True)
    return reply(await order_card(turn, order), in_place=True)


@view(FindOrder, allow=Permission.deliver)
async def find_order(turn: Turn, asked: FindOrder) -> Reply:
    """The order of that number. Refuses: NotAllowed, as the order's own screen does."""
    order_id = await order_by_number(turn.session, asked.number)
    if order_id is None:
        return no_such_order(turn, asked.number)
    return reply(await order_card(turn, await order_in_reach(turn, order_id)), in_place=True)


def no_such_order(turn: Turn, number: str) -> Reply:
    """The reply that there is no order of that number, with the ways to find one."""
    words = say("deliveries-no-order", number=Exact(number))
    return reply(
        board(turn, "deliveries", say("deliveries-title"), words, (TO_DELIVERIES, TO_DESK))
    )


async def order_in_reach(turn: Turn, order_id: int) -> OrderView:
    """The order. Refuses: NotFound, and NotAllowed where it is another's to work on.

    What is fetched at the hall is the desk's alone.
    """
    order = await order_for_staff(turn.session, order_id)
    if order.state not in (*states_in_reach(turn.standing), *CLOSED):
        raise NotAllowed
    await require_own_run(turn, order_id)
    if order.at_hall and courier_alone(turn):
        raise NotAllowed
    return order


async def require_own_run(turn: Turn, order_id: int) -> None:
    """Refuse (NotAllowed) who only delivers an order that is in another courier's run."""
    courier = courier_alone(turn)
    if courier:
        run = await run_with(turn.session, order_id)
        if run is not None and run.person_id != courier:
            raise NotAllowed


@step(MoveOrder, allow=Permission.deliver)
async def move_order(turn: Turn, asked: MoveOrder) -> Reply:
    """One tap onward; a doubled tap is answered with the order as it stands.

    What holds other things than the card showed is shown again, and not packed.

    Refuses: NotFound, and NotAllowed for a step that is not the person's.
    """
    to = next((state for state in ONWARD if state == asked.to), None)
    if to is None:
        raise NotFound("state")
    turn.standing.require(ONWARD[to].allow)
    await require_own_run(turn, asked.order_id)
    notice = say(f"deliveries-now-{to}")
    try:
        await advance(turn.acting, asked.order_id, to, asked.seen)
    except ContentsChanged:
        notice = say("deliveries-holds-other-things")
    except WrongState as moved_on:
        stands = await order_for_staff(turn.session, asked.order_id)
        state = for_order(stands, say(f"state-{moved_on.state}"))
        notice = say("deliveries-stands", state=state)
    order = await order_in_reach(turn, asked.order_id)
    notice = await for_customer(turn, order, for_order(order, notice))
    return reply(await order_card(turn, order), in_place=True, notice=notice)
