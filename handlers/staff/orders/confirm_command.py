"""`/confirm <number> <code>`: delivered in one line, with exactly what is due taken in cash."""

from __future__ import annotations

import re

from handlers.dialog.actions.deliveries import ConfirmByCommand, ListDeliveries
from handlers.dialog.parsing import western
from handlers.dialog.refusals import phrase_of
from handlers.dialog.router import command, step
from handlers.dialog.speech import Card, Choice, Exact, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.orders.deliveries import order_in_reach
from handlers.staff.orders.handover import Confirming, delivered_card, locked_card
from handlers.staff.orders.questions import stands
from handlers.staff.orders.screen import order_card
from handlers.staff.runs.my_run import next_stop
from handlers.ui.board import board
from models.kernel.refusals import WrongCode, WrongState
from models.orders.handover import confirm_delivery
from models.orders.queries import OrderView, order_by_number
from models.orders.states import OrderState
from models.people.access import Permission

WRITTEN = re.compile(r"\D*([0-9]{6})\D+([0-9]{4})\D*")


def read_line(rest: str) -> ConfirmByCommand:
    """The order's number (six digits) and then its code (four); empty if unclear.

    They are read in any digits, with anything but a digit between or round them.
    """
    found = WRITTEN.fullmatch(western(rest))
    return ConfirmByCommand(*found.groups()) if found else ConfirmByCommand("", "")


command("confirm", read_line)


@step(ConfirmByCommand, allow=Permission.deliver)
async def confirm_by_command(turn: Turn, asked: ConfirmByCommand) -> Reply:
    """Confirm a delivery; whatever hinders it is said, with the way on.

    Refuses: NotAllowed for an order that is not in the person's reach.
    """
    if not asked.number or not asked.code:
        return words_reply(turn, say("confirm-how", example=Exact("/confirm 123456 7890")))
    order_id = await order_by_number(turn.session, asked.number)
    if order_id is None:
        return words_reply(turn, say("confirm-no-order", number=Exact(asked.number)))
    order = await order_in_reach(turn, order_id)
    if not order.at_handover:
        return await stands(turn, order)
    if order.code_locked:
        return reply(Card(text=say("refused-code-locked")), await order_card(turn, order))
    try:
        return await deliver(turn, order, asked.code)
    except WrongState:
        return await stands(turn, await order_in_reach(turn, order.id))


async def deliver(turn: Turn, order: OrderView, code: str) -> Reply:
    """Book the delivery, or count a wrong code. Refuses: WrongState where it moved on meanwhile."""
    due = turn.terms.in_cash(order.total)
    wrong = await confirm_delivery(turn.acting, order.id, code, due, "", turn.terms)
    if isinstance(wrong, WrongCode):
        return words_reply(turn, phrase_of(wrong))
    if isinstance(turn.state, Confirming) and turn.state.order_id == order.id:
        turn.leave()  # the line has answered what that form asks
    if wrong is not None:
        return reply(await locked_card(turn, order.id, wrong))
    card = await delivered_card(turn, order, due)
    return reply(card, *await next_stop(turn, order.id))


def words_reply(turn: Turn, words: Phrase) -> Reply:
    """A reply of the words, with the way to the orders that are out."""
    out = Choice(say("button-deliveries"), ListDeliveries(OrderState.out))
    return reply(board(turn, "deliveries", say("deliveries-title"), words, (out, TO_DESK)))
