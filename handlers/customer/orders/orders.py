"""A customer's orders: looking at them, their receipts, cancelling, and ordering again."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.customer.orders.screens import (
    cancel_question,
    order_screen,
    orders_screen,
    receipt_screen,
)
from handlers.customer.shop.cart import show_cart
from handlers.dialog.actions.customer import (
    CancelOrder,
    OrderAgain,
    ShowCart,
    ShowOrder,
    ShowOrders,
    ShowReceipt,
    UndoOwnCancel,
)
from handlers.dialog.layout import CART, HOME
from handlers.dialog.main_menu import ORDERS
from handlers.dialog.router import command, step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import order_line, paragraphs, stack, thing_words
from handlers.ui.undoing import undo_refused_words
from models.kernel.money import NOTHING
from models.kernel.refusals import Refusal, WrongState
from models.orders.cancellation import cancel_by_customer
from models.orders.closed_windows import needs_window
from models.orders.owed_back import owed_back
from models.orders.own_orders import orders_of
from models.orders.queries import OrderLineView, OrderView, delivery_code, order_of
from models.orders.reinstating import is_undoable, undo_own_cancelling
from models.orders.reorder import Again, order_again
from models.orders.rescheduling import is_asked
from models.orders.run_queries import waits_for_its_turn
from models.orders.states import CUSTOMER_CANCELS, OPEN, VOID, OrderState

PER_PAGE = 6
MISSING = 20


@view(ShowOrders)
async def show_orders(turn: Turn, asked: ShowOrders) -> Reply:
    """A page of the person's orders; a page beyond the last shows the first."""
    page = await orders_of(turn.session, turn.person_id, max(0, asked.page), PER_PAGE)
    if asked.page and not page.items:
        page = await orders_of(turn.session, turn.person_id, 0, PER_PAGE)
    return reply(orders_screen(page, turn.language, turn.now), in_place=True)


@view(ShowOrder)
async def show_order(turn: Turn, asked: ShowOrder) -> Reply:
    """One of the person's orders. Refuses NotFound."""
    return await order_reply(turn, asked.order_id)


async def order_reply(turn: Turn, order_id: int, notice: Phrase | None = None) -> Reply:
    """The reply with the order's screen as it is now, in place. Refuses: NotFound."""
    order = await as_planned(turn, await order_of(turn.session, turn.person_id, order_id))
    undoable = await is_undoable(turn.acting, order, turn.terms, by_customer=True)
    is_out = order.state == OrderState.out
    waits = is_out and await waits_for_its_turn(turn.session, order.id)
    due, code = turn.terms.in_cash(order.total), await code_of(turn, order)
    delivered = order.state == OrderState.delivered
    card = order_screen(
        order,
        code,
        due,
        turn.language,
        turn.now,
        undoable=undoable,
        waits=waits,
        owed=await owed_back(turn.session, order.id) if delivered else NOTHING,
    )
    return reply(card, in_place=True, notice=notice)


async def as_planned(turn: Turn, order: OrderView) -> OrderView:
    """The order; asked for another window no more where its own was opened again since."""
    if not is_asked(order) or needs_window(await turn.delivery_plan(), order):
        return order
    return msgspec.structs.replace(order, window_asked_at=None)


async def code_of(turn: Turn, order: OrderView) -> str:
    """The delivery code as long as it will be asked for; empty afterwards."""
    if order.state not in OPEN:
        return ""
    return await delivery_code(turn.session, turn.person_id, order.id)


@view(ShowReceipt)
async def show_receipt(turn: Turn, asked: ShowReceipt) -> Reply:
    """The receipt of one of the person's orders, unless nothing was sold. Refuses NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if order.state in VOID:
        return await order_reply(turn, order.id)
    card = receipt_screen(order, await code_of(turn, order), turn.language)
    return reply(card, in_place=True)


@step(CancelOrder)
async def cancel(turn: Turn, asked: CancelOrder) -> Reply:
    """Ask once, then cancel; a cancelled order is shown.

    Refuses NotFound, TooLateToCancel, WrongState (it was delivered).
    """
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    if order.state == OrderState.cancelled:
        return await order_reply(turn, order.id, say("order-cancelled"))
    if not asked.sure and order.state in CUSTOMER_CANCELS:
        return reply(cancel_question(order, turn.language), in_place=True)
    await cancel_by_customer(turn.acting, order.id)
    return await order_reply(turn, order.id, say("order-cancelled"))


@step(UndoOwnCancel)
async def undo_cancel(turn: Turn, asked: UndoOwnCancel) -> Reply:
    """Let the cancelled order go on; or say what of it is gone. Refuses NotFound."""
    order = await order_of(turn.session, turn.person_id, asked.order_id)
    try:
        async with turn.session.begin_nested():
            await undo_own_cancelling(turn.acting, order.id, turn.terms)
    except WrongState:
        return await order_reply(turn, order.id)
    except Refusal as refusal:
        rows = ((Choice(say("order-again"), OrderAgain(order.id)),), (ORDERS, HOME))
        return reply(Card(text=undo_refused_words(order, refusal), choices=rows))
    return await order_reply(turn, order.id, say("undo-done-own"))


@step(OrderAgain)
async def again(turn: Turn, asked: OrderAgain) -> Reply:
    """What the order held comes into the cart; what of it cannot be had now is named.

    Refuses NotFound.
    """
    turn.buy_for(None)  # it is one's own order, for one's own cart
    found = await order_again(turn.acting, asked.order_id, turn.terms)
    if not found.added:
        text = with_names("order-again-nothing", found.missing)
        return reply(Card(text=text, choices=((CART, HOME),)))
    cart = await show_cart(turn, ShowCart())
    lacking = [Card(text=text, choices=((CART,),)) for text in lacking_words(found)]
    return reply(*cart.cards, *lacking, in_place=True, notice=say("order-again-added"))


def lacking_words(found: Again) -> list[Phrase]:
    """What of the order did not come into the cart, or not all of it: one text, or none."""
    lists = (("order-again-missing", found.missing), ("order-again-fewer", found.fewer))
    said = [with_names(phrase, lines) for phrase, lines in lists if lines]
    return [paragraphs(*said)] if said else []


def with_names(phrase: str, lines: Sequence[OrderLineView]) -> Phrase:
    """The phrase with the names of what was ordered, not too many."""
    things = (thing_words(order_line(line)) for line in lines[:MISSING])
    return say(phrase, names=stack(*(say("order-again-name", name=thing) for thing in things)))


command("orders", lambda _rest: ShowOrders())
