"""What staff read of a customer who has no chat: no message reaches her, and somebody calls."""

from __future__ import annotations

from handlers.dialog.speech import Phrase, say
from handlers.dialog.turn import Turn
from models.orders.queries import OrderView
from models.people.callers import is_caller

TO_CALL = (
    *("deliveries-window-moved", "new-address-done", "deliveries-reason-address"),
    *("not-delivered-done-nobody", "not-delivered-done-address"),
    "fetched-deliveries-now-packed",
    *("cancelling-ask-why", "striking-ask-why"),
)
"""The phrases that promise the customer a message; of who has no chat, `call-…` is true."""


async def for_customer(turn: Turn, order: OrderView, phrase: Phrase) -> Phrase:
    """The phrase; where it promises a message to who has no chat, the one that is true then."""
    if phrase.id not in TO_CALL or not await is_caller(turn.session, order.person_id):
        return phrase
    return without_chat(phrase)


def without_chat(phrase: Phrase) -> Phrase:
    """The phrase as it is true of a customer who has no chat."""
    return say(f"call-{phrase.id}", **phrase.args)
