"""A customer's orders: looking at them, their receipts, cancelling, and ordering again."""

from __future__ import annotations

from handlers.actions import CancelOrder, OrderAgain, ShowCart, ShowOrder, ShowOrders, ShowReceipt
from handlers.customer.cart import show_cart
from handlers.router import command, step, view
from handlers.screens.orders import (
    cancel_question,
    order_screen,
    orders_screen,
    placed_screen,
    receipt_screen,
)
from handlers.screens.ways import CART, HOME, short
from handlers.speech import Card, Lines, Phrase, Reply, reply, say
from handlers.turn import Turn
from models.cancelling import cancel_by_customer
from models.order_book import OrderView, delivery_code, order_of, orders_of
from models.ordering_again import Again, order_again
from models.orders import CUSTOMER_CANCELS, OPEN, OrderState

PER_PAGE = 6
MISSING = 20


@view(ShowOrders)
async def show_orders(turn: Turn, asked: ShowOrders) -> Reply:
    """A page of the person's orders; a page beyond the last shows the first."""
    page = await orders_of(turn.session, turn.person_id, max(0, asked.page), PER_PAGE)
    if asked.page and not page.items:
        page = await orders_of(turn.session, turn.person_id, 0, PER_PAGE)
    return reply(orders_screen(page, turn.language), in_place=True)


@view(ShowOrder)
async def show_order(turn: Turn, asked: ShowOrder) -> Reply:
    """One of the person's orders. Refuses NotFound."""
    return await shown(turn, asked.order_id)


async def shown(turn: Turn, order_id: int, notice: Phrase | None = None) -> Reply:
    """The order's screen as it is now."""
    order = await order_of(turn.session, turn.person_id, order_id)
    card = order_screen(order, await code_of(turn, order), turn.language)
    return reply(card, in_place=True, notice=notice)


async def code_of(turn: Turn, order: OrderView) -> str:
    """The delivery code as long as it will be asked for; empty afterwards."""
    if order.state not in OPEN:
        return ""
    return await delivery_code(turn.session, turn.person_id, order.id)


@view(ShowReceipt)
async def show_receipt(turn: Turn, asked: ShowReceipt) -> Reply:
    """The receipt of one of the person's orders, unless it was cancelled. Refuses NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if order.state == OrderState.cancelled:
        return await shown(turn, order.id)
    card = receipt_screen(order, await code_of(turn, order), turn.language)
    return reply(card, in_place=True)


async def placed(turn: Turn, order_id: int) -> Card:
    """The card of an order that was just placed; later on, the order's own screen."""
    order = await order_of(turn.session, turn.person_id, order_id)
    code = await code_of(turn, order)
    make = placed_screen if order.state == OrderState.placed else order_screen
    return make(order, code, turn.language)


@step(CancelOrder)
async def cancel(turn: Turn, asked: CancelOrder) -> Reply:
    """Ask once, then cancel. Refuses NotFound, TooLateToCancel; a cancelled order is shown."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if order.state == OrderState.cancelled:
        return await shown(turn, order.id, say("order-cancelled"))
    if not asked.sure and order.state in CUSTOMER_CANCELS:
        return reply(cancel_question(order, turn.language), in_place=True)
    await cancel_by_customer(turn.session, turn.person_id, order.id, turn.now)
    return await shown(turn, order.id, say("order-cancelled"))


@step(OrderAgain)
async def again(turn: Turn, asked: OrderAgain) -> Reply:
    """What the order held comes into the cart; what can no longer be had is named."""
    found = await order_again(turn.session, turn.person_id, asked.order_id, turn.terms, turn.now)
    if not found.added:
        return reply(Card(text=missing_words(found), choices=((CART, HOME),)))
    cart = await show_cart(turn, ShowCart())
    missing = (Card(text=missing_words(found), choices=((CART,),)),) if found.missing else ()
    return reply(*cart.cards, *missing, in_place=True, notice=say("order-again-added"))


def missing_words(found: Again) -> Phrase:
    """What of the order can no longer be had."""
    names = [say("order-again-name", name=short(ar, en)) for ar, en in found.missing[:MISSING]]
    phrase = "order-again-missing" if found.added else "order-again-nothing"
    return say(phrase, names=Lines(tuple(names)))


command("orders", lambda _rest: ShowOrders())
