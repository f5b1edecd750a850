"""What customers ask of their orders in words: where one is, to cancel it, to change it."""

from __future__ import annotations

from handlers.customer.orders.orders import PER_PAGE, order_reply, show_orders
from handlers.customer.shop.search import order_meant
from handlers.dialog.actions.customer import ShowOrders
from handlers.dialog.layout import HOME
from handlers.dialog.main_menu import ORDERS
from handlers.dialog.router import talk
from handlers.dialog.speech import Card, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.topics import Meant, Topic
from handlers.dialog.understanding.words_around import with_words_first
from models.orders.own_orders import orders_of
from models.orders.queries import OrderBrief
from models.orders.states import OPEN

TO_ORDER = (Topic.cancel_order, Topic.change_order, Topic.receipt)
"""What is done with the buttons of an order, and where they are is said first."""


@talk(Topic.where_order, *TO_ORDER)
async def answer_order(turn: Turn, meant: Meant, text: str) -> Reply:
    """The order that is meant: of that number, or the only open one; else the list of all.

    Nothing is cancelled or changed: that is done with the order's own buttons.
    """
    named = await order_meant(turn, text)
    if named is not None:
        return with_words(named, how_to(meant))
    orders = await recent_orders(turn)
    open_ones = [order for order in orders if order.state in OPEN]
    if len(open_ones) == 1:
        return with_words(await order_reply(turn, open_ones[0].id), how_to(meant))
    shown = await show_orders(turn, ShowOrders())
    return with_words(shown, how_to(meant)) if orders else shown


@talk(Topic.problem, Topic.praise, Topic.enquiry)
async def answer_for_team(_turn: Turn, meant: Meant, _text: str) -> Reply:
    """That the words go to the team with one tap: each answer has the button for that."""
    return reply(Card(text=say(f"talk-{meant.topic}"), choices=((ORDERS, HOME),)))


async def recent_orders(turn: Turn) -> list[OrderBrief]:
    """The person's own orders, the newest first."""
    return list((await orders_of(turn.session, turn.person_id, 0, PER_PAGE)).items)


def how_to(meant: Meant) -> Phrase | None:
    """How an order is cancelled or changed, or where its receipt is, for who asked that."""
    return say(f"talk-{meant.topic}") if meant.topic in TO_ORDER else None


def with_words(shown: Reply, words: Phrase | None) -> Reply:
    """The reply, and above its first card these words."""
    return shown if words is None else with_words_first(shown, words)
