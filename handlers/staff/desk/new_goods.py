"""Goods of a product that was not there yet: they come onto the half-filled note they belong to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import msgspec

from handlers.dialog.speech import Reply
from handlers.dialog.turn import Turn
from models.products.stock import Take


class NewGoods(msgspec.Struct, frozen=True):
    """Pieces of a product that was added for a note, and whose it is."""

    family_id: int
    goods: tuple[Take, ...]


Onto = Callable[[Turn, int, NewGoods | None], Awaitable[Reply | None]]
ONTO: list[Onto] = []


def comes_onto_note(does: Onto) -> Onto:
    """Register what puts new goods on the note of that draft, and goes on with it."""
    ONTO.append(does)
    return does


async def back_to_note(turn: Turn, draft_id: int, new: NewGoods | None = None) -> Reply | None:
    """The note of that draft with the new goods on it; None where it takes none any more."""
    for does in ONTO:
        answered = await does(turn, draft_id, new)
        if answered is not None:
            return answered
    return None
