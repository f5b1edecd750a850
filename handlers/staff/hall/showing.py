"""Goes from one card of the sale to another: those with a picture take the pressed one's place."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.forms import FLOWS
from handlers.dialog.speech import Reply, reply
from handlers.dialog.turn import Turn
from handlers.staff.hall.basket import Selling

BASKET = "basket"


async def show_card(turn: Turn, state: Selling, at: str, **changes: Any) -> Reply:
    """The card of that question, with what has changed; back from it leads to the basket."""
    if at == BASKET:
        path: tuple[str, ...] = ()
    else:
        path = state.path if state.at == at else (*state.path, state.at)
    state = msgspec.structs.replace(state, at=at, path=path, **changes)
    turn.enter(state)
    card = await FLOWS[type(state)].card(turn, state)
    return reply(card, in_place=card.picture is not None)
