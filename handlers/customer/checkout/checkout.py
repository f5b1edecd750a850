"""Checkout: from the cart to the order, question by question; once everything is known, at once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from handlers.customer.checkout.cart_at_hand import cart_of, take_out_what_is_gone
from handlers.customer.checkout.questions import checkout_questions
from handlers.customer.checkout.state import CheckoutState, as_offered
from handlers.customer.checkout.summary import SUMMARY
from handlers.customer.checkout.zones import with_zones
from handlers.dialog.actions.customer import StartCheckout
from handlers.dialog.forms import Flow, both
from handlers.dialog.layout import CART, HOME, package_rows
from handlers.dialog.questions import Pin
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import stack
from models.people.access import Permission
from models.people.addresses import Destination, saved_address
from models.people.callers import caller_view


async def leave_checkout(turn: Turn, state: CheckoutState) -> Reply:
    """Checkout was left: nothing is ordered, and the cart is kept, and so are the answers."""
    park(turn, state)
    return reply(Card(text=say("checkout-left"), choices=((CART, HOME),)))


def park(turn: Turn, state: CheckoutState) -> None:
    """Keep the answers for the next checkout; the time is chosen anew."""
    turn.park(msgspec.structs.replace(state, slot=None))


async def repeat_summary(turn: Turn, state: CheckoutState) -> Reply:
    """The summary is always open: an order is placed by its button alone."""
    return await CHECKOUT.repeat(turn, state)


CHECKOUT = Flow(
    CheckoutState, [*checkout_questions(), SUMMARY], repeat_summary, left=leave_checkout
)


async def answers_for_caller(turn: Turn, last: Destination | None) -> CheckoutState:
    """What is known of a caller: number and name as they were said, and where it went last time.

    The note is asked for: it is the seller who hears of it now. Where it went last time is for
    those alone who handle orders: by a number anybody's home could be read else.
    """
    may_know = Permission.orders in turn.standing.permissions
    known = answers_of(last) if last is not None and may_know else CheckoutState()
    caller = await caller_view(turn.session, turn.shopper_id)
    said = {} if caller is None else {"name": caller.name, "phone": caller.phone}
    return msgspec.structs.replace(known, **said, note=None, buyer_id=turn.caller_id)


@step(StartCheckout)
async def start_checkout(turn: Turn, _asked: StartCheckout) -> Reply:
    """Ask what is not known yet; a returning customer sees the summary at once."""
    notes = await take_out_what_is_gone(turn)
    answers = answers_at_hand(turn) or await last_answers(turn)
    return await go_on(turn, answers, notes)


def answers_at_hand(turn: Turn) -> CheckoutState | None:
    """The answers of a checkout that was begun; a caller's are nobody else's."""
    begun = turn.state or turn.parked
    if isinstance(begun, CheckoutState) and begun.buyer_id == turn.caller_id:
        return begun
    return None


async def go_on(
    turn: Turn, answers: CheckoutState, notes: Sequence[Phrase], why: Phrase | None = None
) -> Reply:
    """Go on with these answers; above the question stand `why` it is asked again, and the notes.

    With an empty cart checkout is left, and any other form stays open.
    """
    cart = await cart_of(turn)
    if not cart.items:
        if isinstance(turn.state, CheckoutState):
            park(turn, answers)
        empty = Card(text=say("checkout-cart-empty"), choices=(*package_rows(), (HOME,)))
        return with_notes(reply(empty), notes)
    plan = await turn.delivery_plan()
    fresh = as_offered(plan, msgspec.structs.replace(answers, at="", path=(), again=()))
    if fresh.zones or (fresh.emirate is not None and plan.zones):
        fresh = with_zones(plan, fresh)
    above = notes if why is None else (why, *notes)
    return with_notes(await CHECKOUT.start(turn, fresh), above)


def with_notes(asked: Reply, notes: Sequence[Phrase]) -> Reply:
    """The reply with the notes above its last card's words."""
    if not notes:
        return asked
    *before, last = asked.cards
    noted = msgspec.structs.replace(last, text=both(stack(*notes), last.text))
    return msgspec.structs.replace(asked, cards=(*before, noted))


async def last_answers(turn: Turn) -> CheckoutState:
    """The answers that the last order left behind; before the first one, nothing is known."""
    last = await saved_address(turn.session, turn.shopper_id)
    if turn.caller_id:
        return await answers_for_caller(turn, last)
    if last is None:
        return CheckoutState()
    return answers_of(last)


def answers_of(last: Destination) -> CheckoutState:
    """The answers of an order that went there; the note is asked for no more.

    Nor is it whether the pin lies in the emirate: it was ordered to both.
    """
    where: Pin | str = last.address
    if last.latitude is not None and last.longitude is not None:
        where = Pin(last.latitude, last.longitude)
    return CheckoutState(
        name=last.name,
        phone=last.phone,
        emirate=last.emirate,
        area=last.area,
        where=where,
        meant=last.emirate,
        note="",
        zone=last.zone,
    )
