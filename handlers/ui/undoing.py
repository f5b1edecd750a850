"""Why a cancelling cannot be taken back, in words that say what is gone."""

from __future__ import annotations

from handlers.dialog.refusals import phrase_of
from handlers.dialog.speech import Phrase, say
from handlers.ui.fates import piece_words
from handlers.ui.pick_up import for_order
from models.kernel.refusals import AlreadyInspected, MakingFull, NoWindow, OutOfStock, Refusal
from models.orders.queries import OrderView


def undo_refused_words(order: OrderView, refusal: Refusal) -> Phrase:
    """What hinders the order from going on."""
    match refusal:
        case OutOfStock(option_id=option_id) | MakingFull(option_id=option_id):
            held = [line for line in order.live_lines if line.option_id == option_id]
            thing = piece_words(held[0], sum(line.quantity for line in held))
            return say("undo-gone", thing=thing)
        case NoWindow():
            return for_order(order, say("undo-no-window"))
        case AlreadyInspected():
            return say("undo-inspected")
        case _:
            return phrase_of(refusal)
