"""The cart on the way to the order, and the windows with room for it: read once a turn.

Things sell out in it or change their price; what cannot be had is taken out, and is said to be.
"""

from __future__ import annotations

from handlers.customer.checkout.screens import cart_line
from handlers.dialog.speech import Amount, Phrase, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import thing_words
from handlers.ui.window_question import KNOWN_WINDOWS
from models.orders.carts import CartItem, CartView, mark_seen, read_cart, set_quantity
from models.orders.delivery_plan import Target
from models.orders.delivery_slots import WindowSlot, free_windows
from models.products.production import full_days


async def cart_of(turn: Turn) -> CartView:
    """The person's cart as it stands; whoever changes it in the turn says so by `forget_cart`."""
    if turn.cart is None:
        turn.cart = await read_cart(turn.session, turn.shopper_id)
    return turn.cart


async def open_windows(turn: Turn, to: Target) -> list[WindowSlot]:
    """Every delivery window with room for the cart, the earliest first.

    A day on which as much is made already as can be of something in the cart has none; nor has the
    hall any while nothing is fetched there.
    """
    if turn.windows is None or turn.windows[0] != to:
        cart, plan = await cart_of(turn), await turn.delivery_plan()
        free = []
        if plan.takes_orders(to):
            free = await free_windows(
                turn.session, plan, cart.lead_days, turn.now, most=KNOWN_WINDOWS, to=to
            )
        full = set()
        if free:
            full = await full_days(turn.session, cart.to_make, free[0].day, free[-1].day)
        turn.windows = (to, [slot for slot in free if slot.day not in full])
    return turn.windows[1]


def forget_cart(turn: Turn) -> None:
    """Forget what the turn has read of the cart, since it was changed."""
    turn.cart = turn.windows = None


async def take_out_what_is_gone(turn: Turn) -> list[Phrase]:
    """Take out of the cart what cannot be had any more; a line says so for each thing.

    A price that has changed since she saw it is said too, once.
    """
    cart = await cart_of(turn)
    repriced = [i for i in cart.items if i.repriced and i.trouble in ("price", "fewer")]
    notes = [price_note(item) for item in repriced]
    await mark_seen(turn.session, turn.shopper_id, repriced)
    gone = [item for item in cart.items if item.trouble in ("sold-out", "gone", "fewer")]
    for item in gone:
        left = item.left or 0 if item.trouble == "fewer" else 0
        await set_quantity(turn.shopping, item.option_id, left, turn.terms, item.line)
        notes.append(note_of(item, left))
    if repriced or gone:
        forget_cart(turn)
    return [*notes, *making_notes(await cart_of(turn))]


def making_notes(cart: CartView) -> list[Phrase]:
    """What the cart holds more of than a day makes, once for each product."""
    over = {item.product_id: item for item in cart.items if (cart.room(item) or 0) < 0}
    return [
        say("checkout-making-most", thing=thing_words(cart_line(item)), most=item.daily_most)
        for item in over.values()
    ]


def price_note(item: CartItem) -> Phrase:
    """What a line of the cart cost when it was last seen, and what it costs now."""
    thing, was, now = thing_words(cart_line(item)), Amount(item.price_seen), Amount(item.price)
    return say("checkout-price-changed", thing=thing, was=was, now=now)


def note_of(item: CartItem, left: int) -> Phrase:
    """The words for what became of one line of the cart."""
    thing = thing_words(cart_line(item))
    if left == 0:
        return say("checkout-taken-out", thing=thing)
    return say("checkout-cut-down", thing=thing, left=left)
