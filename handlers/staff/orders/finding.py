"""Finding orders by number, phone or name: one opens at once, several are listed."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.actions import cut_words
from handlers.dialog.actions.deliveries import AskOrder, FindOrder, FindOrders, ManageOrder
from handlers.dialog.answers import require_answer
from handlers.dialog.forms import Flow
from handlers.dialog.layout import cut
from handlers.dialog.parsing import read_any_phone
from handlers.dialog.questions import text
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, back_to_desk
from handlers.staff.desk.listening import MOST_WORDS, ListeningBase, list_that_listens, listen
from handlers.staff.desk.reach import courier_alone
from handlers.staff.orders.deliveries import (
    find_order,
    order_in_reach,
    sought,
    states_to_list,
)
from handlers.staff.orders.list_screen import day_words
from handlers.staff.orders.screen import TO_DELIVERIES, order_card
from handlers.ui.board import board
from handlers.ui.order_names import named_below
from handlers.ui.pick_up import for_order, state_words
from models.orders.finding import orders_by_name, orders_by_phone
from models.orders.queries import OrderBrief
from models.people.access import Permission

MOST = 8
NAME, SHOWN = 20, 40


@view(FindOrders, allow=Permission.deliver)
async def find_orders(turn: Turn, asked: FindOrders) -> Reply:
    """The orders for that phone or name which are in the person's reach."""
    return await found_reply(turn, asked.words)


async def found_reply(turn: Turn, words: str) -> Reply:
    """The one order, or the newest of several."""
    orders = await orders_for(turn, words)
    if len(orders) == 1:
        return reply(await order_card(turn, await order_in_reach(turn, orders[0].id)))
    return reply(found_card(turn, words, orders))


async def orders_for(turn: Turn, words: str) -> list[OrderBrief]:
    """The newest orders for the phone or the name, one more than are shown."""
    states, courier = states_to_list(turn), courier_alone(turn)
    phone = read_any_phone(words)
    if phone is not None:
        return await orders_by_phone(turn.session, phone, states, MOST + 1, courier)
    return await orders_by_name(turn.session, words, states, MOST + 1, courier)


def found_card(turn: Turn, words: str, orders: Sequence[OrderBrief]) -> Card:
    """The orders that were found, by their goods and a button each; or how orders are found."""
    rows = [(Choice(row_label(turn, order), ManageOrder(order.id)),) for order in orders[:MOST]]
    found = "finding-more" if len(orders) > MOST else "finding-found"
    said = say(found if orders else "finding-none", words=cut(words, SHOWN))
    named = named_below(said, orders[:MOST]) if orders else said
    again = (Choice(say("button-find-order"), AskOrder()),)
    ways = (TO_DELIVERIES, TO_DESK)
    return board(turn, "deliveries", say("deliveries-title"), named, *rows, again, ways)


def row_label(turn: Turn, order: OrderBrief) -> Phrase:
    """An order that was found: its number, for whom, where it stands, when it goes out."""
    words = say(
        "finding-row",
        number=Exact(order.number),
        name=cut(order.name, NAME),
        state=state_words(order),
        day=day_words(order, turn.now),
    )
    return for_order(order, words)


class InOrders(ListeningBase, frozen=True, kw_only=True, tag="in-orders.1"):
    """Orders that were found are looked at."""


class Finding(StateBase, frozen=True, kw_only=True, tag="find-order.1"):
    """An order that is looked for."""

    words: str | None = None


async def find_words(turn: Turn, words: str) -> Reply:
    """What the typed words find: the order of a number, else by phone or name."""
    meant = sought(words)
    if isinstance(meant, FindOrder):
        return await find_order(turn, meant)
    return await found_reply(turn, cut_words(words))


list_that_listens(InOrders, say("finding-ask"), find_words, Permission.deliver)


async def show_found(turn: Turn, state: Finding) -> Reply:
    """End the form and show what its words find; the next text is looked for as well."""
    turn.leave()
    found = await find_words(turn, require_answer(state.words))
    listen(turn, InOrders)
    return found


FINDING = Flow(
    Finding,
    (text("words", say("finding-ask"), most=MOST_WORDS, figures=True),),
    show_found,
    allow=Permission.deliver,
    left=back_to_desk,
)


@step(AskOrder, allow=Permission.deliver)
async def ask_order(turn: Turn, _asked: AskOrder) -> Reply:
    """Ask for a number, a phone or a name."""
    return await FINDING.start(turn, Finding())
