"""The cart, and the windows with room for it: read once a turn, however many ask."""

from __future__ import annotations

from handlers.dialog.turn import Turn
from handlers.ui.window_question import KNOWN_WINDOWS
from models.orders.carts import CartView, read_cart
from models.orders.delivery_slots import WindowSlot, free_windows
from models.products.production import full_days


async def cart_of(turn: Turn) -> CartView:
    """The person's cart as it stands; whoever changes it in the turn says so by `forget_cart`."""
    if turn.cart is None:
        turn.cart = await read_cart(turn.session, turn.person_id)
    return turn.cart


async def open_windows(turn: Turn) -> list[WindowSlot]:
    """Every delivery window with room for the cart, the earliest first.

    A day on which as much is made already as can be of something in the cart has none.
    """
    if turn.windows is None:
        cart = await cart_of(turn)
        free = await free_windows(
            turn.session, turn.terms, cart.lead_days, turn.now, most=KNOWN_WINDOWS
        )
        full = set()
        if free:
            full = await full_days(turn.session, cart.to_make, free[0].day, free[-1].day)
        turn.windows = [slot for slot in free if slot.day not in full]
    return turn.windows


def forget_cart(turn: Turn) -> None:
    """Forget what the turn has read of the cart, since it was changed."""
    turn.cart = turn.windows = None
