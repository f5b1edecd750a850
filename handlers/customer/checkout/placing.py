"""Placing the order: once for a checkout, at the figures that were shown, or asked again."""

from __future__ import annotations

import msgspec

from handlers.customer.checkout.checkout import go_on
from handlers.customer.checkout.leftovers import making_notes, take_out_what_is_gone
from handlers.customer.checkout.questions import open_windows
from handlers.customer.checkout.state import (
    CheckoutState,
    Placing,
    destination_of,
    fingerprint,
    read_shown,
    stamp_of,
)
from handlers.customer.orders.orders import placed
from handlers.customer.shop.cart import show_cart
from handlers.dialog.actions.customer import PlaceOrder, ShowCart
from handlers.dialog.router import step
from handlers.dialog.speech import Day, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.windows import window_words
from models.kernel import refusals as errors
from models.orders.carts import read_cart
from models.orders.checkout import figures, place_order, placed_before
from models.orders.delivery_slots import WindowSlot
from models.orders.queries import OrderView


@step(PlaceOrder)
async def place(turn: Turn, asked: PlaceOrder) -> Reply:
    """Place the order that the summary showed; pressed twice, the same order is shown again.

    Where anything is no longer as it was shown nothing is ordered: the summary is shown as it is
    now, and has to be confirmed again.
    """
    before = await placed_before(turn.session, turn.person_id, asked.token)
    if before is not None:
        return reply(await placed(turn, before), in_place=True, notice=say("order-placed-before"))
    placing = read_shown(asked.figures, turn.terms)
    state = turn.state
    if not isinstance(state, CheckoutState) or not is_complete(state):
        return await stale(turn)
    if not asked.figures:  # typed where the summary showed nothing that could be placed
        notes = await take_out_what_is_gone(turn)
        return await go_on(turn, state, notes, say("checkout-confirm-again"))
    if placing is None:
        return await stale(turn)
    changed = await what_changed(turn, state, placing)
    if changed is not None:
        return await go_on(turn, state, await take_out_what_is_gone(turn), changed)
    try:
        async with turn.session.begin_nested():
            order = await place_now(turn, state, placing, asked.token)
    except errors.Refusal as refusal:
        return await refused(turn, state, placing, refusal)
    turn.leave()
    return reply(await placed(turn, order.id), in_place=True)


def is_complete(state: CheckoutState) -> bool:
    """Whether every question was answered."""
    answers = (state.name, state.phone, state.emirate, state.area, state.where, state.note)
    return all(answer is not None for answer in answers)


async def stale(turn: Turn) -> Reply:
    """A button of a checkout that was left: the cart as it is now, and nothing is ordered."""
    shown = await show_cart(turn, ShowCart())
    return msgspec.structs.replace(shown, notice=say("button-is-old"))


async def what_changed(turn: Turn, state: CheckoutState, placing: Placing) -> Phrase | None:
    """What is no longer as the summary showed it; None where all of it is."""
    cart = await read_cart(turn.session, turn.person_id)
    if figures(cart, turn.terms.fee(state.emirate or "")) != placing.figures:
        return say("checkout-changed-figures")
    return None if fingerprint(state) == placing.details else say("checkout-changed-details")


async def place_now(turn: Turn, state: CheckoutState, placing: Placing, token: str) -> OrderView:
    """Place it. Refuses whatever `place_order` does."""
    return await place_order(
        turn.session,
        person_id=turn.person_id,
        token=token,
        figures=placing.figures,
        destination=destination_of(state),
        day=placing.slot.day,
        window=placing.slot.window,
        terms=turn.terms,
        now=turn.now,
    )


async def refused(
    turn: Turn, state: CheckoutState, placing: Placing, refusal: errors.Refusal
) -> Reply:
    """Why it could not be placed, and the summary of what can be had now instead."""
    match refusal:
        case errors.OutOfStock() | errors.NotOnSale() | errors.PricesChanged():
            notes = await take_out_what_is_gone(turn)
            return await go_on(turn, state, notes, say("checkout-changed-figures"))
        case errors.NoWindow():
            window = window_words(placing.slot.day, placing.slot.window)
            note = say("checkout-window-full", window=window)
            return await go_on(turn, await moved_on(turn, state, placing.slot), (), note)
        case errors.MakingFull(day=day):
            too_many = making_notes(await read_cart(turn.session, turn.person_id))
            if too_many:
                return await go_on(turn, state, too_many)
            note = say("checkout-making-full", day=Day(day))
            last = WindowSlot(day, "24")
            return await go_on(turn, await moved_on(turn, state, last), (), note)
        case _:
            raise refusal


async def moved_on(turn: Turn, state: CheckoutState, past: WindowSlot) -> CheckoutState:
    """The answers with the next free window after `past`; with none, the earliest counts."""
    cart = await read_cart(turn.session, turn.person_id)
    free = await open_windows(turn, cart)
    later = [slot for slot in free if (slot.day, slot.window) > (past.day, past.window)]
    return msgspec.structs.replace(state, slot=stamp_of(later[0]) if later else None)
