"""Ordering for a customer who telephones: the customer's way, with words on whom it is for."""

from __future__ import annotations

from datetime import timedelta

import msgspec

from handlers.dialog.actions.deliveries import ManageOrder, StartOnBehalf
from handlers.dialog.actions.hall import ShowTill
from handlers.dialog.layout import HOME, banner, screen
from handlers.dialog.speech import Amount, Card, Choice, Exact, Phrase, say
from handlers.dialog.turn import Turn
from handlers.ui.order_lines import paragraphs, phone_words, window_words
from handlers.ui.pick_up import for_order, hall_name
from models.orders.checkout import Begun
from models.people.access import Permission
from models.people.callers import caller_view

SAID_AGAIN = timedelta(minutes=10)
"""So long a doubled tap shows the code again; afterwards no member of staff reads it."""


async def placed_for_card(turn: Turn, begun: Begun) -> Card:
    """The order that was placed for a caller, and the code to be read out once.

    Where the number's owner is known on a channel, they have the code there and the seller does
    not see it.
    """
    order = begun.order
    placed = say(
        "on-behalf-placed",
        number=Exact(order.number),
        name=order.name,
        phone=phone_words(order.phone),
        window=window_words(order.day, order.window),
        total=Amount(turn.terms.in_cash(order.total)),
    )
    placed = for_order(order, placed, place=hall_name(order))
    held = turn.standing.permissions
    way_on = Choice(say("button-till"), ShowTill())
    if Permission.deliver in held:
        way_on = Choice(say("staff-open-order"), ManageOrder(order.id))
    rows = ((way_on,), (Choice(say("on-behalf-another"), StartOnBehalf()), HOME))
    words = paragraphs(placed, await code_words(turn, begun))
    title = say("order-title", number=Exact(order.number))
    card = screen(words, banner(turn.language, title, icon="orders"), rows)
    return msgspec.structs.replace(card, stays=True)


async def code_words(turn: Turn, begun: Begun) -> Phrase:
    """The code for the seller's mouth, or where else the customer finds it."""
    if await caller_view(turn.session, begun.order.person_id) is None:
        return for_order(begun.order, say("on-behalf-code-in-chat"))
    if turn.now - begun.order.placed_at > SAID_AGAIN:
        return for_order(begun.order, say("on-behalf-code-was-said"))
    return for_order(begun.order, say("on-behalf-code", code=Exact(begun.code)))
