"""The summary of an order before it is placed: what, for how much, when, to whom and where."""

from __future__ import annotations

import msgspec

from handlers.customer.checkout.state import CheckoutState
from handlers.dialog.questions import Pin
from handlers.dialog.speech import Amount, Phrase, say
from handlers.ui.order_lines import (
    Line,
    extra_lines,
    lines_words,
    paragraphs,
    phone_words,
    place_words,
    stack,
    window_words,
)
from handlers.ui.pick_up import for_order
from models.orders.carts import CartItem, CartView
from models.orders.delivery_slots import WindowSlot
from models.orders.pricing import Amounts

LINES = 25


class Summary(msgspec.Struct, frozen=True):
    """An order that could be placed. `moved` says that the chosen window is full by now."""

    cart: CartView
    state: CheckoutState
    amounts: Amounts
    slot: WindowSlot | None
    moved: bool = False


def summary_text(summary: Summary) -> Phrase:
    """The summary in words."""
    return paragraphs(
        say("checkout-summary"),
        lines_words(cart_lines(summary.cart), LINES),
        sums(summary),
        when(summary),
        details(summary.state),
    )


def cart_lines(cart: CartView) -> list[Line]:
    """The lines of the cart as lines of the order to be."""
    return [cart_line(item) for item in cart.items]


def cart_line(item: CartItem) -> Line:
    """A line of the cart as a line of the order to be."""
    return Line(
        item.name_ar,
        item.name_en,
        item.label_ar,
        item.label_en,
        item.quantity,
        item.amount,
        wish=item.wish,
    )


def sums(summary: Summary) -> Phrase:
    """The words for a summary's sums: things, what is asked for beside them, and the total."""
    amounts, state = summary.amounts, summary.state
    emirate = say(f"emirate-{state.emirate}")
    return stack(
        say("checkout-items", items=Amount(amounts.items)),
        for_order(state, say("checkout-fee", emirate=emirate, fee=Amount(amounts.fee))),
        *extra_lines(amounts),
        for_order(state, say("checkout-total", total=Amount(amounts.total))),
    )


def when(summary: Summary) -> Phrase:
    """The delivery window, or that none has room: fewer of what is made to order may find one."""
    if summary.slot is None:
        none = "checkout-no-making" if summary.cart.to_make else "checkout-no-window"
        return for_order(summary.state, say(none))
    words = window_words(summary.slot.day, summary.slot.window)
    said = say("checkout-window-moved" if summary.moved else "checkout-window", window=words)
    return for_order(summary.state, said)


def details(state: CheckoutState) -> Phrase:
    """To whom and where."""
    where = state.where
    place = place_words(
        state.emirate or "",
        state.area or "",
        where if isinstance(where, str) else "",
        pinned=isinstance(where, Pin),
    )
    lines = [
        say("checkout-name", name=state.name or ""),
        say("checkout-phone", phone=phone_words(state.phone or "")),
        say("checkout-place", place=place),
    ]
    if state.note:
        lines.append(say("checkout-note", note=state.note))
    return stack(*lines)
