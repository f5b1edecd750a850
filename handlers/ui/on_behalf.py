"""For whom is ordered, on every screen of the shop that would look like one's own."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.deliveries import EndOnBehalf
from handlers.dialog.forms import both
from handlers.dialog.layout import cut
from handlers.dialog.speech import Card, Choice, Exact, Phrase, say
from handlers.dialog.turn import Turn
from models.people.callers import caller_view

NAME = 24
END = Choice(say("on-behalf-end"), EndOnBehalf())


async def with_buyer(turn: Turn, card: Card) -> Card:
    """The card with a word on the caller that is ordered for, and the way out of that."""
    words = both(await buyer_words(turn), card.text)
    return msgspec.structs.replace(card, text=words, choices=(*card.choices, (END,)))


async def buyer_words(turn: Turn) -> Phrase:
    """For whom is ordered now: name and number."""
    caller = await caller_view(turn.session, turn.shopper_id)
    name, phone = (caller.name, caller.phone) if caller else ("", "")
    return say("on-behalf-note", name=cut(name, NAME), phone=Exact(phone))
