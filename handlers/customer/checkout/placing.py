"""Placing the order: once for a checkout, at the figures that were shown, or asked again."""

from __future__ import annotations

from functools import partial

import msgspec

from handlers.customer.checkout.cart_at_hand import (
    cart_of,
    making_notes,
    open_windows,
    take_out_what_is_gone,
)
from handlers.customer.checkout.checkout import go_on
from handlers.customer.checkout.on_behalf import placed_for_card
from handlers.customer.checkout.state import (
    CheckoutState,
    Placing,
    as_offered,
    destination_of,
    fingerprint,
    names_window,
    read_summary_stamp,
    target_at,
)
from handlers.customer.checkout.summary import SUMMARY
from handlers.customer.orders.screens import order_screen, placed_screen
from handlers.customer.shop.cart import show_cart
from handlers.dialog.actions.changes import ChangeOrder, ChangeOwn
from handlers.dialog.actions.customer import PlaceOrder, ShowCart
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Day, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import window_words
from handlers.ui.order_names import order_name
from handlers.ui.pick_up import for_order
from handlers.ui.place_questions import is_pin_doubtful
from handlers.ui.window_stamps import stamp_of
from models.kernel import refusals
from models.orders.checkout import (
    Begun,
    Checkout,
    begin_order,
    figures,
    finish_order,
    placed_before,
)
from models.orders.delivery_slots import WindowSlot
from models.orders.pricing import amounts_of
from models.orders.queries import OrderView
from models.orders.states import OPEN, OrderState
from models.people.access import Permission
from models.people.callers import buyer_of


@step(PlaceOrder)
async def place(turn: Turn, asked: PlaceOrder) -> Reply:
    """Place the order that the summary showed; pressed twice, the same order is shown again.

    Where anything is no longer as it was shown nothing is ordered: the summary is shown as it is
    now, and has to be confirmed again. What other orders want too is taken at the turn's end.
    """
    state = turn.state
    if not isinstance(state, CheckoutState) or state.buyer_id != turn.caller_id:
        return await not_as_shown(turn, asked, None)
    plan = await turn.held_plan()
    state = as_offered(plan, state)
    placing = read_summary_stamp(asked.figures, plan, target_at(state))
    if placing is None or not as_shown(state, placing):
        return await not_as_shown(turn, asked, placing)
    turn.otherwise = partial(answer_refusal, turn, state, placing)
    destination = destination_of(state)
    buyer = await buyer_of(turn.session, turn.shopper_id) if turn.caller_id else None
    checkout = Checkout(asked.token, placing.figures, destination, placing.slot, buyer)
    begun = await begin_order(turn.acting, checkout, plan, turn.terms)
    if begun.needs is None:
        return await placed_already(turn, begun)
    turn.leave()
    turn.last = partial(finish_order, turn.session, begun)
    if buyer is not None:
        turn.buy_for(None)
        card = await placed_for_card(turn, begun)
    else:
        card = placed_screen(begun.order, begun.code, turn.language)
    changes = buyer is None or Permission.orders in turn.standing.permissions
    is_beneath = state.at != SUMMARY.at and changes
    beneath = (question_over_card(turn, begun.order),) if is_beneath else ()
    return reply(card, *beneath, in_place=True)


def question_over_card(turn: Turn, order: OrderView) -> Card:
    """One of the summary's questions waits beneath it no more: the way to change the order."""
    own = order.person_id == turn.person_id
    change = ChangeOwn(order.id) if own else ChangeOrder(order.id)
    text = say("checkout-question-over", number=order_name(order))
    return Card(text=text, choices=((Choice(say("button-change-order"), change),),))


def as_shown(state: CheckoutState, placing: Placing) -> bool:
    """Whether every question was answered, and so as the summary showed it."""
    return is_complete(state) and fingerprint(state) == placing.details


async def not_as_shown(turn: Turn, asked: PlaceOrder, placing: Placing | None) -> Reply:
    """The order that was placed before by that button; else what the person is to look at again."""
    before = await placed_before(turn.session, turn.person_id, asked.token)
    if before is not None:
        return await placed_already(turn, before)
    state = turn.state
    if not isinstance(state, CheckoutState) or not is_complete(state):
        return await stale(turn)
    if state.buyer_id != turn.caller_id:
        turn.leave()  # a caller's address never goes with anybody else's cart
        return await stale(turn)
    if not asked.figures:  # typed where the summary showed nothing that could be placed
        why = say("checkout-confirm-again")
    elif placing is None and not names_window(asked.figures):
        return await stale(turn)
    elif placing is None:
        why = for_order(state, say("checkout-window-gone"))
    else:
        why = await what_changed(turn, state, placing)
    return await go_on(turn, state, await take_out_what_is_gone(turn), why)


async def placed_already(turn: Turn, begun: Begun) -> Reply:
    """The card of an order that was just placed; later on, the order's own screen."""
    order, code = begun.order, begun.code
    if order.person_id != turn.person_id:
        again = await placed_for_card(turn, begun)
        return reply(again, in_place=True, notice=say("order-placed-before"))
    told = code if order.state in OPEN else ""
    if order.state == OrderState.placed:
        card = placed_screen(order, told, turn.language)
    else:
        due = turn.terms.in_cash(order.total)
        card = order_screen(order, told, due, turn.language, turn.now)
    return reply(card, in_place=True, notice=say("order-placed-before"))


def is_complete(state: CheckoutState) -> bool:
    """Whether every question was answered."""
    answers = (state.name, state.phone, state.emirate, state.area, state.where, state.note)
    zone_is_open = state.zones and state.zone is None
    pin_is_open = state.meant is None and is_pin_doubtful(state)
    return all(answer is not None for answer in answers) and not (zone_is_open or pin_is_open)


async def stale(turn: Turn) -> Reply:
    """A button of a checkout that was left: the cart as it is now, and nothing is ordered."""
    shown = await show_cart(turn, ShowCart())
    return msgspec.structs.replace(shown, notice=say("button-is-old"))


async def what_changed(turn: Turn, state: CheckoutState, placing: Placing) -> Phrase:
    """What is no longer as the summary showed it: the figures, or else the details."""
    cart = await cart_of(turn)
    amounts = amounts_of(cart.items, await turn.delivery_plan(), target_at(state))
    if figures(cart, amounts) != placing.figures:
        return say("checkout-changed-figures")
    return say("checkout-changed-details")


async def answer_refusal(
    turn: Turn, state: CheckoutState, placing: Placing, refusal: refusals.Refusal
) -> Reply:
    """Why it could not be placed, and the summary of what can be had now instead."""
    match refusal:
        case (
            refusals.OutOfStock()
            | refusals.NotOnSale()
            | refusals.PricesChanged()
            | refusals.CartIsEmpty()
        ):
            notes = await take_out_what_is_gone(turn)
            return await go_on(turn, state, notes, say("checkout-changed-figures"))
        case refusals.NoWindow():
            window = window_words(placing.slot.day, placing.slot.window)
            note = say("checkout-window-full", window=window)
            return await go_on(turn, await with_next_window(turn, state, placing.slot), (), note)
        case refusals.MakingFull(day=day):
            too_many = making_notes(await cart_of(turn))
            if too_many:
                return await go_on(turn, state, too_many)
            note = say("checkout-making-full", day=Day(day))
            last = WindowSlot(day, "24")
            return await go_on(turn, await with_next_window(turn, state, last), (), note)
        case _:
            raise refusal


async def with_next_window(turn: Turn, state: CheckoutState, past: WindowSlot) -> CheckoutState:
    """The answers with the next free window after `past`; with none, the earliest counts."""
    free = await open_windows(turn, target_at(state))
    later = [slot for slot in free if (slot.day, slot.window) > (past.day, past.window)]
    return msgspec.structs.replace(state, slot=stamp_of(later[0]) if later else None)
