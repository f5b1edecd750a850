"""A list of orders: each with where, for whom, how much and when; narrowed by when they go out."""

from __future__ import annotations

from datetime import datetime

from handlers.dialog.actions.deliveries import ListDeliveries, ManageOrder, MoveMany
from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Card, Choice, Exact, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.reach import courier_alone, state_listed
from handlers.staff.orders.screen import TO_DELIVERIES
from handlers.ui.board import board
from handlers.ui.days import near_day
from handlers.ui.order_names import named_below
from models.kernel.calendar import dubai_day
from models.orders.lateness import has_passed
from models.orders.lists import Due, OrderList, OrderPage, orders_listed
from models.orders.queries import OrderBrief
from models.orders.states import CLOSED, OrderState, onward

PER_PAGE = 8
NAME = 10
FILTERS = (Due.late, Due.today, Due.tomorrow, Due.all)


def due_of(named: str) -> Due:
    """When the orders of a list are due, as a button names it; all where it names nothing."""
    return next((due for due in Due if due == named), Due.all)


async def list_card(turn: Turn, asked: ListDeliveries) -> Card:
    """A page of the orders in a state, with the ways to narrow it and to move all of them on."""
    due = due_of(asked.due)
    listed = OrderList(asked.state, due, courier_alone(turn))
    page = await orders_listed(turn.session, listed, turn.now, PER_PAGE, asked.edge)
    if asked.edge and not page.items:
        page = await orders_listed(turn.session, listed, turn.now, PER_PAGE)
    orders = [(Choice(row_label(order, turn.now), ManageOrder(order.id)),) for order in page.items]
    rows = (
        *orders,
        leafing_row(asked.state, due, page),
        all_row(turn, listed, page),
        *filter_rows(asked.state, due),
        (TO_DELIVERIES, TO_DESK),
    )
    words = list_words(turn, asked.state, due, page)
    return board(turn, "deliveries", say("deliveries-title"), words, *rows)


def list_words(turn: Turn, state: str, due: Due, page: OrderPage) -> Phrase:
    """Which orders the list holds, which of them comes first, and these of them by their goods."""
    shown = state_listed(turn, state)
    if due is not Due.all:
        shown = say("deliveries-due", state=shown, due=say(f"due-{due.value}"))
    listed = "deliveries-in-closed" if state in CLOSED else "deliveries-in"
    if not page.items:
        return say("deliveries-none-in", state=shown)
    return named_below(say(listed, state=shown), page.items)


def leafing_row(state: str, due: Due, page: OrderPage) -> Row:
    """The ways to the pages before and after; they begin where this one ends."""
    row = []
    if page.before and page.items:
        back = ListDeliveries(state, 1, due.value, -page.items[0].id)
        row.append(Choice(say("button-previous"), back))
    if page.after and page.items:
        onward_page = ListDeliveries(state, 1, due.value, page.items[-1].id)
        row.append(Choice(say("button-next"), onward_page))
    return tuple(row)


def all_row(turn: Turn, listed: OrderList, page: OrderPage) -> Row:
    """The way to move all of the list onward at once, for those who may."""
    move = onward(OrderState(listed.state))
    many = len(page.items) > 1 or page.before or page.after
    if move is None or not many or move.allow not in turn.standing.permissions:
        return ()
    return (Choice(say(f"button-all-{move.to}"), MoveMany(move.to, listed.due.value)),)


def filter_rows(state: str, shown: Due) -> tuple[Row, ...]:
    """The ways to the late ones, and to those of today, of tomorrow and of all days."""
    if state in CLOSED:
        return ()
    return (
        tuple(
            Choice(say(f"due-{due.value or 'all'}"), ListDeliveries(state, due=due.value))
            for due in FILTERS
            if due is not shown
        ),
    )


def row_label(order: OrderBrief, now: datetime) -> Phrase:
    """An order in a list: its number, where to, for whom, how much, and when it goes out."""
    return say(
        "deliveries-row-telephone" if order.by_telephone else "deliveries-row",
        number=Exact(order.number),
        emirate=say(f"emirate-{order.emirate}"),
        name=cut(order.name, NAME),
        total=Amount(order.total),
        day=day_words(order, now),
    )


def day_words(order: OrderBrief, now: datetime) -> Phrase:
    """Late, today, tomorrow, or the date."""
    if order.state not in CLOSED and has_passed(order.day, order.window, now):
        return say("day-late")
    return near_day(order.day, dubai_day(now))
