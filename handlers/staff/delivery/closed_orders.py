"""The open orders whose window is closed: which they are, and asking their customers at once."""

from __future__ import annotations

from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.delivery_plan import AskForWindows, ListClosedOrders
from handlers.dialog.layout import cut
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Day, Exact, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board, leafing_rows
from handlers.ui.order_lines import paragraphs, time_at
from handlers.ui.order_names import named_below
from handlers.ui.pick_up import for_order
from models.orders.closed_windows import ClosedOrders, ask_for_windows, orders_in_closed
from models.orders.queries import OrderBrief
from models.people.access import Permission

PER_PAGE = 8
NAME = 12


@view(ListClosedOrders, allow=Permission.orders)
async def list_closed_orders(turn: Turn, asked: ListClosedOrders) -> Reply:
    """The orders that need another window, and the one act that asks all their customers."""
    return reply(await closed_orders_card(turn, asked.page), in_place=True)


async def closed_orders_card(turn: Turn, page: int = 0) -> Card:
    """The card of these orders."""
    plan = await turn.delivery_plan()
    closed = await orders_in_closed(turn.session, plan, turn.now, max(page, 0), PER_PAGE)
    orders: list[Row] = [
        (Choice(row_label(order), ManageOrder(order.id)),) for order in closed.page.items
    ]
    ask = Choice(say("button-ask-windows", count=closed.unasked), AskForWindows())
    asking: Row = (ask,) if closed.unasked else ()
    rows = (asking, *orders, *leafing_rows(closed.page, ListClosedOrders), (TO_DESK,))
    said = closed_words(closed)
    named = named_below(said, closed.page.items) if closed.page.items else said
    return board(turn, "deliveries", say("closed-orders-title"), named, *rows)


def closed_words(closed: ClosedOrders) -> Phrase:
    """How many there are, whether their customers were asked, and who is to be telephoned."""
    if not closed.count:
        return say("closed-orders-none")
    asked = closed.count - closed.to_call
    words = []
    if closed.unasked:
        words.append(say("closed-orders", count=closed.count))
    elif asked:
        words.append(say("closed-orders-asked", count=asked))
    if closed.to_call:
        words.append(say("closed-orders-to-call", count=closed.to_call))
    return paragraphs(*words)


def row_label(order: OrderBrief) -> Phrase:
    """An order in the list: its number, whose it is, and the window that is closed."""
    words = say(
        "closed-orders-row-telephone" if order.by_telephone else "closed-orders-row",
        number=Exact(order.number),
        name=cut(order.name, NAME),
        day=Day(order.day),
        starts=time_at(order.day, order.window.partition("-")[0]),
    )
    return for_order(order, words)


@step(AskForWindows, allow=Permission.orders)
async def ask_customers(turn: Turn, _asked: AskForWindows) -> Reply:
    """Ask each of these customers who was not asked yet; pressed twice, nobody is asked twice."""
    asked = await ask_for_windows(turn.acting, await turn.delivery_plan())
    notice = (
        say("closed-orders-now-asked", count=asked) if asked else say("closed-orders-all-asked")
    )
    return reply(await closed_orders_card(turn), in_place=True, notice=notice)
